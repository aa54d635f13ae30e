"""Dates and figures of an article, each with what the siblings say of it."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from auditor.records import Claim, ClaimState
from auditor.report.html.links import Links
from auditor.report.view import View

_STATES: tuple[ClaimState, ...] = ("conflict", "open", "superseded", "differs in precision", "agrees")


class Said(msgspec.Struct, frozen=True):
    """A claim where it stands."""

    claim: Claim
    words: str
    label: str
    line: int | None
    href: str | None


class ClaimRow(msgspec.Struct, frozen=True):
    """A claim of the article at hand with the linked claims, worst state first."""

    own: Said
    others: tuple[tuple[ClaimState, Said], ...]


def claim_rows(view: View, links: Links, article: str) -> tuple[list[ClaimRow], list[ClaimRow]]:
    """``(linked, alone)``: claims of an article that others tell too, and those that stand alone; in text order."""
    table = {c.id: c for c in view.audit.claims}
    beside: dict[str, list[tuple[ClaimState, Claim]]] = defaultdict(list)
    for link in view.audit.claim_links:
        if link.a in table and link.b in table:
            beside[link.a].append((link.state, table[link.b]))
            beside[link.b].append((link.state, table[link.a]))
    rows = []
    for claim in sorted((c for c in view.audit.claims if c.article == article), key=lambda c: (c.start, c.end, c.id)):
        others = sorted(beside[claim.id], key=lambda p: (_STATES.index(p[0]), p[1].article, p[1].start, p[1].id))
        rows.append(
            ClaimRow(_said(view, links, claim, article), tuple((s, _said(view, links, c, article)) for s, c in others))
        )
    return [r for r in rows if r.others], [r for r in rows if not r.others]


def _said(view: View, links: Links, claim: Claim, here: str) -> Said:
    return Said(
        claim=claim,
        words=view.words(claim.article, claim.start, claim.end),
        label=view.label(claim.article),
        line=view.line(claim.article, claim.start),
        href=links.text(claim.article, claim.start, here=here),
    )
