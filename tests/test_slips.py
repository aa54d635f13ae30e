"""Slips of the keyboard in words and in names that everybody knows, spellings of a name, relative pronouns."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import auditor
from auditor.checks.names.naming_public import differing, one_edit
from auditor.checks.names.naming_slips import meant as name_meant
from auditor.checks.words.misspelt import meant
from auditor.text.lexicon import lexicon

AFTER = "\n\nThe works will cost four million euros, half of which comes from the state and half from the town."


def fired(rule: str, text: str) -> list[str]:
    return [f.match for f in auditor.audit_texts({"copy": text + AFTER}, lang="en").findings if f.rule == rule]


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("serivce", "service"),
        ("challege", "challenge"),
        ("reccommend", "recommend"),
        ("consistantly", "consistently"),
        ("didnt", "didn't"),
        ("prevariication", "prevarication"),
        ("addresss", "address"),
        ("skiing", None),
        ("mooning", None),
        ("opining", None),
        ("castling", None),
        ("chamfer", None),
        ("regally", None),
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
def test_slips_that_the_lists_have(word, right):
    assert meant(word, lexicon()) == right


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("Bejing", "Beijing"),
        ("Ukranian", "Ukrainian"),
        ("Isreali", "Israeli"),
        ("Lindon", None),
        ("Tainan", None),
        ("Koreas", None),
        ("Netherland", None),
    ],
)
def test_well_known_places_are_written_in_one_way(word, right):
    assert name_meant(word) == right


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The chancellor Angela Merkle travelled to Vienna on Monday.", ["Merkle"]),
        ("The talks were opened by Antony Blinkin in Geneva on Monday.", ["Blinkin"]),
        ("Recep Tayyip Erdoghan spoke in the hall on Monday.", ["Erdoghan"]),
        ("The chancellor Angela Merkel and the writer Angela Merk met on Monday.", []),
        ("Volodymyr Zelenskyy and Viktor Orbán met on Monday in the hall.", []),
        ("Minister Bence Tuzson left on Monday.", []),
        ("The train to Tuzson left on Monday.", ["Tuzson"]),
    ],
)
def test_people_and_places_of_the_news(text, wanted):
    assert fired("NM101", text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mehdi opened the shop. The police asked Medhi of it, and Mehdi told them everything.", ["Medhi"]),
        ("Mr Lacet opened the shop. The police asked Mr Lacet of it. Then Mr Lacette was heard.", ["Lacette"]),
        ("Manhattan is dear. In Manhattan, Mr Manton of the council said so.", []),
        (
            "Governor Greg Tarrell spoke first. He saw Tarell again, and Tarel told Tarrell that Tarell waved.",
            ["Tarrell", "Tarel", "Tarrell"],
        ),
        ("Governor Greg Abbott spoke first. The abbot of the abbey, Abbot Ansel, left early.", []),
        ("Ms Marin met Mr Moran and Mr Maron on Monday, and Marin told Moran that Maron was right.", []),
    ],
)
def test_several_spellings_of_a_short_name(text, wanted):
    assert fired("NM202", text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The driver which caused the crash was not hurt on Monday.", ["which"]),
        ("The law, who was passed in May, forbids it in parks.", ["who"]),
        ("The friend of the driver which we met was late; the bill of the man who paid was high.", []),
        ("The firm who built it sued the owner of the bridge who had not paid.", []),
    ],
)
def test_relatives(text, wanted):
    assert fired("TA315", text) == wanted


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
@settings(max_examples=60)
def test_one_edit_is_symmetric_and_leaves_no_common_end(a: str, b: str) -> None:
    assert one_edit(a, b) == one_edit(b, a)
    left, right = differing(a, b)
    assert not (left and right and (left[0] == right[0] or left[-1] == right[-1]))
    assert len(a) - len(left) == len(b) - len(right)
