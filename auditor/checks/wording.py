"""The words of ``data/checks/wording.toml``, of which the checks on capitals and on doubled words speak."""

from __future__ import annotations

from functools import cache

from auditor.packs import data_path, load_toml
from auditor.records import Record


class Wording(Record, frozen=True):
    """One language's words; see the header of ``data/checks/wording.toml``."""

    repeated: frozenset[str]
    lower: frozenset[str]
    names: tuple[str, ...]
    single: frozenset[str]
    mixed: tuple[str, ...]
    ordinary: frozenset[str]
    closed: frozenset[str]
    fragment: frozenset[str]
    labels: frozenset[str]
    behind_score: frozenset[str]


class WordingFile(Record, frozen=True):
    """The file."""

    schema: int
    en: Wording


@cache
def wording() -> Wording:
    """The words of English."""
    return load_toml(data_path("checks", "wording.toml"), WordingFile).en
