"""Passages of another language, and figures and dates of English in copy of another language."""

from __future__ import annotations

import pytest

import auditor

ENGLISH = "The council met on Monday in the old town hall. Many residents came to listen. The mayor was late."
GERMAN = (
    "Der Rat trat am Montag im alten Rathaus zusammen. Viele Bürger kamen und hörten zu. Der Bürgermeister kam spät."
)


def found(text: str, rule: str, lang: str) -> list[str]:
    return [f.match for f in auditor.audit_texts({"a": text}, lang=lang).findings if f.rule == rule]


@pytest.mark.parametrize(
    ("text", "lang", "passages"),
    [
        (f"{ENGLISH} Die Brücke bleibt noch bis zum Sommer gesperrt.", "en", 1),
        (f"{ENGLISH} “Die Brücke bleibt noch bis zum Sommer gesperrt,” he said.", "en", 0),
        (f"{ENGLISH} He read Die Zeit and Der Spiegel.", "en", 0),
        (f"{GERMAN} The bridge stays closed until the end of the summer.", "de", 1),
        (f"{GERMAN} Das Team spielt im Stadion vor vielen Fans.", "de", 0),
    ],
)
def test_passages(text: str, lang: str, passages: int) -> None:
    assert len(found(text, "TA203", lang)) == passages


def test_copy_in_two_languages_is_left_alone() -> None:
    assert found(f"{ENGLISH}\n\n{GERMAN}", "TA203", "en") == []


@pytest.mark.parametrize(
    ("text", "lang", "figures"),
    [
        ("Der Rat gab 3.5 Millionen Euro für 12,500 Gäste aus, dazu 1.500 Euro.", "de", ["3.5", "12,500"]),
        ("Der Preis stieg auf 1,200.50 Euro und fiel um 2,5 Prozent.", "de", ["1,200.50"]),
        ("Das Paket wog 12,500 kg, und der Preis lag bei 3,5 Millionen.", "de", []),
        ("Der Preis stieg um 3.5 Prozent.", "de-CH", []),
        ("El precio subió un 3.5 % y asistieron 12,500 personas.", "es", []),
    ],
)
def test_figures(text: str, lang: str, figures: list[str]) -> None:
    assert found(text, "NU101", lang) == figures


@pytest.mark.parametrize(
    ("text", "lang", "dates"),
    [
        ("La mairie a fermé le pont le 03/15/2021 et le 04/05/2021.", "fr", ["03/15/2021"]),
        ("Il ponte è chiuso dal 15/03/2021.", "it", []),
        ("The bridge was closed on 03/15/2021.", "en", []),
    ],
)
def test_american_dates(text: str, lang: str, dates: list[str]) -> None:
    assert found(text, "DT108", lang) == dates
