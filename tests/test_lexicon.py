"""The lexicon: which language owns a word, and a cache that no accident can spoil."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.text import lexicon as module
from auditor.text.lexicon import Lexicon
from auditor.text.tokens import tokens


@pytest.mark.parametrize(
    ("word", "owner"),
    [("drei", "de"), ("Lawrow", "de"), ("avec", "fr"), ("geschrieben", "de"), ("zažívají", "cs"), ("Qwzxkv", None)],
)
def test_owner(lexicon: Lexicon, word: str, owner: str | None) -> None:
    assert lexicon.owner(word) == owner


def test_zipf_is_that_of_wordfreq(lexicon: Lexicon) -> None:
    from wordfreq import zipf_frequency

    for word, language in [
        ("the", "en"),
        ("Straße", "de"),
        ("drei", "de"),
        ("maison", "fr"),
        ("дом", "ru"),
        ("o'brien", "en"),
    ]:
        assert lexicon.zipf(word, language) == pytest.approx(zipf_frequency(word, language), abs=0.03)


def test_apostrophes_and_case_do_not_matter(lexicon: Lexicon) -> None:
    assert lexicon.row("O’Brien") == lexicon.row("o'brien")


def test_small_table_round_trip() -> None:
    words = {f"w{i}": bytearray([i % 250 + 1] + [0] * (len(module.LANGUAGES) - 1)) for i in range(500)}
    small = Lexicon(memoryview(module._pack(words, len(module.LANGUAGES))))
    assert all(small.row(word) == bytes(row) for word, row in words.items())
    assert not any(small.known(f"x{i}") for i in range(2000))


@pytest.mark.parametrize("damage", ["short", "bit", "empty", "version"])
def test_damaged_cache_is_not_used(tmp_path: Path, damage: str) -> None:
    data = bytearray(module._pack({"a": bytearray(len(module.LANGUAGES))}, len(module.LANGUAGES)))
    path = tmp_path / "lexicon.bin"
    path.write_bytes(data)
    assert module._open(path) is not None
    path.with_suffix(".ok").unlink()
    if damage == "bit":
        data[-1] ^= 1
    elif damage == "version":
        data[8] ^= 1
    path.write_bytes({"short": data[:-3], "empty": b""}.get(damage, bytes(data)))
    assert module._open(path) is None


@given(st.text(max_size=80))
def test_tokens_lie_in_the_text(text: str) -> None:
    found = tokens(text)
    assert all(text[t.start : t.end] == t.text for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soyuz MS-22 docked", ["Soyuz", "MS-22", "docked"]),
        ("O'Hara’s “craft”", ["O'Hara’s", "craft"]),
        ("House- Blanche", ["House", "Blanche"]),
        ("5.5 percent", ["5", "5", "percent"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert [t.text for t in tokens(text)] == expected
