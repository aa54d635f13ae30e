"""Lines that are furniture by all their evidence: a table of cases, and laws of what no structure may take."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.reading.article import Source
from auditor.reading.zones import model as zone_model
from auditor.reading.zones.find import layout
from auditor.reading.zones.phrases import phrases

CASES = tomllib.loads(Path(__file__).with_name("cases").joinpath("lines.toml").read_text(encoding="utf-8"))
TITLE = "Old bridge in the town to close for repairs"
BODY = (
    "The city council voted on Monday evening to close the old river bridge for repairs until next summer.",
    "Traffic will be led over the small ferry and through the villages on the other bank, the mayor said.",
    "The works will cost four million euros, half of which comes from the state and the rest from the city.",
)
PLACES = {"head": 1, "inside": 2, "tail": 4}
WORDS = [
    *("the", "of", "a", "bridge", "town", "mayor", "said", "that", "old", "close", "works", "our", "will"),
    *("news", "article", "share", "photo", "comments", "reader"),
]


def excluded(text: str, line: str) -> int:
    """How many characters of the line (its last occurrence) are left out of the body."""
    start = text.rindex(line)
    source = Source(id="a", path="a", role="subject", sha256="", original=text, text=text)
    spans = [(zone.start, zone.end) for zone in layout(source).excluded]
    return sum(max(0, min(end, start + len(line)) - max(begin, start)) for begin, end in spans)


def article(line: str, place: str) -> str:
    rows = [TITLE, *BODY]
    rows.insert(PLACES[place], line)
    return "\n\n".join(rows)


@pytest.mark.parametrize("case", CASES["furniture"], ids=lambda case: case["line"])
def test_furniture(case: dict[str, str]) -> None:
    assert excluded(article(case["line"], case["place"]), case["line"]) == len(case["line"])


@pytest.mark.parametrize("place", ["inside"])
@pytest.mark.parametrize("line", CASES["text"])
def test_text(line: str, place: str) -> None:
    assert excluded(article(line, place), line) == 0


@pytest.mark.parametrize("case", CASES["glued"], ids=lambda case: case["text"])
def test_glued(case: dict[str, str]) -> None:
    text = article(case["text"], "inside")
    assert excluded(text, case["body"]) == 0
    assert excluded(text, case["text"]) in (
        len(case["text"]) - len(case["body"]),
        len(case["text"]) - len(case["body"]) - 1,
    )


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([w for w in WORDS if w not in {"news", "article", "share", "photo", "comments"}]),
        min_size=8,
        max_size=24,
    )
)
def test_a_sentence_without_words_of_furniture_is_never_taken(words: list[str]) -> None:
    line = " ".join(["They", *words]) + "."
    for place in PLACES:
        assert excluded(article(line, place), line) == 0


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=8, max_size=24))
def test_one_word_of_furniture_makes_no_sentence_furniture(words: list[str]) -> None:
    plain = [word for word in words if zone_model.speaking(word) == 0]
    line = " ".join(["They", *plain, "photo", "of", "it", "all"]) + "."
    assert excluded(article(line, "inside"), line) == 0


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS[:11]), min_size=2, max_size=8), st.sampled_from(WORDS[13:]))
def test_a_text_keeps_its_only_title(words: list[str], word: str) -> None:
    title = " ".join(["bridge", *words, word]).capitalize()
    assert excluded("\n\n".join([title, *BODY]), title) == 0


def test_the_weights_are_those_of_the_features() -> None:
    assert tuple(zone_model.line_weights().weights) == zone_model.FEATURES


def test_names_are_no_evidence() -> None:
    one, other = (zone_model.of_text(f"{name} reads the news", phrases()) for name in ("Anna Berg", "Ivo Kranz"))
    assert one == other
