"""Words, sentences and headlines that stand twice."""

from __future__ import annotations

import pytest

import auditor


def found(text: str, rule: str, lang: str = "en") -> list[str]:
    return [f.match for f in auditor.audit_texts({"a": text}, lang=lang).findings if f.rule == rule]


LEAD = "The council met on Monday in the old town hall, and many residents came to listen.\n\n"


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("They said that they would they would come back.", ["they would they would"]),
        ("We must say that we must say that it was late.", ["We must say that we must say that"]),
        ("The police on Monday on Monday closed the road.", ["on Monday on Monday"]),
        ("They go from paycheck to paycheck to raise a family.", []),
        ("It rained day after day after day, and on and on and on.", []),
        ("New York New York sang the choir of the school.", []),
        ("The 1 2 1 2 of the drummer was heard by all.", []),
        ("It was late, it was late and dark in the hall.", []),
    ],
)
def test_runs(text: str, runs: list[str]) -> None:
    assert found(LEAD + text, "TX111") == runs


def test_sentences() -> None:
    twice = "The bridge will be closed until the end of May."
    assert found(f"{LEAD}{twice} {twice}", "TX506") == [twice]
    assert found(f"{LEAD}{twice} The bridge is old.", "TX506") == []


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("Die Brücke wird bis bis zum Sommer von von der Stadt gesperrt.", "de", ["bis bis", "von von"]),
        ("Nach und nach kamen nach und nach alle Gäste in den Saal.", "de", []),
        ("Nous nous sommes vus dans dans la mairie de la ville.", "fr", ["dans dans"]),
        ("The mill stood in the in the town, and they met face to face to talk.", "en", ["in the in the"]),
        ("Мост закрыт до до конца месяца, сообщили в городе.", "ru", ["до до"]),
    ],
)
def test_other_languages(text: str, lang: str, words: list[str]) -> None:
    assert found(text, "TX111", lang) == words
