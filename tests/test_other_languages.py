"""What checks find in copy that is not English, case by case."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import auditor
from auditor.checks.phrases.named_faults import LANGUAGES, rows
from auditor.text.lexicon import lexicon
from auditor.text.seam_openers import opened
from auditor.text.segments import segment_rules, shortened

CASES = tomllib.loads((Path(__file__).parent / "cases" / "other_languages.toml").read_text("utf-8"))


def found(text: str, lang: str) -> list[tuple[str, str]]:
    audit = auditor.audit_texts({"a": text}, lang=lang, no_glossary=True)
    return [(finding.rule, finding.match) for finding in audit.findings]


@pytest.mark.parametrize("case", CASES["found"], ids=lambda case: f"{case['rule']}-{case['lang']}")
def test_found(case: dict[str, Any]) -> None:
    before, marked, after = case["text"].replace("⟧", "⟦").split("⟦")
    assert found(before + marked + after, case["lang"]) == [(case["rule"], marked)]


@pytest.mark.parametrize("case", CASES["silent"], ids=lambda case: case["lang"])
def test_silent(case: dict[str, Any]) -> None:
    assert found(case["text"], case["lang"]) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_are_found_by_a_word_of_theirs_and_name_what_is_better(language: str) -> None:
    every = [*rows(language, "turn").items(), *rows(language, "spelling").items()]
    assert every
    for word, held in every:
        for row in held:
            assert word in row.elements[row.anchor]
            assert row.better.lower() not in row.elements[0] or len(row.elements) > 1
            assert all(form == form.lower() for part in row.elements for form in part)


@settings(max_examples=40)
@given(st.sampled_from(sorted(segment_rules())), st.text("abcdefABCDEFäöéñßžиіы12.' ", max_size=14))
def test_a_seam_lies_inside_the_word(language: str, word: str) -> None:
    cut = opened(word, language, lexicon())
    assert cut is None or (0 < cut < len(word) and word[cut:].lower() in segment_rules()[language].starters)


def test_abbreviations_are_of_the_language() -> None:
    assert "bzw" in shortened("de")
    assert "bzw" not in shortened("fr")
    assert shortened("xx") == frozenset()
