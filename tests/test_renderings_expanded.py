"""Another language's letters beside the English words for them."""

from __future__ import annotations

import pytest

import auditor
from auditor.packs.expansions import expansions
from auditor.packs.load import data_path


def letters(text: str) -> list[tuple[str, str]]:
    copy = f"The weather was dry for most of the week.\n\n{text}\n\nNobody was hurt, the police said on Monday."
    audit = auditor.audit_texts({"copy": copy}, lang="en", no_glossary=True)
    return [(f.match, f.suggestions[0].text) for f in audit.findings if f.rule == "NM204"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The European Central Bank (BCE) raised its rate.", [("BCE", "ECB")]),
        ("The International Criminal Court (CPI) sent a judge.", [("CPI", "ICC")]),
        ("The consumer price index (IPC) rose by a point.", [("IPC", "CPI")]),
        ("Half have chronic obstructive pulmonary disease (EPOC) at sixty.", [("EPOC", "COPD")]),
        ("The judges of the TEDH (European Court of Human Rights) were split.", [("TEDH", "ECHR")]),
        ("The World Trade Organization, OMC, ruled for the plaintiff.", [("OMC", "WTO")]),
        ("The coins are from 300 BCE. The IPC has its seat in Bonn. The index (CPI) rose.", []),
        ("The Banco Central Europeo (BCE) and the Czech National Bank (CNB) met.", []),
        ("The German Trade Union Confederation (DGB) and the Bank of Spain (BdE) met.", []),
        ("The Islamic State (Isis) and the Court of Auditors (CC) were named.", []),
    ],
)
def test_letters(text, wanted):
    assert letters(text) == wanted


def test_no_right_letters_are_foreign():
    text = data_path("renderings", "expansions.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")][1:]
    assert rows == sorted(rows)
    for right, _, forms, written in rows:
        assert written == written.lower()
        assert right not in forms.split("|")
    assert [e.right for e in expansions("PIB")] == ["GDP"]
