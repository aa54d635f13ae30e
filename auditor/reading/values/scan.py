"""The window over one sentence that the readers of dates and figures share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from auditor.reading.values.words import Vocabulary
from auditor.records import ClaimKind
from auditor.text.tokens import Token


class Found(NamedTuple):
    """A value before it is placed: span, and the index of the first token after it."""

    start: int
    end: int
    after: int
    kind: ClaimKind
    value: str
    precision: str
    unit: str | None = None
    relative: bool = False
    modifier: str | None = None


class Scan:
    """The tokens ``lo:hi`` of a sentence; ``low`` are all tokens in lower case, ``at`` is out of range for none."""

    __slots__ = ("hi", "lo", "low", "text", "tokens", "words")

    def __init__(
        self, text: str, tokens: Sequence[Token], low: Sequence[str], lo: int, hi: int, words: Vocabulary
    ) -> None:
        self.text, self.tokens, self.low, self.lo, self.hi, self.words = text, tokens, low, lo, hi, words

    def word(self, index: int) -> str:
        """The token in lower case; empty outside the sentence."""
        return self.low[index] if self.lo <= index < self.hi else ""

    def gap(self, index: int) -> str:
        """What stands between a token and the next one; a line end outside the sentence."""
        if self.lo <= index < self.hi - 1:
            return self.text[self.tokens[index].end : self.tokens[index + 1].start]
        return "\n"

    def near(self, index: int) -> bool:
        """True when only one blank lies between a token and the next."""
        return self.gap(index) in BLANKS

    def behind(self, index: int, words: int) -> str:
        """The ``words`` tokens before ``index`` joined by blanks; empty where punctuation comes between."""
        first = index - words
        if first < self.lo or any(not self.near(i) for i in range(first, index)):
            return ""
        return " ".join(self.low[first:index])

    def token_at(self, offset: int, start: int) -> int:
        """Index of the first token from ``start`` on that begins at ``offset`` or later."""
        while start < self.hi and self.tokens[start].start < offset:
            start += 1
        return start

    def capital(self, index: int) -> bool:
        """True when the token begins with a capital letter."""
        return self.lo <= index < self.hi and self.tokens[index].text[0].isupper()


BLANKS = frozenset({" ", "\u00a0", "\u202f", "\u2009"})


def direction(scan: Scan, i: int) -> tuple[str | None, bool]:
    """The word that makes the date an interval, and whether it does (``not until March 16`` is a point)."""
    words = scan.words
    for j in (i - 1, i - 2):
        name = words.direction.get(scan.word(j))
        if name and all(scan.near(k) for k in range(j, i)):
            negated = name == "until" and any(scan.word(k) in words.calendar.until_not for k in range(j - 10, j))
            return (None, False) if negated else (name, True)
        if len(scan.word(i - 1)) > 3 and words.durations.get(scan.word(i - 1)) != "Y":
            break
    return None, False
