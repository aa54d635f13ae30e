"""How many terminal cells a text takes, and cutting it to a width."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

ELLIPSIS = "…"
_HEAD = re.compile(r" *(?:- |\d+\. )?")


@lru_cache(maxsize=4096)
def _cells(char: str) -> int:
    """Cells of one character: 0 for marks, 2 for wide and fullwidth (UAX 11), else 1."""
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cells(text: str) -> int:
    """Terminal cells of the text (no tabs, no controls in it)."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def clip_right(text: str, width: int) -> str:
    """The head of the text in at most ``width`` cells, with an ellipsis where it was cut."""
    if cells(text) <= width:
        return text
    room, out = max(0, width - 1), []
    for char in text:
        room -= _cells(char)
        if room < 0:
            break
        out.append(char)
    return "".join(out).rstrip() + ELLIPSIS


def clip_left(text: str, width: int) -> str:
    """The tail of the text in at most ``width`` cells, with an ellipsis where it was cut; no mark loses its base."""
    if cells(text) <= width:
        return text
    room, at = max(0, width - 1), len(text)
    while at > 0 and room >= _cells(text[at - 1]):
        at -= 1
        room -= _cells(text[at])
    while at < len(text) and _cells(text[at]) == 0:
        at += 1
    return ELLIPSIS + text[at:].lstrip()


def pad(text: str, width: int, *, right: bool = False) -> str:
    """The text filled with spaces up to ``width`` cells (``right``: set to the right)."""
    gap = " " * max(0, width - cells(text))
    return gap + text if right else text + gap


def _fitting(words: list[str], width: int) -> Iterator[tuple[str, int]]:
    for word in words:
        size = cells(word)
        while size > width:
            head, used = "", 0
            for char in word:
                if head and used + _cells(char) > width:
                    break
                head, used = head + char, used + _cells(char)
            yield head, used
            word, size = word[len(head) :], size - used
        yield word, size


def wrap(text: str, width: int) -> list[str]:
    """The text broken at spaces into lines of at most ``width`` cells; a longer word is broken where it must be.

    No line is narrower than one character, however little room there is.
    """
    lines: list[str] = []
    line, used = "", 0
    for word, size in _fitting(text.split(" "), max(1, width)):
        if line and used + 1 + size > width:
            lines.append(line)
            line, used = word, size
        else:
            line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    return [*lines, line]


def fold(text: str, width: int) -> str:
    """The lines of a page wrapped, each under its own indent or list mark.

    Lines that hold a command (in backticks) or a word that has no room stay whole, so that they can be copied.
    """
    return "\n".join(row for line in text.split("\n") for row in _folded(line, width))


def _folded(line: str, width: int) -> list[str]:
    head = _HEAD.match(line)
    indent = head.end() if head else 0
    room = width - indent
    if cells(line) <= width or "`" in line or any(cells(word) > room for word in line[indent:].split(" ")):
        return [line]
    first, *rest = wrap(line[indent:], room)
    return [line[:indent] + first, *(" " * indent + row for row in rest)]
