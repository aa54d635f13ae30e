"""Pairs of quotation marks, of every style, inside one paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
_MAX_DEPTH = 4
_SHORTEST = 3  # between single marks: a letter or two is an elision (rock ’n’ roll)
_MAX_RUN = 4  # paragraphs that a quotation may run on without marks


class Pair(NamedTuple):
    """A quotation: positions of its marks; ``closed`` is false where it runs on into the next paragraph."""

    open: int
    close: int
    closed: bool = True


class _Marks(NamedTuple):
    """The marks of one paragraph: quotations, an opening mark and a closing mark that found no partner."""

    pairs: list[Pair]
    opener: int | None
    closer: int | None


def pairs(text: str, blocks: Sequence[tuple[int, int]]) -> list[Pair]:
    """The outermost quotations of the paragraphs, in order. Apostrophes are none.

    A mark without a partner is dropped, so that a missing close never swallows what follows; but a quotation runs on
    where the next paragraph opens again with the same mark, or where one of the next ones closes what it never opened.
    """
    marks = [_marks(text, start, end) for start, end in blocks]
    found: list[Pair] = []
    for k, (own, (_, end)) in enumerate(zip(marks, blocks, strict=True)):
        found += own.pairs
        if own.opener is None or text[own.opener] in _SINGLE:
            continue
        close = _closed_later(text, own.opener, marks[k + 1 : k + 1 + _MAX_RUN])
        if close is not None:
            found.append(Pair(own.opener, close))
        elif _opens_again(text, own.opener, end):
            found.append(Pair(own.opener, end, closed=False))
    return _outermost(found)


def _marks(text: str, start: int, end: int) -> _Marks:
    stack: list[int] = []
    found: list[Pair] = []
    closers: list[int] = []
    for m in _MARK.finditer(text, start, end):
        _take(text, m.start(), (start, end), stack, found, closers)
    closer = closers[0] if closers and all(closers[0] < pair.open for pair in found) else None
    return _Marks(found, stack[0] if stack else None, closer)


def _take(text: str, at: int, bounds: tuple[int, int], stack: list[int], found: list[Pair], closers: list[int]) -> None:
    start, end = bounds
    mark, before, after = text[at], text[at - 1] if at > start else " ", text[at + 1] if at + 1 < end else " "
    if mark in "'’‘" and before.isalnum() and after.isalnum():
        return
    opens, closes = _opens(mark, before, after), _closes(mark, before, after)
    depth = next((d for d in range(len(stack) - 1, -1, -1) if mark in _CLOSERS[text[stack[d]]]), None)
    if depth is not None and closes and not (opens and not _same_style(text[stack[depth]], mark)):
        if mark in _SINGLE and text[stack[depth]] not in _SINGLE:
            return
        if mark not in _SINGLE or at - stack[depth] > _SHORTEST:
            found.append(Pair(stack[depth], at))
        del stack[depth:]
    elif opens and len(stack) < _MAX_DEPTH:
        if stack and text[stack[-1]] == mark:
            stack.pop()
        stack.append(at)
    elif closes and mark not in _SINGLE and not stack:
        closers.append(at)


def _opens(mark: str, before: str, after: str) -> bool:
    if mark in _ALWAYS_OPEN:
        return True
    if mark in _ALWAYS_CLOSE:
        return False
    free = before.isspace() or before in _BEFORE_OPEN or (_MARK.match(before) is not None)
    if mark in "'’‘" and after.isdigit():
        return False
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


def _opens_again(text: str, opener: int, end: int) -> bool:
    """True when the next paragraph opens with the same mark, as every paragraph of a long quotation does."""
    tail = text[end : end + 80].lstrip()
    return tail[:1] == text[opener] and "\n" in text[end : end + 80]


def _closed_later(text: str, opener: int, following: Sequence[_Marks]) -> int | None:
    """The close in one of the next paragraphs, when nothing opens in between."""
    for marks in following:
        if marks.closer is not None and text[marks.closer] in _CLOSERS[text[opener]]:
            return marks.closer
        if marks.pairs or marks.opener is not None:
            return None
    return None


def _outermost(found: list[Pair]) -> list[Pair]:
    out: list[Pair] = []
    for pair in sorted(found):
        if not out or pair.open > out[-1].close:
            out.append(pair)
    return out
