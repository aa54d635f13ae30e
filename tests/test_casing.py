"""Names in capitals beside the same names in small letters."""

from __future__ import annotations

import pytest

import auditor
from auditor.glossary.candidates import candidates
from auditor.text.casing import in_capitals

DATELINE = "LEEDS, England - The council met on Monday.\n\nOfficials in LEEDS said the mayor of Leeds had left.\n"
BYLINE = "JOHN MARSDEN reports from the harbour. John Marsden has been there since Monday, officials said.\n"


@pytest.mark.parametrize(
    ("text", "others", "shouted"),
    [
        ("LEEDS", ["Leeds"], True),
        ("JOHN MARSDEN", ["John Marsden"], True),
        ("LEEDS", ["LEEDS", "Bradford"], False),
        ("NASA", ["Nasa"], False),
        ("Leeds", ["LEEDS"], False),
        ("LEEDS", [], False),
    ],
)
def test_in_capitals(text: str, others: list[str], shouted: bool) -> None:
    assert in_capitals(text, others) is shouted


@pytest.mark.parametrize(("text", "name"), [(DATELINE, "Leeds"), (BYLINE, "John Marsden")])
def test_capitals_are_neither_preferred_nor_a_candidate(text: str, name: str) -> None:
    audit = auditor.audit_texts({"a": text})
    assert name in {e.preferred for e in audit.entities}
    assert candidates(audit) == ()
