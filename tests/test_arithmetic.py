"""Numbers of one sentence that must agree."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import auditor

CASES = tomllib.loads((Path(__file__).parent / "cases/arithmetic.toml").read_text(encoding="utf-8"))["cases"]
IDS = {"NU302", "NU303", "NU304", "NU305", "NU306", "NU307"}


def fired(text: str, language: str = "en") -> list[str]:
    """The arithmetic checks that fire; none may crash."""
    audit = auditor.audit_texts({"x": text}, lang=language, no_glossary=True)
    assert not audit.failures
    return [finding.rule for finding in audit.findings if finding.rule in IDS]


@pytest.mark.parametrize(("language", "rule", "text"), CASES)
def test_cases(language: str, rule: str, text: str) -> None:
    assert fired(text, language) == ([rule] if rule else [])


@settings(max_examples=15, deadline=None)
@given(st.integers(2, 90000), st.integers(2, 90000))
def test_a_true_change_is_left_alone(old: int, new: int) -> None:
    change = f"{abs(new - old) / old * 100:.1f}"
    assert fired(f"The number of ferries went from {old:,} to {new:,}, up {change} percent.") == []


@settings(max_examples=15, deadline=None)
@given(st.integers(2, 99), st.integers(2, 99), st.integers(1, 9))
def test_parts_must_make_the_whole(men: int, women: int, lost: int) -> None:
    text = "The ferry carried {} passengers: {} men and {} women."
    assert fired(text.format(men + women, men, women)) == []
    wrong = fired(text.format(men + women + lost, men, women))
    assert wrong == ([] if (men + women + lost) % 100 == 0 else ["NU302"])
