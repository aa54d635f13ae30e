"""The timeline as a table: a row for each moment, a column for each article, what differs beside it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from auditor.records import Claim, ClaimState
from auditor.report.html.claims import Said, said
from auditor.report.html.links import Links
from auditor.report.html.matrix import COLUMNS
from auditor.report.timeline import STATES, Moment, moments
from auditor.report.view import View
from auditor.report.when import when

_ROWS = 120
_NOTES = 4
_OPEN = 2


class MomentRow(msgspec.Struct, frozen=True):
    """One moment: in words and as EDTF, what each column says, and the claims that do not agree with it."""

    when: str
    value: str
    cells: tuple[tuple[Said, ...], ...]
    against: tuple[tuple[ClaimState, Said], ...]


class Timeline(msgspec.Struct, frozen=True):
    """Articles across, moments down."""

    columns: tuple[str, ...]
    rows: tuple[MomentRow, ...]
    left_out: int


def timeline(view: View, links: Links, articles: Sequence[str], *, here: str | None) -> Timeline:
    """The moments of the articles (with ``here``: those that it tells, or that its moments stand against)."""
    columns = tuple(articles[:COLUMNS])
    found = moments(view, columns)
    if here is not None:
        found = [m for m in found if any(t.claim.article == here for t in m.told)]
    rows = [_row(view, links, m, columns, here) for m in found[:_ROWS]]
    return Timeline(columns, tuple(rows), max(0, len(found) - _ROWS))


def _row(view: View, links: Links, moment: Moment, columns: Sequence[str], here: str | None) -> MomentRow:
    own = {t.claim.id for t in moment.told}
    against: dict[str, tuple[ClaimState, Claim]] = {}
    for told in moment.told:
        for state, other in told.states:
            if state != "agrees" and other.id not in own and here in (None, told.claim.article):
                against.setdefault(other.id, (state, other))
    return MomentRow(
        when=when(moment.when),
        value=moment.when,
        cells=tuple(
            tuple(said(view, links, t.claim, here) for t in moment.told if t.claim.article == a) for a in columns
        ),
        against=tuple((s, said(view, links, c, here)) for s, c in _worst(list(against.values()))),
    )


def _worst(against: list[tuple[ClaimState, Claim]]) -> list[tuple[ClaimState, Claim]]:
    """The most telling few; what is only open gives way where anything else is to be told."""
    ranked = sorted(against, key=lambda p: (STATES.index(p[0]), p[1].article, p[1].start, p[1].id))
    telling = [p for p in ranked if p[0] != "open"]
    return (telling or ranked[:_OPEN])[:_NOTES]
