"""Names in lower case that are known to be names wherever they stand: bodies, makers, given names: spans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from auditor.checks.base import Context
from auditor.checks.marks.lower_shown import lower_names_file
from auditor.checks.spans import in_address
from auditor.packs.public_persons import by_family
from auditor.reading.article import Reading
from auditor.reading.mentions.words import is_given
from auditor.text.lexicon import Lexicon, lexicon
from auditor.text.traits import trait
from auditor.text.word_classes import word_classes

_SHORTEST = 4  # letters of a given name
_KNOWN = 2.8  # zipf from which English copy knows a given name
_AHEAD = 1.5  # zipf by which another language may have it oftener
_PLAIN = 4.0  # zipf of a word of English beside it
_STRANGE = 3.0  # zipf below which a word in lower case behind a given name is the rest of the name

Named = tuple[int, int, str]
"""Start, end, and how it is written."""


def known_names(context: Context) -> Iterator[Named]:
    """``nato``, ``the us``, ``Donald trump``, ``lionel``, ``mohammad javad``: in text order for each word."""
    reading, table = context.reading, lower_names_file()
    for word in sorted(table.written.keys() & reading.places.keys()):
        for at in reading.places[word]:
            if _stands_free(reading, at):
                yield reading.tokens[at].start, reading.tokens[at].end, table.written[word]
    for word in sorted(table.behind_the.keys() & reading.places.keys()):
        for at in reading.places[word]:
            if at and reading.lower[at - 1] == "the" and _beside(reading, at) and _stands_free(reading, at):
                yield reading.tokens[at].start, reading.tokens[at].end, table.behind_the[word]
    yield from _public(reading)
    for word in sorted(reading.traits.having(_GIVEN)):
        for at in reading.places[word]:
            if _stands_free(reading, at) and _is_person(reading, at, context.lexicon):
                last = _last(reading, at, context.lexicon)
                start, end = reading.tokens[at].start, reading.tokens[last].end
                yield start, end, reading.text[start:end].title()


@cache
def _families() -> Mapping[str, tuple[str, ...]]:
    """Family names of the news in lower case -> the given names before them; without those that go on as verbs."""
    table = {name.lower(): heads for name, heads in by_family().items() if name.isalpha() and name.istitle()}
    return {name: heads for name, heads in table.items() if len(name) >= _SHORTEST and name != "will"}


def _public(reading: Reading) -> Iterator[Named]:
    """``Emmanuel macron``: the family name of somebody of the news behind the given name."""
    for word in sorted(_families().keys() & reading.places.keys()):
        for at in reading.places[word]:
            if at and _beside(reading, at) and reading.words[at - 1] in _families()[word] and _stands_free(reading, at):
                yield reading.tokens[at].start, reading.tokens[at].end, word.title()


def _is_given(word: str) -> bool:
    """True for a given name in lower case that English has for nothing else."""
    if len(word) < _SHORTEST or not word.islower() or not word.isalpha() or word in word_classes():
        return False
    if word in lower_names_file().common or not is_given(word.capitalize()):
        return False
    row = lexicon().zipfs(word)
    own = row.pop("en", 0.0)
    return own >= _KNOWN and max(row.values(), default=0.0) < own + _AHEAD


_GIVEN = trait(_is_given, "en")


def _stands_free(reading: Reading, at: int) -> bool:
    """No part of an address or compound."""
    token, text = reading.tokens[at], reading.text
    joined = text[token.end : token.end + 1] in ("-", "_", "/") or text[token.start - 1 : token.start] in ("-", "/")
    return not joined and not in_address(text, token)


def _beside(reading: Reading, at: int) -> bool:
    """One blank before it."""
    return reading.tokens[at].start - reading.tokens[at - 1].end == 1


def _is_person(reading: Reading, at: int, lexicon: Lexicon) -> bool:
    """False inside a phrase of another language."""
    if not at or reading.lower[at - 1] in lower_names_file().strangers:
        return False
    near = (reading.lower[i] for i in (at - 1, at + 1) if i < len(reading.lower))
    return any(lexicon.zipf(word, "en") >= _PLAIN for word in near)


def _last(reading: Reading, at: int, lexicon: Lexicon) -> int:
    """The last word of the name: words in lower case that English hardly has, one blank apart."""
    tokens = reading.tokens
    while at + 1 < len(tokens) and _beside(reading, at + 1):
        word = tokens[at + 1].text
        if not (word.islower() and word.isalpha() and lexicon.zipf(word, "en") < _STRANGE) or len(word) < _SHORTEST:
            break
        at += 1
    return at
