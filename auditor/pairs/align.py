"""Which stretches of a text stand for which of its source: by length, in order (Gale & Church 1993)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.text.segments import sentences

Span = tuple[int, int]
Stretch = tuple[Span, Span]
_PARAGRAPH = re.compile(r"[^\n]+")
_MOVES = ((1, 1, 0.0), (1, 2, 2.4), (2, 1, 2.4), (2, 2, 4.0), (1, 0, 4.6), (0, 1, 4.6))  # -log prior, against 1:1
_VARIANCE = 6.8
_BAND = 12  # how far from the diagonal a path may stray, besides the difference of the numbers of segments
_CJK = frozenset({"zh", "ja"})
_SIGN = 2.6  # letters that a sign of Chinese or Japanese stands for


def stretches(source: str, target: str, source_lang: str, target_lang: str) -> list[Stretch]:
    """(span of the source, span of the target) of stretches that stand for each other, in order.

    A single sentence on each side is one stretch. Paragraphs pair off where both texts have as many, else sentences.
    Stretches without a counterpart are left out. Linear in the text.
    """
    ours, theirs = _lines(source), _lines(target)
    if len(ours) != len(theirs):
        ours, theirs = [(0, len(source))], [(0, len(target))]
    out: list[Stretch] = []
    for s, t in zip(ours, theirs, strict=True):
        left, right = sentences(source, *s, source_lang), sentences(target, *t, target_lang)
        if len(left) < 2 or len(right) < 2:
            out.append((s, t))
        else:
            out += aligned(left, right, source_lang)
    return out


def _lines(text: str) -> list[Span]:
    return [m.span() for m in _PARAGRAPH.finditer(text) if m[0].strip()]


def aligned(source: Sequence[Span], target: Sequence[Span], source_lang: str) -> list[Stretch]:
    """Stretches from segments: the cheapest path through both lists, where lengths that differ cost."""
    if not source or not target:
        return []
    scale = _SIGN if source_lang in _CJK else 1.0
    sizes = [round((end - start) * scale) for start, end in source], [end - start for start, end in target]
    total = sum(sizes[0]) or 1
    ratio = sum(sizes[1]) / total
    best: dict[Span, tuple[float, Span]] = {(0, 0): (0.0, (0, 0))}
    band = _BAND + abs(len(source) - len(target))
    for i in range(len(source) + 1):
        middle = round(i * len(target) / len(source))
        for j in range(max(0, middle - band), min(len(target), middle + band) + 1):
            options = [
                (
                    best[i - a, j - b][0] + prior + _cost(sum(sizes[0][i - a : i]) * ratio, sum(sizes[1][j - b : j])),
                    a,
                    b,
                )
                for a, b, prior in _MOVES
                if (i - a, j - b) in best
            ]
            if options:
                cost, a, b = min(options)
                best[i, j] = (cost, (i - a, j - b))
    return _path(best, source, target)


def _path(best: dict[Span, tuple[float, Span]], source: Sequence[Span], target: Sequence[Span]) -> list[Stretch]:
    at, out = (len(source), len(target)), []
    while at != (0, 0):
        back = best[at][1]
        if back[0] < at[0] and back[1] < at[1]:
            out.append(((source[back[0]][0], source[at[0] - 1][1]), (target[back[1]][0], target[at[1] - 1][1])))
        at = back
    return out[::-1]


def _cost(expected: float, found: float) -> float:
    """How surprising a length is: the square of its standard score, halved."""
    return (found - expected) ** 2 / (2 * _VARIANCE * max(1.0, (expected + found) / 2)) if expected or found else 0.0
