"""Where a text is at home: the languages of the places, people and offices that it names.

News is mostly written in the language of the place that it is about. That says from which language a translation was
made, never that there was one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from math import sqrt

import msgspec

from auditor.packs import data_path, load_toml, load_tsv
from auditor.records import Record
from auditor.text.memo import Memo
from auditor.text.tokens import Token
from auditor.text.traits import trait

_MOST = 3  # times that a word counts
_REST = 2  # letters that a name has besides its ending or beginning


class Topics(Record, frozen=True):
    """Language -> lower-case English words for the places where it is spoken."""

    schema: int
    lower: tuple[str, ...]
    words: dict[str, tuple[str, ...]]


class Names(Record, frozen=True):
    """Language -> what its names are known by; see the header of ``data/languages/source_names.toml``."""

    schema: int
    letters: dict[str, str]
    endings: dict[str, tuple[str, ...]]
    beginnings: dict[str, tuple[str, ...]]
    given: dict[str, tuple[str, ...]]


def topics(words: Mapping[str, int]) -> Mapping[str, float]:
    """Language -> how many words of the text name its places and people; ``words``: word -> how often it stands.

    A word counts three times at most; one of several languages counts less for each, the root of its share.
    """
    summed: dict[str, float] = {}
    for word, count in words.items():
        codes = _about[word]
        for code in codes:
            summed[code] = summed.get(code, 0.0) + min(count, _MOST) / sqrt(len(codes))
    return summed


def naming(tokens: Sequence[Token], code: str) -> list[Token]:
    """The words that name places or people of the language, each at its first place."""
    found: dict[str, Token] = {}
    for token in tokens:
        if code in _about[token.text]:
            found.setdefault(token.text.lower(), token)
    return list(found.values())


def is_place(word: str) -> bool:
    """True for a word in lower case that, with its capital, names a place or people of another language."""
    return word.lower() in _table()


@cache
def languages() -> tuple[str, ...]:
    """All languages whose places or names are known."""
    known = _names()
    tables = (_table(), known.given, known.letters, dict(known.endings), dict(known.beginnings))
    return tuple(sorted({code for table in tables for codes in table.values() for code in codes}))


def _named_by(word: str) -> tuple[str, ...]:
    """The languages whose places or people a word names; without a capital only currencies and the like do."""
    low = word.lower().removesuffix("'s").removesuffix("’s")
    if not word[0].isupper():
        return _table().get(low, ()) if low in _lower() else ()
    return _table().get(low) or (() if word.isupper() else _by_name(low))


def _by_name(word: str) -> tuple[str, ...]:
    """The languages that a name in lower case shows: by itself, by a letter, by how it ends or begins."""
    known = _names()
    found = list(known.given.get(word, ()))
    if not word.isascii():
        found += [code for letter in word for code in known.letters.get(letter, ())]
    if not found and word.endswith(known.ends):
        found = [code for end, codes in known.endings if _has(word, end, word.endswith) for code in codes]
    if not found and word.startswith(known.begins):
        found = [code for begin, codes in known.beginnings if _has(word, begin, word.startswith) for code in codes]
    return tuple(dict.fromkeys(found))


def _has(word: str, part: str, test: Callable[[str], bool]) -> bool:
    return test(part) and len(word) >= len(part) + _REST


_about = Memo(_named_by, 50_000)
NAMES_PLACE = trait(_named_by)


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Word -> languages. What is listed by hand stands before the towns."""
    rows = load_tsv(data_path("languages", "source_places.tsv"), ("language", "towns"))
    table = {town: (row["language"],) for row in rows for town in row["towns"].split()}
    return {**table, **_turned(_file().words)}


class _Known(msgspec.Struct, frozen=True):
    """What names are known by -> languages."""

    given: Mapping[str, tuple[str, ...]]
    letters: Mapping[str, tuple[str, ...]]
    endings: tuple[tuple[str, tuple[str, ...]], ...]
    beginnings: tuple[tuple[str, tuple[str, ...]], ...]
    ends: tuple[str, ...]
    begins: tuple[str, ...]


@cache
def _names() -> _Known:
    file = load_toml(data_path("languages", "source_names.toml"), Names)
    endings, beginnings = _turned(file.endings), _turned(file.beginnings)
    return _Known(
        given=_turned(file.given),
        letters=_turned(file.letters),
        endings=tuple(endings.items()),
        beginnings=tuple(beginnings.items()),
        ends=tuple(endings),
        begins=tuple(beginnings),
    )


def _turned(table: Mapping[str, Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
    """Of language -> items: item -> languages."""
    found: dict[str, tuple[str, ...]] = {}
    for code, items in table.items():
        for item in items:
            found[item] = (*found.get(item, ()), code)
    return found


@cache
def _file() -> Topics:
    return load_toml(data_path("languages", "source_topics.toml"), Topics)


@cache
def _lower() -> frozenset[str]:
    return frozenset(_file().lower)
