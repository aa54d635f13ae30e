"""Names with another language's case ending, and names that lost a letter: forms and what they were."""

from __future__ import annotations

import pytest

from auditor.checks.names.declined import bare_name, bare_pair
from auditor.checks.words.lost_letters import whole
from auditor.text.lexicon import lexicon


@pytest.mark.parametrize(
    ("word", "beside", "wanted"),
    [
        ("Trumpem", "", "Trump"),
        ("Clintonovou", "", "Clinton"),
        ("Merkelovou", "", "Merkel"),
        ("Gorvemem", "Gorvem", None),  # nobody knows the bare name
        ("Kloppem", "Klopp", "Klopp"),
        ("Kloppem", "", None),
        ("Salem", "", None),
        ("Bethlehem", "Bethleh", None),
        ("Novakova", "Novak", None),
    ],
)
def test_bare_name(word, beside, wanted):
    found = bare_name(word, frozenset({beside}), "en", lexicon())
    assert (found and found[0]) == wanted


@pytest.mark.parametrize(
    ("given", "family", "wanted"),
    [
        ("Sergeya", "Ivanova", "Sergey Ivanov"),
        ("Andreyu", "Gorlovu", "Andrey Gorlov"),
        ("Dmitriya", "Gromskogo", "Dmitriy Gromsky"),
        ("Ivana", "Petrova", None),
        ("Stanislava", "Petrova", None),
        ("Alexandra", "Popova", None),
        ("Mariama", "Jallow", None),
    ],
)
def test_bare_pair(given, family, wanted):
    found = bare_pair(given, family, lexicon())
    assert (found and found[0]) == wanted


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("Dsseldorf", "Düsseldorf"),
        ("Gonzlez", "González"),
        ("Fuball", "Fußball"),
        ("Hauptstrae", "Hauptstraße"),
        ("Berlin", None),
        ("Lodz", None),
        ("Chonki", None),
        ("DSSELDORF", None),
        ("A" * 40, None),
    ],
)
def test_whole(word, wanted):
    assert whole(word, lexicon()) == wanted
