"""The tables of agencies and outlets: order, uniqueness, known ids, and what a weak or translated form is."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

import pytest

from auditor.packs.agencies import Agency, Outlet, agencies

TABLES = agencies()


def test_the_tables_are_broad():
    assert len(TABLES.agencies) >= 120
    assert len(TABLES.outlets) >= 130
    assert len({row.agency.id for row in TABLES.long_names}) >= 50


@pytest.mark.parametrize("rows", [TABLES.agencies, TABLES.outlets], ids=["agencies", "outlets"])
def test_rows_are_sorted_and_ids_unique(rows: tuple[Agency | Outlet, ...]):
    ids = [row.id for row in rows]
    assert ids == sorted(set(ids))
    names = [row.name for row in rows]
    assert len(set(names)) == len(names)


def test_long_names_and_translated_outlets_are_sorted():
    names = [(row.agency.id, row.language, row.status) for row in TABLES.long_names]
    assert names == sorted(set(names))
    outlets = [(row.outlet.id, row.language, row.forms) for row in TABLES.translated_outlets]
    assert outlets == sorted(outlets)


def test_no_spelling_names_two():
    owners = defaultdict(set)
    for form in TABLES.forms:
        assert form.text == unicodedata.normalize("NFC", form.text).strip() != ""
        owners[form.text].add((type(form.owner).__name__, form.owner.id))
    assert {text: ids for text, ids in owners.items() if len(ids) > 1} == {}


def test_translated_names_are_capitalised():
    for row in TABLES.long_names:
        for form in row.forms:
            assert form[0].isupper(), form


def test_a_translated_outlet_of_one_common_word_needs_a_noun_beside():
    for row in TABLES.translated_outlets:
        for form in row.forms:
            assert row.beside or len(re.split("[ -]", form)) > 1, form


@pytest.mark.parametrize(
    ("form", "name", "weak", "translated_in"),
    [
        ("Deutsche Presse-Agentur", "dpa", False, None),
        ("German Press Agency", "dpa", False, "en"),
        ("Agence allemande de presse", "dpa", False, "fr"),
        ("Polish Press Agency", "PAP", False, None),
        ("AP Photo", "AP", False, None),
        ("ТАСС", "TASS", False, None),
        ("STA", "STA", True, None),
        ("Spiegel", "Der Spiegel", True, None),
    ],
)
def test_forms(form: str, name: str, weak: bool, translated_in: str | None):
    row = TABLES.by_form[form]
    assert (row.owner.name, row.weak, row.translated_in) == (name, weak, translated_in)


def test_cues_fall_back_to_english():
    assert TABLES.cues.of("de-AT") is TABLES.cues.de
    assert TABLES.cues.of("und") is TABLES.cues.en


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "nl", "pl", "ru", "uk", "pt", "cs", "sv"])
def test_cues_are_folded_words(language: str):
    cues = TABLES.cues.of(language)
    for group in (cues.before, cues.after, cues.nouns, cues.media, cues.byline, cues.credit):
        assert group
        for phrase in group:
            assert phrase == phrase.casefold()
            assert len(phrase.split()) <= 4
            assert all(word.isalnum() or "-" in word for word in phrase.split()), phrase
