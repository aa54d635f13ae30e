"""Dialogue set off by dashes: ``— Je pars, a-t-il dit.``, ``- Jest dobrze - powiedział.``"""

from __future__ import annotations

import re

from auditor.packs.elisions import elisions
from auditor.reading.quotes.marks import Pair
from auditor.reading.quotes.subjects import Field

_OPEN = re.compile(r"(?:[—–]\s?|-\s)(?=\S)")
_INNER = re.compile(r"[,.!?…]?(?:\s?[—–]\s?|\s-\s)(?=\S)")
_NEAR = 4
_SENTENCES = 6


def dialogue(field: Field, language: str) -> list[Pair]:
    """Sentences that open with a dash and hold a second one before a verb of saying, as if marked.

    The words may run over a few sentences of the paragraph.
    """
    base = language.split("-")[0]
    if base not in elisions().dashes:
        return []
    opening = "—–-" if base in elisions().hyphens else "—–"
    found: list[Pair] = []
    for k, segment in enumerate(field.segments):
        if field.text[segment.start] in opening and not (found and segment.start < found[-1].close):
            pair = _speech(field, segment.start, _roof(field, k))
            if pair:
                found.append(pair)
    return found


def _roof(field: Field, k: int) -> int:
    """Where the words must end: some sentences on, within the paragraph."""
    last = k
    while last + 1 < len(field.segments) and last < k + _SENTENCES:
        if field.segments[last + 1].block != field.segments[k].block:
            break
        last += 1
    return field.segments[last].end


def _speech(field: Field, start: int, end: int) -> Pair | None:
    opening = _OPEN.match(field.text, start, end)
    if opening is None:
        return None
    for m in _INNER.finditer(field.text, opening.end(), end):
        lo, hi = field.span(m.end(), end)
        if any(word in field.words.verbs for word in field.low[lo : min(hi, lo + _NEAR)]):
            return Pair(opening.end() - 1, m.start() + (m[0][0] in ".!?…"))
    return None
