"""Surnames that sound alike and are two, and spellings of Korean syllables."""

from __future__ import annotations

import pytest

from auditor import names
from auditor.entities import facts
from auditor.names.kindred import ceiling
from auditor.names.korean import syllables
from auditor.names.parts import parts, unhonoured

JOINED = 0.85  # from which forms are taken for one name


@pytest.mark.parametrize(
    ("a", "b", "lang_a", "lang_b"),
    [
        ("Müller", "Miller", "de", "en"), ("Gómez", "Gomes", "es", "pt"), ("Fernández", "Fernandes", "es", "pt"),
        ("Rodríguez", "Rodrigues", None, None), ("Schmidt", "Schmitt", "de", "de"), ("Meyer", "Maier", "de", "de"),
        ("Kovács", "Kovač", "hu", "hr"), ("Jansen", "Janssen", "nl", "nl"), ("Weber", "Webber", "de", "en"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("given", ["", "Anna "])
def test_two_surnames_are_never_joined(a, b, lang_a, lang_b, given):
    match = names.compare(given + a, given + b, lang_a, lang_b)
    assert match.score < JOINED
    assert match.score == names.score(given + b, given + a, lang_b, lang_a)
    assert match.evidence[-1].rule == "two surnames"
    assert names.replay(match)
    assert facts.near_miss(a, b) is None


@pytest.mark.parametrize(
    ("a", "b", "most"),
    [
        ("gómez", "gomez", 1.0), ("müller", "mueller", 1.0), ("kovač", "kovac", 1.0), ("novak", "nowak", 1.0),
        ("gómez", "gomes", 0.45), ("gomez", "gomes", 0.45), ("lindholmsen", "lindholmson", 0.84),
        ("hansen", "hansson", 0.84), ("hansen", "larsson", 1.0), ("мюллер", "miller", 1.0), ("sen", "son", 1.0),
    ],
)  # fmt: skip
def test_what_two_surnames_may_score(a, b, most):
    assert ceiling(a, b) == ceiling(b, a) == most


@pytest.mark.parametrize(
    ("hangul", "latin", "spelt"),
    [
        ("민서", "minseo", True), ("민서", "minsu", False), ("재명", "jaemyung", True), ("재명", "jaeyong", False),
        ("대중", "daejung", True), ("대중", "daejong", False), ("성", "sung", True), ("정희", "chung-hee", True),
        ("승만", "syngman", True), ("병헌", "byunghun", True), ("병헌", "byunghoon", False), ("", "", True),
        ("ab", "ab", False),
    ],
)  # fmt: skip
def test_spellings_of_korean_syllables(hangul, latin, spelt):
    cost = syllables(hangul, latin)
    assert (cost is not None) == spelt
    assert not spelt or cost < 0.5


@pytest.mark.parametrize(
    ("form", "bare", "ending"),
    [
        ("トランプ氏", "トランプ", "氏"), ("문재인 대통령", "문재인", "대통령"), ("Abe-san", "Abe", "-san"),
        ("Park Ji-san", "Park Ji-san", ""), ("氏", "氏", ""), ("Ivanov", "Ivanov", ""), ("", "", ""),
    ],
)  # fmt: skip
def test_honorifics_behind_names(form, bare, ending):
    assert unhonoured(form) == (bare, ending)
    assert parts(form).suffixes == ((ending,) if ending else ())


def test_a_form_is_itself_in_any_script():
    assert names.compare("石破茂", "石破茂", "ja", "ja").score == 1.0
    assert names.compare("石破茂首相", "石破茂", "ja", "ja").score == 1.0
    assert names.compare("--", "--").score is None
