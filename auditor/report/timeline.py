"""Dates and times over a story: what each article says happened when, and how that stands to the others."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from auditor.records import Audit, Claim, ClaimState
from auditor.report.ansi import Paint, painter
from auditor.report.context import context
from auditor.report.escape import inline
from auditor.report.options import DEFAULT, Options
from auditor.report.table import Cell, TableFormat, write_table
from auditor.report.view import View, looked_through, plural
from auditor.report.when import when
from auditor.report.width import cells, clip_right, pad

HEADS = ("story", "when", "article", "line", "words", "about", "precision", "states", "context")
STATES: tuple[ClaimState, ...] = ("conflict", "superseded", "differs in precision", "open", "agrees")  # as telling
TIMES = ("date", "time")
_ROLES = {"conflict": "critical", "open": "major", "superseded": "minor", "differs in precision": "minor"}
_APART = 3  # claims that one does not agree with, shown under it
_AROUND = 320  # cells of the words around a date in the tables


class Told(msgspec.Struct, frozen=True):
    """One article's date: its words, their line, and the states of its links, worst first."""

    claim: Claim
    words: str
    line: int | None
    states: tuple[tuple[ClaimState, Claim], ...]


class Moment(msgspec.Struct, frozen=True):
    """One point in time as told by the articles of a story; ``when`` is its most precise value."""

    when: str
    told: tuple[Told, ...]

    @property
    def states(self) -> tuple[ClaimState, ...]:
        """The states between its claims and those of other moments or articles, worst first."""
        found = {state for t in self.told for state, _ in t.states}
        return tuple(s for s in STATES if s in found)


def timelines(view: View) -> list[tuple[str, list[Moment]]]:
    """Story id -> its moments in order; stories without a date left out."""
    found = [(s.id, moments(view, s.members)) for s in view.audit.stories]
    return [(id_, rows) for id_, rows in found if rows]


def moments(view: View, articles: Sequence[str]) -> list[Moment]:
    """The moments that these articles tell: days in order, then days of no known year, then relative ones.

    Claims are one moment where their values are equal, or a link says that they agree.
    """
    claims = [c for a in articles for c in view.joins.claims_in[a] if c.kind in TIMES]
    groups: dict[str, list[Claim]] = defaultdict(list)
    roots = _joined(claims, view.joins.claim_links)
    for claim in claims:
        groups[roots[claim.id]].append(claim)
    rows = [Moment(_best(group), tuple(_told(view, c) for c in group)) for group in groups.values()]
    return sorted(rows, key=lambda m: (when_key(m.when), m.told[0].claim.id))


def _joined(claims: Iterable[Claim], links: Mapping[str, Sequence[tuple[ClaimState, Claim]]]) -> dict[str, str]:
    """Claim id -> id of the first claim of its moment."""
    first: dict[str, str] = {}
    by_value: dict[tuple[str, ...], str] = {}

    def root(id_: str) -> str:
        while first[id_] != id_:
            first[id_] = id_ = first[first[id_]]
        return id_

    for claim in claims:
        key = (claim.kind, claim.value) if _absolute(claim) else (claim.kind, claim.value, claim.article)
        first[claim.id] = claim.id
        first[claim.id] = root(by_value.setdefault(key, claim.id))
    for claim in claims:
        for state, other in links.get(claim.id, ()):
            if state == "agrees" and other.id in first:
                low, high = sorted((root(claim.id), root(other.id)))
                first[high] = low
    return {id_: root(id_) for id_ in first}


def _absolute(claim: Claim) -> bool:
    """True for a day, month or year, or a day of an unknown year; a bare weekday is another day in every article."""
    return not claim.value.startswith(("XXXX-WXX", "P", "-P"))


def _best(group: Sequence[Claim]) -> str:
    """The most precise value of a moment, the commonest among equals."""
    table = Counter(c.value for c in group)
    return min(table, key=lambda v: (v.count("X"), -len(v), -table[v], v))


