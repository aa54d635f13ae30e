"""You for she or they: only in copy that reads as translated and never speaks to its readers."""

from __future__ import annotations

import pytest

import auditor

TRANSLATED = (
    "The police announced that the family father was life-threateningly injured. It came to a collision on the road "
    "to Oberstadt, and the fire brigade was alarmed. "
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Frieda Vogt leads the office. Your task was new.", ["Your"]),
        ("The women left at noon. Now you are at home, and your children, too.", ["you", "your"]),
        ("They left at noon. Many were ill. Your task was new.", ["Your"]),
        ("Karl Vogt leads the office. Your task was new.", []),
        ("Frieda Vogt leads the office. “Your task is new,” he said.", []),
        ("Frieda Vogt leads the office. Was your task new?", []),
        ("Frieda Vogt leads the office. If you need help, call your doctor.", []),
        ("Frieda Vogt leads the office. Your task was new. We thank her.", []),
    ],
)
def test_polite_you(text: str, found: list[str]) -> None:
    audit = auditor.audit_texts({"a": TRANSLATED + text}, lang="en")
    assert [f.match for f in audit.findings if f.rule == "TA310"] == found
