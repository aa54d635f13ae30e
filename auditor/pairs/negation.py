"""Whether both sides deny, or only one."""

from __future__ import annotations

import re

from auditor.pairs.side import Side
from auditor.pairs.words import TURNS, senses

_LONG = 60  # words; in longer texts a negation may be anywhere
_MARKS = frozenset("?？")  # questions deny for politeness
_NUMBERED = re.compile(r"\.?\s*[\d#]|\.")
Span = tuple[int, int]


def turned(source: Side, target: Side) -> tuple[Span, Span | None] | None:
    """The span of the target and that of the source where one denies and the other has no word of denial at all."""
    if not source.negations and not target.negations:
        return None
    if senses(source.language) is None or senses(target.language) is None:
        return None
    if max(len(source.words), len(target.words)) > _LONG:
        return None
    if not source.negations:
        ours = _firm(target)
        return (ours[0], None) if ours else None
    if not target.negations and target.words and _MARKS.isdisjoint(source.text + target.text):
        theirs = _firm(source)
        return ((target.words[0].start, target.words[-1].end), theirs[0]) if theirs else None
    return None


def _firm(of: Side) -> list[Span]:
    """Negators that deny; "not only", "whether or not" and "No. 5" do not."""
    table = senses(of.language)
    soft = table.words.softeners if table else frozenset()
    by = table.words.softened_by if table else frozenset()
    at = {word.start: index for index, word in enumerate(of.words)}
    out: list[Span] = []
    for start, end, level in of.negations:
        if level != TURNS:
            continue
        index = at.get(start, 0)
        near = {word.low for word in of.words[max(0, index - 1) : index + 4]}
        before = of.words[index - 1].low if index else ""
        if near & soft or before in by or (end - start == 2 and _NUMBERED.match(of.text, end)):
            return []
        out.append((start, end))
    return out
