"""NU306: two days or hours and what lies between them, told together, that do not agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.figures.elapsed import LANGUAGES, Words, tables, timed
from auditor.reading.article import Reading, Segment, Value

_CLOSED = (".", ",", ";", ")", "\u2013", "\u2014")
_EDGES = " \u00a0,()\u2013\u2014-"
_HALF_DAY, _DAY = 720, 1440  # minutes
_EXACT, _ROUND = 10, 35  # minutes that a duration told with minutes, or in hours alone, may be off
_UNSAID, _COMMON_YEAR = "XXXX", "2023"  # the year of a date without one, and the common year that it is reckoned in
_SPAN = re.compile(r"P(?:(\d{1,4})([YMWD])|T(?:(\d{1,3})H)?(?:(\d{1,4})M)?)")
_CLOCK = re.compile(r"T(\d\d):(\d\d)(.{0,6})")
_DAYS = {"D": (1, 1), "W": (7, 4), "M": (30, 14), "Y": (365, 100)}  # how many, and how far it may be off


def spans(context: Context) -> Iterator[Hit]:
    """Durations beside a beginning and an end, where the words tie the three together."""
    reading = context.reading
    for segment, language, values in timed(reading):
        for start, end in pairwise(values):
            for span in values:
                if _tied(reading, segment, (start, end, span), tables()[language]) and not _fits(start, end, span):
                    found = (start, end, span)
                    yield Hit(
                        start=min(v.start for v in found),
                        end=max(v.end for v in found),
                        args={"stated": span.text, "result": f"{start.text} \u2013 {end.text}"},
                    )


def _tied(reading: Reading, segment: Segment, found: Sequence[Value], words: Words) -> bool:
    """The words say that the first two are the ends of the third."""
    start, end, span = found
    if start.kind != end.kind or start.kind == "duration" or span.kind != "duration" or span.precision != "exact":
        return False
    mark = reading.text[start.end : end.start].strip(" \u00a0").lower()
    before = reading.text[segment.start : start.start].rstrip(" \u00a0").lower().rsplit(" ", 1)[-1]
    if mark not in words.to and mark not in ("\u2013", "-", "\u2014"):
        return False
    if mark in words.to and before not in words.source:
        return False
    tail = reading.text[max(end.end, span.end) : segment.end].lstrip(" \u00a0")
    if tail and not tail.startswith(_CLOSED):
        return False
    if span.start >= end.end:
        between = reading.text[end.end : span.start].lower()
        return between.strip(_EDGES) in words.lasting | {""} and not between.isspace()
    between = reading.text[span.end : start.start].lower().strip(_EDGES)
    return span.end <= start.start and between in words.source


def _fits(start: Value, end: Value, span: Value) -> bool:
    """Rounding and counting both ends can explain the duration; True too where nothing can be reckoned."""
    read = _SPAN.fullmatch(span.value)
    return read is None or (_clock_fits if start.kind == "time" else _days_fit)(start, end, read)


def _clock_fits(start: Value, end: Value, read: re.Match[str]) -> bool:
    """From one time of day to the next; the clock may have twelve hours or twenty-four."""
    one, other = _CLOCK.fullmatch(start.value), _CLOCK.fullmatch(end.value)
    if not (one and other) or (one[3] and other[3] and one[3] != other[3]) or read[1]:
        return True
    stated = 60 * int(read[3] or 0) + int(read[4] or 0)
    lasted = (60 * int(other[1]) + int(other[2]) - 60 * int(one[1]) - int(one[2])) % _DAY
    slack = _EXACT if read[4] else _ROUND
    return any(abs(stated - full) <= slack for full in (lasted, (lasted + _HALF_DAY) % _DAY))


def _days_fit(start: Value, end: Value, read: re.Match[str]) -> bool:
    days = _between(start, end)
    if days is None or read[1] is None:
        return True
    unit, slack = _DAYS[read[2]]
    return -slack <= int(read[1]) * unit - days <= slack


def _between(start: Value, end: Value) -> int | None:
    """Days from one date to the other, both to the day; without a year the second is the next such day."""
    one, other = (value.value.replace("/..", "").replace("../", "") for value in (start, end))
    if start.precision != "day" or end.precision != "day" or one[5:6] == "W" or other[5:6] == "W":
        return None
    year = min({one[:4], other[:4]} - {_UNSAID}, default=_COMMON_YEAR)
    try:
        first, last = (date.fromisoformat(value.replace(_UNSAID, year)) for value in (one, other))
    except ValueError:
        return None
    if last < first and other.startswith(_UNSAID) and (last.month, last.day) != (2, 29):
        last = last.replace(year=last.year + 1)
    return (last - first).days if last > first else None


CHECKS: tuple[Check, ...] = (
    Check(
        id="NU306",
        slug="span-and-duration",
        title="A duration that does not fit its two ends",
        mqm="accuracy/mistranslation/number",
        severity="minor",
        why="From May 3 to May 10 it is a week; two ends and the time between them, told together, must agree.",
        message="“{stated}” does not fit {result}",
        run=spans,
        languages=LANGUAGES,
        examples=(
            Example(kind="bad", text="The fair is open from ⟦May 3 to May 10, three weeks⟧."),
            Example(kind="bad", text="The match lasted from ⟦7:20 to 10:47, two hours⟧."),
            Example(kind="good", text="The fair is open from May 3 to May 10, a week."),
            Example(kind="good", text="The match lasted from 7:20 to 10:20, three hours."),
        ),
        sources=("MQM Core, accuracy/mistranslation/number, themqm.org",),
    ),
)
