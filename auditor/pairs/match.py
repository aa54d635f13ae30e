"""Values of one side against those of the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from auditor.pairs.explain import explained
from auditor.pairs.numbers import Item
from auditor.pairs.side import Side

_SCALES = (1e3, 1e6, 1e9)
_MOST = 60  # changed numbers of one stretch that are told
_SMALL = 6
_BARE = 1e6  # smaller magnitudes ("thousands") are figures of speech

Change = tuple[str, Item, Item]  # ``number`` or ``magnitude``, item of the target, item of the source


def left_over(
    source: Sequence[Item], target: Sequence[Item], more: Sequence[Item] = (), others: Sequence[Item] = ()
) -> tuple[list[Item], list[Item]]:
    """The items of each side of which no reading stands on the other side.

    ``more`` and ``others`` are items of the source and of the target that may stand for parts of a reading (months).
    """
    return _missing(source, _values(target), _values(others)), _missing(target, _values(source), _values(more))


def _missing(items: Sequence[Item], there: set[float], parts: set[float]) -> list[Item]:
    """Items that no reading finds among the other side's values; dates may find their month in ``parts``."""
    every = there | parts
    return [item for item in items if not any((every if len(way) > 1 else there).issuperset(way) for way in item.ways)]


def _values(items: Iterable[Item]) -> set[float]:
    return {value for item in items for way in item.ways for value in way}


def numbers(source: Side, target: Side) -> Iterable[Change]:
    """Changed numbers, each with the number of the source that it should be."""
    if not target.numbers or not source.numbers:
        return ()
    lost, found = left_over(source.numbers, target.numbers, source.months, target.months)
    if not lost and not found:
        return ()
    lost, found = explained(source, target, lost, found)
    magnitudes = _magnitudes(lost, found)
    if magnitudes:
        return magnitudes
    wanted, strange = _firm(lost), _firm(found)
    if not wanted and strange:
        wanted = [item for item in _repeated(source.numbers, target.numbers) if strange[0].digits]
    elif wanted and not strange:
        strange = [item for item in _repeated(target.numbers, source.numbers) if wanted[0].digits]
    if not wanted or not strange:
        return ()
    pairs = [(item, _nearest(item, wanted, source, target)) for item in strange[: min(len(wanted), _MOST)]]
    return [("number", item, other) for item, other in pairs if not _counted_otherwise(item, other)]


def _firm(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if item.firm and not item.bare]


def _repeated(items: Sequence[Item], others: Sequence[Item]) -> list[Item]:
    """Numbers in digits that stand more often here than there; the last of each."""
    if len(items) < 2:
        return []
    mine = Counter(item.ways[0] for item in items if item.digits)
    theirs = Counter(way for item in others for way in item.ways)
    last = {item.ways[0]: item for item in items if item.digits}
    return [item for way, item in last.items() if mine[way] > max(1, theirs[way])]


def _counted_otherwise(item: Item, other: Item) -> bool:
    """``three`` for ``and two others``: small numbers one apart, one of them a word."""
    low, high = sorted((item.ways[0][0], other.ways[0][0]))
    return not (item.digits and other.digits) and high - low == 1 and high <= _SMALL


def _nearest(item: Item, wanted: Sequence[Item], source: Side, target: Side) -> Item:
    """The source's number that stands at the like place."""
    place = item.start / max(1, len(target.text))
    return min(wanted[:_MOST], key=lambda other: (abs(other.start / max(1, len(source.text)) - place), other.start))


def _magnitudes(lost: Sequence[Item], found: Sequence[Item]) -> list[Change]:
    """Pairs that differ by a factor of thousands: another magnitude word was taken."""
    out: list[Change] = []
    for item in found:
        if item.factor > 1 or item.bare:
            other = next((other for other in lost[:_MOST] if _another_magnitude(item, other)), None)
            if other is not None:
                out.append(("magnitude", item, other))
    return out


def _another_magnitude(item: Item, other: Item) -> bool:
    if item.bare or other.bare:
        low, high = sorted((item.factor, other.factor))
        one = all(entry.bare or entry.factor in entry.values for entry in (item, other))
        return one and high != low and low >= _SCALES[0] and high >= _BARE
    return any(_scaled(a, b) for a in item.values for b in other.values)


def _scaled(a: float, b: float) -> bool:
    low, high = (a, b) if a < b else (b, a)
    return low > 0 and any(abs(high / low / scale - 1) < 1e-6 for scale in _SCALES)


def months(source: Side, target: Side) -> Iterable[tuple[Item, Item]]:
    """Months of the target that the source does not name, with the source's month that is missing."""
    return _named_otherwise(source.months, target.months)


def weekdays(source: Side, target: Side) -> Iterable[tuple[Item, Item]]:
    """The same for weekdays."""
    return _named_otherwise(source.weekdays, target.weekdays)


def _named_otherwise(source: list[Item], target: list[Item]) -> Iterable[tuple[Item, Item]]:
    if not source or not target:
        return ()
    lost, found = left_over(source, target)
    named = [item for item in found if not item.digits]
    return list(zip(named, lost, strict=False)) if lost else ()
