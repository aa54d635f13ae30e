"""Figures, counts, money and durations read to values."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import auditor
from auditor.reading.article import Segment, Value
from auditor.reading.values.find import values
from auditor.reading.values.words import vocabulary
from auditor.text.lexicon import LANGUAGES
from auditor.text.tokens import tokens

CASES = tomllib.loads((Path(__file__).parent / "cases" / "figures.toml").read_text(encoding="utf-8"))["case"]


def read(text: str, language: str = "en") -> tuple[Value, ...]:
    return values(text, (Segment(0, len(text), 0, language),), tokens(text), language)


def written(number: Decimal, language: str) -> str:
    """The number with the separators of the language's press."""
    words = vocabulary(language).numbers
    group = "\u00a0" if words.group == " " else words.group
    return f"{number:,}".replace(",", "\0").replace(".", words.decimal).replace("\0", group)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['lang']}: {case['label']}")
def test_case(case: dict[str, Any]) -> None:
    found = read(case["text"], case["lang"])
    assert [[v.text, v.kind, v.value, v.precision, v.unit or "", v.modifier or ""] for v in found] == case["values"]


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=st.decimals(min_value=2, max_value=999_999_999, places=2))
def test_numbers_survive_each_language(language: str, number: Decimal) -> None:
    found = read(f"{written(number, language)} %.", language)
    assert [Decimal(v.value) for v in found] == [number]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_word_is_read(language: str) -> None:
    words = vocabulary(language)
    duration = next(form for form, unit in words.durations.items() if unit == "D" and len(form) > 2)
    for form, value in words.words.items():
        if " " in form or value < 2:
            continue
        found = read(f"{form} {duration}.", language)
        assert [v.value for v in found] == [f"P{value}D"], form


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("France (28,7; 0+4) and Norway (57,0) beat Finland (58,5) in the rain.", []),
        ("It grew by 3,2 percent and then (a record) to 4,1 in May, by 2,5 percent.", ["3,2", "4,1", "2,5"]),
        ("France (28,7; 0+4) and Norway (57) won.", []),
        ("The rows are 1,2,3 and 4,5,6 and 7,8,9.", []),
    ],
)
def test_decimal_commas_show_a_habit(text: str, found: list[str]) -> None:
    audit = auditor.audit_texts({"a": text}, lang="en")
    assert [f.match for f in audit.findings if f.rule == "NU101"] == found
