"""The phrase patterns of the calque tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.text.patterns import Match, Matcher, anchors, parse
from auditor.text.tokens import tokens

CLASSES = {"DAY": frozenset({"monday", "friday"})}


def find(pattern: str, text: str) -> list[Match]:
    found = tokens(text)
    variants = parse(pattern, CLASSES, 7, len)
    matcher = Matcher(dict.fromkeys(anchors(variants), (7,)), lambda key: variants)
    return list(matcher.find(text, found, [t.text.lower() for t in found], frozenset({0})))


@pytest.mark.parametrize(
    ("pattern", "text", "whole", "marked"),
    [
        ("online network <NAME>", "on the online network Facebook today", "online network Facebook", None),
        ("online network <NAME>", "on the online network of today", None, None),
        ("since <NUM> years|days", "closed since 3 days now", "since 3 days", None),
        ("the? (last) <DAY>", "seen the last Friday here", "the last Friday", "last"),
        ("the? (last) <DAY>", "Last Monday it rained", "Last Monday", "Last"),
        ("one , two", "so one, two and three", "one, two", None),
        ("one , two", "so one two and three", None, None),
        ("one two", "so one, two and three", None, None),
        ("one two", "so one - two", None, None),
        ("<VEHICLE> ferry", "Dragon ferry and Dragon ferry", "Dragon ferry", None),
        ("a <ANY> b", "a x b", "a x b", None),
        ("in <YEAR> <LOWER>", "in 1999 he", "in 1999 he", None),
    ],
)
def test_find(pattern: str, text: str, whole: str | None, marked: str | None) -> None:
    found, words = find(pattern, text), tokens(text)
    if whole is None:
        assert not found
        return
    best = max(found, key=lambda m: m.end - m.start)
    assert text[words[best.start].start : words[best.end - 1].end] == whole
    assert text[words[best.first].start : words[best.last - 1].end] == (marked or whole)


def test_texts_are_numbered_as_written() -> None:
    (match,) = find("the? online network <NAME>", "On online network Facebook")
    assert match.texts == {2: "online", 3: "network", 4: "Facebook"}
    assert match.key == 7


@pytest.mark.parametrize("pattern", ["<NOSUCH> word", "<NAME> <NUM>", "a? b? c? d? e? f", "word?", "(a?) b"])
def test_bad_patterns_are_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"class|optional|needs"):
        parse(pattern, CLASSES, 0, len)


@given(st.lists(st.sampled_from(["the", "Last", "Friday", ",", "3", "x"]), max_size=20))
def test_matches_lie_in_the_sentence(words: list[str]) -> None:
    text = " ".join(words)
    count = len(tokens(text))
    for match in find("the? (last) <DAY>", text):
        assert 0 <= match.start <= match.first < match.last <= match.end <= count
