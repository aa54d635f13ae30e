"""Offset maps invert; lines and columns are those of an editor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.offsets import LineIndex, OffsetMapBuilder


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("abc", 0, (1, 1)),
        ("abc", 3, (1, 4)),
        ("a\nbc", 2, (2, 1)),
        ("a\r\nbc", 3, (2, 1)),
        ("a\rbc", 2, (2, 1)),
        ("a\u2028bc", 3, (2, 2)),
        ("é\n\n🚀x", 4, (3, 2)),
        ("", 0, (1, 1)),
    ],
)
def test_lines_and_columns(text: str, offset: int, expected: tuple[int, int]) -> None:
    assert LineIndex(text).locate(offset) == expected


@given(st.lists(st.tuples(st.sampled_from(["copy", "drop", "entity"]), st.text("ab é\n", min_size=1, max_size=5))))
def test_maps_invert(pieces: list[tuple[str, str]]) -> None:
    """Every copied character leads back to itself; every span of the view leads to a span that holds its letters."""
    original, builder = "", OffsetMapBuilder()
    for kind, piece in pieces:
        at = len(original)
        if kind == "entity":
            original += "&amp;"
            builder.replace("&", at, at + 5)
        else:
            original += piece
            if kind == "copy":
                builder.copy(piece, at)
    view, offsets = builder.build()
    for i, character in enumerate(view):
        start, end = offsets.span(i, i + 1)
        assert original[start:end] == ("&amp;" if character == "&" else character)
    for start in range(len(view) + 1):
        low, high = offsets.span(start, len(view))
        assert 0 <= low <= high <= len(original)
        assert offsets.span(start, start)[0] == offsets.span(start, start)[1]
