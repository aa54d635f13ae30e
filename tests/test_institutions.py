"""The table of institutions: right order, one meaning a form, halves of compound names, casing of acronyms."""

from __future__ import annotations

import unicodedata
from collections import defaultdict

import pytest

from auditor.packs.institutions import LANGUAGES, fold, institutions

TABLE = institutions()

# Forms that mean two institutions in one language, and why that is so.
HOMONYMS = {
    ("de", "bundesrat"): "upper house of Germany; government of Switzerland",
    ("nl", "bondsraad"): "upper house of Germany; government of Switzerland",
    ("cs", "spolková rada"): "upper house of Germany; government of Switzerland",
    ("sv", "förbundsrådet"): "upper house of Germany; government of Switzerland",
    ("uk", "мкс"): "International Space Station; International Criminal Court",
}


def test_the_table_is_broad():
    assert len(TABLE.all) >= 150
    for language in LANGUAGES:
        assert sum(1 for item in TABLE.all if item.forms(language)) >= 150, language


def test_forms_are_composed_trimmed_and_not_repeated():
    for item in TABLE.all:
        for language in LANGUAGES:
            forms = item.forms(language)
            assert len(set(forms)) == len(forms), (item.id, language)
            for form in forms:
                assert form == unicodedata.normalize("NFC", form).strip() != "", (item.id, language)


def test_only_listed_forms_mean_two_institutions():
    found = defaultdict(set)
    for item in TABLE.all:
        for form in {form for language in LANGUAGES for form in item.forms(language)}:
            for hit in TABLE.by_form(form):
                found[hit.language, fold(form)].add(hit.institution.id)
    assert {key for key, ids in found.items() if len(ids) > 1} == set(HOMONYMS)


def test_scripts_fit_their_languages():
    for item in TABLE.all:
        for language in ("ru", "uk"):
            for form in item.names.get(language, ()):
                assert any("CYRILLIC" in unicodedata.name(c, "") for c in form) or form.isascii(), (item.id, form)
        for language in set(LANGUAGES) - {"ru", "uk"}:
            for form in item.forms(language):
                assert not any("CYRILLIC" in unicodedata.name(c, "") for c in form), (item.id, form)


@pytest.mark.parametrize(
    ("form", "id_", "language"),
    [
        ("Weißes Haus", "white-house", "de"),
        ("MAISON-BLANCHE", "white-house", "fr"),
        ("Белый дом", "white-house", "ru"),
        ("Otan", "nato", "fr"),
        ("Roskosmos", "roscosmos", "de"),
        ("Roskomnadsor", "roskomnadzor", "de"),
        ("AIEA", "iaea", "fr"),
        ("МОК", "ioc", "ru"),
        ("palais de l’Élysée", "elysee", "fr"),
    ],
)
def test_forms_are_found_in_any_case(form: str, id_: str, language: str):
    assert (id_, language) in {(hit.institution.id, hit.language) for hit in TABLE.by_form(form)}


def test_every_form_leads_back_to_its_institution():
    for item in TABLE.all:
        for language in LANGUAGES:
            for form in item.forms(language):
                assert item.id in {hit.institution.id for hit in TABLE.by_form(fold(form))}


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        (("House", "Blanche"), "en", ("white-house", "fr")),
        (("Weißes", "House"), "en", ("white-house", "de")),
        (("Red", "Croix"), "en", ("red-cross", "fr")),
        (("Bank", "of", "España"), "en", ("banco-de-espana", "es")),
        (("Maison", "Blanche"), "en", None),
        (("White", "House"), "en", None),
        (("House", "Music"), "en", None),
        (("Commission", "européenne"), "en", None),
        (("Blanche", "DuBois"), "en", None),
        (("House",), "en", None),
        ((), "en", None),
    ],
)
def test_half_translated_names(words: tuple[str, ...], language: str, expected: tuple[str, str] | None):
    hits = TABLE.half_translated(words, language)
    assert ((hits[0].institution.id, hits[0].language) if hits else None) == expected


def test_a_name_of_the_language_itself_is_never_half_translated():
    for item in TABLE.all:
        for language in LANGUAGES:
            for form in item.names.get(language, ()):
                mixed = TABLE.half_translated(form.split(), language)
                assert item.id not in {hit.institution.id for hit in mixed}, (item.id, language, form)


@pytest.mark.parametrize(
    ("id_", "language", "acronym"),
    [
        ("nasa", "en", "NASA"),
        ("nasa", "de", "Nasa"),
        ("nasa", "ru", "НАСА"),
        ("nato", "fr", "Otan"),
        ("fbi", "de", "FBI"),
        ("unesco", "en-GB", "Unesco"),
        ("roscosmos", "en", None),
    ],
)
def test_acronyms_follow_the_habit_of_the_press(id_: str, language: str, acronym: str | None):
    assert TABLE.acronym(TABLE.by_id(id_), language) == acronym


def test_title_case_is_for_acronyms_read_as_words():
    assert "de" in TABLE.title_cased_in(TABLE.by_id("nasa"))
    assert "en" not in TABLE.title_cased_in(TABLE.by_id("nasa"))
    assert TABLE.title_cased_in(TABLE.by_id("fbi")) == ()


def test_preferred_is_the_name_else_the_acronym():
    assert TABLE.preferred(TABLE.by_id("white-house"), "en-GB") == "White House"
    assert TABLE.preferred(TABLE.by_id("nasa"), "pl") == "NASA"
    assert TABLE.preferred(TABLE.by_id("white-house"), "ja") is None
