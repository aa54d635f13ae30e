"""Dialogue set off by dashes: ``— Je pars, a-t-il dit.`` in languages whose press prints speech so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.reading.quote_marks import Pair
from auditor.reading.quote_subjects import Field

LANGUAGES = frozenset({"fr", "es", "it", "pt", "pl", "ru", "uk", "cs"})
_OPEN = re.compile(r"[—–]\s?(?=\S)")
_INNER = re.compile(r"[,.!?…]?\s?[—–]\s?(?=\S)")
_NEAR = 4


def dialogue(field: Field, blocks: Sequence[tuple[int, int]], language: str) -> list[Pair]:
    """Paragraphs that open with a dash and hold a second one before a verb of saying, as if marked."""
    if language not in LANGUAGES:
        return []
    found = (_speech(field, start, end) for start, end in blocks if field.text[start] in "—–")
    return [pair for pair in found if pair]


def _speech(field: Field, start: int, end: int) -> Pair | None:
    opening = _OPEN.match(field.text, start, end)
    if opening is None:
        return None
    for m in _INNER.finditer(field.text, opening.end(), end):
        lo, hi = field.span(m.end(), end)
        if any(word in field.words.verbs for word in field.low[lo : min(hi, lo + _NEAR)]):
            return Pair(opening.end() - 1, m.start() + (m[0][0] in ".!?…"))
    return None
