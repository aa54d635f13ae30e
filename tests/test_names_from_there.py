"""Family names beside a given name that tells where the bearer is from; spellings of languages seldom met."""

from __future__ import annotations

import pytest

import auditor
from auditor.names import natives
from auditor.names.natives import regular

_COPY = (
    "{name} spoke to reporters on Monday. Later, {family} said that the talks would go on, and left for the airport."
)


def _found(name: str) -> list[tuple[str, str]]:
    text = _COPY.format(name=name, family=name.split()[-1])
    audit = auditor.audit_texts({"a": text}, lang="en")
    return [(f.match, f.suggestions[0].text) for f in audit.findings if f.rule.startswith("NM")]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("Dmytro Hončarenko", "Honcharenko"),
        ("Oleksandr Stepanczuk", "Stepanchuk"),
        ("Aliaksandr Statkiewicz", "Statkevich"),
        ("Jevgenyij Hovanszkij", "Khovansky"),
        ("Olekszij Sevcsuk", "Shevchuk"),
        ("Valeri Kuzmiçov", "Kuzmichev"),
        ("Michail Černyšov", "Chernyshov"),
        ("Iwan Kowalewski", "Kovalevsky"),
    ],
)
def test_a_foreign_spelling_is_told(name: str, right: str) -> None:
    assert any(suggested.endswith(right) for _, suggested in _found(name))


@pytest.mark.parametrize(
    "name",
    [
        "Siarhei Tsikhanouski",
        "Viktar Saladouski",
        "Uladzimir Halouchanka",
        "Siarhei Loika",
        "Dzianis Turchyn",
        "Oleh Honcharenko",
        "Bohdan Melniczuk",  # a Pole, perhaps
        "Viktor Kovács",
        "Timur Seçkin",
        "Roman Şahin",
        "Andrej Hočevar",
        "Sergej Košir",
        "Igor Štimac",
        "Ivan Šaponjić",
        "Pavel Malinkowski",  # a Pole without his marks, perhaps
        "Krassimir Dragnev",
        "Vassil Bojkov",  # j is French for zh, as ss is for s
        "Karekin Nersissian",
        "Nouri al-Baghli",
    ],
)
def test_a_name_as_its_bearer_may_write_it_stands(name: str) -> None:
    assert not _found(name)


@pytest.mark.parametrize(
    ("form", "native", "owner"),
    [("Sevcsuk", "Шевчук", "hu"), ("Nyesztyerenko", "Нестеренко", "hu"), ("Çernışov", "Чернышов", "tr")],
)
def test_languages_that_few_articles_have_are_traced_back_by_their_letters(form: str, native: str, owner: str) -> None:
    assert any(guess.native == native and owner in guess.conventions for guess in natives(form))


@pytest.mark.parametrize("form", ["Szabó", "Mészáros", "Kocsis", "Şahin", "Çelik", "Kılıç", "Şentürk", "Çavuşoğlu"])
def test_their_own_names_are_nobody_elses(form: str) -> None:
    assert not any({"hu", "tr"} & set(guess.conventions) for guess in natives(form))


@pytest.mark.parametrize(
    ("form", "source", "said"),
    [("Tsikhanouski", "be", "name"), ("Hončarenko", "uk", ""), ("Loika", "be", "word"), ("Gaddafi", "ar", "")],
)
def test_what_english_may_make_it_of(form: str, source: str, said: str) -> None:
    assert regular(form, source, "en") == said
