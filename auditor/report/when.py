"""EDTF values in words: ``20 February 2023``, ``about December, year not told``, ``4 a.m.``, ``1 month before``."""

from __future__ import annotations

import calendar
import re

_DATE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<about>[~?%]?)")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_TIME = re.compile(r"T(\d\d(?::\d\d){0,2})(Z|[+-]\d\d:\d\d)?")
_OFFSET = re.compile(r"(-?)P(\d{1,6})([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def when(value: str) -> str:
    """The value in words, as it is where it is of no known form."""
    if "/" in value:
        low, _, high = value.partition("/")
        if low in ("", ".."):
            return f"until {when(high)}"
        if high in ("", ".."):
            first, comma, rest = when(low).partition(",")
            return f"from {first} on{comma}{rest}"
        return f"{when(low)} to {when(high)}"
    if found := _DATE.fullmatch(value):
        return _date(found)
    if found := _WEEKDAY.fullmatch(value):
        return f"{calendar.day_name[int(found[1]) - 1]}, day not told"
    if found := _TIME.fullmatch(value):
        zone = {None: "", "Z": " UTC"}.get(found[2], f" UTC{found[2]}")
        return (found[1] if ":" in found[1] else _hour(int(found[1]))) + zone
    if found := _OFFSET.fullmatch(value):
        return _offset(found)
    return value


def _date(found: re.Match[str]) -> str:
    year, month, day = found["year"], found["month"], found["day"]
    if month is not None and not 1 <= int(month) <= 12:
        return found[0]
    parts = [str(int(day))] if day else []
    parts += [calendar.month_name[int(month)]] if month else []
    parts += [year] if year != "XXXX" else []
    words = ("about " if found["about"] else "") + " ".join(parts)
    return words + (", year not told" if year == "XXXX" else "")


def _hour(hour: int) -> str:
    """An hour without minutes, which a full clock time would make up."""
    return f"{hour % 12 or 12} {'a.m.' if hour < 12 else 'p.m.'}"


def _offset(found: re.Match[str]) -> str:
    count, unit = int(found[2]), _UNITS[found[3]]
    if not count:
        return "the day of publication" if unit == "day" else f"the {unit} of publication"
    return f"{count} {unit}{'s' if count > 1 else ''} {'before' if found[1] else 'after'} publication"
