"""English copy as the symbols that the style model knows: general words as they are, all others as shapes."""

from __future__ import annotations

import re
from collections.abc import Iterator

PIECE = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|\d[\d.,]*|[^\w\s]|\n+")
_SUFFIXES = ("ing", "ed", "ly", "s")
_BREAK = "^"


def reduced(word: str, vocabulary: frozenset[str]) -> str:
    """A word of the vocabulary as it is, others as shapes, figures by length, marks, ``^`` for a line's end."""
    if not word[0].isalnum():
        return _BREAK if word[0] == "\n" else word
    if word[0].isdecimal():
        return f"NUM{min(len(word), 4)}"
    low = word.lower().replace("’", "'")
    if low in vocabulary:
        return low
    if word[0].isupper():
        return "NAME"
    return next((f"-{suffix}" for suffix in _SUFFIXES if low.endswith(suffix)), "w")


def placed(text: str, vocabulary: frozenset[str]) -> Iterator[tuple[str, int, int]]:
    """The symbols with their places."""
    for match in PIECE.finditer(text):
        symbol = reduced(match[0], vocabulary)
        yield symbol, match.start(), match.end()


def features(text: str, vocabulary: frozenset[str]) -> tuple[dict[str, int], int]:
    """Feature -> count, and the number of symbols: one symbol, and two in a row."""
    counts: dict[str, int] = {}
    before, length = "", 0
    for symbol, _, _ in placed(text, vocabulary):
        length += 1
        for name in (symbol, f"{before} {symbol}") if before else (symbol,):
            counts[name] = counts.get(name, 0) + 1
        before = symbol
    return counts, length
