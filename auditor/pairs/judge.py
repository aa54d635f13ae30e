"""All faults of one aligned pair, in text order."""

from __future__ import annotations

from typing import Literal, NamedTuple

from auditor.pairs import match, names, negation, residue
from auditor.pairs.side import Side, side

Kind = Literal["number", "magnitude", "name", "untranslated-word", "untranslated-part", "negation", "month", "weekday"]


class Fault(NamedTuple):
    """A fault: where it is in the target, and the source words that tell (None where it is their absence).

    ``firm`` is False where only one side speaks: a minor finding.
    """

    kind: Kind
    start: int
    end: int
    source: tuple[int, int] | None
    firm: bool = True


def judge(source: str, target: str, source_lang: str, target_lang: str) -> list[Fault]:
    """Compares two segments; languages are BCP 47 codes, of which the first subtag counts."""
    if not source.strip() or not target.strip():
        return []
    return compare(side(source, source_lang), side(target, target_lang))


def compare(source: Side, target: Side) -> list[Fault]:
    """The faults of a pair as read. A part left untranslated explains all else in it."""
    out: list[Fault] = []
    single, parts = residue.residue(source, target)
    out += [Fault("untranslated-part", start, end, None) for start, end in parts]
    out += [Fault("untranslated-word", start, end, None) for start, end in single]
    for kind, item, other in match.numbers(source, target):
        out.append(
            Fault("magnitude" if kind == "magnitude" else "number", item.start, item.end, (other.start, other.end))
        )
    out += [Fault("month", t.start, t.end, (s.start, s.end)) for t, s in match.months(source, target)]
    out += [Fault("weekday", t.start, t.end, (s.start, s.end)) for t, s in match.weekdays(source, target)]
    if not parts:
        out += [Fault("name", *span, found, found is not None) for span, found in names.changed(source, target)]
        turned = negation.turned(source, target)
        if turned:
            out.append(Fault("negation", *turned[0], turned[1]))
    return sorted(out, key=lambda fault: (fault.start, fault.end, fault.kind))
