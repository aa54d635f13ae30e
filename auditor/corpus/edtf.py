"""Dates as intervals: comparing EDTF values of different precision, with or without a year.

A value is read to the days it may mean, as ordinals of a year pattern: ``2023-02-20``, ``XXXX-02-20``, ``2022-12``,
``XXXX-12~`` with precision ``part-of-month``, ``2024``. Source: Extended Date/Time Format, Library of Congress 2019.
"""

from __future__ import annotations

import re

import msgspec

YEAR, MONTH, PART, DAY = 1, 2, 3, 4
_PARTS = {"early": (1, 13), "mid": (8, 22), "late": (18, 31)}  # days a part of a month may mean, with slack
_DATE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?~?")


class Date(msgspec.Struct, frozen=True):
    """A date with unknown parts as None."""

    year: int | None
    month: int | None
    day: int | None
    part: str | None  # "early", "mid" or "late" where only a part of the month is meant


def parse(value: str, precision: str, modifier: str | None = None) -> Date | None:
    """The date, or None where the value is relative, an open interval or not a date."""
    match = _DATE.fullmatch(value)
    if match is None:
        return None
    year, month, day = (None if part in (None, "XXXX") else int(part) for part in match.groups())
    part = (modifier if modifier in _PARTS else "mid") if precision == "part-of-month" else None
    return Date(year, month, day, part)


def same(a: Date, b: Date) -> bool:
    """Equal as far as both speak, and equally precise."""
    return compatible(a, b) and depth(a) == depth(b) and a.part == b.part


def compatible(a: Date, b: Date) -> bool:
    """True when one day could be both and they share a part that says so (a year alone does not meet a bare month)."""
    parts = [(a.year, b.year), (a.month, b.month), (a.day, b.day)]
    known = [(x, y) for x, y in parts if x is not None and y is not None]
    if not known or any(x != y for x, y in known):
        return False
    return _inside_part(a, b) and _inside_part(b, a)


def _inside_part(a: Date, b: Date) -> bool:
    if a.part is None or b.day is None:
        return True
    first, last = _PARTS[a.part]
    return first <= b.day <= last


def depth(date: Date) -> int:
    """How precise: `YEAR`, `MONTH`, `PART` of a month or `DAY`."""
    if date.day is not None:
        return DAY
    return (PART if date.part else MONTH) if date.month is not None else YEAR
