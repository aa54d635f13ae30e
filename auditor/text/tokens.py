"""Word tokens with exact positions."""

from __future__ import annotations

import re
import sys
from collections.abc import Container, Iterable, Sequence
from itertools import accumulate, chain, compress, count
from operator import attrgetter, eq

import msgspec

from auditor.text.memo import Memo

APOSTROPHES = "'’ʼ‘`´"
_JOINING = frozenset("'’ʼ-‐‑·")  # marks inside words
_WORD = re.compile(rf"(\w++(?:[{re.escape(''.join(sorted(_JOINING)))}]\w++)*+)")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, number or acronym; inner hyphens and apostrophes belong to it (``O'Hara``, ``MS-22``)."""

    start: int
    end: int
    text: str


_start, _end = attrgetter("start"), attrgetter("end")


def _in_lower(word: str) -> str:
    return sys.intern(word.lower())


_lower = Memo(_in_lower, 100_000)


def in_lower(words: Iterable[str]) -> list[str]:
    """The words in lower case, each word made once: equal ones are the same string."""
    return list(map(_lower.__getitem__, words))


def places_of(wanted: Container[str], words: Iterable[str]) -> list[int]:
    """The indexes of those words that are among the wanted, in order."""
    return list(compress(count(), map(wanted.__contains__, words)))


def echoes(words: Sequence[str], step: int = 1) -> list[int]:
    """The indexes of those words that are the same as the one so many places on."""
    return list(compress(count(), map(eq, words, words[step:])))


def between(text: str, words: Sequence[Token]) -> frozenset[str]:
    """The different stretches before, between and behind the word tokens of a text: blanks and marks."""
    begins, ends = chain((0,), map(_end, words)), chain(map(_start, words), (len(text),))
    return frozenset(map(text.__getitem__, map(slice, begins, ends)))


def whole(part: str) -> frozenset[str]:
    """The words and stretches between words that every text that ``part`` stands in has as they are.

    Those at its ends may go on there, and a mark that joins may be one inside a word: of these nothing is known.
    """
    pieces = list(filter(None, _WORD.split(part)))[1:-1]
    return frozenset(pieces) if _JOINING.isdisjoint(part) else frozenset()


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The word tokens of ``text[start:end]``, in order."""
    pieces = _WORD.split(text[start:end])  # what stands between words, and words, in turn
    ends = list(accumulate(map(len, pieces), initial=start))
    return list(map(Token, ends[1::2], ends[2::2], map(sys.intern, pieces[1::2])))
