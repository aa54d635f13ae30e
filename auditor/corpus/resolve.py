"""Relative dates made absolute by the day of publication: ``yesterday``, ``on Friday``, ``last month``.

The rule. Offsets count from the day of publication. A weekday with "last" or "next" is the nearest one before or after
that day. Any other weekday hangs on the tense of its clause: in the past it is the day of publication or the nearest
such day before it, in the future the day of publication or the nearest after it, else the nearest within three days.
The tense is told by the nearest word before the day that shows it, else by the first one after it, in the sentence.
A month with "last" or "next" is the nearest one before or after the month of publication; one with "last year" and
the like has that year. What cannot be told stays as it was. A resolved value keeps ``relative``: it rests on a guess.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Literal

import msgspec

from auditor.packs.load import data_path, load_toml
from auditor.reading.article import Reading, Value
from auditor.reading.quotes.words import words as reporting_words
from auditor.text.tokens import Token

Tense = Literal["past", "future"]
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_OFFSET = re.compile(r"(-?)P(\d{1,3})([DWMY])")
_MONTH = re.compile(r"XXXX-(\d\d)(~?)")
_REACH = 40  # tokens on each side of the day in which its tense is sought
_LONG = 6  # letters from which the ending of a word tells its tense
_YEARS = {"last year": -1, "this year": 0, "next year": 1}


class TenseMarks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language of ``clause_tense.toml``; its header says what each list holds."""

    future: frozenset[str]
    past: frozenset[str]
    future_endings: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()

    def tense(self, word: str) -> Tense | None:
        """What the word (lower case) tells."""
        if word in self.future or (len(word) >= _LONG and word.endswith(self.future_endings)):
            return "future"
        if word in self.past or (len(word) >= _LONG and word.endswith(self.past_endings)):
            return "past"
        return None


@cache
def tense_marks() -> Mapping[str, TenseMarks]:
    """By language, as shipped."""
    return load_toml(data_path("languages", "clause_tense.toml"), dict[str, TenseMarks])


def resolved(reading: Reading) -> tuple[Value, ...]:
    """The article's values in their order, relative dates absolute where the article bears its day of publication."""
    day = reading.source.day
    if day is None:
        return reading.values
    return tuple(_resolved(reading, value, day) if value.relative else value for value in reading.values)


def _resolved(reading: Reading, value: Value, day: date) -> Value:
    try:
        found = _offset(value, day) or _month(value, day) or _weekday(reading, value, day)
    except OverflowError:  # beyond the years 1 to 9999
        return value
    return msgspec.structs.replace(value, value=found) if found else value


def _offset(value: Value, day: date) -> str | None:
    """``-P1D`` as a day, ``-P1W`` as the interval of that week, ``-P1M`` as a month, ``-P1Y`` as a year."""
    match = _OFFSET.fullmatch(value.value)
    if match is None:
        return None
    count, unit = int(match[2]) * (-1 if match[1] else 1), match[3]
    if unit == "D":
        return (day + timedelta(days=count)).isoformat()
    if unit == "W":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=count)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit == "Y":
        return f"{day.year + count:04}" if 0 < day.year + count < 10_000 else None
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return f"{year:04}-{month + 1:02}" if 0 < year < 10_000 else None


def _month(value: Value, day: date) -> str | None:
    """``XXXX-02`` of ``last February`` or ``February last year`` with its year."""
    match = _MONTH.fullmatch(value.value)
    if match is None:
        return None
    month, note = int(match[1]), value.modifier or ""
    if note in _YEARS:
        year = day.year + _YEARS[note]
    elif note in ("last", "next", "this"):
        year = day.year + {"last": -(month >= day.month), "next": int(month <= day.month), "this": 0}[note]
    else:
        return None
    return f"{year:04}-{match[1]}{match[2]}"


def _weekday(reading: Reading, value: Value, day: date) -> str | None:
    """A weekday as a day; an open interval keeps its form (``2023-02-24/..``)."""
    match = _WEEKDAY.search(value.value)
    if match is None:
        return None
    ahead = (int(match[1]) - day.isoweekday()) % 7  # 0 to 6 days to the next such day, the day itself included
    note = value.modifier
    if note == "last":
        step = ahead - 7
    elif note == "next":
        step = ahead or 7
    else:
        tense = "past" if note == "since" else _tense(reading, value)
        near = ahead if ahead <= 3 else ahead - 7
        step = near if tense is None else ahead if tense == "future" or ahead == 0 else ahead - 7
    return value.value.replace(match[0], (day + timedelta(days=step)).isoformat())


def _tense(reading: Reading, value: Value) -> Tense | None:
    if value.segment is None:
        return None
    segment, tokens = reading.segments[value.segment], reading.tokens
    language = (segment.language or reading.language).split("-")[0]
    marks = tense_marks().get(language)
    if marks is None:
        return None
    first, last = (bisect_left(tokens, at, key=lambda token: token.start) for at in (segment.start, segment.end))
    before, after = (bisect_left(tokens, at, key=lambda token: token.start) for at in (value.start, value.end))
    said = reporting_words(language).verbs
    low = [tokens[i] for i in range(before - 1, max(first, before - _REACH) - 1, -1)]
    return _first(marks, said, low) or _first(marks, said, tokens[after : min(last, after + _REACH)])


def _first(marks: TenseMarks, said: frozenset[str], tokens: Sequence[Token]) -> Tense | None:
    for token in tokens:
        word = token.text.lower()
        if found := marks.tense(word) or ("past" if word in said else None):
            return found
    return None
