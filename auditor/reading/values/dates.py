"""Dates and clock times read to values.

Dates are EDTF (ISO 8601-2): ``2023-02-20``, ``XXXX-02-20`` without a year, ``2022-12~`` for a part of a month (the part
in ``unit``), ``199X`` for a decade, ``2024/..`` and ``../2028`` for open intervals. Weekdays are ISO week dates without
the week, ``XXXX-WXX-5`` for a Friday (the part of the day in ``unit``); ``last month`` is the offset ``-P1M``,
``yesterday`` ``-P1D``.
"""

from __future__ import annotations

import re

from auditor.reading.values import times
from auditor.reading.values.date_parts import (
    YEAR,
    adjective,
    day_part,
    part_before,
    placed,
    trailing,
    year_after,
    year_beside,
)
from auditor.reading.values.scan import Found, Scan

_DAY = re.compile(r"(\d{1,2})(?:[-–](\d{1,2}))?(?:st|nd|rd|th|er|ère|º|ª|e|-го|-е|-ого)?")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_NUMERIC = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d)")
_DECADE = re.compile(r"(1[5-9]\d|20\d|\d)0['’]?(?:s|er|ern|ers)", re.A)


def at_digits(scan: Scan, i: int) -> Found | None:
    """A time or a date that begins with the number at token ``i``."""
    return times.clock(scan, i) or _numeric(scan, i) or _day_month(scan, i) or _decade(scan, i)


def at_month(scan: Scan, i: int, *, short: bool) -> Found | None:
    """A date that begins with the month at token ``i``: ``March 16, 2023``, ``March 2023``, ``in March``."""
    words, month = scan.words, scan.words.months[scan.low[i]]
    if not words.calendar.lower and not scan.capital(i):
        return None
    if words.language == "en" and scan.gap(i) in (" ", ". ", "\u00a0"):
        day = _DAY.fullmatch(scan.word(i + 1))
        if day and _is_day(day[1]):
            return _dated(scan, i, i + 2, month, day)
    year, after = year_after(scan, i + 1)
    if short and (not year or scan.gap(i) not in (" ", ". ")):
        return None
    if not year and words.calendar.lower and scan.capital(i) and i > scan.lo:
        return None
    return _month_only(scan, i, month, year, after)


def at_weekday(scan: Scan, i: int) -> Found | None:
    """A weekday with its part of the day: ``Friday``, ``Friday night``; none where a date follows."""
    words = scan.words
    if scan.low[i] in words.calendar.shaky and scan.word(i - 1) not in words.calendar.before_weekday:
        return None
    if words.calendar.lower and scan.capital(i) and i > scan.lo:
        return None
    part, after = day_part(scan, i + 1)
    value = f"XXXX-WXX-{words.weekdays[scan.low[i]]}"
    which = adjective(scan, i - 1) or (adjective(scan, i + 1) if scan.near(i) else None)
    return placed(scan, i, after, value, "day", unit=part, relative=True, note=which)


def at_day(scan: Scan, i: int) -> Found | None:
    """``yesterday``, ``today``, ``tomorrow``."""
    part, after = day_part(scan, i + 1)
    part = scan.words.day_parts.get(scan.low[i].removeprefix("to"), part) if scan.low[i].startswith("ton") else part
    return placed(scan, i, after, _offset(scan.words.days[scan.low[i]], "D"), "day", unit=part, relative=True)


def at_span(scan: Scan, i: int) -> Found | None:
    """``last month``, ``next year``, ``l'année dernière``: a span of time set off from the article's date."""
    unit = scan.words.durations[scan.low[i]]
    if unit not in ("Y", "M", "W", "D"):
        return None
    for j in (i - 1, i + 1):
        step = {"last": -1, "next": 1, "this": 0}.get(adjective(scan, j) or "")
        if step is not None and (step or unit != "D"):
            precision = {"Y": "year", "M": "month", "W": "week", "D": "day"}[unit]
            first, after = min(i, j), max(i, j) + 1
            if unit == "Y" and (scan.word(after) in scan.words.months or scan.word(first - 1) in scan.words.months):
                return None
            return placed(scan, first, after, _offset(step, unit), precision, relative=True)
    return None


def year(scan: Scan, i: int) -> Found | None:
    """A year by itself; the caller has made sure that it is no count."""
    if not YEAR.fullmatch(scan.low[i]):
        return None
    return placed(scan, i, i + 1, scan.low[i], "year")


