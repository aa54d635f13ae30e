"""The search for names: tables of cases, and laws that hold for any text."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.reading.article import Abbreviation, Mention, Segment
from auditor.reading.mentions.find import mentions
from auditor.reading.mentions.words import Word, name_words, seen_words, shape
from auditor.text.lexicon import LANGUAGES, lexicon
from auditor.text.segments import sentences
from auditor.text.tokens import Token, tokens

CASES = tomllib.loads((Path(__file__).parent / "cases" / "mentions.toml").read_text(encoding="utf-8"))["case"]


def search(text: str, language: str) -> tuple[tuple[Mention, ...], tuple[Abbreviation, ...]]:
    segments = [Segment(start, end, 0, language) for start, end in sentences(text, 0, len(text), language)]
    return mentions(text, tokens(text), segments, language, lexicon())


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["label"])
def test_case(case: dict[str, Any]) -> None:
    found, pairs = search(case["text"], case["lang"])
    wanted = [entry.rpartition("|") for entry in case["expect"]]
    assert [m.text for m in found] == [name for name, _, _ in wanted]
    assert [m.type for m, (_, _, kind) in zip(found, wanted, strict=True) if kind != "*"] == [
        kind for *_, kind in wanted if kind != "*"
    ]
    assert not [m.text for m in found if any(a in m.text for a in case.get("absent", ()))]
    if "short" in case:
        assert [f"{found[p.short].text} = {found[p.long].text}" for p in pairs] == case["short"]


def test_every_language_has_its_words() -> None:
    for code in LANGUAGES:
        words = name_words(code)
        assert words.titles
        assert words.roles
        assert words.org_heads
        assert all(entry == entry.lower() for entry in words.titles | words.roles | words.org_heads | words.craft)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("NASA", "acronym"), ("MS-22", "designator"), ("Luna-25", "designator"), ("O'Hara", "cap"),
        ("J", "initial"), ("2023", "number"), ("spacecraft", "lower"), ("Moscow-based", "lower"),
        ("Jean-Luc", "cap"), ("al-Assad", "cap"), ("iPhone", "lower"), ("SpaceX", "cap"), ("Путин", "cap"),
    ],
)  # fmt: skip
def test_shape(text: str, wanted: str) -> None:
    assert shape(text) == wanted


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [("Putin’s", "en", "Putin"), ("l’Élysée", "fr", "Élysée"), ("O'Hara's", "en", "O'Hara"), ("d'Arc", "en", "d'Arc")],
)
def test_word_is_without_article_and_ending(text: str, language: str, wanted: str) -> None:
    got: Word = seen_words([Token(3, 3 + len(text), text)], language)[0]
    assert got.text == wanted
    assert text[got.start - 3 : got.end - 3] == wanted


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Sergei", "Orlov", "the", "NASA", "of", "and", "President", "Soyuz", "MS-22", "said", ",", ".", "(", ")",
             "’s", "- ", "O'Hara", "\n\n", "Ministry", "J.", "van", "«", "x" * 40, "Ünïcode", "1998", "\u200b"]
        ),
        max_size=40,
    ),
    st.sampled_from(LANGUAGES),
)  # fmt: skip
def test_spans_lie_in_the_text_and_never_overlap(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    found, pairs = search(text, language)
    at = 0
    for mention in found:
        assert at <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        at = mention.end
    assert all(0 <= p.short < len(found) and 0 <= p.long < len(found) and p.short != p.long for p in pairs)
    assert search(text, language) == (found, pairs)


def test_work_grows_with_the_text() -> None:
    def cost(text: str) -> float:
        start = time.process_time()
        search_in_one_segment(text)
        return time.process_time() - start

    unit = "President A. van der Berg of the Bank of the Bank- Union Soyuz MS-2 NASA "
    cost(unit * 50)
    assert min(cost(unit * 1600) for _ in range(3)) < 60 * max(min(cost(unit * 100) for _ in range(3)), 0.001)


def test_a_giant_token_is_no_name() -> None:
    text = "A" + "b" * 200_000 + " met President Joe Biden."
    found, _ = search(text, "en")
    assert [m.text for m in found] == ["Joe Biden"]


def search_in_one_segment(text: str) -> None:
    mentions(text, tokens(text), [Segment(0, len(text), 0, "en")], "en", lexicon())


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Robert Keller Jr.", "Keller"),
        ("Robert Keller Senior", "Keller"),
        ("José Ribamar Neto", "Ribamar"),
    ],
)
def test_which_bearer_of_a_name_is_meant_is_no_family_name(name: str, family: str) -> None:
    """The suffixes are those of the names' own table."""
    found, _ = search(f"Actor {name} left the town on Monday, the mayor said.", "en")
    assert [m.family for m in found if m.type == "person"] == [family]
