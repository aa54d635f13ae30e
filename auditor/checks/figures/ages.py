"""NU305: an age and a date of birth that one sentence tells, and that do not agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.figures.elapsed import LANGUAGES, tables, timed
from auditor.reading.article import Reading, Segment, Value

_NEAR = 40  # characters between "born" and its date
_SLIP = 12  # years; an age further off is somebody else's
_BIRTHDAY = timedelta(days=31)  # what is told may lie so long before the day of publication


@cache
def _ages(language: str) -> re.Pattern[str]:
    forms = (re.escape(form).replace(r"\{n\}", r"(\d{1,3})(?!\d)") for form in tables()[language].ages)
    return re.compile("|".join(f"(?<!\\d){form}" for form in forms))


def births(context: Context) -> Iterator[Hit]:
    """Ages in sentences that tell one age and one birth, and no date besides but a death."""
    reading = context.reading
    for segment, language, values in timed(reading):
        words = tables()[language]
        births = [v for v in values if v.kind == "date" and _follows(reading, v, segment, words.born)]
        if len(births) != 1:
            continue
        text = reading.text[segment.start : segment.end].lower()
        deaths = [v for v in values if v.kind == "date" and _follows(reading, v, segment, words.died)]
        others = [v for v in values if v.kind == "date" and v not in (*births, *deaths)]
        ages = [m for m in _ages(language).finditer(text) if len(text) == segment.end - segment.start]
        if len(ages) != 1 or len(deaths) > 1 or others:
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
    at = max([before.rfind(word) for word in words], default=-1)
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


CHECKS: tuple[Check, ...] = (
    Check(
        id="NU305",
        slug="age-and-birth",
        title="An age that does not fit the date of birth",
        mqm="accuracy/mistranslation/number",
        severity="minor",
        why="Who was born in 1952 is 70 or 71 in 2023; where one sentence tells birth and age, both must agree.",
        message="Age {stated}, but the dates make {result}",
        run=births,
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
)
