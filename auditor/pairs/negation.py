"""Whether both sides deny, or only one."""

from __future__ import annotations

from auditor.pairs.side import Side
from auditor.pairs.words import TURNS

_LONG = 60  # words; in longer texts a negation may be anywhere


def turned(source: Side, target: Side) -> tuple[tuple[int, int], tuple[int, int] | None] | None:
    """The span of the target and that of the source where one denies and the other has no word of denial at all."""
    if max(len(source.words), len(target.words)) > _LONG:
        return None
    theirs = [(s, e) for s, e, level in source.negations if level == TURNS]
    ours = [(s, e) for s, e, level in target.negations if level == TURNS]
    if ours and not source.negations:
        return ours[0], None
    if theirs and not target.negations:
        return (target.words[0].start, target.words[-1].end) if target.words else (0, 0), theirs[0]
    return None
