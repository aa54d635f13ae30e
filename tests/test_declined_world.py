"""Names of the world's news with a case ending."""

from __future__ import annotations

import pytest

import auditor


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The speech of Emmanuela Macrona was long.", ["Macrona"]),
        ("The letter to Bidenu was read out on Monday.", ["Bidenu"]),
        ("The clerk sent the Orbano case to the court.", ["Orbano"]),
        ("A talk with Erdoganom was put off on Monday.", ["Erdoganom"]),
        ("The singer Clara Macrona met Yulia Putina in Komarovo.", []),
        ("Minister Denisa Sandorova met Viktoria Mullerova.", []),
        ("A play of Antona Chekhova was read.", ["Antona Chekhova"]),
        ("Macron, Biden, Orban and Erdogan met the Bidens and the Trumps.", []),
    ],
)
def test_a_case_of_a_name_of_the_news(text, wanted):
    findings = auditor.audit_texts({"copy": text}, lang="en", no_glossary=True).findings
    assert [f.match for f in findings if f.rule == "NM207"] == wanted
