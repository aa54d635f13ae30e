"""Terminal cells: the caret line stands under the words whatever their script."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.report.context import context
from auditor.report.view import Lines
from auditor.report.width import cells, clip_left, clip_right, fold, pad, wrap

MIXED = st.text(st.sampled_from("ab 日本e\u0301\u202eñ\t\x1bп橋\u200b"), max_size=60)


@pytest.mark.parametrize(("text", "size"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("", 0), ("가나", 4), ("ｆ", 2)])
def test_cells(text: str, size: int) -> None:
    assert cells(text) == size


@given(MIXED, st.integers(1, 40))
@settings(max_examples=80)
def test_clipping_keeps_the_width(text: str, width: int) -> None:
    assert cells(clip_right(text, width)) <= max(width, 1)
    assert cells(clip_left(text, width)) <= max(width, 1)
    if cells(text) <= width:
        assert clip_right(text, width) == clip_left(text, width) == text
    assert cells(pad(text, width)) == max(width, cells(text))


@given(st.text(st.sampled_from("ab 日")), st.integers(4, 40))
@settings(max_examples=60)
def test_wrapping_loses_nothing(text: str, width: int) -> None:
    rows = wrap(text, width)
    assert "".join(rows).replace(" ", "") == text.replace(" ", "")
    assert all(cells(row) <= width for row in rows)
    if all(cells(word) <= width for word in text.split()):
        assert " ".join(rows).split() == text.split()


def test_a_page_is_folded_under_its_marks_and_commands_stay_whole() -> None:
    page = "one two three four\n  - one two three four\n  `one two three four`\n    1. onetwothreefour five\n"
    assert fold(page, 14).split("\n") == [
        "one two three",
        "four",
        "  - one two",
        "    three four",
        "  `one two three four`",
        "    1. onetwothreefour five",
        "",
    ]
    assert fold(page, 80) == page


@pytest.mark.parametrize("width", [1, 0, -3])
def test_wrapping_ends_where_there_is_no_room(width: int) -> None:
    assert wrap("ab 日c", width) == ["a", "b", "日", "c"]


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Anna met Boris in Lumma.", "Boris", "Boris"),
        ("長い橋は橋です", "橋は", "橋は"),
        ("cafe\u0301 noir", "noir", "noir"),
        ("a\tb\tc", "c", "c"),
        ("x\u202ey here", "here", "here"),
        ("first\r\nsecond line\r\n", "second", "second"),
        ("w " * 400 + "needle" + " w" * 400, "needle", "needle"),
        ("x\ny spans\ntwo", "spans\ntwo", "spans"),
    ],
)
def test_the_caret_stands_under_the_words(text: str, words: str, marked: str) -> None:
    start = text.index(words)
    shown, carets = context(Lines(text), start, start + len(words), 60)
    at = len(carets) - len(carets.lstrip())
    column, under = 0, ""
    for char in shown:
        if at <= column < cells(carets) and not (cells(char) == 0 and column == at):
            under += char
        column += cells(char)
    assert under == marked
    assert cells(shown) <= 60


@given(MIXED, st.data())
@settings(max_examples=80)
def test_context_fits_and_shows_no_control(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown, carets = context(Lines(text), start, end, 30)
    assert cells(shown) <= 30
    assert "^" in carets
    assert not set(shown) & set("\x1b\u202e\u200b\t\n")
