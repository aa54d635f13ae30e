"""Tokens that are two words stuck together."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.text.fusion import split
from auditor.text.lexicon import lexicon
from auditor.text.words import function_words, owners

NAMES = frozenset({"O'Neill", "Fontaine", "Kowalski", "Meyer"})


@pytest.mark.parametrize(
    ("token", "language", "kind", "parts", "foreign"),
    [
        ("O'Neillzwei", "en", "name+word", ["O'Neill", "zwei"], "de"),
        ("McGregorund", "en", "name+word", ["McGregor", "und"], "de"),
        ("Fontainetrois", "en", "name+word", ["Fontaine", "trois"], "fr"),
        ("Kowalskioraz", "en", "name+word", ["Kowalski", "oraz"], "pl"),
        ("Meyerwith", "de", "name+word", ["Meyer", "with"], "en"),
        ("dreiO'Neill", "en", "word+name", ["drei", "O'Neill"], "de"),
        ("harbourThe", "en", "sentence", ["harbour", "The"], None),
        ("bridgeImage", "en", "sentence", ["bridge", "Image"], None),
        ("2022The", "en", "number+word", ["2022", "The"], None),
        ("Brückenoch", "de", None, [], None),
    ],
)
def test_split(token: str, language: str, kind: str | None, parts: list[str], foreign: str | None) -> None:
    found = split(token, NAMES, language, lexicon())
    if kind is None:
        assert found is None
        return
    assert found is not None
    assert (found.kind, [p.text for p in found.parts], found.foreign) == (kind, parts, foreign)


@pytest.mark.parametrize(
    "token",
    ["Hermannsdorf", "Goldmann", "Sandermann", "Eastwood", "YouTube", "McDonald", "iPhone", "LinkedIn", "PlayStation",
     "O'Connell", "Petrovich", "Nikolaus", "Schneider", "Alexander", "COVID19", "A380", "1980s", "20th", "easyJet",
     "Wolverhampton", "Rheinland", "Vandermeer", "Lindauer", "Ferguson", "MS-22", "x" * 200, "O'O'O'O'", "''''''"],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_left_alone(token: str, language: str) -> None:
    assert split(token, NAMES, language, lexicon()) is None


@given(st.text(alphabet="abcdeO'McThedrei2021ünd-", max_size=60))
def test_parts_tile_the_token(token: str) -> None:
    found = split(token, NAMES, "en", lexicon())
    if found:
        assert "".join(p.text for p in found.parts) == token
        assert all(token[p.start : p.end] == p.text for p in found.parts)
        assert 0 < found.confidence < 1


def test_no_name_of_the_labels_falls_apart(shared) -> None:
    """Names of 2,278 politicians in 38 languages: none is a fusion."""
    with gzip.open(shared / "data/person_labels_dev.tsv.gz", "rt", encoding="utf-8") as rows:
        words = {word for row in rows for word in row.rstrip("\n").split("\t")[-1].split()}
    known = lexicon()
    fused = [w for w in sorted(words) if split(w, lambda name: known.known(name) and name[0].isupper(), "en", known)]
    assert fused == []


def test_lists_are_in_order() -> None:
    for code, lists in function_words().items():
        for kind in ("glue", "residue", "titles", "calendar"):
            words = getattr(lists, kind)
            assert len(set(words)) == len(words), (code, kind)
    assert "und" in owners("glue")
