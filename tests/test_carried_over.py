"""Pronouns and tenses that a machine carries over: their cost grows with the text."""

from __future__ import annotations

from time import process_time

import pytest

from auditor.checks.persons.person_carried import carried
from auditor.checks.persons.person_cast import casts
from auditor.checks.persons.person_own import in_own_words, its_own
from auditor.checks.persons.person_reach import unreached
from auditor.checks.persons.pronoun_paragraph import lone
from auditor.checks.phrases.told_ahead import over_and_ahead
from auditor.checks.spans import sentences
from auditor.reading.article import Reading
from auditor.reading.ingest import from_text
from auditor.reading.read import read
from auditor.text.lexicon import lexicon

HOSTILE = (
    "in 1990 the year later will ",
    "The senator and its his said in her ",
    "The agency himself she will ",
    "Anna Berg said he the prime minister man he said ",
    '"No," he said. Anna Berg, the mayor, says it. ',
)


def spent(reading: Reading) -> float:
    """Seconds of the six, the best of five."""
    body, cast = sentences(reading), casts(reading)
    list(lone(body, cast, reading))
    best = []
    for _ in range(5):
        start = process_time()
        for found in (its_own(body, cast), in_own_words(body, cast), lone(body, cast, reading)):
            list(found)
        list(carried(body, cast, reading.text))
        list(unreached(reading, near=False))
        list(over_and_ahead(reading))
        best.append(process_time() - start)
    return min(best)


def taken(text: str) -> Reading:
    return read(from_text("a", text), lexicon(), "en")


@pytest.mark.parametrize("piece", HOSTILE)
def test_cost_grows_with_the_text(piece: str) -> None:
    assert spent(taken(piece * 800)) < 8 * spent(taken(piece * 200)) + 0.02
