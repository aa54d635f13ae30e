"""Words of English that ran together, and ordinary words misspelt."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.text.lexicon import lexicon
from auditor.text.seam_fronts import front_seam
from auditor.text.seams import figure_seam, last_seam, name_seam, seam


@pytest.mark.parametrize(
    ("token", "after_name", "parts"),
    [
        ("familythe", False, "family the"),
        ("thebridge", False, "the bridge"),
        ("inthe", False, "in the"),
        ("Viennawhich", False, "Vienna which"),
        ("Zwetbergwho", True, "Zwetberg who"),
        ("Zwetbergwho", False, None),
        ("Riethe", True, None),
        ("Ferdinand", True, None),
        ("bathe", False, None),
        ("theology", False, None),
        ("thegarchy", False, None),
        ("YouTube", False, None),
        ("tourismfocusing", False, "tourism focusing"),
        ("showdespite", False, "show despite"),
        ("counterattacked", False, None),
        ("wascalling", False, "was calling"),
        ("problemsalready", False, "problems already"),
        ("menwere", False, "men were"),
        ("aconclusion", False, "a conclusion"),
        ("complainta", False, "complaint a"),
        ("outproduce", False, None),
        ("marksheet", False, None),
        ("presidenta", False, None),
        ("superheating", False, None),
    ],
)
def test_seam(token: str, after_name: bool, parts: str | None) -> None:
    cut = seam(token, "en", lexicon(), after_name=after_name)
    assert (f"{token[:cut]} {token[cut:]}" if cut else None) == parts


@pytest.mark.parametrize(
    ("token", "parts"),
    [
        ("ofVienna", "of Vienna"),
        ("theZwetberg", "the Zwetberg"),
        ("theBaikonur", "the Baikonur"),
        ("ofZwetbarg", None),
        ("ZDKthe", "ZDK the"),
        ("Viennaand", "Vienna and"),
        ("Zwetbergpraised", "Zwetberg praised"),
        ("Zwetbargpraised", None),
        ("Zwetbergbach", None),
        ("iPhone", None),
        ("McDonald", None),
        ("Ferdinand", None),
        ("Israeland", "Israel and"),
        ("Traveland", None),
    ],
)
def test_names_are_parted_from_words(token: str, parts: str | None) -> None:
    cut = name_seam(token, lexicon(), {"Zwetberg"}.__contains__)
    assert (f"{token[:cut]} {token[cut:]}" if cut else None) == parts


@pytest.mark.parametrize(
    ("token", "parts"),
    [
        ("stageBBC", "stage BBC"),
        ("harbourTVN24", "harbour TVN24"),
        ("openSUSE", None),
        ("zwetTASS", None),
        ("macOS", None),
        ("mayor'sspeech", "mayor's speech"),
        ("mayor’sspeech", "mayor’s speech"),
        ("mayor'szwet", None),
    ],
)
def test_acronyms_and_what_is_owned_are_parted(token: str, parts: str | None) -> None:
    cut = last_seam(token, lexicon())
    assert (f"{token[:cut]} {token[cut:]}" if cut else None) == parts


@pytest.mark.parametrize(
    ("token", "parts"),
    [
        ("300people", "300 people"),
        ("2014and", "2014 and"),
        ("24hours", "24 hours"),
        ("30and", None),
        ("12345people", None),
    ],
)
def test_figures_are_parted_from_words(token: str, parts: str | None) -> None:
    cut = figure_seam(token, lexicon())
    assert (f"{token[:cut]} {token[cut:]}" if cut else None) == parts


@pytest.mark.parametrize(
    ("token", "language", "parts"),
    [
        ("inHamburg", "de", "in Hamburg"),
        ("fürdie", "de", "für die"),
        ("nachdem", "de", None),
        ("pourla", "fr", "pour la"),
        ("parler", "fr", None),
        ("parala", "es", "para la"),
        ("pourla", "en", None),
    ],
)
def test_small_words_of_other_languages(token: str, language: str, parts: str | None) -> None:
    cut = front_seam(token, language, lexicon(), lambda name: False)
    assert (f"{token[:cut]} {token[cut:]}" if cut else None) == parts


def test_other_languages_are_left_alone() -> None:
    assert seam("familythe", "de", lexicon()) is None


@given(st.text(alphabet="abcdethwin", max_size=12), st.booleans())
@settings(max_examples=60)
def test_a_seam_parts_the_token(token: str, after_name: bool) -> None:
    cut = seam(token, "en", lexicon(), after_name=after_name)
    assert cut is None or 0 < cut < len(token)
