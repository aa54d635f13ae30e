"""News copy in good English, written for this test in the manner of wire desks: nothing in it may be a finding."""

from __future__ import annotations

from pathlib import Path

import pytest

import auditor
from auditor.checks.persons import pronoun_things
from auditor.checks.phrases import calques
from auditor.checks.phrases.copy_kinds import CopyKind

TEXTS = sorted((Path(__file__).parent / "english").glob("*.txt"))


def findings(path: Path) -> list[tuple[str, str]]:
    audit = auditor.audit_texts({path.stem: path.read_text(encoding="utf-8")}, lang="en")
    return [(f.rule, f.match) for f in audit.findings if f.severity != "neutral"]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_nothing_is_found(path: Path) -> None:
    assert findings(path) == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_nothing_is_found_where_all_phrases_count(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if other phrases had proved the copy translated."""
    settled = calques._settled
    proved = frozenset[CopyKind](("translated",))
    monkeypatch.setattr(calques, "_settled", lambda found, _, spoken: settled(found, proved, spoken))
    monkeypatch.setattr(pronoun_things, "shown", lambda reading: proved)
    assert findings(path) == []


def test_there_is_copy() -> None:
    assert sum(len(path.read_text(encoding="utf-8").split()) for path in TEXTS) > 3_500
