"""What the phrases found in an article say of the whole: that a machine reworded it, or translated it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from auditor.checks.calque_pack import Calque

CopyKind = Literal["spun", "translated"]
SPUN = ("en",)  # the language of the tables of rewordings
_FAULT, _HABIT = 2, 1  # points of a kind of set phrase that nobody writes, and of one that people write, too
_POINTS = 6  # of different kinds, at least; each of 1,389 clean texts has 2 at most
_FAULTS = 2  # kinds of the first sort, at least
_SURE, _RATE = 3, 4.0  # different faults of translation that an article must have, and how many in 1,000 words


class Found(msgspec.Struct, frozen=True):
    """A row of the tables in the text. ``languages``: of its row, and of the rows that it covers."""

    row: Calque
    start: int
    end: int
    suggestion: str | None
    languages: tuple[str, ...]


def copy_kinds(found: Iterable[Found], words: int) -> frozenset[CopyKind]:
    """What an article of so many words is shown to be by the rows that need no such proof, and by habits."""
    every = {f.row.match: f.row for f in found}.values()
    kinds: set[CopyKind] = set()
    reworded = [row for row in every if row.languages == SPUN]
    faults = sum(1 for row in reworded if _sure(row))
    if faults >= _FAULTS and faults * _FAULT + (len(reworded) - faults) * _HABIT >= _POINTS:
        kinds.add("spun")
    sure = sum(1 for row in every if _sure(row))
    if sure >= _SURE and sure * 1000 >= _RATE * words:
        kinds.add("translated")
    return frozenset(kinds)


def _sure(row: Calque) -> bool:
    return not row.clue and row.only_in is None
