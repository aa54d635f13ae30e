"""Where a text is at home: the languages of the places, people and offices that it names.

News is mostly written in the language of the place that it is about. That says from which language a translation was
made, never that there was one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from auditor.packs import data_path, load_toml, load_tsv
from auditor.records import Record
from auditor.text.memo import Memo
from auditor.text.tokens import Token
from auditor.text.traits import trait


class Topics(Record, frozen=True):
    """Language -> lower-case English words for the places where it is spoken; letters that only its names have."""

    schema: int
    lower: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    letters: dict[str, str]


def topics(words: Mapping[str, int]) -> Mapping[str, int]:
    """Language -> how many words of the text name its places and people; ``words``: word -> how often it stands."""
    summed: dict[str, int] = {}
    for word, count in words.items():
        for code in _about[word]:
            summed[code] = summed.get(code, 0) + count
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
    """All languages whose places are known."""
    return tuple(sorted({code for codes in _table().values() for code in codes}))


def _named_by(word: str) -> tuple[str, ...]:
    """The languages whose places or people a word names; without a capital only currencies and the like do."""
    low = word.lower().removesuffix("'s").removesuffix("’s")
    if not word[0].isupper():
        return _table().get(low, ()) if low in _lower() else ()
    return _table().get(low) or (() if low.isascii() else _lettered(low))


def _lettered(word: str) -> tuple[str, ...]:
    """The languages of which a letter of the word is known."""
    return tuple(dict.fromkeys(code for letter in word for code in _letters().get(letter, ())))


_about = Memo(_named_by, 50_000)
NAMES_PLACE = trait(_named_by)


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Word -> languages. What is listed by hand stands before the towns."""
    rows = load_tsv(data_path("languages", "source_places.tsv"), ("language", "towns"))
    table = {town: (row["language"],) for row in rows for town in row["towns"].split()}
    listed: dict[str, tuple[str, ...]] = {}
    for code, words in _file().words.items():
        for word in words:
            listed[word] = (*listed.get(word, ()), code)
    return {**table, **listed}


@cache
def _letters() -> Mapping[str, tuple[str, ...]]:
    """Letter in lower case -> languages."""
    found: dict[str, tuple[str, ...]] = {}
    for code, letters in _file().letters.items():
        for letter in letters:
            found[letter] = (*found.get(letter, ()), code)
    return found


@cache
def _file() -> Topics:
    return load_toml(data_path("languages", "source_topics.toml"), Topics)


@cache
def _lower() -> frozenset[str]:
    return frozenset(_file().lower)
