"""Sorts patterns by the words by which `patterns.Matcher` finds them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from auditor.text.patterns import REACH, Found, Guards, Variant

_Growing = defaultdict[int, defaultdict[str, list[int]]]


def index(variants: Iterable[Variant]) -> dict[str, Found]:
    """Anchor word -> which of the variants, numbered from 0, it finds."""
    shelves: defaultdict[str, _Shelf] = defaultdict(_Shelf)
    for number, variant in enumerate(variants):
        for anchor in variant.elements[variant.anchor].words:
            shelves[anchor].add(number, variant)
    return {word: shelf.frozen() for word, shelf in shelves.items()}


class _Shelf:
    """The variants of one anchor word, sorted by what else must stand beside it."""

    def __init__(self) -> None:
        self._free: list[int] = []
        self._guarded: _Growing = defaultdict(lambda: defaultdict(list))
        self._tagged: _Growing = defaultdict(lambda: defaultdict(list))

    def add(self, number: int, variant: Variant) -> None:
        step, guard = variant.guard - variant.anchor, variant.elements[variant.guard]
        if not 0 < abs(step) <= REACH:
            self._free.append(number)
        else:
            rows = self._guarded[step]
            for word in guard.words:
                rows[word].append(number)
            for tag in guard.kinds:
                self._tagged[step][tag].append(number)

    def frozen(self) -> Found:
        return Found(tuple(self._free), _frozen(self._guarded), _frozen(self._tagged))


def _frozen(guards: _Growing) -> Guards:
    rows_of = ((step, {word: tuple(numbers) for word, numbers in rows.items()}) for step, rows in guards.items())
    return tuple((step, rows) for step, rows in rows_of if rows)
