"""What the phrases found in an article say of the whole: that a machine reworded it, or translated it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from auditor.checks.phrases.calque_pack import Calque

CopyKind = Literal["spun", "translated"]
SPUN = ("en",)  # the language of the tables of rewordings
_FAULT, _HABIT = 2, 1  # points of a kind of set phrase that nobody writes, and of one that people write, too
_POINTS = 6  # of different kinds, at least; each of 1,389 clean texts has 2 at most
_FAULTS = 2  # kinds of the first sort, at least
_MANY = 10  # points that prove it without a kind of the first sort
_SWAPPED = 6.0  # points in 1,000 words, too: no native page has more than 2.5, none of the reworded less than 13
_LIKELIER, _DENSER = 4.5, 12.0  # nats that prove it by single words, in all and in 1,000 words, as in `rewording`
_SURE, _LIKELY = 2, 1  # points of a kind of phrase that only translations have, and of one that others may have, too
_ALONE = 3  # likely kinds that prove a translation without a sure one; of 554 native texts four have more than 1
_PROOF, _RATE = 3, 8.0  # points that prove a translation, in all and in 1,000 words: none of the 554 has both


class Found(msgspec.Struct, frozen=True):
    """A row of the tables in the text. ``suggestions``: replacements of the words; ``languages``: of its row, and of
    the rows that it covers.

    ``clue``: it only speaks for a source language, here.
    """

    row: Calque
    start: int
    end: int
    suggestions: tuple[str, ...]
    languages: tuple[str, ...]
    clue: bool = False


def copy_kinds(found: Iterable[Found], words: int, reworded: float) -> frozenset[CopyKind]:
    """What an article of so many words is shown to be by the rows that need no such proof, and by habits.

    ``reworded``: nats of `rewording`.

    ``found`` in text order. Rows that overlap are one phrase, and a phrase counts once, however often it stands.
    Rows of weight 0 are words that people use, too: they show nothing of a translation.
    """
    every = _phrases(found)
    kinds: set[CopyKind] = set()
    swapped = [row for row in every if row.languages == SPUN]
    faults = sum(1 for row in swapped if _sure(row))
    told = faults * _FAULT + (len(swapped) - faults) * _HABIT
    by_phrases = told >= (_POINTS if faults >= _FAULTS else _MANY) and told * 1000 >= _SWAPPED * words
    if by_phrases or (reworded >= _LIKELIER and reworded * 1000 >= _DENSER * words):
        kinds.add("spun")
    sure = sum(1 for row in every if _sure(row))
    likely = sum(1 for row in every if _likely(row))
    points = sure * _SURE + likely * _LIKELY
    if (points >= _PROOF if sure else likely >= _ALONE) and points * 1000 >= _RATE * words:
        kinds.add("translated")
    return frozenset(kinds)


def telling(found: Iterable[Found]) -> int:
    """How many different phrases tell of a translation."""
    return sum(1 for row in _phrases(found) if _sure(row) or _likely(row))


def _phrases(found: Iterable[Found]) -> list[Calque]:
    """One row for each phrase, the surest of those that overlap."""
    best: list[Found] = []
    for item in found:
        if best and item.start < best[-1].end:
            if _rank(item.row) < _rank(best[-1].row):
                best[-1] = item
        else:
            best.append(item)
    return list({item.row.match: item.row for item in best}.values())


def _rank(row: Calque) -> int:
    return 0 if _sure(row) else 1 if row.only_in == "spun" or _likely(row) else 2


def _sure(row: Calque) -> bool:
    return not row.clue and row.only_in is None


def _likely(row: Calque) -> bool:
    return row.only_in == "translated" and row.weight > 0
