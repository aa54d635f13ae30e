"""House style: days of the calendar and times of day in English copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Context
from auditor.checks.figures.date_forms import at_numbers, full_month
from auditor.checks.figures.figure_signs import ending
from auditor.checks.style.house_spans import Found
from auditor.packs.style_file import Dates, Times
from auditor.reading.values.words import vocabulary

_YEAR = r"(?:(,?) ((?:1[5-9]|20)\d\d)(?![\w-]|[.,:]\d))?"
_AFTER = re.compile(rf"\.?[ \u00a0](\d{{1,2}})(st|nd|rd|th)?(?![\w%]|[.:,/]\d){_YEAR}")
_BEFORE = re.compile(r"(?<![\d\w,.:/-])(\d{1,2})(st|nd|rd|th)?(?: of)?[ \u00a0]$")
_TAIL = re.compile(rf"(?!\w)\.?{_YEAR}")
_RANGE_AFTER = re.compile(r"[ \u00a0]?[-–—/][ \u00a0]?\w|[ \u00a0](?:and|to|or|through)[ \u00a0]\d")
_RANGE_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?[ \u00a0]?(?:[-–—/]|,|and|to|or|through)[ \u00a0]?$")
_NAME = re.compile(r"[ \u00a0](?:[A-Z]\w+|attacks?|movement|revolution|protests?)")
_TIME = re.compile(r"(1[0-2]|0?[1-9])(?:([:.])([0-5]\d))?[ \u00a0]?([ap])(\.?)[ \u00a0]?m(\.?)(?!\w)", re.IGNORECASE)
_WINDOW = 24


def dates(context: Context, rule: Dates) -> Iterator[Found]:
    """Days with their month, and the year where it stands beside, that are written another way."""
    reading, months = context.reading, vocabulary("en").months
    for token in reading.tokens:
        month = months.get(token.text.lower())
        if month is None or not token.text[0].isupper() or token.text.isupper():
            continue
        found = _date(reading.text, token.start, token.end)
        if found is None:
            continue
        start, end, day, comma, year = found
        if not 1 <= day <= 31 or _in_row(reading.text, start, end):
            continue
        dotted = reading.text[end - 1] == "." and year is None
        better = written(rule, month, day, year, comma)
        if dotted and end < len(reading.text) and better != reading.text[start:end]:
            end -= 1
        yield start, end, better


def _date(text: str, start: int, end: int) -> tuple[int, int, int, str | None, str | None] | None:
    """(start, end, day, comma, year) of a date around the name of its month."""
    before = _BEFORE.search(text[max(0, start - _WINDOW) : start])
    if before:
        tail = _TAIL.match(text, end)
        stop = tail.end() if tail and tail[2] else end
        if tail and not tail[2] and text[end : end + 1] == "." and end - start < 5:
            stop = end + 1
        return start - len(before[0]), stop, int(before[1]), tail[1] if tail else None, tail[2] if tail else None
    after = _AFTER.match(text, end)
    return (start, after.end(), int(after[1]), after[3], after[4]) if after else None


def _in_row(text: str, start: int, end: int) -> bool:
    """Part of a range or list of days, or of a name (September 11 attacks)."""
    if _RANGE_AFTER.match(text, end) or _RANGE_BEFORE.search(text[max(0, start - _WINDOW) : start]):
        return True
    return _NAME.match(text, end) is not None


def written(rule: Dates, month: int, day: int, year: str | None, comma: str | None) -> str:
    """A day as the house writes it; ``comma`` is what stands before the year, kept where the house is silent."""
    name = full_month(month)
    name = next((short for short in rule.short if short[:3] == name[:3]), name)
    number = f"{day}{ending(day)}" if rule.ordinal else str(day)
    text = f"{number} {name}" if rule.order == "day-month" else f"{name} {number}"
    if year is None:
        return text
    mark = "," if rule.comma or (rule.comma is None and comma) else ""
    return f"{text}{mark} {year}"


def times(context: Context, rule: Times) -> Iterator[Found]:
    """Times with a.m. or p.m. that are written another way."""
    reading = context.reading
    ends = {segment.end for segment in reading.segments}
    for m in at_numbers(reading, _TIME):
        better = clock(rule, int(m[1]), m[2], m[3], m[4].lower())
        if better is None:
            continue
        dotted, last = m[0].endswith("."), m.end() in ends
        end = m.end()
        if dotted and last and not better.endswith("."):
            end -= 1
        elif not dotted and better.endswith(".") and reading.text[end : end + 1] == ".":
            end += 1
        yield m.start(), end, better


def clock(rule: Times, hour: int, mark: str | None, minutes: str | None, half: str) -> str | None:
    """A time of the 12-hour clock as the house writes it; None where it does not say. ``half`` is ``a`` or ``p``."""
    if rule.clock == 24:
        return f"{hour % 12 + (12 if half == 'p' else 0):02}{rule.separator or ':'}{minutes or '00'}"
    if rule.am is None:
        return None
    bare = minutes is None or (minutes == "00" and rule.drop_zeros)
    told = "" if bare else f"{rule.separator or mark or ':'}{minutes}"
    return f"{hour}{told}{rule.am if half == 'a' else rule.am.replace('a', 'p')}"
