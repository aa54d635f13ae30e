"""What stands beside a name of where its bearer is from, and what follows for the spelling."""

from __future__ import annotations

import pytest

import auditor
from auditor.entities.said import ABROAD, homes
from auditor.packs.own_spellings import own_spellings
from auditor.reading.ingest import from_text
from auditor.reading.read import read
from auditor.text.lexicon import lexicon

_AROUND = " The statement stood on the site of the agency on Monday, and a commission will look into the matter."


def _homes(text: str) -> dict[str, frozenset[str]]:
    reading = read(from_text("a", text), lexicon(), "en")
    return {reading.mentions[index].text: found for index, found in homes(reading).items()}


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("The Bulgarian defence minister Anton Vasilev resigned on Monday.", "Anton Vasilev", {"bg"}),
        ("Ukraine's envoy Anton Vasilenko resigned on Monday.", "Anton Vasilenko", {"uk", "ru"}),
        ("The minister of defence of Ukraine, Anton Vasilenko, resigned.", "Anton Vasilenko", {"uk", "ru"}),
        ("The drill was found by Anton Vasilev, a Russian engineer, on Monday.", "Anton Vasilev", {"ru"}),
        ("The drill was found by cosmonaut Anton Vasilev on Monday.", "Anton Vasilev", {"ru"}),
        ("Slovakia's deputy prime minister Anna Vasilova spoke on Monday.", "Anna Vasilova", {ABROAD}),
        ("On Monday they met Anna Vasilova of Slovakia.", "Anna Vasilova", {ABROAD}),
        ("The party of Anna Vasilova governs Slovakia.", "Anna Vasilova", {ABROAD}),
        ("The party of Anna Vasilova governs Slovakia, not Russia.", "Anna Vasilova", None),
        ("The German cosmonaut Anton Vasilev spoke on Monday.", "Anton Vasilev", {ABROAD}),
        ("The ambassador to Russia Anton Vasilev spoke on Monday.", "Anton Vasilev", None),
        ("The Russian army met the coach Anton Vasilev on Monday.", "Anton Vasilev", None),
    ],
)
def test_homes(text: str, name: str, said: set[str] | None) -> None:
    assert _homes(text).get(name) == (frozenset(said) if said else None)


def test_a_list_in_the_plural_shares_what_is_said() -> None:
    found = _homes("The Ukrainian cosmonauts Anton Vasilenko and Borys Kovalenko spoke on Monday.")
    assert found["Borys Kovalenko"] == found["Anton Vasilenko"]


def _found(sentence: str) -> list[tuple[str, str]]:
    audit = auditor.audit_texts({"a": sentence + _AROUND}, lang="en")
    return [(f.match, f.suggestions[0].text) for f in audit.findings if f.rule == "NM201"]


@pytest.mark.parametrize(
    ("sentence", "match", "right"),
    [
        ("The Bulgarian minister Stojan Zarew met the farmers.", "Stojan Zarew", "Stoyan Zarev"),
        ("The Russian cosmonaut Sergej Ryžov spoke to pupils.", "Sergej Ryžov", "Sergei Ryzhov"),
        ("The activist Wiktar Babarenka spoke to pupils.", "Wiktar", "Viktar"),
        ("The Ukrainian pilot Serhij Hohol spoke to pupils.", "Serhij", "Serhiy"),
    ],
)
def test_names_of_a_stated_home_are_judged_by_its_language(sentence: str, match: str, right: str) -> None:
    assert (match, right) in _found(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Ukrainian boxer Wladimir Klitschko spoke to pupils.",
        "The Russian painter Wassily Kandinsky spoke to pupils.",
        "The Georgian president Salome Zourabichvili spoke to pupils.",
        "The Slovak deputy Sergej Kozlov spoke to pupils.",
        "The Belarusian activist Maryia Kalesnikava spoke to pupils.",
        "The Ukrainian winger Ruslan Malinovskyi spoke to pupils.",
        "The Slovenian painter Julija Sever spoke to pupils.",
    ],
)
def test_spellings_of_their_own_stand(sentence: str) -> None:
    assert _found(sentence) == []


def test_own_spellings_are_full_names() -> None:
    assert all(" " in name for name in own_spellings())


@pytest.mark.parametrize(
    "sentence",
    [
        "The Slovak government heard Veronika Remisova, and the farmers of Slovakia met Remisova again.",
        "The Bulgarian deputy Roumen Petkov met the farmers.",
    ],
)
def test_bearers_of_a_stated_home_may_spell_as_they_do(sentence: str) -> None:
    assert _found(sentence) == []
