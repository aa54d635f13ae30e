"""From Latin letters to Arabic and Hebrew words, whose short vowels are not written."""

from __future__ import annotations

import pytest

from auditor import names
from auditor.names.natives import invertible


@pytest.mark.parametrize(
    ("form", "language", "native"),
    [
        ("Gaddafi", "ar", "القذافي"), ("Kadhafi", "ar", "القذافي"), ("al-Sisi", "ar", "السيسي"),
        ("Mahfouz", "ar", "محفوظ"), ("Hussein", "ar", "حسين"), ("Tebboune", "ar", "تبون"),
        ("al-Assad", "ar", "الأسد"), ("Baghdad", "ar", "بغداد"), ("Naguib Mahfouz", "ar", "نجيب محفوظ"),
        ("Netanyahu", "he", "נתניהו"), ("Lapid", "he", "לפיד"), ("Gantz", "he", "גנץ"), ("Rabin", "he", "רבין"),
    ],
)  # fmt: skip
def test_the_likeliest_word_comes_first(form, language, native):
    found = names.natives(form, language)
    assert found[0].native == native
    assert found[0].native_lang == language
    assert found[0].conventions
    assert [guess.plausibility for guess in found] == sorted((g.plausibility for g in found), reverse=True)


@pytest.mark.parametrize("form", ["", "x", "qqqq", "Straße", "Жуков", "al-"])
def test_other_words_stand_for_none(form):
    assert names.natives(form, "ar") == ()


def test_it_is_asked_for_by_name_only():
    assert invertible("ar")
    assert invertible("he")
    assert not {guess.native_lang for guess in names.natives_anywhere("Gaddafi")} & {"ar", "he"}
