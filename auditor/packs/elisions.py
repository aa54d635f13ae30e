"""How words lean on their neighbours, and who sets dialogue off by dashes: ``data/languages/elisions.toml``."""

from __future__ import annotations

from functools import cache

from auditor.packs.load import data_path, load_toml
from auditor.records import Record


class Elisions(Record, frozen=True):
    """The file; see its header."""

    schema: int
    eliding: frozenset[str]
    elided: tuple[str, ...]
    articles: tuple[str, ...]
    dashes: frozenset[str]
    hyphens: frozenset[str]


@cache
def elisions() -> Elisions:
    """The file."""
    return load_toml(data_path("languages", "elisions.toml"), Elisions)
