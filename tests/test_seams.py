"""Words of English that ran together, and ordinary words misspelt."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.checks.misspelt import meant
from auditor.text.lexicon import lexicon
from auditor.text.seams import seam


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
    ],
)
def test_seam(token: str, after_name: bool, parts: str | None) -> None:
    cut = seam(token, "en", lexicon(), after_name=after_name)
    assert (f"{token[:cut]} {token[cut:]}" if cut else None) == parts


def test_other_languages_are_left_alone() -> None:
    assert seam("familythe", "de", lexicon()) is None


@given(st.text(alphabet="abcdethwin", max_size=12), st.booleans())
@settings(max_examples=60)
def test_a_seam_parts_the_token(token: str, after_name: bool) -> None:
    cut = seam(token, "en", lexicon(), after_name=after_name)
    assert cut is None or 0 < cut < len(token)


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("comittee", "committee"),
        ("residants", "residents"),
        ("hospitl", "hospital"),
        ("hospitalish", None),
        ("thebridge", None),
        ("bridge", None),
        ("Feuerwehr", None),
        ("qzxwvk", None),
    ],
)
def test_misspelt(word: str, right: str | None) -> None:
    assert meant(word, lexicon()) == right
