"""Lines of a page that were left in the language of its source: spans of TA203."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.checks.base import Context
from auditor.reading.zones.photos import agencies
from auditor.text.lexicon import LANGUAGES, SCALE, Lexicon
from auditor.text.word_classes import word_classes
from auditor.text.words import function_words

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MARKS = frozenset('“”"«»„‘')
_ENGLISH = LANGUAGES.index("en")
_LONGEST = 160  # characters of a line
_LEAST, _MOST = 2, 20  # words of a line
_RARE, _KNOWN = (
    round(3.0 * SCALE),
    round(4.3 * SCALE),
)  # zipf in English of a strange word, and of one of another language
_THEIRS = round(4.5 * SCALE)  # of a word that is common elsewhere
_MORE = round(1.0 * SCALE)  # by which a word is commoner there
_CAPITAL = round(4.0 * SCALE)  # of an English word with a capital


def foreign_lines(context: Context) -> Iterator[tuple[int, int, str | None]]:
    """``(start, end, language)`` of short lines of the body without a word of English; None: one without a list."""
    reading = context.reading
    if reading.base != "en":
        return
    for block in reading.layout.blocks:
        if block.kind == "excluded" or not 0 < block.end - block.start <= _LONGEST:
            continue
        own = reading.text[block.start : block.end]
        if not _small().isdisjoint(own.lower().split()):
            continue
        words = _WORD.findall(own)
        if not _LEAST <= len(words) <= _MOST or not _MARKS.isdisjoint(own) or not _of_ours(words):
            continue
        if code := _language(words, context.lexicon):
            yield block.start, block.end, code if code != "-" else None


@cache
def _small() -> frozenset[str]:
    lists = function_words()["en"]
    return frozenset((*lists.glue, *lists.residue))


def _of_ours(words: Sequence[str]) -> bool:
    """False for most lines: a small word or a common one of English stands there."""
    return all(word not in _small() and word not in word_classes() for word in words)


def _language(words: Sequence[str], lexicon: Lexicon) -> str | None:
    """The language that has most of the words, ``-`` where no list has them; None for English and names."""
    low = [word for word in words if word[0].islower() and len(word) > 1 and word not in agencies().links]
    if not low or not all(_strange(word, lexicon.row(word)) for word in low):
        return None
    marked = any(not word.isascii() for word in words)
    if len(low) == 1:
        capitals = [lexicon.row(word.lower())[_ENGLISH] for word in words if word[0].isupper()]
        if not marked or any(zipf >= _CAPITAL for zipf in capitals):
            return None
    elif not marked and not any(max(lexicon.row(word)) >= _THEIRS for word in low):
        return None
    sums = [sum(lexicon.row(word.lower())[k] for word in words) for k in range(len(LANGUAGES))]
    best = max(range(len(sums)), key=sums.__getitem__)
    return LANGUAGES[best] if best != _ENGLISH and sums[best] >= _RARE * len(low) else "-"


def _strange(word: str, row: bytes) -> bool:
    """A word that English hardly has, or that another language has far more."""
    return row[_ENGLISH] < _RARE or (row[_ENGLISH] < _KNOWN and max(row) - row[_ENGLISH] >= _MORE)
