"""Hostile text costs in proportion to its length: four times the text, about four times the work."""

from __future__ import annotations

import time

import pytest

import auditor

SHORT, LONG = 12_000, 48_000
PIECES = {
    "quotation mark": '"',
    "opening marks": "“a ",
    "one long word": "A",
    "one long word in lower case": "a",
    "damaged marks": "â€œ",
    "a name without end": "Tsch",
    "capitals": "Aa ",
    "full names": "Abc Def ",
    "hyphens": "a-",
    "apostrophes": "O'",
    "digits": "1 ",
    "digits and stops": "1.",
    "photo credits": "Image: ",
    "strokes": "A/",
    "initials": "kb/wd (Reuters, ",
    "said": '"x," he said. ',
    "handles": "@a ",
    "blank lines": "\n",
    "list": "• x\n",
    "paragraphs": "Word word.\n\n",
    "dates": "March 5, 2020 ",
    "plans": "initially March 5 ",
    "Cyrillic names": "Сергей ",
    "tags": "<div>",
    "entities": "&amp;",
    "craft": "MS-22 ",
    "councils": "the council. He decided. ",
    "verbs after quotations": "“x”, has declared the would have been killed according to ",
    "brackets": "[du suspect the Feuerwehr was ",
    "zero width": "\u200b",
    "loose brackets": "( a ) ,",
    "straight and curly": '"a ” “b" ',
    "dashes": "We go. – A ",
    "dots": "and … Read ",
    "paragraphs that trail off": "abc…\n\n",
    "stranded paragraphs": "The talks went on for hours. It was late when all of them left and they met for the\n\n",
    "turned marks": "“ ”",
    "foreign marks": "„a ",
    "guillemets": "«a ",
    "doubled words": "the the ",
    "glued commas": "word,word",
    "same runs": "one two three four. ",
    "roles and pronouns": "The leader saw his widow. ",
    "lines of another script": "온라인상점\n\nThe temple bell rang at noon in town, and they left by the gate.\n\n",
    "speakers": "The mayor of Vienna said that the talks in Kiew with Lawrow had failed. ",
}


STYLED = {"small figures": "He saw 5 dogs. ", "offices": "I met president Ann Lee. "}


def seconds(text: str, style: str | None = None) -> float:
    """The better of two runs."""
    best = []
    for _ in range(2):
        start = time.process_time()
        auditor.audit_texts({"a": text}, lang="en", style=style)
        best.append(time.process_time() - start)
    return min(best)


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_cost_grows_with_the_text(piece: str) -> None:
    grows(piece, None)


@pytest.mark.parametrize("piece", STYLED.values(), ids=STYLED)
def test_cost_grows_with_the_text_under_a_style(piece: str) -> None:
    grows(piece, "ap")


def grows(piece: str, style: str | None) -> None:
    auditor.audit_texts({"a": piece * 50}, lang="en", style=style)
    short, long = ((piece * (size // len(piece) + 1))[:size] for size in (SHORT, LONG))
    tries = ((seconds(long, style), seconds(short, style)) for _ in range(3))  # a busy machine may slow one of two
    assert any(long_time < 9 * short_time + 0.05 for long_time, short_time in tries)


def test_faults_without_end_on_one_line_cost_in_proportion() -> None:
    """Eight times as many: each is found, typed, compared with what the tables know, and set beside its sentence."""
    piece = "Sergej Lawrow met Selenskyj in Kiew on Monday , he  said . "
    auditor.audit_texts({"a": piece * 50}, lang="en")
    tries = ((seconds(piece * 4000), seconds(piece * 500)) for _ in range(3))
    assert any(long_time < 18 * short_time for long_time, short_time in tries)
