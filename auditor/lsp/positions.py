"""Positions of the Language Server Protocol (3.17): lines from 0, characters in units that were agreed upon.

Lines end at ``\\n``, ``\\r\\n`` and ``\\r`` only; other breaks of the audit stay inside a line here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal

Units = Literal["utf-8", "utf-16", "utf-32"]
_BREAK = re.compile(r"\r\n|\n|\r")
_BYTES = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


class Positions:
    """Leads offsets in code points to positions and back, for one text."""

    def __init__(self, text: str, units: Units) -> None:
        self.text = text
        self._codec, self._width = _BYTES[units]
        self._starts = [0, *(m.end() for m in _BREAK.finditer(text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and character of an offset."""
        line = bisect_right(self._starts, offset) - 1
        return line, self._count(self.text[self._starts[line] : offset])

    def offset(self, line: int, character: int) -> int:
        """The offset of a position; one beyond a line or the text is its end."""
        if line >= len(self._starts):
            return len(self.text)
        start = self._starts[line]
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        row = _BREAK.sub("", self.text[start:end])
        if self._width == 4:
            return start + min(character, len(row))
        seen = 0
        for index, char in enumerate(row):
            if seen >= character:
                return start + index
            seen += self._count(char)
        return start + len(row)

    def _count(self, text: str) -> int:
        return len(text.encode(self._codec, "surrogatepass")) // self._width
