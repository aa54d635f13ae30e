"""Positions in text: lines, columns, and maps from a derived view back to the original.

All positions are half-open spans in Unicode code points.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

import msgspec

_ROW = re.compile(r"[^\n]*\n|[^\n]+")
_LINE_END = re.compile(r"\r\n|[\n\r\u2028\u2029\x85\x0b\x0c]")
_RARE_ENDS = "\r\u2028\u2029\x85\x0b\x0c"


def rows(text: str) -> list[str]:
    """The lines of a text as TOML and `patch` count them: a line feed, which stays with its line, ends it alone."""
    return _ROW.findall(text)


class LineIndex:
    """Line and column (both from 1, columns in code points) of any offset of a text."""

    __slots__ = ("starts",)

    def __init__(self, text: str) -> None:
        plain = not any(end in text for end in _RARE_ENDS)  # most texts have line feeds alone
        lengths = [len(row) + 1 for row in text.split("\n")[:-1]] if plain else []
        self.starts = [*accumulate(lengths, initial=0)] if plain else [0, *(m.end() for m in _LINE_END.finditer(text))]

    def locate(self, offset: int) -> tuple[int, int]:
        """``(line, column)`` of the character at ``offset``."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


class OffsetMap(msgspec.Struct, frozen=True):
    """A piecewise map from a view to its original.

    Piece ``i`` begins at ``view[i]`` and stands for ``original[i]:ends[i]``. Where ``exact[i]``, its characters
    stand one to one; else it stands as a whole for its original (an HTML entity, a repaired sequence).
    ``length`` is the view's length.
    """

    view: tuple[int, ...]
    original: tuple[int, ...]
    ends: tuple[int, ...]
    exact: tuple[bool, ...]
    length: int

    def start(self, offset: int) -> int:
        """Original offset of the view character at ``offset``; the end of the last piece for the view's end."""
        if not self.view:
            return 0
        if offset >= self.length:
            return self.ends[-1]
        i = bisect_right(self.view, offset) - 1
        return self.original[i] + (offset - self.view[i]) if self.exact[i] else self.original[i]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Original span that covers the view span; an empty span stays empty."""
        if start >= end:
            at = self.start(start)
            return at, at
        i = bisect_right(self.view, end - 1) - 1
        last = self.original[i] + (end - self.view[i]) if self.exact[i] else self.ends[i]
        return self.start(start), last

    def cuts(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """The view span cut where pieces meet: ``(start, end, exact)`` of each part."""
        i = bisect_right(self.view, start) - 1
        while start < end:
            stop = min(end, self.view[i + 1] if i + 1 < len(self.view) else self.length)
            yield start, stop, self.exact[i]
            start, i = stop, i + 1


class OffsetMapBuilder:
    """Collects the pieces of a view in order; ``build`` gives the text and its map."""

    __slots__ = ("_ends", "_exact", "_length", "_original", "_parts", "_view")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._view: list[int] = []
        self._original: list[int] = []
        self._ends: list[int] = []
        self._exact: list[bool] = []
        self._length = 0

    def copy(self, piece: str, start: int) -> None:
        """Append ``piece``, which stands letter for letter in the original at ``start``."""
        self._add(piece, start, start + len(piece), True)

    def replace(self, piece: str, start: int, end: int) -> None:
        """Append ``piece``, which stands for ``original[start:end]`` as a whole."""
        self._add(piece, start, end, False)

    def _add(self, piece: str, start: int, end: int, exact: bool) -> None:
        if piece:
            self._view.append(self._length)
            self._original.append(start)
            self._ends.append(end)
            self._exact.append(exact)
            self._parts.append(piece)
            self._length += len(piece)

    def build(self) -> tuple[str, OffsetMap]:
        """The view and its map."""
        return "".join(self._parts), OffsetMap(
            tuple(self._view), tuple(self._original), tuple(self._ends), tuple(self._exact), self._length
        )
