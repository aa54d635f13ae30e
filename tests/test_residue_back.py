"""Words of Russian and Ukrainian that were only spelt in Latin letters."""

from __future__ import annotations

import pytest

import auditor
from auditor.checks.words.residue_back import spelt


@pytest.mark.parametrize(
    ("word", "native"),
    [
        ("predatelstvo", ("предательство", "ru")),
        ("otvetstvennost", ("ответственность", "ru")),
        ("nezalezhnist", ("незалежність", "uk")),
        ("remastering", None),
        ("vlast", None),
        ("tiramisu", None),
    ],
)
def test_words_of_other_letters(word, native):
    assert spelt[word] == native


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It was a plain predatelstvo of the voters.", ["predatelstvo"]),
        ("The man was taken to the izolyator on Monday.", ["izolyator"]),
        ("They ate varenyky and solyanka in the dark.", []),
        ("They drank to it (na zdorovie) and left.", []),
        ("The bluswerkzaamheden were over by noon.", ["bluswerkzaamheden"]),
        ("The agropastoral fair was over by noon.", []),
        ("The precooler and the defogger were new.", []),
    ],
)
def test_in_articles(text, wanted):
    copy = f"The weather was dry for most of the week.\n\n{text}\n\nNobody was hurt, the police said on Monday."
    findings = auditor.audit_texts({"copy": copy}, lang="en", no_glossary=True).findings
    assert [f.match for f in findings if f.rule == "TA201"] == wanted
