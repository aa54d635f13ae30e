"""Every name of the corpus with its spellings, the convention of each, and where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import msgspec

from auditor.records import Audit, Entity
from auditor.report.languages import convention_name
from auditor.report.table import Cell, TableFormat, write_table
from auditor.report.view import View, looked_through

_HEADS = ("preferred", "type", "native", "spelling", "conventions", "articles", "count", "decided by")


class Spelling(msgspec.Struct, frozen=True):
    """One spelling of an entity: how often it stands in each article, whose convention it follows, its first place."""

    text: str
    conventions: tuple[str, ...]
    articles: tuple[tuple[str, int], ...]
    first: tuple[str, int]

    @property
    def count(self) -> int:
        return sum(n for _, n in self.articles)


def spellings(entity: Entity) -> list[Spelling]:
    """The spellings of an entity, most frequent first, then by the alphabet."""
    places: dict[str, Counter[str]] = {}
    heard: dict[str, tuple[str, ...]] = {}
    first: dict[str, tuple[str, int]] = {}
    for m in entity.mentions:
        places.setdefault(m.text, Counter())[m.article] += 1
        heard[m.text] = heard.get(m.text) or m.conventions
        first.setdefault(m.text, (m.article, m.start))
    table = [Spelling(t, heard[t], tuple(sorted(places[t].items())), first[t]) for t in places]
    return sorted(table, key=lambda s: (-s.count, s.text))


def names_table(audit: Audit, format: TableFormat = "text", width: int = 120) -> str:
    """One row a spelling, entities with most spellings first."""
    if format == "text" and not audit.entities:
        return f"no name; {looked_through(audit)}\n"
    view = View(audit, {})
    ranked = sorted(((spellings(e), e) for e in audit.entities), key=lambda p: (-len(p[0]), p[1].preferred, p[1].id))
    if format == "text":
        rows = [_row(view.labels, e, s, first=i == 0) for forms, e in ranked for i, s in enumerate(forms)]
    else:
        rows = [_row(view.titles, e, s, first=True) for forms, e in ranked for s in forms]
    return write_table(_HEADS, rows, format, width)


def _row(names: Mapping[str, str], entity: Entity, spelling: Spelling, *, first: bool) -> tuple[Cell, ...]:
    head = (entity.preferred, entity.type, entity.native or "") if first else ("", "", "")
    return (
        *head,
        spelling.text,
        tuple(convention_name(c) for c in spelling.conventions[:3]),
        {names.get(a, a): n for a, n in spelling.articles},
        spelling.count,
        entity.decided_by if first else "",
    )