def when_key(value: str) -> tuple[int, str]:
    """Known years first, then days of no known year by month, then what is only relative."""
    if value[:1].isdigit():
        return 0, value
    return (1, value) if re.match(r"XXXX-\d\d", value) else (2, value)


def _told(view: View, claim: Claim) -> Told:
    links = [(s, c) for s, c in view.joins.claim_links[claim.id] if c.kind in TIMES]
    return Told(
        claim=claim,
        words=view.words(claim.article, claim.start, claim.end),
        line=view.line(claim.article, claim.start),
        states=tuple(sorted(links, key=lambda p: (STATES.index(p[0]), p[1].id))),
    )


def _around(view: View, claim: Claim, width: int) -> str:
    """The words around a claim, from its line of the text; empty where the text is not at hand."""
    if claim.article not in view.texts:
        return ""
    return context(view.lines(claim.article), claim.start, claim.end, width)[0]


def timeline(audit: Audit, texts: Mapping[str, str], format: TableFormat = "text", options: Options = DEFAULT) -> str:
    """The timelines of all stories; ends with a line break."""
    view = View(audit, texts)
    found = timelines(view)
    if format != "text":
        rows = [_row(view, story, m, t) for story, held in found for m in held for t in m.told]
        return write_table(HEADS, rows, format, options.width)
    if not found:
        return f"no date; {looked_through(audit)}\n"
    return "\n\n".join(_text(view, story, rows, options) for story, rows in found) + "\n"


def _row(view: View, story: str, moment: Moment, told: Told) -> tuple[Cell, ...]:
    states = tuple(f"{s}: {place(view, c, whole=True)}" for s, c in told.states)
    claim, line = told.claim, told.line
    return (
        story,
        moment.when,
        view.title(claim.article),
        line,
        told.words,
        claim.subject or "",
        claim.precision,
        states,
        _around(view, claim, _AROUND),
    )


def place(view: View, claim: Claim, *, whole: bool = False) -> str:
    """``003:12 “20 February”``, as far as the text is at hand; ``whole``: by the article's path."""
    line, words = view.line(claim.article, claim.start), view.words(claim.article, claim.start, claim.end)
    name = view.title(claim.article) if whole else view.label(claim.article)
    return name + (f":{line}" if line else "") + (f" “{words}”" if words else "")


def _text(view: View, story: str, rows: Sequence[Moment], options: Options) -> str:
    paint, width = painter(options.color), options.width
    members = [a for a in next(s.members for s in view.audit.stories if s.id == story) if a in view.articles]
    names = ", ".join(inline(view.label(a)) for a in members[:8]) + (" …" if len(members) > 8 else "")
    head = f"Story {view.story_number[story]}: {names} ({plural(len(rows), 'moment')})"
    lines = [paint(clip_right(head, width), "bold")]
    gutter = min(12, max(cells(inline(view.label(t.claim.article))) for m in rows for t in m.told)) + 5
    for moment in rows:
        worst = moment.states[0] if moment.states else ""
        state = "  " + paint(worst, _ROLES.get(worst, "good")) if worst else ""
        lines.append(f"  {paint(inline(when(moment.when)), 'rule')}{state}")
        for told in moment.told:
            lines += _told_lines(view, told, gutter, width, paint)
    return "\n".join(lines)


def _told_lines(view: View, told: Told, gutter: int, width: int, paint: Paint) -> Iterator[str]:
    """What an article says, and under it what stands against it."""
    label = clip_right(inline(view.label(told.claim.article)), 12) + (f":{told.line}" if told.line else "")
    room = width - gutter - 4
    words = _around(view, told.claim, room) or inline(told.claim.value)
    yield f"    {paint(pad(label, gutter), 'dim')}{words}"
    apart = [p for p in told.states if p[0] != "agrees"]
    for state, other in apart[:_APART]:
        note = clip_right(f"{state}: {inline(place(view, other))}", room)
        yield " " * (4 + gutter) + paint(note, _ROLES[state])
    if len(apart) > _APART:
        yield " " * (4 + gutter) + paint(f"and {len(apart) - _APART} more", "dim")
