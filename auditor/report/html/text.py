"""The text of an article as rows of marked pieces: one row a line, findings and excluded stretches cut out exactly."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from markupsafe import Markup, escape

from auditor.records import ArticleRecord, Excluded, Finding
from auditor.report.escape import code_point, danger_pieces
from auditor.report.html.links import Links
from auditor.report.view import View, severity_key


class Piece(msgspec.Struct, frozen=True):
    """A stretch with the same marks all through. ``top`` is the worst finding on it, ``ends`` those whose number
    stands after it, ``zone`` the kind of excluded stretch, ``label`` says so where the stretch begins."""

    html: Markup
    id: str | None
    top: Finding | None
    ends: tuple[Finding, ...]
    zone: str | None
    label: str | None


class Row(msgspec.Struct, frozen=True):
    """A line of text that is not blank.

    ``out``: all of it was left out of the audit; ``gap``: a blank line stands before it.
    """

    line: int
    pieces: tuple[Piece, ...]
    findings: tuple[Finding, ...]
    out: bool
    gap: bool


def safe(text: str) -> Markup:
    """HTML of a text: escaped, with dangerous characters as labelled code points."""
    parts = [
        Markup('<span class="cp">{}</span>').format(code_point(piece)) if danger else escape(piece)
        for piece, danger in danger_pieces(text)
    ]
    return Markup("").join(parts)


def rows(view: View, links: Links, article: ArticleRecord, spans: Iterable[tuple[int, int]]) -> list[Row]:
    """The lines of an article, cut at every span that something points to."""
    lines = view.lines(article.id)
    findings = [f for f in view.live(article.id) if f.end > f.start]
    spans = set(spans)
    cuts = sorted({p for s in spans for p in s})
    starts = {s for s, _ in spans}
    zones = sorted(article.excluded, key=lambda z: (z.start, z.end))
    sweep = _Sweep(findings, zones)
    out: list[Row] = []
    gap, cut = False, 0
    for number in range(1, len(lines) + 1):
        low, high = lines.span(number)
        if not lines.text[low:high].strip():
            gap = True
            continue
        while cut < len(cuts) and cuts[cut] <= low:
            cut += 1
        edges = [low]
        while cut < len(cuts) and cuts[cut] < high:
            edges.append(cuts[cut])
            cut += 1
        pieces = []
        for a, b in zip(edges, [*edges[1:], high], strict=True):
            id_ = links.place(article.id, a) if a in starts else None
            pieces.append(sweep.piece(lines.text, a, b, high, id_))
        here = tuple(f for f in sweep.taken() if f.end > f.start)
        out.append(Row(number, tuple(pieces), here, _all_out(lines.text, pieces, edges, high), gap))
        gap = False
    return out


class _Sweep:
    """Walks over the text once, keeping the findings and the zone that cover the current stretch."""

    def __init__(self, findings: list[Finding], zones: list[Excluded]) -> None:
        self.findings, self.zones = findings, zones
        self.next = self.zone = 0
        self.active: list[Finding] = []
        self.fresh: list[Finding] = []
        self.unnumbered: list[Finding] = []
        self.labelled = -1

    def taken(self) -> list[Finding]:
        """Findings that began since the last call."""
        fresh, self.fresh = self.fresh, []
        return fresh

    def piece(self, text: str, start: int, end: int, line_end: int, id_: str | None) -> Piece:
        while self.next < len(self.findings) and self.findings[self.next].start <= start:
            for many in (self.active, self.fresh, self.unnumbered):
                many.append(self.findings[self.next])
            self.next += 1
        self.active = [f for f in self.active if f.end > start]
        done = tuple(f for f in self.unnumbered if f.end <= end or end == line_end)
        self.unnumbered = [f for f in self.unnumbered if f.end > end and end < line_end]
        zone, label = self._zone(start)
        top = min(self.active, key=severity_key) if self.active else None
        return Piece(safe(text[start:end]), id_, top, done, zone, label)

    def _zone(self, start: int) -> tuple[str | None, str | None]:
        while self.zone < len(self.zones) and self.zones[self.zone].end <= start:
            self.zone += 1
        if self.zone == len(self.zones) or self.zones[self.zone].start > start:
            return None, None
        kind = self.zones[self.zone].kind
        fresh = self.labelled != self.zone
        self.labelled = self.zone
        return kind, kind if fresh else None


def _all_out(text: str, pieces: list[Piece], edges: list[int], high: int) -> bool:
    return all(_is_out(text[a:b], p) for p, a, b in zip(pieces, edges, [*edges[1:], high], strict=True))


def _is_out(words: str, piece: Piece) -> bool:
    return piece.zone is not None or not words.strip()