def cued_year(scan: Scan, i: int) -> Found | None:
    """A year that the words around it show to be one: ``in 1998``, ``im Jahr 2022``, ``в 2022 году``."""
    words, before = scan.words, scan.word(i - 1)
    beside = {words.durations.get(before), words.durations.get(scan.word(i + 1))}
    if (
        before in words.calendar.before_month
        or before in words.direction
        or "Y" in beside
        or before in words.month_parts
    ):
        return year(scan, i)
    return None


def stuck(scan: Scan, i: int, part: str, rest: str) -> Found | None:
    """``mid-December``, ``mi-décembre``, ``mid-2022``: the part of a month or year joined by a hyphen."""
    name = scan.words.month_parts.get(part)
    if name and rest in scan.words.months:
        year_, after = year_after(scan, i + 1)
        value = f"{year_ or 'XXXX'}-{scan.words.months[rest]:02}~"
        return placed(scan, i, after, value, "part-of-month", unit=name)
    if name and YEAR.fullmatch(rest):
        return placed(scan, i, i + 1, f"{rest}~", "year", unit=name)
    decade = _DECADE.fullmatch(rest) if name else None
    return placed(scan, i, i + 1, _decade_value(decade), "decade", unit=name) if decade else None


def _numeric(scan: Scan, i: int) -> Found | None:
    """``2023-02-20``, ``20.02.2023``, ``20/02/2023``; the English ``02/03/2023`` is read to the year only."""
    token = scan.tokens[i]
    if m := _ISO.fullmatch(token.text):
        year_, month, day = int(m[1]), int(m[2]), int(m[3])
        end = token.end
    elif m := _NUMERIC.match(scan.text, token.start):
        day, month, year_, end = int(m[1]), int(m[3]), int(m[4]), m.end()
        if scan.words.language == "en" and m[2] == "/":
            if day <= 12 and month <= 12 and day != month:
                return placed(scan, i, scan.token_at(end, i), f"{year_:04}-XX-XX", "year", end=end)
            day, month = (month, day) if month > 12 else (day, month)
    else:
        return None
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return placed(scan, i, scan.token_at(end, i), f"{year_:04}-{month:02}-{day:02}", "day", end=end)


def _day_month(scan: Scan, i: int) -> Found | None:
    """``20 February 2023``, ``20. Februar``, ``20 de febrero de 2023``."""
    day = _DAY.fullmatch(scan.low[i])
    if day is None:
        return None
    j = i + 1
    if scan.gap(i) not in (" ", ". ", ".", "\u00a0", "º ", ".\u00a0"):
        return None
    while scan.word(j) in scan.words.calendar.between and scan.near(j) and j < i + 3:
        j += 1
    month = scan.words.months.get(scan.word(j))
    if month is None or not _is_day(day[1]) or (not scan.words.calendar.lower and not scan.capital(j)):
        return None
    return _dated(scan, i, j + 1, month, day)


def _decade(scan: Scan, i: int) -> Found | None:
    m = _DECADE.fullmatch(scan.low[i])
    if m is None:
        return None
    return placed(scan, i, i + 1, _decade_value(m), "decade")


def _decade_value(m: re.Match[str]) -> str:
    return f"{m[1] if len(m[1]) > 1 else '19' + m[1]}X"


def _dated(scan: Scan, first: int, after: int, month: int, day: re.Match[str]) -> Found:
    year_, after = year_after(scan, after)
    value = f"{year_ or 'XXXX'}-{month:02}-{int(day[1]):02}"
    if day[2] and _is_day(day[2]):
        value = f"{value}/{year_ or 'XXXX'}-{month:02}-{int(day[2]):02}"
    return placed(scan, first, after, value, "day")


def _month_only(scan: Scan, i: int, month: int, year_: str | None, after: int) -> Found | None:
    part = part_before(scan, i)
    note, first, last = year_beside(scan, i)
    which = note or (adjective(scan, i - 1) if year_ is None else None) or trailing(scan, i)
    cued = scan.word(i - 1) in scan.words.calendar.before_month or scan.word(i - 1) in scan.words.direction
    if not (part or year_ or which or cued):
        return None
    value = f"{year_ or 'XXXX'}-{month:02}{'~' if part else ''}"
    precision = "part-of-month" if part else "month"
    relative = which is not None
    return placed(scan, first, max(after, last), value, precision, unit=part, relative=relative, note=which)


def _is_day(digits: str) -> bool:
    return 1 <= int(digits) <= 31


def _offset(step: int, unit: str) -> str:
    return f"{'-' if step < 0 else ''}P{abs(step)}{unit}"
