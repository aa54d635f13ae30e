"""Who is named as the maker of copy or picture: bylines, initials, datelines, credit and photo lines, quoted agencies.

A name counts only where the line or the sentence makes it a source; an article about an agency credits nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from auditor.packs.agencies import Cues, agencies
from auditor.reading.article import Layout, Segment, Source
from auditor.reading.credits import lines, photo
from auditor.reading.credits.names import Found, chains, find
from auditor.reading.credits.sources import is_source
from auditor.records import Credit, ZoneKind
from auditor.text.tokens import Token

_SILENT: frozenset[ZoneKind] = frozenset(["tags", "teaser", "embedded post", "advertising"])
_CHROME: frozenset[ZoneKind] = frozenset(["navigation", "consent", "newsletter", "credit line"])
_PICTURE: frozenset[ZoneKind] = frozenset(["photo credit", "caption"])
_HEAD_BLOCKS = 8
_BREAK = re.compile("[\n\r\u2028\u2029\x85\x0b\x0c]")


class _Page:
    """Look-ups of one article: the zone, the line and the sentence around an offset."""

    __slots__ = ("_breaks", "_layout", "_segments", "_starts", "_zone_starts", "text")

    def __init__(self, text: str, layout: Layout, segments: Sequence[Segment]) -> None:
        self.text, self._layout, self._segments = text, layout, segments
        self._breaks = [match.start() for match in _BREAK.finditer(text)]
        self._zone_starts = [zone.start for zone in layout.excluded]
        self._starts = [segment.start for segment in segments]

    def zone(self, offset: int) -> ZoneKind | None:
        index = bisect_right(self._zone_starts, offset) - 1
        if index >= 0 and offset < self._layout.excluded[index].end:
            return self._layout.excluded[index].kind
        return None

    def line(self, start: int, end: int) -> tuple[int, int]:
        index = bisect_left(self._breaks, start) - 1
        after = bisect_left(self._breaks, end)
        first = self._breaks[index] + 1 if index >= 0 else 0
        return first, self._breaks[after] if after < len(self._breaks) else len(self.text)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        index = bisect_right(self._starts, start) - 1
        if index >= 0 and start < self._segments[index].end:
            return self._segments[index].start, max(end, self._segments[index].end)
        return self.line(start, end)


def credits(
    source: Source,
    layout: Layout,
    segments: Sequence[Segment],
    tokens: Sequence[Token],
    language: str,
    words: Sequence[str] | None = None,
) -> tuple[Credit, ...]:
    """Every maker named in ``source.text``, chrome and captions included, each once a role, in text order.

    ``words``: the tokens as written, where they are known.
    """
    tables = agencies()
    cues = tables.cues.of(language)
    text = source.text
    found = find(text, [token.text for token in tokens] if words is None else words, tables, cues)
    page = _Page(text, layout, segments)
    made = [
        *_photo_lines(page, found),
        *_bylines(page, layout, cues, found),
        *lines.declared(text, source.declared, cues, found),
        *lines.reporters(text, tables.cues.photo.desk),
    ]
    taken = {(credit.start, credit.end) for credit in made}
    left = [hit for hit in found if (hit.start, hit.end) not in taken]
    for chain in chains(text, left):
        made.extend(_judge(page, chain, cues))
    return _distinct(made)


def _photo_lines(page: _Page, found: Sequence[Found]) -> Iterator[Credit]:
    for stretch in photo.stretches(page.text, agencies().cues.photo):
        zone = page.zone(stretch.start)
        if zone not in _SILENT:
            yield from photo.credits_in(page.text, stretch, found, zone in _PICTURE)


def _bylines(page: _Page, layout: Layout, cues: Cues, found: Sequence[Found]) -> Iterator[Credit]:
    for block in layout.blocks[:_HEAD_BLOCKS]:
        start, end = page.line(block.start, block.start)
        yield from lines.byline(page.text, start, end, cues, found)


def _judge(page: _Page, chain: list[Found], cues: Cues) -> Iterator[Credit]:
    """Credits of one chain of names by the first rule that fits; none where no rule does."""
    text, (start, end) = page.text, (chain[0].start, chain[-1].end)
    zone, (first, last) = page.zone(start), page.line(start, end)
    if zone in _SILENT:
        return
    people = photo.beside(text, chain)
    whole = lines.is_credit_line(text, chain, first, last, cues)
    bare = whole and not any(hit.is_photo_agency for hit in chain)  # "SPIEGEL/dpa" under the copy
    if people or (zone in _PICTURE and not bare) or _is_picture(text, chain, last - first):
        yield from people
        yield from (hit.credit(text, "photo") for hit in chain)
    elif whole:
        yield from lines.initials(text, chain, first, cues)
        yield from (hit.credit(text, "text") for hit in chain)
    elif named := lines.named_line(text, chain, first, last):
        yield from named
        yield from (hit.credit(text, "text") for hit in chain)
    elif lines.signs_line(text, chain, first, last, cues) or lines.contributes(text, chain, last, cues):
        yield from (hit.credit(text, "text") for hit in chain)
    elif lines.is_dateline(text, chain, first) or lines.is_closing(text, chain, last):
        yield from (hit.credit(text, "text") for hit in chain if hit.is_agency)
    elif lines.closes_line(text, chain, first, last):
        yield from (hit.credit(text, "quoted" if hit.is_agency else "text") for hit in chain)
    elif lines.opens_line(text, chain, first, last) or is_source(text, chain, *page.sentence(start, end), cues):
        yield from (hit.credit(text, "quoted") for hit in chain if not hit.is_photo_agency)
    elif zone in _CHROME:
        yield from (hit.credit(text, "text") for hit in chain if not hit.is_agency)


def _is_picture(text: str, chain: Sequence[Found], width: int) -> bool:
    """A picture agency in a short line or beside another name; "AP Photo"; "AFP via Getty Images"."""
    if any(text[hit.start : hit.end].endswith((" Photo", " Photos", " Images")) for hit in chain):
        return len(chain) > 1 or width <= 80
    return any(hit.is_photo_agency and not hit.form.weak for hit in chain) and (len(chain) > 1 or width <= 40)


def _distinct(made: Iterable[Credit]) -> tuple[Credit, ...]:
    """In text order, the first of each name, kind and role."""
    kept: dict[tuple[str, str, str], Credit] = {}
    for credit in sorted(made, key=lambda c: (c.start, c.end, c.kind, c.role, c.name)):
        kept.setdefault((credit.name, credit.kind, credit.role), credit)
    return tuple(kept.values())
