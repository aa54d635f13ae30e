"""Words of English that name persons and tell women from men: ``data/languages/person_{nouns,gender}.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal

from auditor.packs import data_path, load_toml
from auditor.records import Record

Sex = Literal["f", "m", "?"]
_KEPT = 50_000  # words that are remembered


class Pronoun(Record, frozen=True):
    """The sex that a pronoun is of, and the words that take its place for the other one: the first before a noun."""

    sex: Sex
    other: tuple[str, ...]


class PersonGender(Record, frozen=True):
    """What tells that a person is a woman or a man; see the file's header."""

    schema: int
    nobody: frozenset[str]
    several: frozenset[str]
    owners: frozenset[str]
    speakers: frozenset[str]
    known: frozenset[str]
    ends: frozenset[str]
    feminine_nouns: tuple[str, ...]
    masculine_nouns: tuple[str, ...]
    feminine_endings: tuple[str, ...]
    no_surnames: frozenset[str]
    feminine_names: tuple[str, ...]
    masculine_names: tuple[str, ...]
    pronouns: dict[str, Pronoun]


class _PersonNouns(Record, frozen=True):
    schema: int
    endings: tuple[str, ...]
    collective_verbs: tuple[str, ...]
    words: tuple[str, ...]


@cache
def gender() -> PersonGender:
    """The words of English."""
    return load_toml(data_path("languages", "person_gender.toml"), PersonGender)


@cache
def nouns() -> Mapping[str, Sex]:
    """Nouns in lower case that name persons of one sex."""
    file = gender()
    return {**dict.fromkeys(file.feminine_nouns, "f"), **dict.fromkeys(file.masculine_nouns, "m")}


@cache
def names() -> Mapping[str, Sex]:
    """Given names that are given to one sex."""
    file = gender()
    return {**dict.fromkeys(file.feminine_names, "f"), **dict.fromkeys(file.masculine_names, "m")}


def feminine_surname(name: str) -> bool:
    """True for a surname that Slavic languages give to women only (Tereshkova), not where a woman has it unchanged."""
    word = name.lower()
    return word.endswith(gender().feminine_endings) and word not in gender().no_surnames


@cache
def _file() -> _PersonNouns:
    return load_toml(data_path("languages", "person_nouns.toml"), _PersonNouns)


@cache
def _persons() -> tuple[frozenset[str], tuple[str, ...]]:
    return frozenset(_file().words), _file().endings


@cache
def collective_verbs() -> frozenset[str]:
    """Verbs of what bodies do as bodies."""
    return frozenset(_file().collective_verbs)


@lru_cache(_KEPT)
def is_person(word: str) -> bool:
    """True for a noun or pronoun that may name a person, in singular, plural or possessive."""
    if word[-1:].isdigit():  # Soyuz MS-10 is no Ms
        return False
    words, endings = _persons()
    stem = word.removesuffix("'s").removesuffix("'")
    forms = {stem, *stem.split("-")}
    if len(stem) > 3:  # "is" is no plural of "I"
        forms |= {stem.removesuffix("s"), stem.removesuffix("es")}
    return not words.isdisjoint(forms) or (len(stem) >= 6 and stem.removesuffix("s").endswith(endings))
