"""Whether copy is a report, or a chat, shop or manual, whose lines repeat, break off and name buttons as they do."""

from __future__ import annotations

from functools import cache

from auditor.checks.spans import Sentence, sentences
from auditor.packs import data_path, load_toml
from auditor.reading.article import Reading
from auditor.records import Record
from auditor.text.memo import once

_LEAST, _SHARE = 3, 0.3  # sentences that speak to the reader, and their share
_WORDS = 3  # words of a sentence that counts


class SpokenTo(Record, frozen=True):
    """The words that show it; see the file's header."""

    schema: int
    words: frozenset[str]


@cache
def _table() -> SpokenTo:
    return load_toml(data_path("checks", "spoken_to.toml"), SpokenTo)


@once
def spoken_to(reading: Reading) -> bool:
    """True where three in ten sentences of English copy, three at least, say you or please of their own."""
    if reading.base != "en" or _table().words.isdisjoint(reading.vocabulary):
        return False
    counted = [sentence for sentence in sentences(reading) if len(sentence.words) >= _WORDS]
    spoken = sum(map(_speaks, counted))
    return spoken >= _LEAST and spoken >= _SHARE * len(counted)


def _speaks(sentence: Sentence) -> bool:
    return any(
        word in _table().words and not quoted for word, quoted in zip(sentence.words, sentence.quoted, strict=True)
    )
