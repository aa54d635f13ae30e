"""Word tokens with exact positions."""

from __future__ import annotations

import re

import msgspec

APOSTROPHES = "'’ʼ‘`´"
_WORD = re.compile(r"\w++(?:['’ʼ\-‐‑·]\w++)*+")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, number or acronym; inner hyphens and apostrophes belong to it (``O'Hara``, ``MS-22``)."""

    start: int
    end: int
    text: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The word tokens of ``text[start:end]``, in order."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return [Token(m.start(), m.end(), m[0]) for m in found]
