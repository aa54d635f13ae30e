"""Dates and times read to values, and the checks on them."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.reading.article import Segment, Value
from auditor.reading.values.find import values
from auditor.reading.values.words import vocabulary
from auditor.text.lexicon import LANGUAGES
from auditor.text.tokens import tokens

CASES = tomllib.loads((Path(__file__).parent / "cases" / "dates.toml").read_text(encoding="utf-8"))["case"]
MONTHS = tuple(date(2000, month, 1).strftime("%B") for month in range(1, 13))
WORDS = (
    "May",
    "3",
    "1,000",
    "2024",
    "night",
    "Friday",
    "$",
    "%",
    "until",
    "mid-June",
    "14:30",
    "a.m.",
    "two",
    ".",
    "(",
    "-",
)
EDTF = re.compile(
    r"(?:\.\./)?(?:[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?~?|XXXX-WXX-[1-7]|\d{3}X)(?:/\.\.|/[\dX]{4}-\d\d-\d\d)?|-?P\d[YMWD]"
)


def read(text: str, language: str = "en") -> tuple[Value, ...]:
    return values(text, (Segment(0, len(text), 0, language),), tokens(text), language)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['lang']}: {case['label']}")
def test_case(case: dict[str, Any]) -> None:
    found = read(case["text"], case["lang"])
    assert [[v.text, v.kind, v.value, v.precision, v.unit or "", v.modifier or ""] for v in found] == case["values"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_calendar_is_whole(language: str) -> None:
    words = vocabulary(language)
    assert words.language == language
    assert set(words.months.values()) == set(range(1, 13))
    assert set(words.weekdays.values()) == set(range(1, 8))


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_any_date_comes_back(day: date) -> None:
    text = (
        f"It opened on {MONTHS[day.month - 1]} {day.day}, {day.year}, or {day.day} {MONTHS[day.month - 1]} {day.year}."
    )
    assert [v.value for v in read(text)] == [day.isoformat()] * 2


@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_spans_are_exact_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    found = read(text)
    assert all(text[v.start : v.end] == v.text for v in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(EDTF.fullmatch(v.value) for v in found if v.kind == "date"), [v.value for v in found]


def test_years_are_read_in_plain_digits() -> None:
    """Values are EDTF; digits of two scripts in one number are no year."""
    found = read("The club met on Friday, February 20, 19٢٣, in the 19٢0s, in 19٢٣ and mid-19٢٣.")
    assert all(v.value.isascii() for v in found)
    assert all(EDTF.fullmatch(v.value) for v in found if v.kind == "date")


def test_long_digits_are_linear() -> None:
    text = "1,000 " * 5_000 + "9" * 20_000 + " 12:" * 5_000
    assert len(read(text)) <= 10_000
