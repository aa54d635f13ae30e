"""Forms of English verbs, and suggestions brought into the form of what they replace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.checks.phrases.calque_wording import agreeing
from auditor.text.inflections import inflections, plural, verb_forms, verb_readings
from auditor.text.word_classes import word_classes

VERBS = sorted(word for word, tag in word_classes().items() if tag == "VB")


@pytest.mark.parametrize(
    ("form", "readings"),
    [
        ("told", {("tell", "VBD"), ("tell", "VBN")}),
        ("tries", {("try", "VBZ")}),
        ("died", {("die", "VBD"), ("die", "VBN")}),
        ("hoped", {("hope", "VBD"), ("hope", "VBN")}),
        ("hopping", {("hop", "VBG")}),
        ("found", {("find", "VBD"), ("find", "VBN"), ("found", "VB")}),
        ("put", {("put", "VB"), ("put", "VBD"), ("put", "VBN")}),
        ("is", {("be", "VBZ")}),
        ("ministry", set()),
    ],
)
def test_what_a_form_may_be(form: str, readings: set[tuple[str, str]]) -> None:
    assert verb_readings(form) == readings


@pytest.mark.parametrize(
    ("text", "old", "before", "first", "said"),
    [
        ("disconnect", "uncoupled", "", "uncouple uncoupled", ["disconnect"]),  # a verb that no table knows
        ("argue that", "defended", "he", "defend defended", ["argued that"]),
        ("goes on sale", "come on the market", "should", "come comes came", ["go on sale"]),
        ("rose", "become expensive", "it has", "become becomes", ["risen"]),
        ("said", "reminds", "he", "reminds", ["said"]),  # one form of a word that is a noun, too
        ("imposed sanctions", "introducing sanctions", "is", "introduce introducing", ["imposing sanctions"]),
        ("is planned", "foreseen", "is", "foreseen", ["is planned"]),
        ("polling station", "voting premises", "", "voting", ["polling stations"]),
        ("stoppage", "work interruptions", "", "work", ["stoppages"]),
        ("research", "investigations", "", "investigations", ["research"]),
        ("polling stations", "votes places", "", "votes voted", ["polling stations"]),
        ("rumour has it", "runs the talk", "", "runs ran", ["rumour has it"]),
        ("jobs", "place of work", "", "place", ["jobs"]),
    ],
)
def test_agreeing(text: str, old: str, before: str, first: str, said: list[str]) -> None:
    assert list(agreeing(text, old.split(), before.split(), frozenset(first.split()))) == said


@given(st.sampled_from(VERBS))
def test_each_form_of_a_verb_is_read_as_its_own(base: str) -> None:
    for tag, forms in verb_forms(base).items():
        assert all((base, tag) in verb_readings(form) for form in forms)
    assert plural(base) in inflections(base)
