"""Numbers that differ but say the same: years in short, per cent, twelve hours, units of other systems."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from auditor.packs import data_path, load_toml
from auditor.pairs.numbers import Item
from auditor.pairs.side import Side
from auditor.records import Record

_CLOCK = re.compile(
    r"\s?(?:[ap]\.?\s?m\b|o['’]clock|uhr|heures?\b|h\b|час|ч\b|годин|год\b|hodin|godz|klockan|uur)", re.I
)
_UNIT = re.compile(r"[\s\-]{0,2}([^\W\d_]+)")
_MOST = 60  # items of each side that are paired
_YEARS = (1000, 2100)


class Conversions(Record, frozen=True):
    """``data/pairs/conversions.toml``: unit word -> how many of the reader's units it may be."""

    schema: int
    tolerance: float
    units: Mapping[str, tuple[float, ...]]


@cache
def _conversions() -> Conversions:
    return load_toml(data_path("pairs", "conversions.toml"), Conversions)


def explained(source: Side, target: Side, lost: list[Item], found: list[Item]) -> tuple[list[Item], list[Item]]:
    """What is left of the items without a counterpart when pairs that another way of writing explains are taken out."""
    alike = [(s, t) for s in lost[:_MOST] for t in found[:_MOST] if _alike(s, t, source, target)]
    drop = {id(item) for pair in alike for item in pair}
    kept, gone = [t for t in found if id(t) not in drop], [s for s in lost if id(s) not in drop]
    if kept and gone:
        kept = [t for t in kept if not any(_converted(s, t, source, target) for s in gone[:_MOST])]
    return gone, kept


def _alike(s: Item, t: Item, source: Side, target: Side) -> bool:
    clock = _clock(s, source) or _clock(t, target)
    sure = s.firm and t.firm
    return any(_same(min(a, b), max(a, b), clock, sure) for a in s.values for b in t.values)


def _same(low: float, high: float, clock: bool, sure: bool) -> bool:
    if _YEARS[0] <= high < _YEARS[1]:
        century = high % 100 == 0 and (low == high / 100 + 1 or low == high / 100)
        if (low < 100 and high % 100 == low) or century:
            return True
    if clock and high - low == 12 and 1 <= low <= 12:
        return True
    return not sure and low > 0 and (abs(low * 100 - high) < 1e-6 or abs(high / low - 2) < 1e-9)


def _clock(item: Item, where: Side) -> bool:
    return bool(_CLOCK.match(where.text, item.end))


def _converted(s: Item, t: Item, source: Side, target: Side) -> bool:
    """True when one number is the other in the units of another system."""
    factors = (*_factors(s, source), *_factors(t, target))
    if not factors:
        return False
    ratios = [max(a, b) / min(a, b) for a in s.values for b in t.values if a > 0 and b > 0]
    tolerance = _conversions().tolerance
    return any(abs(ratio / factor - 1) < tolerance for ratio in ratios for factor in factors)


def _factors(item: Item, where: Side) -> tuple[float, ...]:
    behind = _UNIT.match(where.text, item.end)
    return _conversions().units.get(behind[1].lower(), ()) if behind else ()
