"""The tables of words that are found stuck to their neighbour: ``data/languages/seams.toml``."""

from __future__ import annotations

from functools import cache

from auditor.packs import data_path, load_toml
from auditor.records import Record


class Seams(Record, frozen=True):
    """The words of one language: see the header of ``data/languages/seams.toml``."""

    last: frozenset[str]
    relative: frozenset[str]
    elements: tuple[str, ...]
    light: frozenset[str]
    openers: frozenset[str]
    bodies: frozenset[str]
    behind_places: frozenset[str]
    closers: frozenset[str]
    first: frozenset[str]
    behind: frozenset[str]
    before: frozenset[str]
    counting: frozenset[str]
    months: frozenset[str]
    units: frozenset[str]
    credits: frozenset[str]
    credited: frozenset[str]
    prefixes: frozenset[str]
    fronts: frozenset[str]
    backs: frozenset[str]
    pairs: tuple[str, ...]
    articles: tuple[str, ...]
    lettered: frozenset[str]
    people: frozenset[str]
    suffixes: frozenset[str]
    endings: tuple[str, ...]


class Fronts(Record, frozen=True):
    """What is stuck to the front of words in another language; see the header of its part of the file."""

    before: frozenset[str]
    pairs: tuple[str, ...]
    articles: tuple[str, ...]
    fronts: tuple[str, ...]
    whole: bool
    prefixes: frozenset[str]


class _File(Record, frozen=True):
    schema: int
    en: Seams
    other: dict[str, Fronts]


@cache
def _file() -> _File:
    return load_toml(data_path("languages", "seams.toml"), _File)


@cache
def english() -> Seams:
    """The words of English."""
    return _file().en


def other(language: str) -> Fronts | None:
    """The words of another language (its base code); None for one that is not covered."""
    return _file().other.get(language)


def languages() -> tuple[str, ...]:
    """The other languages, in the order of the file."""
    return tuple(_file().other)
