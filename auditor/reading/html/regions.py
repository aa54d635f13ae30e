"""From what the elements of a page claim to the stretches that are no body text.

Elements are often wider than what they are named after (a form around the whole page, a ``social-wrapper`` around the
article), so a claim counts only when most of the page's prose lies outside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from auditor.reading.html.rules import Region
from auditor.reading.lines import Line, lines
from auditor.reading.zones.runs import is_prose
from auditor.records import Excluded, ZoneKind

MAX_SHARE = 0.4  # of the page's prose that an excluded element may hold
MAIN_SHARE = 0.6  # of the prose that the main element must hold
LINKED = 0.9  # of a line's characters that stand in links, for a line of links
TITLE_WORDS = 5  # mean words of linked lines from which they are teasers, not menus
_KEEPS_TITLE: frozenset[ZoneKind] = frozenset(["navigation", "newsletter", "consent", "teaser"])


def declared(
    text: str,
    regions: Sequence[Region],
    links: Sequence[tuple[int, int]],
    headings: Sequence[tuple[int, int]],
    title: tuple[int, int] | None = None,
) -> tuple[Excluded, ...]:
    """The stretches of the view that markup says are no body text, in order, not overlapping."""
    page = _Page(text)
    kept = [r for r in regions if r.kind and page.share(r.start, r.end) <= MAX_SHARE]
    if title:
        kept = [r for r in kept if not (r.kind in _KEEPS_TITLE and r.start <= title[0] and title[1] <= r.end)]
    zones = list(_outermost(kept))
    main = page.main([r for r in regions if r.kind is None], zones)
    heads = {start for start, _ in headings}
    for row in page.rows:
        outside = main is not None and not (main.start <= row.start and row.end <= main.end)
        if outside and not is_prose(row) and row.start not in heads:
            zones.append(Region(row.start, row.end, "navigation"))
    zones.extend(page.link_lists(links))
    return tuple(_tidy(text, _outermost(zones)))


class _Page:
    """Lines of the view, with running sums of prose characters."""

    def __init__(self, text: str) -> None:
        self.rows = lines(text)
        self.starts = [row.start for row in self.rows]
        self.sums = [0, *accumulate(row.end - row.start if is_prose(row) else 0 for row in self.rows)]

    def prose(self, start: int, end: int) -> int:
        """Characters of prose lines that begin in the span."""
        return self.sums[bisect_left(self.starts, end)] - self.sums[bisect_left(self.starts, start)]

    def share(self, start: int, end: int) -> float:
        """Share of the page's prose that lies in the span."""
        return self.prose(start, end) / self.sums[-1] if self.sums[-1] else 0.0

    def main(self, candidates: Sequence[Region], zones: Sequence[Region]) -> Region | None:
        """The widest element of main text that holds most of the prose outside the excluded stretches."""
        rest = self.sums[-1] - sum(self.prose(z.start, z.end) for z in zones)
        for region in sorted(candidates, key=lambda r: (r.start - r.end, r.start)):
            if rest and self.prose(region.start, region.end) >= MAIN_SHARE * rest:
                return region
        return None

    def link_lists(self, links: Sequence[tuple[int, int]]) -> Iterator[Region]:
        """Runs of at least two lines that are links and nothing else."""
        ordered = sorted(links)
        ends = [end for _, end in ordered]
        run: list[Line] = []
        for row in [*self.rows, None]:
            if row is not None and not is_prose(row) and _linked(row, ordered, ends):
                run.append(row)
                continue
            if len(run) >= 2:
                mean = sum(len(r.words) for r in run) / len(run)
                kind: ZoneKind = "teaser" if mean >= TITLE_WORDS else "navigation"
                yield from (Region(r.start, r.end, kind) for r in run)
            run = []


def _linked(row: Line, links: Sequence[tuple[int, int]], ends: Sequence[int]) -> bool:
    covered = 0
    for at in range(bisect_right(ends, row.start), len(links)):
        start, end = links[at]
        if start >= row.end:
            break
        covered += max(0, min(end, row.end) - max(start, row.start))
    return covered >= LINKED * (row.end - row.start)


def _outermost(regions: Iterable[Region]) -> Iterator[Region]:
    """Regions in order, those that begin inside another left out."""
    reach = 0
    for region in sorted(regions, key=lambda r: (r.start, -r.end, r.kind or "")):
        if region.end > reach:
            yield region if region.start >= reach else Region(reach, region.end, region.kind)
            reach = region.end


def _tidy(text: str, regions: Iterable[Region]) -> Iterator[Excluded]:
    """Trimmed of white space; neighbours of one kind joined."""
    held: Excluded | None = None
    for region in regions:
        piece = text[region.start : region.end]
        start, end = region.start + len(piece) - len(piece.lstrip()), region.start + len(piece.rstrip())
        if start >= end or region.kind is None:
            continue
        if held and held.kind == region.kind and not text[held.end : start].strip():
            held = Excluded(start=held.start, end=end, kind=held.kind)
            continue
        if held:
            yield held
        held = Excluded(start=start, end=end, kind=region.kind)
    if held:
        yield held
