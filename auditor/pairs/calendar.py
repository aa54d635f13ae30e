"""Months and weekdays of one side against those of the other."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.pairs.match import left_over
from auditor.pairs.numbers import Item
from auditor.pairs.side import Side


def months(source: Side, target: Side) -> Iterable[tuple[Item, Item]]:
    """Months of the target that the source does not name, with the source's month that is missing."""
    return _changed(source.months, target.months)


def weekdays(source: Side, target: Side) -> Iterable[tuple[Item, Item]]:
    """The same for weekdays."""
    return _changed(source.weekdays, target.weekdays)


def _changed(source: list[Item], target: list[Item]) -> Iterable[tuple[Item, Item]]:
    if not source or not target:
        return ()
    lost, found = left_over(source, target)
    named = [item for item in found if not item.digits]
    return list(zip(named, lost, strict=False)) if lost else ()
