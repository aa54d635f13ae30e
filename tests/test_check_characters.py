"""What a check names as its characters rules out nothing that it would find."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.checks.base import Check, Context
from auditor.checks.catalogue import catalogue
from auditor.entities.view import EntityView
from auditor.reading.ingest import from_text
from auditor.reading.read import read
from auditor.text.lexicon import lexicon

FILTERED = [check for check in catalogue() if check.characters]
ALPHABET = st.one_of(
    st.sampled_from("The mayor said: “cafÃ©” â€™ вЂ™ РџСЂ Kіev αb\u202e\u200b\ufeff\x1b[0m\x85\ufffd שלום 漢字.\n"),
    st.characters(exclude_categories=("Cs",)),
)


def context(text: str) -> Context:
    view = EntityView(mentions=(), entities={})
    reading = read(from_text("a", text), lexicon(), "en")
    return Context(reading=reading, entities=view, siblings=(), lexicon=lexicon(), glossary=None)


@pytest.mark.parametrize("check", FILTERED, ids=[check.id for check in FILTERED])
@settings(max_examples=30)
@given(text=st.text(ALPHABET, max_size=80))
def test_nothing_is_found_without_them(check: Check, text: str) -> None:
    bare = "".join(char for char in text if char not in check.characters)
    assert not list(check.run(context(bare)))
