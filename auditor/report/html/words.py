"""What a story calls its things: a row for each word, a column for each article."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from auditor.records import Finding, TermUse, TermVariation
from auditor.report.html.links import Links
from auditor.report.html.matrix import COLUMNS
from auditor.report.view import View, is_live

_THINGS = 12


class WordCell(msgspec.Struct, frozen=True):
    """A word as one article has it, how often, with a place to look at."""

    use: TermUse
    href: str | None


class WordRow(msgspec.Struct, frozen=True):
    """One word; ``cells`` in the order of the columns, ``against``: live findings on it, one for each message."""

    word: str
    majority: bool
    cells: tuple[WordCell | None, ...]
    against: tuple[Finding, ...]
    preferred: tuple[str, ...]


class WordTable(msgspec.Struct, frozen=True):
    """One thing of a story."""

    thing: str
    columns: tuple[str, ...]
    rows: tuple[WordRow, ...]
    left_out: int


def word_tables(view: View, links: Links, story: str, *, here: str | None) -> list[WordTable]:
    """The things of a story that ``here`` has a word for (None: all of them), its own column first."""
    found = [t for t in view.joins.terms_of[story] if here is None or any(u.article == here for u in t.uses)]
    return [_table(view, links, term, here) for term in found[:_THINGS]]


def _table(view: View, links: Links, term: TermVariation, here: str | None) -> WordTable:
    users = dict.fromkeys(u.article for u in term.uses)
    members = next((s.members for s in view.audit.stories if s.id == term.story), tuple(users))
    columns = sorted((m for m in members if m in users), key=lambda m: m != here)
    words = dict.fromkeys(u.word for u in term.uses)
    rows = tuple(_row(view, links, term, word, columns[:COLUMNS], here) for word in words)
    return WordTable(term.thing, tuple(columns[:COLUMNS]), rows, max(0, len(columns) - COLUMNS))


def _row(view: View, links: Links, term: TermVariation, word: str, columns: Sequence[str], here: str | None) -> WordRow:
    uses = [u for u in term.uses if u.word == word]
    cells = {u.article: WordCell(u, links.text(u.article, u.places[0][0], here=here)) for u in uses}
    found = (view.joins.findings[i] for u in uses for i in u.findings if i in view.joins.findings)
    against = {f.message: f for f in found if is_live(f) and links.has_page(f.article)}
    return WordRow(
        word=word,
        majority=word == term.majority,
        cells=tuple(cells.get(column) for column in columns),
        against=tuple(against.values()),
        preferred=tuple(dict.fromkeys(u.preferred for u in uses if u.preferred)),
    )
