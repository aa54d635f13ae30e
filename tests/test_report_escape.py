"""Neutralising: what reaches a reader holds no control character, bidi control or terminal escape."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from auditor.report.escape import csv_cell, danger_pieces, inline, json_strings, markdown, visible

ALLOWED = {"\n", "\t"}


def is_dangerous(char: str) -> bool:
    """Controls, surrogates and bidi formatting, by their Unicode properties."""
    if char in ALLOWED:
        return False
    bidi = unicodedata.bidirectional(char) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    return unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} or bidi or char in "\u200b\u200e\u200f\ufeff"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("\x1b[31mred\x1b[0m", "[U+001B][31mred[U+001B][0m"),
        ("a\u202eb", "a[U+202E]b"),
        ("x\u200by", "x[U+200B]y"),
        ("soft\xadhyphen", "soft[U+00AD]hyphen"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"),
        ("hid\u200cden", "hid[U+200C]den"),
        ("\U0001f469\u200d\U0001f680", "\U0001f469\u200d\U0001f680"),
        ("\ud800", "[U+D800]"),
        ("\U000e0041", "[U+E0041]"),
    ],
)
def test_visible_shows_code_points(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters()))
@example("".join(map(chr, range(0x300))))
@example("".join(map(chr, range(0x2000, 0x2100))))
@settings(max_examples=60)
def test_nothing_dangerous_is_left(text: str) -> None:
    for out in (visible(text), inline(text), markdown(text), csv_cell(text)):
        assert not any(map(is_dangerous, out))
    assert "\n" not in inline(text) + markdown(text)
    assert "".join(piece for piece, _ in danger_pieces(text)) == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
@settings(max_examples=60)
def test_json_escapes_keep_the_value(text: str) -> None:
    raw = json_strings(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(raw) == {"text": text}
    assert not any(map(is_dangerous, raw))


@pytest.mark.parametrize("cell", ["=cmd()", "+1", "-1", "@x", " =cmd()"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert csv_cell(cell) == "'" + cell


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b", r"a\|b"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("[x](http://y)", r"\[x\](http\://y)"),
        ("see www.e.example", r"see www\.e.example"),
        ("# head", r"\# head"),
        ("12. item", r"12\. item"),
        ("5.5 km", "5.5 km"),
        ("snake_case *bold* `code`", r"snake_case \*bold\* \`code\`"),
        ("_em_", r"\_em\_"),
    ],
)
def test_markdown_stays_text(text: str, shown: str) -> None:
    assert markdown(text) == shown
