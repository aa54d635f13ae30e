"""Rows of phrases fire on the owner in a genitive as well."""

import pytest

from auditor.checks.phrases.calque_matches import matches
from auditor.reading.ingest import from_text
from auditor.reading.read import read
from auditor.text.lexicon import lexicon


def _marked(text: str) -> set[str]:
    reading = read(from_text("a", text), lexicon(), "en")
    return {reading.text[found.start : found.end] for found in matches(reading) if not found.row.clue}


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_phrase_is_found_in_front_of_a_genitive(mark: str) -> None:
    assert "family father" in _marked(f"The search of the family father{mark}s flat took an hour.")


def test_grammar_is_another_before_a_genitive() -> None:
    assert not _marked("He played eight citizen’s cards in Monday’s game.")
