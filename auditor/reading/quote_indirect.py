"""Indirect speech: ``X said that ...``, ``According to X, ...``, ``..., X said.``"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.reading.article import QuoteMention, Segment
from auditor.reading.quote_frames import Field, Speaker, attribution
from auditor.reading.quote_marks import Pair

_SHORTEST = 3


def indirect(field: Field, marked: Sequence[Pair]) -> Iterator[QuoteMention]:
    """Reported speech of every sentence that holds no quotation."""
    quoted = iter(marked)
    pair = next(quoted, None)
    for index, segment in enumerate(field.segments):
        while pair and pair.close < segment.start:
            pair = next(quoted, None)
        if pair and pair.open < segment.end:
            continue
        lo, hi = field.span(segment.start, segment.end)
        found = _said(field, lo, hi, segment) or _attributed(field, lo, hi, segment)
        if found:
            yield _quote(field, index, found)


def _quote(field: Field, index: int, found: tuple[int, int, Speaker, str | None]) -> QuoteMention:
    from auditor.reading.quotes import resolve

    start, end, speaker, verb = found
    named = resolve(field, speaker)
    name = field.text[named.start : named.end]
    return QuoteMention(start, end, field.text[start:end], "indirect", index, name, named.start, named.end, verb, None)


def _said(field: Field, lo: int, hi: int, segment: Segment) -> tuple[int, int, Speaker, str | None] | None:
    return None


def _attributed(field: Field, lo: int, hi: int, segment: Segment) -> tuple[int, int, Speaker, str | None] | None:
    return None
