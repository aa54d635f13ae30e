"""Web and mail addresses that copy names, by the language of the press of their country (``dziennik.pl``)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from auditor.packs import data_path, load_toml
from auditor.reading.article import Reading
from auditor.records import Record
from auditor.text.tokens import places_of

_LABELS = 4  # parts of an address that are read before its country
_SHORTEST = 2  # letters of the part before it: "A.de" is no address


class Address(msgspec.Struct, frozen=True):
    """An address at ``start:end``, and the language that it speaks for."""

    start: int
    end: int
    text: str
    language: str


class _File(Record, frozen=True):
    """The file ``data/languages/source_domains.toml``; see its header."""

    schema: int
    words: frozenset[str]
    languages: dict[str, str]


@cache
def _file() -> _File:
    return load_toml(data_path("languages", "source_domains.toml"), _File)


def addresses(reading: Reading) -> Iterator[Address]:
    """The addresses of the page, furniture included, in text order."""
    if "." not in reading.between:
        return
    file, text, tokens = _file(), reading.text, reading.tokens
    for at in places_of(file.languages.keys(), reading.lower):
        first = _first(reading, at)
        if first == at or len(tokens[at - 1].text) < _SHORTEST or _goes_on(reading, at, first):
            continue
        start, end = tokens[first].start, tokens[at].end
        yield Address(start, end, text[start:end], file.languages[reading.lower[at]])


def _first(reading: Reading, at: int) -> int:
    """The token that the address begins with, of which this would be the country."""
    text, tokens, first = reading.text, reading.tokens, at
    while first > max(0, at - _LABELS) and text[tokens[first - 1].end : tokens[first].start] == ".":
        first -= 1
    return first


def _goes_on(reading: Reading, at: int, first: int) -> bool:
    """True where this is no country: another part follows it, or a sentence that lost its blank (``home.It was``)."""
    text, token, word = reading.text, reading.tokens[at], reading.lower[at]
    behind = text[token.end : token.end + 2]
    if behind[:1] == "." and behind[1:].isalnum():
        return True
    return word in _file().words and reading.lower[first] != "www" and behind[:1] == " "
