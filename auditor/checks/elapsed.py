"""Times that must come out: an age and a birth, two days or hours and what lies between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import msgspec

from auditor.checks.base import Check, Context, Example, Hit
from auditor.packs.load import data_path, load_toml
from auditor.reading.article import Reading, Segment, Value

_CLOSED = (".", ",", ";", ")", "\u2013", "\u2014")
_EDGES = " \u00a0,()\u2013\u2014-"
_MANY = 6  # a sentence with more dates, times and durations is a list
_NEAR = 40  # characters between "born" and its date
_SLIP = 12  # years; an age further off is somebody else's
_BIRTHDAY = timedelta(days=31)  # what is told may lie so long before the day of publication
_HALF_DAY, _DAY = 720, 1440  # minutes
_SPAN = re.compile(r"P(?:(\d{1,4})([YMWD])|T(?:(\d{1,3})H)?(?:(\d{1,4})M)?)")
_CLOCK = re.compile(r"T(\d\d):(\d\d)(.{0,6})")
_DAYS = {"D": (1, 1), "W": (7, 4), "M": (30, 14), "Y": (365, 100)}  # how many, and how far it may be off


class _Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One language of ``elapsed.toml``; its header says what each list holds."""

    to: frozenset[str]
    source: frozenset[str] = msgspec.field(name="from")
    lasting: frozenset[str]
    born: frozenset[str]
    died: frozenset[str]
    ages: tuple[str, ...]


@cache
def _tables() -> Mapping[str, _Words]:
    return load_toml(data_path("checks", "elapsed.toml"), dict[str, _Words])


@cache
def _ages(language: str) -> re.Pattern[str]:
    forms = (re.escape(form).replace(r"\{n\}", r"(\d{1,3})(?!\d)") for form in _tables()[language].ages)
    return re.compile("|".join(f"(?<!\\d){form}" for form in forms))


def _sentences(reading: Reading) -> Iterator[tuple[Segment, str, list[Value]]]:
    """Sentences of a known language that hold some dates, times or durations, with these."""
    held: dict[int, list[Value]] = {}
    for value in reading.values:
        if value.segment is not None and value.kind in ("date", "time", "duration"):
            held.setdefault(value.segment, []).append(value)
    for index, values in held.items():
        segment = reading.segments[index]
        language = (segment.language or reading.language).split("-")[0]
        if language in _tables() and len(values) <= _MANY:
            yield segment, language, values


def _births(context: Context) -> Iterator[Hit]:
    reading = context.reading
    for segment, language, values in _sentences(reading):
        words, text = _tables()[language], reading.text[segment.start : segment.end].lower()
        births = [v for v in values if v.kind == "date" and _follows(reading, v, segment, words.born)]
        deaths = [v for v in values if v.kind == "date" and _follows(reading, v, segment, words.died)]
        others = [v for v in values if v.kind == "date" and v not in (*births, *deaths)]
        ages = [m for m in _ages(language).finditer(text) if len(text) == segment.end - segment.start]
        if len(births) != 1 or len(ages) != 1 or len(deaths) > 1 or others:
            continue
        group = next(i for i, digits in enumerate(ages[0].groups(), 1) if digits)
        age, start = int(ages[0][group]), segment.start + ages[0].start(group)
        right = _right_ages(births[0], deaths[0] if deaths else None, reading.source.day)
        if right and age not in right and min(abs(age - r) for r in right) <= _SLIP:
            told = start, segment.start + ages[0].end(group)
            yield Hit(
                start=min(told[0], births[0].start),
                end=max(told[1], births[0].end),
                args={"stated": str(age), "result": "/".join(map(str, sorted(right)))},
            )


def _follows(reading: Reading, value: Value, segment: Segment, words: frozenset[str]) -> bool:
    """One of the words stands shortly before the value, with no other value between."""
    before = reading.text[max(segment.start, value.start - _NEAR) : value.start].lower()
    at = max((before.rfind(word) for word in words), default=-1)
    return at >= 0 and not any(c.isdigit() or c in ";:" for c in before[at:])


def _right_ages(birth: Value, death: Value | None, published: date | None) -> frozenset[int]:
    """The ages that the dates leave open; none where no day tells it."""
    born, end = _dated(birth), _dated(death) if death is not None else (published, published)
    if born[0] is None or born[1] is None or end[0] is None or end[1] is None:
        return frozenset()
    early = end[0] - _BIRTHDAY if death is None else end[0]
    return frozenset(range(max(0, _years(born[1], early)), _years(born[0], end[1]) + 1))


