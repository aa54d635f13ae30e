"""What is body text and what is furniture around it.

Precision first: a line leaves the body only on evidence (what the markup declares, wording, form, place); every
exclusion is listed with its span and kind, and every non-blank character lies in exactly one block.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from auditor.reading.article import Block, BlockKind, Layout, Notice, Source, Span
from auditor.reading.lines import Line, lines, phrase
from auditor.reading.open_ends import open_ends
from auditor.reading.zones import calls, ends, heads, others, runs, titles, widgets
from auditor.reading.zones.inner import inner
from auditor.reading.zones.lines import dateline_prefix, notice_kind
from auditor.reading.zones.meta import bracketed
from auditor.reading.zones.own import own_kind
from auditor.reading.zones.photos import is_bare_label, is_name_list, photo_credit, picture_sentence
from auditor.reading.zones.phrases import Phrases, phrases
from auditor.reading.zones.pieces import Piece, declared, teaser, trim
from auditor.reading.zones.signed import credit_suffix
from auditor.records import Excluded, ZoneKind

_HEADLINE_WORDS = 30
_MIN_HEADLINE = 4
_SUBHEAD_WORDS = 14


def layout(source: Source, rows: Sequence[Line] | None = None) -> Layout:
    """Blocks, excluded stretches and notices of a source; ``rows`` are its lines, where they are known."""
    table = phrases()
    rows = lines(source.text) if rows is None else rows
    labels, pieces, notices = known(rows, source.zones, table)
    labels.update(dict(ends.judged(rows, labels, pieces, table)))
    labels.update(dict(ends.announced(rows, labels, table)))
    labels.update(dict(others.related(rows, labels, table)))
    labels.update(dict(others.pairs(rows, labels, table)))
    labels.update(dict(widgets.dated_titles(rows, labels, table)))
    labels.update(dict(widgets.fields(rows, labels)))
    labels.update(dict(widgets.bylines(rows, labels)))
    labels.update(dict(widgets.weather(rows, labels)))
    labels.update(dict(widgets.ticker(rows, labels)))
    labels.update(dict(widgets.excerpts(rows, labels, table, open_ends("en"))))
    labels.update(dict(widgets.boxes(rows, labels, open_ends("en"))))
    pieces.update(ends.glued(rows, labels, pieces, table))
    labels.update(dict(calls.spoken(rows, labels, table)))
    labels.update(dict(heads.pictured(rows, labels)))
    labels.update(dict(heads.alternative(rows, labels, pieces)))
    labels.update(dict(heads.top(rows, labels)))
    labels.update(dict(heads.boxes(rows, labels)))
    labels.update(dict(heads.signed_again(rows, labels)))
    labels.update(dict(heads.galleries(rows, labels)))
    labels.update(dict(runs.head(rows, labels)))
    labels.update(dict(runs.tail(rows, labels, table)))
    labels.update(dict(runs.between(rows, labels)))
    labels.update(dict(ends.headlines(rows, labels, table)))
    first, last = runs.prose_range(rows, labels)
    pieces.update(titles.titles(rows, labels, pieces, first))
    _ends(rows, pieces, table, first, last)
    text = source.text
    parts = [
        [trim(text, piece) for piece in pieces.get(i, ())] or [(row.start, row.end, labels.get(i))]
        for i, row in enumerate(rows)
    ]
    return Layout(_blocks(rows, parts, source, first, last), _excluded(parts), notices)


def known(
    rows: Sequence[Line], zones: Sequence[Excluded], table: Phrases
) -> tuple[dict[int, ZoneKind], dict[int, list[Piece]], tuple[Notice, ...]]:
    """What single lines and their neighbours show without a doubt: labels and cuts of lines, notices."""
    labels, pieces = declared(rows, zones)
    captioned = {i for i, kind in labels.items() if kind == "caption"}
    for i, row in enumerate(rows):
        if i not in labels and i not in pieces:
            cut = inner(row, table) or bracketed(row, table)
            kind = None if cut and _mostly_text(cut) else own_kind(row, table)
            if kind and not (i == 0 and kind == "teaser" and len(row.words) >= _MIN_HEADLINE):
                labels[i] = kind
            elif inline := teaser(row, table) or cut:
                pieces[i] = inline
    notices = _notices(rows, labels, pieces, table)
    credits = _credits(rows, labels, captioned, pieces, table)
    labels.update(dict(runs.consent(rows, labels, table)))
    labels.update(dict(runs.posts(rows, labels)))
    labels.update(dict(runs.captions(rows, labels, credits)))
    return labels, pieces, notices


def _mostly_text(cut: Sequence[Piece]) -> bool:
    return sum((end - start) * (1 if kind is None else -1) for start, end, kind in cut) > 0


def _notices(
    rows: Sequence[Line], labels: dict[int, ZoneKind], pieces: dict[int, list[Piece]], table: Phrases
) -> tuple[Notice, ...]:
    found: list[Notice] = []
    for i, row in enumerate(rows):
        kind = None if i in labels or i in pieces else notice_kind(row, table)
        if kind:
            labels[i] = "notice"
            found.append(Notice(row.start, row.end, kind))
    return tuple(found)


def _credits(
    rows: Sequence[Line],
    labels: dict[int, ZoneKind],
    captioned: set[int],
    pieces: dict[int, list[Piece]],
    table: Phrases,
) -> dict[int, int]:
    """Lines with a photo credit -> where it begins in the line; labels and cuts them."""
    found: dict[int, int] = {}
    for i, row in enumerate(rows):
        if (i in labels and i not in captioned) or i in pieces:
            continue
        named = i - 1 in found and is_bare_label(rows[i - 1], table) and is_name_list(row.text)
        at = 0 if named else photo_credit(row, table)
        if at is None:
            continue
        found[i] = at
        labels[i] = "photo credit"
        if at:
            icon, told = calls.icon(row), picture_sentence(row.text[:at])
            own = row.start + (told or min(icon, at))
            pieces[i] = [(own, row.start + at, "caption"), (row.start + at, row.end, "photo credit")]
            if own > row.start:
                pieces[i].insert(0, (row.start, own, None if told else "navigation"))
            if told:
                del labels[i]
    return found


def _ends(rows: Sequence[Line], pieces: dict[int, list[Piece]], table: Phrases, first: int, last: int) -> None:
    """Cut the dateline off the first paragraph and the agencies off the last."""
    free = first <= last and first not in pieces
    size = (dateline_prefix(rows[first], table) or heads.placed(rows, first)) if free else None
    at = first if size else heads.dashed(rows, first, last)
    if at is not None and at not in pieces:
        start = rows[at].start + (size or len(rows[at].marker))
        pieces[at] = [(rows[at].start, start, "dateline"), (start, rows[at].end, None)]
    at = credit_suffix(rows[last]) if last >= 0 and last not in pieces else None
    if at:
        row = rows[last]
        pieces[last] = [(row.start, row.start + at, None), (row.start + at, row.end, "credit line")]


def _blocks(
    rows: Sequence[Line], parts: Sequence[Sequence[Piece]], source: Source, first: int, last: int
) -> tuple[Block, ...]:
    headings = _heading_lines(rows, source.headings)
    title = phrase(source.title) if source.title else ()
    top = _headline(rows, parts, first, last)
    blocks: list[Block] = []
    headed = False
    for i, row in enumerate(rows):
        for start, end, kind in parts[i]:
            if kind:
                blocks.append(Block(start, end, "excluded"))
                continue
            named = i == top or (bool(title) and row.words == title)
            role = _role(i, row, first, last, i in headings, named, headed)
            headed = headed or role == "headline"
            blocks.append(Block(start, end, role))
    return tuple(blocks)


def _headline(rows: Sequence[Line], parts: Sequence[Sequence[Piece]], first: int, last: int) -> int | None:
    """The line before the first paragraph that is most like a headline: the first of some length, else the first."""
    before = [i for i in range(min(first, last + 1)) if parts[i][0][2] is None and not rows[i].marker]
    short = [i for i in before if len(rows[i].words) <= _HEADLINE_WORDS]
    long = [i for i in short if len(rows[i].words) >= _MIN_HEADLINE and not rows[i].text.endswith(("...", "…"))]
    return next(iter(long or short), None)


def _role(i: int, row: Line, first: int, last: int, heading: bool, headline: bool, headed: bool) -> BlockKind:
    """What a line of the body is. ``headed``: a headline came before."""
    if headline and not headed and i <= first:
        return "headline"
    if heading:
        return "subhead"
    if row.marker:
        return "list"
    if i != first and not row.final and len(row.words) <= _SUBHEAD_WORDS and i < last:
        return "subhead"
    return "body"


def _heading_lines(rows: Sequence[Line], headings: Sequence[Span]) -> set[int]:
    """Indexes of the lines that begin in a heading."""
    closed = [span.end for span in headings]
    found: set[int] = set()
    for i, row in enumerate(rows if headings else ()):
        at = bisect_right(closed, row.start)
        if at < len(headings) and headings[at].start <= row.start:
            found.add(i)
    return found


def _excluded(parts: Sequence[Sequence[Piece]]) -> tuple[Excluded, ...]:
    """Neighbouring pieces of one kind make one stretch."""
    found: list[Excluded] = []
    open_kind: ZoneKind | None = None
    for start, end, kind in (piece for pieces in parts for piece in pieces):
        if kind and kind == open_kind:
            found[-1] = Excluded(start=found[-1].start, end=end, kind=kind)
        elif kind:
            found.append(Excluded(start=start, end=end, kind=kind))
        open_kind = kind
    return tuple(found)
