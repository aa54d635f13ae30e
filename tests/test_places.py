"""The table of places: order, scripts, preferred forms, and no form that means two places unless listed."""

from __future__ import annotations

import importlib.util
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest

from auditor.packs.institutions import fold
from auditor.packs.places import places

TABLE = places()
TOOL = Path(__file__).parent.parent / "tools" / "make_territories.py"

# Places of one name in one language, in different countries or of different kinds, and not told apart by the table.
HOMONYMS = {frozenset({"dnieper", "dnipro"}), frozenset({"freiburg", "fribourg"})}


def test_the_table_is_broad():
    cities = [place for place in TABLE.all if place.kind == "city"]
    territories = [place for place in TABLE.all if place.kind == "territory"]
    assert len(cities) >= 200
    assert len(territories) >= 250
    for place in TABLE.all:
        assert "en" in place.names, place.id
        assert place.kind == "territory" or {"de", "fr", "es", "it"} <= set(place.names), place.id


def test_forms_are_composed_trimmed_and_not_repeated():
    for place in TABLE.all:
        for language, forms in place.names.items():
            assert len(set(forms)) == len(forms), (place.id, language)
            for form in forms:
                assert form == unicodedata.normalize("NFC", form).strip() != "", (place.id, language)


def test_scripts_fit_their_languages():
    for place in TABLE.all:
        for language, forms in place.names.items():
            for form in forms:
                cyrillic = any("CYRILLIC" in unicodedata.name(c, "") for c in form)
                assert cyrillic == (language in ("ru", "uk")), (place.id, language, form)


def test_only_listed_forms_mean_places_of_two_countries():
    found = defaultdict(set)
    for place in TABLE.all:
        for form in {form for forms in place.names.values() for form in forms}:
            for hit in TABLE.by_form(form):
                found[hit.language, fold(form)].add(hit.place.id)
    clashes = {frozenset(ids) for ids in found.values() if len({TABLE.by_id(id_).country for id_ in ids}) > 1}
    assert clashes == HOMONYMS


@pytest.mark.parametrize(
    ("form", "id_", "language"),
    [
        ("Kiew", "kyiv", "de"),
        ("KYJEV", "kyiv", "cs"),
        ("Mailand", "milan", "de"),
        ("Pékin", "beijing", "fr"),
        ("Moscú", "moscow", "es"),
        ("Londra", "london", "it"),
        ("Côte d'Ivoire", "CI", "fr"),
        ("Großbritannien", "GB", "de"),
        ("США", "US", "ru"),
    ],
)
def test_forms_are_found_in_any_case(form: str, id_: str, language: str):
    assert (id_, language) in {(hit.place.id, hit.language) for hit in TABLE.by_form(form)}


@pytest.mark.parametrize(
    ("id_", "language", "form"),
    [
        ("kyiv", "en", "Kyiv"),
        ("kyiv", "de", "Kiew"),
        ("milan", "en-GB", "Milan"),
        ("TR", "en", "Turkey"),
        ("CZ", "en", "Czech Republic"),
        ("US", "de", "USA"),
        ("HK", "fr", "Hong Kong"),
        ("geneva", "es", "Ginebra"),
        ("kyiv", "ja", None),
    ],
)
def test_the_form_that_the_press_prefers(id_: str, language: str, form: str | None):
    assert TABLE.preferred(TABLE.by_id(id_), language) == form


def test_every_form_leads_back_to_its_place():
    for place in TABLE.all:
        for forms in place.names.values():
            for form in forms:
                assert place.id in {hit.place.id for hit in TABLE.by_form(fold(form))}


def test_territories_are_what_cldr_gives():
    babel = pytest.importorskip("babel", reason="Babel is a development tool, needed only to generate the table")
    core = pytest.importorskip("babel.core")
    spec = importlib.util.spec_from_file_location("make_territories", TOOL)
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    shipped = tool.TARGET.read_text(encoding="utf-8")
    if f"CLDR {core.get_cldr_version()}," not in shipped or babel.__version__ not in shipped:
        pytest.skip("another version of CLDR is installed than the one the table was made from")
    assert tool.table() == shipped
