"""Set phrases with a word swapped: what is found, what is left alone, and the tables themselves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import auditor
from auditor.checks.phrases import set_phrases
from auditor.checks.phrases.set_phrases import SetPhrase, find, neighbours, openers, phrases
from auditor.text.tokens import tokens
from auditor.text.traits import Traits

PHRASES = list(phrases())
FOUND = {
    "The overseas clergyman flew home.": ["overseas clergyman"],
    "The unfamiliar minister flew home.": ["unfamiliar minister"],
    "The foreign pastor and the prime clergyman met.": ["foreign pastor", "prime clergyman"],
    "He was taken to the excessive courtroom on Monday.": ["excessive courtroom"],
    "The loss of life toll rose to nine.": ["loss of life toll"],
    "He won the Nobel Harmony Reward in May.": ["Nobel Harmony Reward"],
    "Two coronary heart assaults in a year.": ["coronary heart assaults"],
    "The prime minister spoke to the high court.": [],
    "The supreme leader, courtroom in hand, left.": [],
    "She studies data, science and the law.": [],
    "The safe haven was a protected haven.": ["protected haven"],
    "Prime, clergyman.": [],
}


def swapped(text: str) -> list[str]:
    found = tokens(text)
    firsts = openers(Traits(dict.fromkeys(token.text for token in found), "en"))
    return [
        text[found[hit.start].start : found[hit.end - 1].end]
        for hit in find(text, found, [token.text.lower() for token in found], firsts)
    ]


@pytest.mark.parametrize("text", FOUND)
def test_found(text: str) -> None:
    assert swapped(text) == FOUND[text]


def test_phrases_as_they_should_be_are_silent() -> None:
    assert [p.words for p in PHRASES if swapped(" ".join(p.words))] == []


def test_each_phrase_has_a_word_that_may_be_swapped() -> None:
    assert [p.words for p in PHRASES if not swaps(p)] == []


def test_each_exception_stands_for_a_neighbour_and_is_silent() -> None:
    known = {run for runs in neighbours().values() for run in runs}
    assert [run for p in PHRASES for run in p.allowed if run not in known] == []
    assert swapped("national safety and information protection") == []


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PHRASES), st.data())
def test_one_swap_is_found_in_any_sentence(phrase: SetPhrase, data: st.DataObject) -> None:
    written = data.draw(st.sampled_from(swaps(phrase)))
    assert swapped(f"They say {written} there.") == [written]


def test_finding_names_the_phrase_and_its_case() -> None:
    text = "Talks with the Security Gathering on the clergyman of finance went on."
    found = auditor.audit_texts({"a": text}, lang="en").findings
    assert [(f.match, f.suggestions[0].text) for f in found if f.rule == "TA401"] == [
        ("clergyman of finance", "minister of finance")
    ]
    assert "minister of finance" in found[0].message


def test_habits_of_rewording_count_only_in_reworded_copy() -> None:
    habit = "The mayor mentioned the bridge would be shut."
    faults = (
        "The prime clergyman, the excessive courtroom and the loss of life toll were in the information convention."
    )
    assert "mentioned" in matches(f"{habit} {faults}")
    assert "mentioned" not in matches(habit)


def test_pairs_count_only_in_reworded_copy() -> None:
    pair = "Ministry officers met the hereditary friends final night time."
    faults = (
        "The prime clergyman, the excessive courtroom and the loss of life toll were in the information convention."
    )
    assert {"Ministry officers", "hereditary friends", "final night time"} <= set(matches(f"{pair} {faults}"))
    assert not {"Ministry officers", "hereditary friends", "final night time"} & set(matches(pair))


def matches(text: str) -> list[str]:
    return [f.match for f in auditor.audit_texts({"a": text}, lang="en").findings]


def swaps(phrase: SetPhrase) -> list[str]:
    """The phrase with one word swapped, in all ways that are faults by the tables."""
    made = []
    for i, word in enumerate(phrase.words):
        for run in neighbours().get(word, ()):
            written = (*phrase.words[:i], *run, *phrase.words[i + 1 :])
            if set_phrases.is_fault(set_phrases.tables_of(), phrase, written, (run,)):
                made.append(" ".join(written))
    return made
