"""Numbers in a text: what digits may stand for, number words added up, magnitudes taken in."""

from __future__ import annotations

import re
from functools import lru_cache

_SEPARATORS = re.compile(r"[^\d.,:]")
_NEAR = 8
_BLANKS = frozenset({" ", "\u00a0", "-"})
_SUFFIXES = {"k": 1e3, "m": 1e6, "b": 1e9}
_GROUPS = frozenset({10.0, 12.0, 100.0})  # "three tens", "two dozen"
Raw = tuple[int, int, str, float, tuple[tuple[float, ...], ...]]
"""Start, end, kind, value and, of digits, the ways to read them."""


class Item:
    """Something with a value: its ``ways`` of being read (values each), and how firmly (``firm``: a loss is a fault).

    ``factor``: the magnitude word taken in, 1 for none; ``bare``: a magnitude without a number ("millions").
    """

    __slots__ = ("bare", "digits", "end", "factor", "firm", "start", "ways")

    def __init__(self, start: int, end: int, covers: tuple[float, ...], digits: bool, firm: bool) -> None:
        self.start, self.end, self.digits, self.firm = start, end, digits, firm
        self.ways: tuple[tuple[float, ...], ...] = tuple((cover,) for cover in covers)
        self.factor, self.bare = 1.0, False

    @property
    def values(self) -> tuple[float, ...]:
        """The readings that are one value."""
        return tuple(way[0] for way in self.ways if len(way) == 1)

    def times(self, factor: float) -> tuple[tuple[float, ...], ...]:
        """The readings as one value, multiplied."""
        return tuple((exact(value * factor),) for value in self.values)


@lru_cache(maxsize=65536)
def readings(word: str) -> tuple[tuple[tuple[float, ...], ...], float]:
    """What digits with separators may stand for, likeliest first, and the month if they may be a date (else 0).

    Each reading is the values that it is made of: 14.30 may be one number or a time of two. Separators are read as
    any locale may write them: 1.234 is 1234 or 1.234.
    """
    parts = re.split(r"[.,:]", _SEPARATORS.sub("", word))
    seps = [c for c in word if c in ".,:"]
    if len(parts) == 1:
        ways = [(float(parts[0][:18]),)]
        if " " in word:
            return (*ways, tuple(float(part) for part in word.split(" "))), 0.0
        return tuple(ways), 0.0
    numbers = tuple(float(part[:18]) for part in parts)
    if ":" in seps:
        return _times(numbers) if seps == [":"] else (numbers,), 0.0
    if len(parts) == 3 and seps == [".", "."] and numbers[0] < 32 and 0 < numbers[1] < 13 and len(parts[1]) < 3:
        return (numbers, (numbers[0], numbers[1], numbers[2] + 2000)), numbers[1]
    out: list[tuple[float, ...]] = []
    if len(set(seps)) == 2:
        out.append((float("".join(parts[:-1])[:15] + "." + parts[-1][:9]),))
    elif all(len(part) == 3 for part in parts[1:]) and len(parts[0]) < 4:
        out.append((float("".join(parts)[:18]),))
    if len(parts) == 2:
        out.append((float(parts[0][:15] + "." + parts[1][:9]),))
        if len(parts[1]) < 3 and numbers[0] < 32 and numbers[1] < 60:
            month = numbers[1] if 1 <= numbers[1] <= 12 and seps == ["."] else 0.0
            return (*out, *_times(numbers)), month
    return tuple(out or [numbers]), 0.0


def _times(numbers: tuple[float, ...]) -> tuple[tuple[float, ...], ...]:
    """Two numbers as a score or a date, or as a time of 12 or 24 hours, full hours in short."""
    hour, minute = numbers
    ways = [numbers]
    if hour < 25 and minute < 60:
        other = hour - 12 if hour > 12 else hour + 12
        ways.append((other, minute))
        if not minute:
            ways += [(hour,), (other,)]
    return tuple(ways)


