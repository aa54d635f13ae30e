"""Scripts of India: the vowel that no sign shows, and sounds."""

from __future__ import annotations

import pytest

from auditor.names.indic import spelled
from auditor.names.sounds import script, sounds


@pytest.mark.parametrize(
    ("word", "written", "heard"),
    [
        ("मोदी", "Deva", "modi"), ("नरेंद्र", "Deva", "nqrendrq"), ("राम", "Deva", "ram"), ("ट्रम्प", "Deva", "trqmp"),
        ("ज़ैदी", "Deva", "zaidi"), ("मुंबई", "Deva", "mumbqi"), ("হাসিনা", "Beng", "hasina"), ("মিত্র", "Beng", "mitrq"),
        ("সত্যজিৎ", "Beng", "sqtjqJit"), ("রায়", "Beng", "raj"), ("ਸਿੰਘ", "Guru", "sing"), ("ગાંધી", "Gujr", "gandi"),
        ("", "Latn", ""),
    ],
)  # fmt: skip
def test_sounds(word, written, heard):
    assert script(word) == written
    assert sounds(word) == heard


@pytest.mark.parametrize("word", ["़", "्", "क़", "a", "क्", "ंह"])
def test_stray_signs_are_kept(word):
    assert spelled(word)
