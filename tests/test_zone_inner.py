"""Sentences of a paragraph that are furniture."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.reading.lines import make_line
from auditor.reading.zones.inner import inner
from auditor.reading.zones.phrases import phrases

BEFORE = "Traffic will be led over the small ferry, the mayor told reporters."
AFTER = "The works will cost four million euros, half of which comes from the state."


def found(text: str) -> list[str]:
    line = make_line(text, 0, len(text), 0)
    return [text[start:end].strip() for start, end, kind in inner(line, phrases()) or () if kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "Subscribe to our newsletter and never miss a story.",
        "Read also: The mayor resigns after the scandal.",
        "READ ALSO Storm hits the coast.",
        "Click here to read the full article.",
        "Follow our channel on Telegram.",
        "(See video below.)",
        "You can find all the news in our live blog.",
        "The article continues after the advertisement.",
        "Turn on notifications so you don’t miss the main thing!",
        "If you find a typo, select it and press Ctrl+Enter.",
        "» Read also: the ferry is too small.",
        "pic.twitter.com/QMR75Hx3VY — Anna Berg (@annaberg) April 17, 2020",
    ],
)
@pytest.mark.parametrize(("before", "after"), [(BEFORE, AFTER), (BEFORE, ""), ("", AFTER)])
def test_furniture_is_cut_out(sentence: str, before: str, after: str) -> None:
    assert found(f"{before} {sentence} {after}".strip()) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "He shared the news on Facebook.",
        "The video was shared on her Telegram channel.",
        "The full article can be read there by subscribers.",
        "They read the article in full.",
        "The search continues.",
        "“Subscribe to our newsletter,” he said.",
        "“We have a plan. Follow our channel on Telegram. You will see,” he said.",
        "The hearing continues.",
        "The newsletter is free, and the firm lives on advertisements.",
    ],
)
def test_the_text_stays(sentence: str) -> None:
    assert found(f"{BEFORE} {sentence} {AFTER}") == []


def test_a_line_of_furniture_alone_is_judged_elsewhere() -> None:
    assert found("Subscribe to our newsletter and never miss a story about the town.") == []


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from([BEFORE, AFTER, "Read more: a title.", "Share this on Facebook.", "(", "”"]), max_size=6)
)
def test_pieces_cover_the_line(parts: list[str]) -> None:
    text = " ".join(parts)
    pieces = inner(make_line(text, 0, len(text), 0), phrases()) if text else None
    if pieces:
        assert "".join(text[start:end] for start, end, _ in pieces) == text
