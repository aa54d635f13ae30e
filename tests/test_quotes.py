"""Quotations: marks, speakers, media, indirect speech."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.reading.article import QuoteMention
from auditor.reading.quotes.find import quotes
from auditor.reading.quotes.marks import pairs
from auditor.reading.quotes.words import words
from auditor.text.lexicon import LANGUAGES
from auditor.text.tokens import tokens
from tests.reading_samples import mentions, segments

CASES = tomllib.loads((Path(__file__).parent / "cases" / "quotes.toml").read_text(encoding="utf-8"))["case"]
MARKS = "\"'“”„‚‘’«»‹›「」—– \n.,a Bé said"


def read(text: str, language: str, names: list[list[str]]) -> tuple[QuoteMention, ...]:
    where = segments(text, language)
    return quotes(text, where, tokens(text), mentions(text, where, names), language)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['lang']}: {case['label']}")
def test_case(case: dict[str, Any]) -> None:
    found = read(case["text"], case["lang"], case["names"])
    got = [[q.kind, q.text, q.speaker or "", q.verb or "", q.medium or ""] for q in found]
    assert got == case["quotes"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words(language: str) -> None:
    assert words(language).verbs >= words(language).told - words(language).weak
    assert all(words(language).pronouns.get(gender) for gender in "mf")


@given(st.text(alphabet=MARKS, max_size=120))
@settings(max_examples=150, deadline=None)
def test_spans_lie_in_the_text_and_never_overlap(text: str) -> None:
    found = [q for q in read(text, "en", []) if q.kind != "indirect"]
    assert all(text[q.start : q.end] == q.text and q.text.strip() == q.text for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    named = [q for q in found if q.speaker]
    assert all(text[q.speaker_start : q.speaker_end] == q.speaker for q in named)


@given(st.text(alphabet=MARKS, max_size=200))
@settings(max_examples=100, deadline=None)
def test_pairs_are_ordered_and_inside(text: str) -> None:
    found = pairs(text, [(0, len(text))])
    assert all(0 <= p.open < p.close <= len(text) for p in found)
    assert all(a.close < b.open for a, b in pairwise(found))


def test_quotations_are_read_in_linear_time() -> None:
    text = "“ " * 20_000 + "' " * 20_000 + '"a" ' * 5_000
    assert len(pairs(text, [(0, len(text))])) <= 5_001
