"""What stands beside a date and belongs to it: a year, ``last`` and ``next``, parts of a month or a day, ``since``."""

from __future__ import annotations

import re

from auditor.reading.values.scan import Found, Scan, direction

YEAR = re.compile(r"1[5-9]\d\d|20\d\d", re.A)
_OPEN = {"after": "{}/..", "since": "{}/..", "from": "{}/..", "until": "../{}", "before": "../{}"}


def trailing(scan: Scan, i: int) -> str | None:
    """The adjective behind the month where the language puts it there (``février dernier``)."""
    return adjective(scan, i + 1) if scan.words.language in ("fr", "es", "it", "pt") and scan.near(i) else None


def year_beside(scan: Scan, i: int) -> tuple[str | None, int, int]:
    """``last year`` before or after the month, with the token range that it widens the month to."""
    for low, high in ((i - 2, i), (i + 1, i + 3)):
        pair = (adjective(scan, low), scan.words.durations.get(scan.word(low + 1)))
        if pair[0] and pair[1] == "Y":
            return f"{pair[0]} year", min(low, i), max(high, i + 1)
    return None, i, i + 1


def adjective(scan: Scan, i: int) -> str | None:
    """Which one token ``i`` says: last, next or this; None for other words."""
    word, calendar = scan.word(i), scan.words.calendar
    sets = (("last", calendar.past), ("next", calendar.next), ("this", calendar.this))
    return next((name for name, words in sets if word in words), None) if word else None


def part_before(scan: Scan, i: int) -> str | None:
    """``early``, ``mid`` or ``late`` before the month, one small word between them allowed (``end of``)."""
    near = scan.words.month_parts.get(scan.word(i - 1))
    if near is None and 0 < len(scan.word(i - 1)) <= 3:
        near = scan.words.month_parts.get(scan.word(i - 2))
    return near


def day_part(scan: Scan, i: int) -> tuple[str | None, int]:
    """The part of the day behind a weekday (``viernes por la noche``), with the index after it."""
    small = 0 if scan.words.language == "en" else 2
    for j in range(i, i + 1 + small):
        if not scan.near(j - 1):
            break
        part = scan.words.day_parts.get(scan.word(j))
        if part:
            return part, j + 1
        if len(scan.word(j)) > 4:
            break
    return None, i


def year_after(scan: Scan, i: int) -> tuple[str | None, int]:
    """A year behind a month or day, with the index after it."""
    j = i
    while j < i + 2 and scan.word(j) in scan.words.calendar.between and scan.near(j - 1):
        j += 1
    if scan.gap(j - 1) in (" ", ", ", ". ", "\u00a0") and YEAR.fullmatch(scan.word(j)):
        return scan.word(j), j + 1
    return None, i


def placed(
    scan: Scan,
    first: int,
    after: int,
    value: str,
    precision: str,
    *,
    unit: str | None = None,
    relative: bool = False,
    note: str | None = None,
    end: int | None = None,
) -> Found:
    """A date on the tokens from ``first`` up to ``after``, with the direction before it (``since 2019``)."""
    modifier, open_ended = direction(scan, first)
    if open_ended and modifier == "from" and relative:
        open_ended = False
    if open_ended and modifier and not value.startswith(("-P", "P")) and "/" not in value:
        value = _OPEN[modifier].format(value)
    start = scan.tokens[first].start
    stop = scan.tokens[after - 1].end if end is None else end
    return Found(start, stop, after, "date", value, precision, unit, relative, modifier or note)
