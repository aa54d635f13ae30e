"""A surname in its own letters and as it sounds."""

from __future__ import annotations

import pytest

import auditor


def twins(text: str) -> list[str]:
    audit = auditor.audit_texts({"copy": text}, lang="en", no_glossary=True)
    return [f.match for f in audit.findings if f.rule == "NM202"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The deputy Jan Wołowiec opened the debate. Volovets then left the hall, a clerk said.", ["Volovets"]),
        ("The runner Hakan Çelikoğlu won the race. Chelikoglu is from Izmir, his club said.", ["Chelikoglu"]),
        ("The painter Pavel Křenčík sold his house. Neighbours said Krzhenchik had moved.", ["Krzhenchik"]),
        ("The driver Marek Gąbrowski was not hurt. Gombrowski had braked, a witness said.", ["Gombrowski"]),
        ("The coach Dario Šušnjar was angry. The coach Dario Susnjar said so.", ["Susnjar"]),
        ("The deputy Jan Wołowiec spoke. The rival Boris Volovets then left, a clerk said.", []),
        ("The deputy Jan Wołowiec spoke. Walawender then left the hall, a clerk said.", []),
        ("The poet Karl Müller wrote to Miller, and Miller wrote to José Peres and Peres to Pérez.", []),
    ],
)
def test_twins(text, wanted):
    assert twins(f"{text}\n\nNobody else was there to answer questions, a reporter at the scene wrote.") == wanted
