"""Words that can be one part of speech only, and rows that let nothing in brackets stand between their words."""

from __future__ import annotations

import pytest

from auditor.checks.phrases.calque_matches import matches
from auditor.packs import data_path, load_tsv
from auditor.reading.ingest import from_text
from auditor.reading.read import read
from auditor.text.lexicon import lexicon
from auditor.text.word_classes import TAGS, word_classes


def test_every_word_has_one_class_that_patterns_may_ask_for() -> None:
    rows = list(load_tsv(data_path("languages", "english_classes.tsv"), ("tag", "words")))
    words = [word for row in rows for word in row["words"].split()]
    assert len(words) == len(set(words))
    assert all(word.isascii() and word.islower() for word in words)
    assert set(word_classes().values()) == TAGS


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("went", "VBD"), ("taken", "VBN"), ("decided", "ED"), ("decide", "VB"), ("includes", "VBZ"), ("teacher", "NN"),
        ("teachers", "NNS"), ("visit", "NV"), ("visits", "NZ"), ("decision", "NM"), ("economic", "JJ"),
        ("quickly", "RB"), ("saw", None), ("people", None), ("will", None), ("complete", None), ("bars", None),
    ],
)  # fmt: skip
def test_classes(word: str, tag: str | None) -> None:
    assert word_classes().get(word) == tag


@pytest.mark.parametrize(
    ("text", "found"), [("The farm of the of his aunt.", True), ("The (mill) of the aunt.", False)]
)
def test_brackets_part_words_that_must_stand_side_by_side(text: str, found: bool) -> None:
    reading = read(from_text("a", text), lexicon(), "en")
    assert any(f.row.check == "TA313" for f in matches(reading)) is found
