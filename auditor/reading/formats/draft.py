"""A view put together from pieces of a file, in the order in which they stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from auditor.offsets import OffsetMap, OffsetMapBuilder
from auditor.reading.article import Declared, DeclaredKind, Span
from auditor.reading.view import View
from auditor.records import Excluded, ZoneKind

_RUN = re.compile(r"[ \t\r\n\f\v]+|[^ \t\r\n\f\v]++(?: [^ \t\r\n\f\v]++)*+")
_SPACE = " \t\r\n\f\v"
_RANK = {"": 0, " ": 1, "\n": 2, "\n\n": 3}


class Piece(msgspec.Struct, frozen=True, gc=False):
    """Text that stands for ``start:end`` of the file; letter for letter where ``exact``."""

    text: str
    start: int
    end: int
    exact: bool


class Mark(msgspec.Struct):
    """A stretch of the view that begins with the next text; empty (``start`` of -1) where no text came."""

    start: int = -1
    end: int = -1


class Draft:
    """Collects pieces in file order; white space between words is one blank, between blocks a blank line."""

    def __init__(self) -> None:
        self._out = OffsetMapBuilder()
        self._covered: list[tuple[int, int]] = []
        self._length = 0
        self._gap = ""
        self._reach = 0  # in the file
        self._waiting: list[Mark] = []
        self._zones: list[tuple[Mark, ZoneKind]] = []
        self._headings: list[Mark] = []
        self._declared: list[tuple[Mark, DeclaredKind]] = []
        self._units: list[Mark] = []

    def gap(self, mark: str) -> None:
        """White space before the next text: blank, line end or blank line; the strongest asked for counts."""
        if _RANK[mark] > _RANK[self._gap]:
            self._gap = mark

    def open(self) -> Mark:
        """A stretch that begins with the next text."""
        mark = Mark()
        self._waiting.append(mark)
        return mark

    def close(
        self, mark: Mark, *, zone: ZoneKind | None = None, heading: bool = False, kind: DeclaredKind | None = None
    ) -> None:
        """End the stretch here, and say what it is."""
        if mark.start < 0:
            self._waiting = [m for m in self._waiting if m is not mark]
            return
        mark.end = self._length
        if zone:
            self._zones.append((mark, zone))
        if heading:
            self._headings.append(mark)
        if kind:
            self._declared.append((mark, kind))

    def unit(self, mark: Mark) -> None:
        """Name a closed stretch a unit of translation, empty ones too."""
        self._units.append(mark if mark.start >= 0 else Mark(self._length, self._length))

    def flow(self, pieces: Iterable[Piece]) -> None:
        """Running text: runs of white space become one blank."""
        for piece in pieces:
            if not piece.exact:
                if piece.text.strip(_SPACE):
                    self._put(piece)
                else:
                    self.gap(" ")
                continue
            for run in _RUN.finditer(piece.text):
                if run[0][0] in _SPACE:
                    self.gap(" ")
                else:
                    start = piece.start + run.start()
                    self._put(Piece(run[0], start, start + len(run[0]), True))

    def exactly(self, pieces: Iterable[Piece]) -> None:
        """Text whose line ends count."""
        for piece in pieces:
            self._put(piece)

    def embed(self, view: View, outer: OffsetMap) -> None:
        """A view of a text that is itself mapped to the file (HTML inside XML or JSON)."""
        if not view.text:
            return
        inside = self.open()
        for piece in through(view.text, view.offsets, outer):
            self._put(piece)
        base = inside.start
        self.close(inside)
        self._zones += [(Mark(base + z.start, base + z.end), z.kind) for z in view.zones]
        self._headings += [Mark(base + h.start, base + h.end) for h in view.headings]

    def _put(self, piece: Piece) -> None:
        if self._length and self._gap:
            self._out.replace(self._gap, self._reach, max(self._reach, piece.start))
            self._length += len(self._gap)
        self._gap = ""
        for mark in self._waiting:
            mark.start = self._length
        self._waiting.clear()
        if piece.exact:
            self._out.copy(piece.text, piece.start)
        else:
            self._out.replace(piece.text, piece.start, piece.end)
        self._length += len(piece.text)
        self._reach = max(self._reach, piece.end)
        self._covered.append((piece.start, piece.end))

    def view(self, size: int, *, title: str | None, published: str | None, language: str | None) -> View:
        """The view of a file of ``size`` code points; its title is the first heading, where there is one."""
        text, offsets = self._out.build()
        first = min(self._headings, key=lambda m: m.start, default=None)
        return View(
            text=text,
            offsets=offsets,
            markup=tuple(_between(self._covered, size)),
            zones=tuple(_apart(Excluded(start=m.start, end=m.end, kind=kind) for m, kind in self._zones)),
            headings=tuple(sorted((Span(m.start, m.end) for m in self._headings), key=lambda s: s.start)),
            title=" ".join(text[first.start : first.end].split()) if first else title,
            published=published,
            language=language,
            declared=tuple(Declared(m.start, m.end, kind) for m, kind in self._declared),
            units=tuple(Span(m.start, m.end) for m in self._units),
        )


def _between(covered: Iterable[tuple[int, int]], size: int) -> Iterator[Span]:
    at = 0
    for start, end in sorted(covered):
        if at < start:
            yield Span(at, start)
        at = max(at, end)
    if at < size:
        yield Span(at, size)


def _apart(zones: Iterable[Excluded]) -> Iterator[Excluded]:
    """In order, those inside another left out."""
    reach = 0
    for zone in sorted(zones, key=lambda z: (z.start, -z.end)):
        if zone.start >= reach:
            reach = zone.end
            yield zone


def joined(pieces: Iterable[Piece]) -> tuple[str, OffsetMap]:
    """The pieces as one text with its map."""
    out = OffsetMapBuilder()
    for piece in pieces:
        if piece.exact:
            out.copy(piece.text, piece.start)
        else:
            out.replace(piece.text, piece.start, piece.end)
    return out.build()


def through(text: str, inner: OffsetMap, outer: OffsetMap) -> Iterator[Piece]:
    """The pieces of ``text``, mapped by ``inner`` to a text that ``outer`` maps to the file."""
    ends = (*inner.view, inner.length)[1:]
    for view, end, start, stop, exact in zip(inner.view, ends, inner.original, inner.ends, inner.exact, strict=True):
        if not exact:
            yield Piece(text[view:end], *outer.span(start, stop), False)
            continue
        for low, high, straight in outer.cuts(start, stop):
            piece = text[view + low - start : view + high - start]
            yield Piece(piece, *outer.span(low, high), straight)
