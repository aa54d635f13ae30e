"""The figures of the gate hold when every name in the seeds is another of its kind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import auditor
from auditor.run.evaluate import evaluate
from tests.gate.gate import below, floors
from tests.gate.swap import write


@pytest.fixture(scope="module")
def swapped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("swap"))


def test_the_swap_is_right(swapped: Path) -> None:
    """Every row of the gold stands verbatim at its spans, and no name of the seeds is left."""
    gold = json.loads(swapped.read_text(encoding="utf-8"))
    for article in gold["articles"]:
        text = (swapped.parent / "texts" / article["file"]).read_text(encoding="utf-8")
        assert not any(name in text for name in ("Prokop", "Petelin", "Tschub", "O'Hara", "Roscosmos", "Blanche"))
        for row in article["findings"]:
            assert all(text[start:end] == row["match"] for start, end in row["spans"])


def test_floors_hold_on_other_names(swapped: Path) -> None:
    audit = auditor.audit([swapped.parent / "texts"], no_glossary=True)
    figures = evaluate(audit, swapped, swapped.parent / "texts").figures
    assert below(figures, floors()["swapped"]) == []
