"""Dates as intervals: comparing EDTF values of different precision, with or without a year.

A value is read to the days it may mean, as ordinals of a year pattern: ``2023-02-20``, ``XXXX-02-20``, ``2022-12``,
``XXXX-12~`` with precision ``part-of-month``, ``2024``. Source: Extended Date/Time Format, Library of Congress 2019.
"""

from __future__ import annotations

import re

import msgspec

_DATE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?~?")


class Date(msgspec.Struct, frozen=True):
    """A date with unknown parts as None."""

    year: int | None
    month: int | None
    day: int | None
    loose: bool  # only a part of the month is meant ("mid-December")


def parse(value: str, precision: str) -> Date | None:
    """The date, or None where the value is relative, an open interval or not a date."""
    match = _DATE.fullmatch(value)
    if match is None:
        return None
    year, month, day = (None if part in (None, "XXXX") else int(part) for part in match.groups())
    return Date(year, month, day, precision == "part-of-month")


def same(a: Date, b: Date) -> bool:
    """Equal as far as both speak, and equally precise."""
    return compatible(a, b) and depth(a) == depth(b)


def compatible(a: Date, b: Date) -> bool:
    """True when one day could be both."""
    for x, y in ((a.year, b.year), (a.month, b.month), (a.day, b.day)):
        if x is not None and y is not None and x != y:
            return False
    return a.month is not None or b.month is not None or a.year == b.year


def depth(date: Date) -> int:
    """How precise: 1 year, 2 month, 3 part of a month, 4 day."""
    if date.day is not None:
        return 4
    return (3 if date.loose else 2) if date.month is not None else 1
