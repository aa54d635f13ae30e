"""Values of one side against those of the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from auditor.packs import data_path, load_toml
from auditor.pairs.side import Item, Side
from auditor.records import Record

_CLOCK = re.compile(
    r"\s?(?:[ap]\.?\s?m\b|o['’]clock|uhr|heures?\b|h\b|час|ч\b|годин|год\b|hodin|godz|klockan|uur)|:\d", re.I
)
_CLOCK_BEFORE = re.compile(r"\d[:.]$")
_SCALES = (1e3, 1e6, 1e9)
_BARE = 1e6  # smaller magnitudes ("thousands") are figures of speech


class Conversions(Record, frozen=True):
    """``data/pairs/conversions.toml``."""

    schema: int
    tolerance: float
    words: tuple[str, ...]
    factors: tuple[float, ...]


def left_over(source: Sequence[Item], target: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """The items of each side of which no reading stands on the other side."""
    if not source or not target:
        return list(source), list(target)
    here = {cover for item in source for cover in item.covers}
    there = {cover for item in target for cover in item.covers}
    return (
        [item for item in source if there.isdisjoint(item.covers)],
        [item for item in target if here.isdisjoint(item.covers)],
    )


def numbers(source: Side, target: Side) -> Iterable[tuple[str, Item, Item]]:
    """Changed numbers as (``number`` or ``magnitude``, item of the target, item of the source it should stand for)."""
    if not target.numbers or not source.numbers:
        return ()
    lost, found = left_over(source.numbers, target.numbers)
    if not lost or not found:
        return ()
    lost, found = _explained(source, target, lost, found)
    magnitudes = _magnitudes(lost, found)
    if magnitudes:
        return magnitudes
    wanted = [item for item in lost if item.firm and not item.bare]
    strange = [item for item in found if item.firm and not item.bare]
    if not wanted or not strange:
        return ()
    if len(wanted) == 1 and len(strange) == 1 and not (wanted[0].digits or strange[0].digits):
        pass
    return [("number", item, _nearest(item, wanted, source, target)) for item in strange[: len(wanted)]]


def _nearest(item: Item, wanted: Sequence[Item], source: Side, target: Side) -> Item:
    """The source's number that stands at the like place."""
    place = item.start / max(1, len(target.text))
    return min(wanted, key=lambda other: (abs(other.start / max(1, len(source.text)) - place), other.start))


def _magnitudes(lost: Sequence[Item], found: Sequence[Item]) -> list[tuple[str, Item, Item]]:
    """Pairs that differ by a factor of thousands: another magnitude word was taken."""
    out = []
    for item in found:
        if item.factor == 1 and not item.bare:
            continue
        for other in lost:
            if item.bare or other.bare:
                same = (
                    item.bare and other.bare and item.factor != other.factor and min(item.factor, other.factor) >= 1000
                )
                if same and max(item.factor, other.factor) >= _BARE:
                    out.append(("magnitude", item, other))
                    break
            elif any(_scaled(a, b) for a in item.covers for b in other.covers):
                out.append(("magnitude", item, other))
                break
    return out


def _scaled(a: float, b: float) -> bool:
    low, high = (a, b) if a < b else (b, a)
    return low > 0 and any(abs(high / low / scale - 1) < 1e-6 for scale in _SCALES)


def _explained(source: Side, target: Side, lost: list[Item], found: list[Item]) -> tuple[list[Item], list[Item]]:
    """Drops what another way of writing explains: years in short, twelve hours, per cent, units of other systems."""
    gone_s: set[int] = set()
    gone_t: set[int] = set()
    for t in found:
        for s in source.numbers:
            if _alike(s, t, source, target):
                gone_t.add(id(t))
    for s in lost:
        for t in target.numbers:
            if _alike(s, t, source, target):
                gone_s.add(id(s))
    return [s for s in lost if id(s) not in gone_s], [t for t in found if id(t) not in gone_t]


def _alike(s: Item, t: Item, source: Side, target: Side) -> bool:
    for a in s.covers:
        for b in t.covers:
            low, high = (a, b) if a <= b else (b, a)
            if low < 100 and 1000 <= high < 2100 and high % 100 == low:
                return True
            if high - low == 12 and 1 <= low <= 12 and (_clock(s, source) or _clock(t, target)):
                return True
            if not (s.firm and t.firm) and (abs(low * 100 - high) < 1e-6 or (low and abs(high / low - 2) < 1e-9)):
                return True
            if abs(high - low) == 1 and high >= 13 and high <= 22 and low * 100 == high:
                return True
            if low > 0 and (_unit(t, target) or _unit(s, source)) and _converted(high / low):
                return True
            if (
                low > 12
                and low == round(low)
                and (low - 1) * 100 == high - high % 100
                and high < 2100
                and high % 100 == 0
            ):
                return True
    return False


def _clock(item: Item, where: Side) -> bool:
    text = where.text
    return bool(_CLOCK.match(text, item.end) or ":" in text[item.start : item.end]) or bool(
        _CLOCK_BEFORE.search(text, max(0, item.start - 2), item.start)
    )


@cache
def _conversions() -> tuple[float, frozenset[str], tuple[float, ...]]:
    table = load_toml(data_path("pairs", "conversions.toml"), Conversions)
    return table.tolerance, frozenset(table.words), table.factors


def _unit(item: Item, where: Side) -> bool:
    """True when a unit that readers elsewhere do not use stands right behind the number."""
    behind = re.match(r"[\s\-]{0,2}([^\W\d_]+|[°″'\"]\s?[fF]?)", where.text[item.end : item.end + 24])
    return bool(behind) and behind[1].lower() in _conversions()[1] if behind else False


def _converted(ratio: float) -> bool:
    tolerance, _, factors = _conversions()
    return any(abs(ratio / factor - 1) < tolerance for factor in factors)
