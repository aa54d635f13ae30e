"""Characters that readers do not see, and letters that only look like what they read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from auditor.packs import data_path, load_tsv


def _between(*edges: int) -> frozenset[str]:
    """The characters from the first code point to the second, the third to the fourth, and so on, all included."""
    return frozenset(
        chr(code) for low, high in zip(edges[::2], edges[1::2], strict=True) for code in range(low, high + 1)
    )


BIDI = _between(0x202A, 0x202E, 0x2066, 0x2069)
ZERO_WIDTH = _between(0x200B, 0x200D, 0x2060, 0x2060, 0xFEFF, 0xFEFF)
CONTROLS = _between(0x00, 0x08, 0x0E, 0x1F, 0x7F, 0x84, 0x86, 0x9F)
OTHER = _between(0x370, 0x3FF, 0x400, 0x52F)  # Greek and Cyrillic
_BIDI, _ZERO, _CONTROL = (
    re.compile(f"[{''.join(map(re.escape, sorted(signs)))}]{more}")
    for signs, more in ((BIDI, ""), (ZERO_WIDTH, "+"), (CONTROLS, ""))
)
_ESCAPE = re.compile(r"\x1b\[[0-9;?]{0,16}[A-Za-z]")
_MIXED = re.compile(
    r"[\u0370-\u03ff\u0400-\u052f][a-zA-Z\u00c0-\u024f]|[a-zA-Z\u00c0-\u024f][\u0370-\u03ff\u0400-\u052f]"
)
_WORD = re.compile(r"[^\W\d_]{2,60}")
_JOINING = (
    "ARABIC",
    "SYRIAC",
    "DEVANAGARI",
    "BENGALI",
    "TAMIL",
    "THAI",
    "KHMER",
    "LAO",
    "MYANMAR",
    "SINHALA",
    "MALAYALAM",
    "TELUGU",
    "KANNADA",
    "GUJARATI",
    "HEBREW",
)


def code_points(text: str) -> str:
    """``U+200B ZERO WIDTH SPACE`` for each character that cannot be seen, or for all where every one can."""
    hidden = [c for c in text if unicodedata.category(c)[0] in "CZ"]
    return ", ".join(f"U+{ord(c):04X} {unicodedata.name(c, '')}".rstrip() for c in hidden or text)


def bidi_controls(text: str) -> Iterator[tuple[int, int]]:
    """Characters that turn the direction of what follows."""
    return ((m.start(), m.end()) for m in _BIDI.finditer(text))


def zero_width(text: str) -> Iterator[tuple[int, int]]:
    """Invisible characters where no script or emoji needs them; runs count once."""
    if text.isascii():
        return
    for match in _ZERO.finditer(text):
        if not _needed(text, match.start(), match.end()):
            yield match.start(), match.end()


def _needed(text: str, start: int, end: int) -> bool:
    return _joins(text[start - 1 : start]) or _joins(text[end : end + 1])


@cache
def _joins(char: str) -> bool:
    """The character belongs to a script, or is an emoji, that uses joiners and invisible breaks."""
    if not char or char.isascii():
        return False
    return unicodedata.category(char) in ("So", "Sk", "Mn") or unicodedata.name(char, "").startswith(_JOINING)


def controls(text: str) -> Iterator[tuple[int, int]]:
    """Terminal escapes and control characters."""
    for match in _CONTROL.finditer(text):
        escape = _ESCAPE.match(text, match.start())
        yield match.start(), escape.end() if escape else match.end()


@cache
def confusables() -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """``(other -> Latin, script -> Latin -> other)``."""
    to_latin: dict[str, str] = {}
    from_latin: dict[str, dict[str, str]] = {}
    for row in load_tsv(data_path("zones", "confusables.tsv"), ("latin", "other", "script")):
        to_latin[row["other"]] = row["latin"]
        from_latin.setdefault(row["script"], {})[row["latin"]] = row["other"]
    return to_latin, from_latin


def look_alikes(text: str) -> Iterator[tuple[int, int, str]]:
    """``(start, end, word in one script)`` for words in which a few letters come from a script that looks the same."""
    if text.isascii() or not _MIXED.search(text):
        return
    for match in _WORD.finditer(text):
        whole = None if match[0].isascii() else _one_script(match[0])
        if whole:
            yield match.start(), match.end(), whole


def _one_script(word: str) -> str | None:
    """The word with its minority letters replaced by their look-alikes; None where that is not what it is."""
    latin = [c for c in word if _script(c) == "latin"]
    other = [c for c in word if _script(c) in ("cyrillic", "greek")]
    if not latin or not other or len(latin) + len(other) < 3:
        return None
    to_latin, from_latin = confusables()
    if len(latin) > len(other) and all(c in to_latin for c in other):
        return "".join(to_latin.get(c, c) if _script(c) != "latin" else c for c in word)
    table = from_latin.get(_script(other[0]), {})
    if len(other) > len(latin) and all(c in table for c in latin):
        return "".join(table[c] if _script(c) == "latin" else c for c in word)
    return None


def _script(char: str) -> str:
    code = ord(char)
    if code < 0x250:
        return "latin"
    return "greek" if 0x370 <= code < 0x400 else "cyrillic" if 0x400 <= code < 0x530 else "other"
