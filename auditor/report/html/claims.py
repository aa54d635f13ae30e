"""Figures of an article, each with what the siblings say of it (dates have the timeline)."""

from __future__ import annotations

import msgspec

from auditor.records import Claim, ClaimState
from auditor.report.html.links import Links
from auditor.report.timeline import STATES, TIMES
from auditor.report.view import View


class Said(msgspec.Struct, frozen=True):
    """A claim where it stands, in an article with a short name."""

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
    """``(linked, alone)``: figures of an article that others tell too, and those that stand alone; in text order."""
    rows = []
    for claim in view.joins.claims_in[article]:
        if claim.kind in TIMES:
            continue
        beside = sorted(view.joins.claim_links[claim.id], key=_rank)
        others = tuple((state, said(view, links, c, article)) for state, c in beside)
        rows.append(ClaimRow(said(view, links, claim, article), others))
    return [r for r in rows if r.others], [r for r in rows if not r.others]


def _rank(pair: tuple[ClaimState, Claim]) -> tuple[int, str, int, str]:
    state, claim = pair
    return STATES.index(state), claim.article, claim.start, claim.id


def said(view: View, links: Links, claim: Claim, here: str | None) -> Said:
    """The claim with its words, its line, and its address as seen from the page of ``here``."""
    return Said(
        claim=claim,
        words=view.words(claim.article, claim.start, claim.end),
        label=view.label(claim.article),
        line=view.line(claim.article, claim.start),
        href=links.text(claim.article, claim.start, here=here),
    )
