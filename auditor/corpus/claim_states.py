"""How two values of one thing stand to each other: agrees, differs in precision, superseded, open, conflict.

Only the values decide here; whether they are about one thing is for `claims` to say.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from auditor.corpus import edtf
from auditor.corpus.concepts import concepts
from auditor.reading.article import Value
from auditor.records import ClaimState

_CLOSE = Decimal("0.1")  # of the greater value: how far two figures may lie apart of which one is rounded
_MEASURED = Decimal("0.05")  # the same for two measurements of a length, a weight...
_TIME = re.compile(r"T(\d\d):(\d\d)(?:Z|([+-])(\d\d):(\d\d))?")
_NOUN = 5  # letters by which two counted nouns of one language are compared


def comparable(a: Value, b: Value) -> bool:
    """Whether the two are of one kind and measure: dates; times; durations; figures of one unit or counted thing."""
    return a.kind == b.kind and (a.kind in ("date", "time", "duration") or same_unit(a, b))


def same_unit(a: Value, b: Value) -> bool:
    """The same unit or currency; counted nouns may differ in their endings."""
    if a.unit == b.unit:
        return True
    if a.unit is None or b.unit is None or a.kind != "count":
        return False
    return a.unit[:_NOUN].casefold() == b.unit[:_NOUN].casefold()


def same_noun(a: Value, b: Value, languages: tuple[str, str]) -> bool:
    """Whether two counted nouns share a concept."""
    if a.unit is None or b.unit is None:
        return False
    return not set(concepts(a.unit.lower(), languages[0])).isdisjoint(concepts(b.unit.lower(), languages[1]))


def state(a: Value, b: Value, superseded: frozenset[str]) -> ClaimState | None:
    """The state of two comparable values; None where nothing can be said.

    ``superseded``: what a value's modifier says of a plan that was dropped.
    """
    if a.kind == "date":
        return _dates(a, b, superseded)
    return _times(a, b) if a.kind == "time" else _figures(a, b)


def date(value: Value) -> edtf.Date | None:
    """The date of a value; None where it is not absolute (a relative one that was resolved is)."""
    if value.kind != "date" or (value.relative and value.value.startswith("XXXX")):
        return None
    return edtf.parse(value.value, value.precision, value.modifier)


def bounded(a: Value, b: Value) -> bool:
    """Two different open intervals of one precision ("after 2024", "until 2028")."""
    same_kind = a.kind == b.kind == "date" and a.precision == b.precision and not (a.relative or b.relative)
    return same_kind and a.value != b.value and ".." in a.value and ".." in b.value


def _dates(a: Value, b: Value, superseded: frozenset[str]) -> ClaimState | None:
    one, other = date(a), date(b)
    if one is None and other is None:
        return "open" if bounded(a, b) else None
    if one is None or other is None:
        return "open" if _may_be_fixed(a if one is None else b, one or other) else None
    if edtf.same(one, other):
        return "agrees"
    if edtf.compatible(one, other):
        return "differs in precision"
    if a.relative or b.relative:  # resolved by a rule that may err: it can agree, never contradict
        unsure = a.relative and b.relative
        return None if unsure else "open" if edtf.depth(one) == edtf.depth(other) else None
    if (a.modifier in superseded) != (b.modifier in superseded):
        return "superseded"
    return "conflict" if edtf.depth(one) == edtf.depth(other) == edtf.DAY else None


def _may_be_fixed(vague: Value, known: edtf.Date | None) -> bool:
    """A relative day ("on Friday") may be a known day; a weekday tells nothing about a month or a year."""
    return known is not None and vague.relative and (edtf.depth(known) == edtf.DAY) == (vague.precision == "day")


def _times(a: Value, b: Value) -> ClaimState | None:
    """Clock times with zones by the instant; a local time against one with a zone can only be excluded."""
    one, other = _clock(a.value), _clock(b.value)
    if one is None or other is None:
        return None
    (minutes, zoned), (more, also) = one, other
    if zoned == also:
        if minutes == more:
            return "agrees"
        return "conflict" if zoned or a.unit == b.unit else None
    return "open" if (minutes - more) % 15 == 0 else None


def _clock(value: str) -> tuple[int, bool] | None:
    """Minutes of the day, in UTC where a zone is told, and whether one is."""
    match = _TIME.fullmatch(value)
    if match is None:
        return None
    minutes = int(match[1]) * 60 + int(match[2])
    zoned = value.endswith("Z") or match[3] is not None
    if match[3]:
        offset = int(match[4]) * 60 + int(match[5])
        minutes += -offset if match[3] == "+" else offset
    return minutes % 1440, zoned


def _figures(a: Value, b: Value) -> ClaimState:
    if a.value == b.value:
        return "agrees"
    loose = "exact" not in (a.precision, b.precision) or a.precision != b.precision
    if a.kind == "figure" and a.unit not in (None, "%") and _apart(a.value, b.value) <= _MEASURED:
        return "differs in precision"
    return "differs in precision" if _near(a.value, b.value, loose=loose) else "conflict"


def _apart(a: str, b: str) -> Decimal:
    """How far two figures lie apart, as a share of the greater; 1 where they are none."""
    try:
        x, y = Decimal(a), Decimal(b)
    except InvalidOperation:
        return Decimal(1)
    greater = max(abs(x), abs(y))
    return abs(x - y) / greater if greater else Decimal(0)


def _near(a: str, b: str, *, loose: bool) -> bool:
    """One may be the other rounded: both near, and one is a rounder number (or is told as about so much)."""
    if loose:
        return _apart(a, b) <= _CLOSE
    try:
        x, y = Decimal(a), Decimal(b)
        return any(x.quantize(Decimal(1).scaleb(n)) == y or y.quantize(Decimal(1).scaleb(n)) == x for n in _steps(x, y))
    except InvalidOperation:  # no figures, or more digits than are ever rounded
        return False


def _steps(x: Decimal, y: Decimal) -> range:
    """Powers of ten to which the greater number may be rounded: down to its second figure."""
    return range(1, max(x.adjusted(), y.adjusted()))