def _dated(value: Value) -> tuple[date | None, date | None]:
    """First and last day of a date with a year."""
    try:
        if value.precision == "day":
            day = date.fromisoformat(value.value)
            return day, day
        if value.precision == "year":
            return date(int(value.value), 1, 1), date(int(value.value), 12, 31)
    except ValueError:
        pass
    return None, None


def _years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _spans(context: Context) -> Iterator[Hit]:
    reading = context.reading
    for segment, language, values in _sentences(reading):
        for start, end in pairwise(values):
            for span in values:
                if _tied(reading, segment, (start, end, span), _tables()[language]) and not _fits(start, end, span):
                    found = (start, end, span)
                    yield Hit(
                        start=min(v.start for v in found),
                        end=max(v.end for v in found),
                        args={"stated": span.text, "result": f"{start.text} \u2013 {end.text}"},
                    )


def _tied(reading: Reading, segment: Segment, found: Sequence[Value], words: _Words) -> bool:
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
    if read is None:
        return True
    if start.kind == "time":
        one, other = _CLOCK.fullmatch(start.value), _CLOCK.fullmatch(end.value)
        if not (one and other) or (one[3] and other[3] and one[3] != other[3]) or read[1]:
            return True
        stated = 60 * int(read[3] or 0) + int(read[4] or 0)
        lasted = (60 * int(other[1]) + int(other[2]) - 60 * int(one[1]) - int(one[2])) % _DAY
        slack = 10 if read[4] else 35
        return any(abs(stated - full) <= slack for full in (lasted, (lasted + _HALF_DAY) % _DAY))
    days = _between(start, end)
    if days is None or read[1] is None:
        return True
    unit, slack = _DAYS[read[2]]
    return -slack <= int(read[1]) * unit - days <= slack


def _between(start: Value, end: Value) -> int | None:
    """Days from one date to the other, both to the day; without a year the second is the next such day."""
    one, other = start.value.replace("/..", "").replace("../", ""), end.value.replace("/..", "").replace("../", "")
    if start.precision != "day" or end.precision != "day" or one[5:6] == "W" or other[5:6] == "W":
        return None
    years = {value[:4] for value in (one, other)} - {"XXXX"}
    try:
        year = min(years) if years else "2023"
        first = date.fromisoformat((year if one.startswith("XXXX") else one[:4]) + one[4:])
        last = date.fromisoformat((max(years) if years else "2023") + other[4:] if "XXXX" in other else other)
    except ValueError:
        return None
    if last < first:
        last = last.replace(year=last.year + 1) if "XXXX" in other and (last.month, last.day) != (2, 29) else first
    return (last - first).days if last > first else None


LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk")

CHECKS: tuple[Check, ...] = (
    Check(
        id="NU305",
        slug="age-and-birth",
        title="An age that does not fit the date of birth",
        mqm="accuracy/mistranslation/number",
        severity="minor",
        why="Who was born in 1952 is 70 or 71 in 2023; where one sentence tells birth and age, both must agree.",
        message="Age {stated}, but the dates make {result}",
        run=_births,
        languages=LANGUAGES,
        examples=(
            Example(kind="bad", text="Lena Brandl, born in ⟦1952, died in 2023 aged 78⟧."),
            Example(
                kind="bad", text="Lena Brandl, geboren ⟦1952, starb im Jahr 2023 im Alter von 78⟧ Jahren.", lang="de"
            ),
            Example(kind="good", text="Lena Brandl, born in 1952, died in 2023 aged 71."),
            Example(kind="good", text="Lena Brandl, born in 1952, has a 12-year-old grandson who died in 2023."),
        ),
        sources=("MQM Core, accuracy/mistranslation/number, themqm.org",),
        limits=("Of the living the article's day of publication must be known.",),
    ),
    Check(
        id="NU306",
        slug="span-and-duration",
        title="A duration that does not fit its two ends",
        mqm="accuracy/mistranslation/number",
        severity="minor",
        why="From May 3 to May 10 it is a week; two ends and the time between them, told together, must agree.",
        message="“{stated}” does not fit {result}",
        run=_spans,
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
