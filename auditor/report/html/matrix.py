"""The names matrix: a row for each entity, a column for each article, the spellings in the cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from auditor.records import Entity, EntityMention, Finding
from auditor.report.html.links import Links
from auditor.report.languages import convention_name
from auditor.report.names_table import Spelling, spellings
from auditor.report.view import View, severity_key

COLUMNS = 10
_SLACK = 4  # characters by which a finding about a name may be longer than the name


class Cell(msgspec.Struct, frozen=True):
    """One spelling in one article; ``worst`` is the severity of the worst finding on it."""

    text: str
    count: int
    conventions: str
    href: str | None
    worst: str | None


class NameRow(msgspec.Struct, frozen=True):
    """One entity; ``cells`` in the order of the columns."""

    entity: Entity
    forms: int
    cells: tuple[tuple[Cell, ...], ...]


class Matrix(msgspec.Struct, frozen=True):
    """``varied`` rows are those that something can be seen in: several spellings, or a finding."""

    columns: tuple[str, ...]
    varied: tuple[NameRow, ...]
    plain: tuple[NameRow, ...]
    left_out: int


class FormsRow(msgspec.Struct, frozen=True):
    """One entity of a corpus too large for a matrix: its spellings, each with a place to look at."""

    entity: Entity
    cells: tuple[tuple[Cell, int], ...]


def forms(view: View, links: Links, *, limit: int) -> tuple[list[FormsRow], int]:
    """Entities with several spellings, those with most first; each spelling with the number of its articles."""
    varied = [(spellings(e), e) for e in view.audit.entities]
    ranked = sorted((p for p in varied if len(p[0]) > 1), key=lambda p: (-len(p[0]), p[1].preferred, p[1].id))
    rows = [FormsRow(e, tuple((_form(links, s), len(s.articles)) for s in found[:12])) for found, e in ranked[:limit]]
    return rows, max(0, len(ranked) - limit)


def _form(links: Links, spelling: Spelling) -> Cell:
    heard = ", ".join(convention_name(c) for c in spelling.conventions[:2])
    return Cell(spelling.text, spelling.count, heard, links.text(*spelling.first), None)


def matrix(view: View, links: Links, columns: Sequence[str], *, here: str | None, limit: int = 200) -> Matrix:
    """Entities of the columns (of ``here`` where it is given), those with most spellings first."""
    shown = tuple(columns[:COLUMNS])
    faults = {a: [f for f in view.live(a) if f.rule[:2] in ("NM", "TA", "TM")] for a in shown}
    mentions = view.joins.mentions_in
    ids = mentions[here] if here else {i: None for a in shown for i in mentions[a]}
    rows = [_row(view, links, view.joins.entities[i], shown, faults, here) for i in ids]
    rows.sort(key=lambda r: (-r.forms, -sum(len(c) for c in r.cells), r.entity.preferred, r.entity.id))
    varied = [r for r in rows if _varied(r)]
    plain = [r for r in rows if not _varied(r)] if here else []
    left = max(0, len(varied) - limit) + max(0, len(plain) - limit)
    return Matrix(shown, tuple(varied[:limit]), tuple(plain[:limit]), left)


def _varied(row: NameRow) -> bool:
    return row.forms > 1 or any(c.worst for cell in row.cells for c in cell)


def _row(
    view: View,
    links: Links,
    entity: Entity,
    columns: tuple[str, ...],
    faults: dict[str, list[Finding]],
    here: str | None,
) -> NameRow:
    cells = tuple(
        tuple(
            Cell(
                text=text,
                count=len(found),
                conventions=", ".join(convention_name(c) for c in found[0].conventions[:2]),
                href=links.text(a, found[0].start, here=here),
                worst=_worst(faults[a], found),
            )
            for text, found in _by_spelling(view.joins.mentions_in[a].get(entity.id, ())).items()
        )
        for a in columns
    )
    return NameRow(entity, view.joins.spelt[entity.id], cells)


def _by_spelling(mentions: Iterable[EntityMention]) -> dict[str, list[EntityMention]]:
    table: dict[str, list[EntityMention]] = {}
    for m in mentions:
        table.setdefault(m.text, []).append(m)
    return table


def _worst(faults: list[Finding], mentions: list[EntityMention]) -> str | None:
    hits = [f for f in faults if any(_on(f, m) for m in mentions)]
    return min(hits, key=severity_key).severity if hits else None


def _on(finding: Finding, mention: EntityMention) -> bool:
    longer = (finding.end - finding.start) - (mention.end - mention.start)
    return finding.start < mention.end and finding.end > mention.start and longer <= _SLACK
