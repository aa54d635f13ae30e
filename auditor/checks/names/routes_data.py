"""The file ``data/checks/family_first.toml``: words about the names of office holders and of Hungarians."""

from __future__ import annotations

from functools import cache

from auditor.packs import data_path, load_toml
from auditor.records import Record


class Routes(Record, frozen=True):
    """``data/checks/family_first.toml``; see its header."""

    schema: int
    korean_families: frozenset[str]
    korean_ends: frozenset[str]
    hungarian: frozenset[str]
    never_first: frozenset[str]
    never_next: frozenset[str]
    offices: frozenset[str]
    heads: frozenset[str]


@cache
def routes() -> Routes:
    """The file."""
    return load_toml(data_path("checks", "family_first.toml"), Routes)
