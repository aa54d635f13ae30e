"""Names of bodies whose letters in brackets show that each of their words has a capital: spans, no checks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from auditor.reading.article import Reading
from auditor.text.tokens import Token

_LETTERS = re.compile(r"\((?<=[a-z] \()([A-Z]{3,7})\)")
_SMALL = frozenset(("and", "for", "in", "of", "on", "the", "to"))
_LONGEST = 12  # words of a name

Named = tuple[int, int, str]
"""Start, end, and how it is written."""


def spelled_out(reading: Reading) -> Iterator[Named]:
    """``the Institute for the study of war (ISW)``, in text order; not at the start of a sentence."""
    if ")" not in reading.text:
        return
    for match in _LETTERS.finditer(reading.text):
        words = _words(reading, match.start(), match[1])
        if words and words[0].text[0].isupper() and any(word.text[0].islower() for word in _weighty(words)):
            start, end = words[0].start, words[-1].end
            before = reading.text[max(0, start - 2) : start]
            if before[:1].islower() and before[1:] == " ":
                yield start, end, _capitalized(reading.text, words)


def _words(reading: Reading, end: int, letters: str) -> list[Token]:
    """The words before ``end`` that the letters stand for, the last first found; empty where they do not."""
    at, left, found = bisect_right(reading.starts, end) - 1, list(letters), list[Token]()
    while at >= 0 and left and len(found) < _LONGEST:
        token = reading.tokens[at]
        if reading.text[token.end : found[-1].start if found else end] != " ":
            return []
        if token.text[0].upper() == left[-1]:
            left.pop()
        elif token.text not in _SMALL:
            return []
        found.append(token)
        at -= 1
    return [] if left else found[::-1]


def _weighty(words: list[Token]) -> Iterator[Token]:
    return (word for word in words if word.text not in _SMALL)


def _capitalized(text: str, words: list[Token]) -> str:
    start, end = words[0].start, words[-1].end
    marks = {word.start for word in _weighty(words)}
    return "".join(text[at].upper() if at in marks else text[at] for at in range(start, end))
