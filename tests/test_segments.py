"""Sentences: cases in twelve languages, and the laws of the cut."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.text.lexicon import LANGUAGES
from auditor.text.segments import segment_rules, sentences

CASES = tomllib.loads((Path(__file__).parent / "cases" / "segments.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['lang']}-{case['label']}")
def test_case(case: dict[str, Any]) -> None:
    text = " ".join(case["sentences"])
    assert [text[start:end] for start, end in sentences(text, 0, len(text), case["lang"])] == case["sentences"]


def test_every_language_has_rules() -> None:
    assert set(segment_rules()) == set(LANGUAGES)


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Not this. One is here. Two is there. Not this."
    found = sentences(text, 10, 36, "en")
    assert [text[start:end] for start, end in found] == ["One is here.", "Two is there."]


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [". ", "Dr. ", "„", "“", '"', "« ", " »", "3. ", "т. е. ", "А. ", "\n", "\n\n", "? ", "… ", "U.S. "]
            ),
            st.text(max_size=8),
        ),
        max_size=25,
    ),
    st.sampled_from([*LANGUAGES, "ja", "xx", None]),
)
def test_nothing_is_lost(parts: list[str], language: str | None) -> None:
    text = "".join(parts)
    found = sentences(text, 0, len(text), language)
    at = 0
    for start, end in found:
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        at = end
    assert not text[at:].strip()


def test_unpaired_quotation_marks_do_not_stop_the_clock() -> None:
    text = "«" * 40_000 + ' "a. ' * 10_000
    began = time.process_time()
    found = sentences(text, 0, len(text), "fr")
    assert time.process_time() - began < 5
    assert found[0][0] == 0
    assert found[-1][1] == len(text.rstrip())
