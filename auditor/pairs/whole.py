"""A whole text against its source: stretch by stretch, each fault checked against the neighbourhood."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.pairs.align import Span, Stretch, stretches
from auditor.pairs.judge import Fault, compare, judge
from auditor.pairs.side import side

LONG = 600  # letters; a longer text is aligned before it is judged
_NEAR = 1  # stretches on each side in which a value may stand, too
_WANDERING = frozenset({"number", "magnitude", "name", "month", "weekday"})


def faults(source: str, target: str, source_lang: str, target_lang: str) -> list[Fault]:
    """The faults of a segment or a text, in text order; spans are in the texts as given."""
    if max(len(source), len(target)) < LONG and "\n" not in source.strip() + target.strip():
        return judge(source, target, source_lang, target_lang)
    return walk(source, target, source_lang, target_lang, stretches(source, target, source_lang, target_lang))


def walk(source: str, target: str, source_lang: str, target_lang: str, pairs: Sequence[Stretch]) -> list[Fault]:
    """The faults of each stretch. What may have moved must be missing from the neighbouring stretches, too."""
    out: list[Fault] = []
    for at, (theirs, ours) in enumerate(pairs):
        here = side(target[slice(*ours)], target_lang)
        found = compare(side(source[slice(*theirs)], source_lang), here)
        if any(fault.kind in _WANDERING for fault in found):
            low, high = max(0, at - _NEAR), min(len(pairs), at + _NEAR + 1) - 1
            around = compare(side(source[pairs[low][0][0] : pairs[high][0][1]], source_lang), here)
            kept = {(fault.kind, fault.start, fault.end) for fault in around}
            found = [f for f in found if f.kind not in _WANDERING or (f.kind, f.start, f.end) in kept]
        out += [_moved(fault, theirs, ours) for fault in found]
    return out


def _moved(fault: Fault, theirs: Span, ours: Span) -> Fault:
    source = fault.source and (fault.source[0] + theirs[0], fault.source[1] + theirs[0])
    return fault._replace(start=fault.start + ours[0], end=fault.end + ours[0], source=source)
