"""The words of ``data/checks/wording.toml``, of which the checks on capitals and on doubled words speak."""

from __future__ import annotations

from functools import cache

from auditor.packs import data_path, load_toml
from auditor.records import Record


class Wording(Record, frozen=True):
    """One language's words; see the header of ``data/checks/wording.toml``."""

    repeated: frozenset[str]
    lower: frozenset[str]
    after: dict[str, frozenset[str]]
    cities: frozenset[str]
    names: tuple[str, ...]
    single: frozenset[str]
    mixed: tuple[str, ...]
    half: dict[str, frozenset[str]]
    ordinary: frozenset[str]
    people: frozenset[str]
    spoke: frozenset[str]
    quoting: frozenset[str]
    offices: frozenset[str]
    closed: frozenset[str]
    titling: frozenset[str]
    semicolon: frozenset[str]
    openers: frozenset[str]
    shortened: frozenset[str]
    loud: frozenset[str]
    louder: frozenset[str]
    before_a: frozenset[str]
    after_a: frozenset[str]
    fragment: frozenset[str]
    labels: frozenset[str]
    bound: frozenset[str]
    scoring: frozenset[str]
    behind_score: frozenset[str]
    domains: frozenset[str]


class WordingFile(Record, frozen=True):
    """The file."""

    schema: int
    en: Wording
    doubled: dict[str, frozenset[str]]
    links: frozenset[str]


@cache
def _file() -> WordingFile:
    return load_toml(data_path("checks", "wording.toml"), WordingFile)


def wording() -> Wording:
    """The words of English."""
    return _file().en


def never_doubled(language: str) -> frozenset[str]:
    """Words that never stand twice in a row in a language (BCP 47); empty for one that is not covered."""
    base = language.split("-")[0]
    return wording().repeated if base == "en" else _file().doubled.get(base, frozenset())


def links() -> frozenset[str]:
    """Words that join a word with itself: "day after day after day"; of any language."""
    return _file().links


@cache
def peoples_and_cities() -> frozenset[str]:
    """Days, months, countries, peoples and cities, in lower case."""
    return wording().lower | wording().cities