def merged(raw: list[Raw], text: str, joiners: frozenset[str]) -> list[Item]:
    """Number tokens joined to numbers: words added up, magnitudes taken in; ``joiners`` may stand between (*and*)."""
    out: list[Item] = []
    at = 0
    while at < len(raw):
        start, end, kind, value, ways = raw[at]
        at += 1
        if kind == "digits":
            item = Item(start, end, (), True, True)
            item.ways = ways
            item.ways = (*ways, *_suffixed(text, end, item))
        elif kind == "magnitude" and not _goes_on(raw, at, text):
            item = Item(start, end, (value,), False, False)
            item.factor, item.bare = value, True
            out.append(item)
            continue
        elif kind == "magnitude":
            item, at = _spelt(raw, at + 1, text, joiners)
            item.start, item.ways = start, tuple((number + value,) for number in item.values)
        elif kind == "cardinal":
            item, at = _spelt(raw, at, text, joiners)
        else:
            item = Item(start, end, (value,), False, False)
        at = _magnitudes(item, raw, at, text)
        _share(out, item)
        out.append(item)
    return out


def _goes_on(raw: list[Raw], at: int, text: str) -> bool:
    """``mille cinq cents``: a number word stands right behind the magnitude."""
    if at >= len(raw) or raw[at][2] != "cardinal":
        return False
    return text[raw[at - 1][1] : raw[at][0]] in _BLANKS and raw[at][3] < raw[at - 1][3]


def _suffixed(text: str, end: int, item: Item) -> tuple[tuple[float, ...], ...]:
    """``50k``, ``75m``: what the number is if the letter stuck to it is a magnitude."""
    factor = _SUFFIXES.get(text[end : end + 1].lower())
    return () if factor is None or text[end + 1 : end + 2].isalpha() else item.times(factor)


def exact(value: float) -> float:
    """The value without the dust of binary fractions: twelve digits."""
    return float(f"{value:.12g}")


def _spelt(raw: list[Raw], at: int, text: str, joiners: frozenset[str]) -> tuple[Item, int]:
    """A run of number words from token ``at - 1`` on: ``two hundred and six``, ``двадцать первый``."""
    start, end, _, value, _ = raw[at - 1]
    firm = True
    while at < len(raw) and value < 1000:
        nxt = raw[at]
        gap = text[end : nxt[0]].strip(" -\u00a0‑")
        if gap and gap.lower() not in joiners:
            break
        if nxt[2] == "magnitude" and nxt[3] == 100 and value < 100 and not gap:
            value *= 100
        elif nxt[2] in ("cardinal", "ordinal") and nxt[3] < _place(value):
            value += nxt[3]
            firm = nxt[2] == "cardinal"
        elif nxt[2] == "cardinal" and gap and value < 10 and nxt[3] >= 20 and nxt[3] % 10 == 0:
            value += nxt[3]
        else:
            break
        end, at = nxt[1], at + 1
    item = Item(start, end, (value,), False, firm and value > 1)
    if at < len(raw) and raw[at][2] == "loose" and raw[at][3] in _GROUPS and text[end : raw[at][0]] in _BLANKS:
        item.ways, item.end, at = ((value * raw[at][3],), (value,)), raw[at][1], at + 1
    return item, at


def _place(total: float) -> float:
    """The first value that can no longer be added: units after tens, tens after hundreds."""
    if total >= 100:
        return 100 if total % 100 == 0 else (10 if total % 100 >= 20 and total % 10 == 0 else 0)
    return 20 if total in (60, 80) else 10 if total >= 20 and total % 10 == 0 else 0


def _magnitudes(item: Item, raw: list[Raw], at: int, text: str) -> int:
    """Takes in the magnitude words behind a number."""
    while at < len(raw) and raw[at][2] == "magnitude":
        gap = text[item.end : raw[at][0]].strip(" -\u00a0\u202f‑")
        if gap and not (len(gap) < 5 and not item.firm):
            break
        factor = raw[at][3]
        item.bare = not item.firm and item.values[0] in _GROUPS
        item.ways = item.times(factor) or item.ways
        item.factor *= factor
        item.end, at = raw[at][1], at + 1
        if (
            at < len(raw)
            and raw[at][2] == "cardinal"
            and raw[at][3] < factor
            and text[item.end : raw[at][0]] in _BLANKS
        ):
            item.ways = tuple((value + raw[at][3],) for value in item.values)
            item.end, at = raw[at][1], at + 1
    return at


def _share(before: list[Item], item: Item) -> None:
    """``10 to 15 million``: the first number may be millions too."""
    if item.factor > 1 and before and item.start - before[-1].end < _NEAR and before[-1].factor == 1:
        before[-1].ways += before[-1].times(item.factor)
