"""What is body text and what is furniture around it.

Precision first: a line leaves the body only on evidence (wording, form, place, what the markup said); every exclusion
is listed with its span and kind, and every non-blank character lies in exactly one block.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from auditor.reading import zone_runs
from auditor.reading.article import Block, BlockKind, Layout, Notice, Source
from auditor.reading.lines import Line, lines
from auditor.reading.zone_lines import (
    dateline_prefix,
    is_credit_line,
    is_dateline,
    is_post_attribution,
    notice_kind,
    photo_credit,
)
from auditor.reading.zone_phrases import Phrases, phrases
from auditor.records import Excluded, ZoneKind

Labels = dict[int, ZoneKind]
_MAX_OPENING = 30  # words: a longer line is judged by all its wording, not by its first words
_HEADLINE_WORDS = 30
_SUBHEAD_WORDS = 14


def layout(source: Source, language: str | None = None) -> Layout:
    """Blocks, excluded stretches and notices of a source. ``language`` is not needed: every wording is tried."""
    table = phrases()
    rows = lines(source.text)
    labels: Labels = {}
    for i, row in enumerate(rows):
        kind = _label(row, table)
        if kind:
            labels[i] = kind
    notices = _notices(rows, labels, table)
    credits = {i: at for i, row in enumerate(rows) if i not in labels and (at := photo_credit(row, table)) is not None}
    labels.update((i, "photo credit") for i, at in credits.items())
    rules: tuple[Callable[[], zone_runs.Found], ...] = (
        lambda: zone_runs.consent(rows, labels, table),
        lambda: zone_runs.posts(rows, labels),
        lambda: zone_runs.captions(rows, labels, credits),
        lambda: zone_runs.head(rows, labels),
        lambda: zone_runs.tail(rows, labels, table),
    )
    for rule in rules:
        labels.update(dict(rule()))
    return Layout(_blocks(rows, labels, credits, table), _excluded(rows, labels, credits, table), notices)


def _label(line: Line, table: Phrases) -> ZoneKind | None:
    """Kind of a line by its own wording and form."""
    words = line.words
    if not words:
        return None
    if len(words) <= _MAX_OPENING:
        kind = table.whole.get(words) or table.opening(words) or _labelled(line, table)
        if kind:
            return kind
        if is_post_attribution(line):
            return "embedded post"
        if is_dateline(line, table):
            return "dateline"
        if is_credit_line(line):
            return "credit line"
    weights = table.weights(words)
    strong = [(weight, kind) for kind, weight in weights.items() if weight >= max(1.0, len(words) / 40)]
    return max(strong)[1] if strong and kind_allowed(strong) else None


def kind_allowed(strong: list[tuple[float, ZoneKind]]) -> bool:
    """Consent is judged over runs of lines, not here."""
    return max(strong)[1] != "consent"


def _labelled(line: Line, table: Phrases) -> ZoneKind | None:
    """Kind of ``Tags: ...``, ``Read also: ...``."""
    head, colon, rest = line.bare.partition(":")
    if not colon or not rest.strip() or len(head) > 40:
        return None
    kind = table.label.get(tuple(line.words[: len(head.split())])) if head else None
    return kind if kind != "photo credit" else None


def _notices(rows: Sequence[Line], labels: Labels, table: Phrases) -> tuple[Notice, ...]:
    found: list[Notice] = []
    for i, row in enumerate(rows):
        kind = None if i in labels else notice_kind(row, table)
        if kind:
            labels[i] = "notice"
            found.append(Notice(row.start, row.end, kind))
    return tuple(found)


def _pieces(
    i: int, row: Line, labels: Labels, credits: dict[int, int], table: Phrases, early: bool
) -> list[tuple[int, int, ZoneKind | None]]:
    """The line cut where its kind changes: caption and credit, dateline and paragraph."""
    kind = labels.get(i)
    if i in credits and credits[i]:
        at = row.start + credits[i]
        return [(row.start, at, "caption"), (at, row.end, "photo credit")]
    if kind is None and early:
        size = dateline_prefix(row, table)
        if size:
            return [(row.start, row.start + size, "dateline"), (row.start + size, row.end, None)]
    return [(row.start, row.end, kind)]


def _blocks(rows: Sequence[Line], labels: Labels, credits: dict[int, int], table: Phrases) -> tuple[Block, ...]:
    first, last = zone_runs.prose_range(rows, labels)
    blocks: list[Block] = []
    for i, row in enumerate(rows):
        for start, end, kind in _pieces(i, row, labels, credits, table, i == first):
            blocks.append(Block(start, end, "excluded" if kind else _body_kind(i, row, first, last, blocks)))
    return tuple(blocks)


def _body_kind(i: int, row: Line, first: int, last: int, before: list[Block]) -> BlockKind:
    if row.marker and row.marker.strip("# ") != "":
        return "list"
    if i < first and not any(b.kind == "headline" for b in before) and len(row.words) <= _HEADLINE_WORDS:
        return "headline"
    if i != first and not row.final and len(row.words) <= _SUBHEAD_WORDS and (i < last or row.marker):
        return "subhead"
    return "body"


def _excluded(rows: Sequence[Line], labels: Labels, credits: dict[int, int], table: Phrases) -> tuple[Excluded, ...]:
    """Neighbouring lines of one kind make one stretch."""
    first = zone_runs.prose_range(rows, labels)[0]
    found: list[Excluded] = []
    open_kind: ZoneKind | None = None
    for i, row in enumerate(rows):
        for start, end, kind in _pieces(i, row, labels, credits, table, i == first):
            if kind and kind == open_kind:
                found[-1] = Excluded(start=found[-1].start, end=end, kind=kind)
            elif kind:
                found.append(Excluded(start=start, end=end, kind=kind))
            open_kind = kind
    return tuple(found)
