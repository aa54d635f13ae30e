"""The shelf: values found by their keys in a file that no accident can spoil."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.packs.shelf import Parts, Shelf, pack, shelve

KEYS = st.text(max_size=8)


@settings(max_examples=40)
@given(st.dictionaries(KEYS, st.lists(st.integers(0, 9), max_size=4)), st.lists(KEYS, max_size=9), KEYS)
def test_what_is_shelved_is_found(held: dict[str, list[int]], rows: list[str], other: str) -> None:
    shelf = Shelf(memoryview(pack("1", {"held": held, "rows": rows})))
    find, row = shelf.by_key("held", list[int]), shelf.by_number("rows", str)
    assert {key: find(key) for key in held} == held
    assert [row(number) for number in range(len(rows))] == rows
    assert (find(other) is None) == (other not in held)
    assert shelf.raw("none", other) is None
    with pytest.raises(IndexError):
        row(len(rows))


def test_the_bytes_follow_from_the_values() -> None:
    words = ["ash", "birch", "cedar", "elm", "fir", "oak"]
    one, two = {"a": {"x": frozenset(words), "y": 1}}, {"a": {"y": 1, "x": frozenset(reversed(words))}}
    assert pack("1", one) == pack("1", two)


class Maker:
    """Counts how often its parts were made."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> Parts:
        self.times += 1
        return {"number": [self.times]}


def number(path: Path, stamp: str, make: Maker) -> int:
    return shelve(path, stamp, make).by_number("number", int)(0)


def test_it_is_made_once_for_each_stamp(tmp_path: Path) -> None:
    path, make = tmp_path / "cache" / "a.bin", Maker()
    assert [number(path, stamp, make) for stamp in ("1", "1", "2", "2", "1")] == [1, 1, 2, 2, 3]


@pytest.mark.parametrize("damage", ["short", "bit", "empty", "text"])
def test_a_damaged_file_is_made_again(tmp_path: Path, damage: str) -> None:
    path, make = tmp_path / "a.bin", Maker()
    assert number(path, "1", make) == 1
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    wrong = {"short": data[:-1], "empty": b"", "text": b"shelf " * 9}.get(damage, bytes(data))
    path.unlink()
    path.write_bytes(wrong)
    assert number(path, "1", make) == 2
    assert number(path, "1", make) == 2


def test_without_a_place_to_write_it_lies_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    path, make = tmp_path / "file" / "a.bin", Maker()
    assert number(path, "1", make) == 1
    assert number(path, "1", make) == 2
