"""Pairs of quotation marks, of every style, inside one paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile("[\"“”„‟«»‹›‘’‚‛'「」『』]")
_ALWAYS_OPEN = frozenset("„‚「『‟‛")
_ALWAYS_CLOSE = frozenset("」』")
_CLOSERS = {
    '"': '"”“',
    "“": '”"“',
    "„": '“”"„',
    "‟": "”",
    "”": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‘": "’'",
    "’": "’",
    "‚": "‘’'",
    "‛": "’",
    "'": "'’",
    "「": "」",
    "『": "』",
}
_SINGLE = frozenset("'’‘‚‛‹›")
_BEFORE_OPEN = frozenset("([{—–-/:;,…¿¡")
_AFTER_CLOSE = frozenset(".,;:!?)]}—–-/…")
_MAX_DEPTH = 4


class Pair(NamedTuple):
    """A quotation: positions of its marks; ``closed`` is false where it runs on into the next paragraph."""

    open: int
    close: int
    closed: bool = True


def pairs(text: str, start: int, end: int) -> list[Pair]:
    """The outermost quotations of ``text[start:end]``, in order. Apostrophes are none; a mark without a partner is
    dropped, so that a missing close never swallows what follows, unless the next paragraph opens again."""
    stack: list[int] = []
    found: list[Pair] = []
    for m in _MARK.finditer(text, start, end):
        _take(text, m.start(), start, end, stack, found)
    if stack and _runs_on(text, stack[0], end):
        found.append(Pair(stack[0], end, closed=False))
    return _outermost(found)


def _take(text: str, at: int, start: int, end: int, stack: list[int], found: list[Pair]) -> None:
    mark, before, after = text[at], text[at - 1] if at > start else " ", text[at + 1] if at + 1 < end else " "
    if mark in "'’‘" and before.isalnum() and after.isalnum():
        return
    opens, closes = _opens(mark, before, after), _closes(mark, before, after)
    depth = next((d for d in range(len(stack) - 1, -1, -1) if mark in _CLOSERS[text[stack[d]]]), None)
    if depth is not None and closes and not (opens and not _same_style(text[stack[depth]], mark)):
        if mark in _SINGLE and text[stack[depth]] not in _SINGLE:
            return
        found.append(Pair(stack[depth], at))
        del stack[depth:]
    elif opens and len(stack) < _MAX_DEPTH:
        if stack and text[stack[-1]] == mark:
            stack.pop()
        stack.append(at)


def _opens(mark: str, before: str, after: str) -> bool:
    if mark in _ALWAYS_OPEN:
        return True
    if mark in _ALWAYS_CLOSE:
        return False
    free = before.isspace() or before in _BEFORE_OPEN or (_MARK.match(before) is not None)
    if mark in "«‹":
        return free and after not in ",.;)"
    return free and not after.isspace() and after not in ",.;:!?)]}»”"


def _closes(mark: str, before: str, after: str) -> bool:
    if mark in _ALWAYS_CLOSE or mark in "»›":
        return True
    if mark in _ALWAYS_OPEN:
        return mark == "„"
    return not before.isspace() and (not after.isalnum() or mark in "”")


def _same_style(opener: str, mark: str) -> bool:
    """True when the mark is more likely the close of this opener than a new opener."""
    return mark in {"„": "“”", "«": "»", "»": "«", "“": "”", "‘": "’", "‚": "‘’", "‹": "›", "›": "‹"}.get(opener, "")


def _runs_on(text: str, opener: int, end: int) -> bool:
    """True when a paragraph that leaves its quotation open is followed by one that opens with the same mark."""
    if text[opener] not in '“„"«”':
        return False
    tail = text[end : end + 80].lstrip()
    return bool(tail) and tail[0] == text[opener] and "\n" in text[end : end + 80]


def _outermost(found: list[Pair]) -> list[Pair]:
    out: list[Pair] = []
    for pair in sorted(found):
        if not out or pair.open > out[-1].close:
            out.append(pair)
    return out
