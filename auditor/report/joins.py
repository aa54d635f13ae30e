"""Look-ups over the lists of an audit: what belongs to an article, what is linked to what. Each is built once."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from auditor.records import (
    Audit,
    Claim,
    ClaimState,
    Edge,
    Entity,
    EntityMention,
    Finding,
    Node,
    Quote,
    QuoteLink,
    TermVariation,
)


class Joins:
    """Never changes the audit that it was given."""

    def __init__(self, audit: Audit) -> None:
        self.audit = audit

    @cached_property
    def quotes(self) -> dict[str, Quote]:
        """Quotes by id."""
        return {q.id: q for q in self.audit.quotes}

    @cached_property
    def quotes_in(self) -> dict[str, list[Quote]]:
        """Quotes of each article, in text order."""
        table: dict[str, list[Quote]] = defaultdict(list)
        for q in sorted(self.audit.quotes, key=lambda q: (q.start, q.end, q.id)):
            table[q.article].append(q)
        return table

    @cached_property
    def quote_links(self) -> dict[str, list[QuoteLink]]:
        """Links of each quote, in the audit's order; links to unknown quotes left out."""
        table: dict[str, list[QuoteLink]] = defaultdict(list)
        for link in self.audit.quote_links:
            if link.a in self.quotes and link.b in self.quotes:
                table[link.a].append(link)
                table[link.b].append(link)
        return table

    @cached_property
    def claims_in(self) -> dict[str, list[Claim]]:
        """Claims of each article, in text order."""
        table: dict[str, list[Claim]] = defaultdict(list)
        for c in sorted(self.audit.claims, key=lambda c: (c.start, c.end, c.id)):
            table[c.article].append(c)
        return table

    @cached_property
    def claim_links(self) -> dict[str, list[tuple[ClaimState, Claim]]]:
        """Claims linked to each claim, with the state of the link."""
        claims = {c.id: c for c in self.audit.claims}
        table: dict[str, list[tuple[ClaimState, Claim]]] = defaultdict(list)
        for link in self.audit.claim_links:
            if link.a in claims and link.b in claims:
                table[link.a].append((link.state, claims[link.b]))
                table[link.b].append((link.state, claims[link.a]))
        return table

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id."""
        return {e.id: e for e in self.audit.entities}

    @cached_property
    def mentions_in(self) -> dict[str, dict[str, list[EntityMention]]]:
        """Article -> entity id -> mentions there, in text order."""
        table: dict[str, dict[str, list[EntityMention]]] = defaultdict(dict)
        for entity in self.audit.entities:
            for m in sorted(entity.mentions, key=lambda m: (m.start, m.end)):
                table[m.article].setdefault(entity.id, []).append(m)
        return table

    @cached_property
    def spelt(self) -> dict[str, int]:
        """Entity id -> number of its spellings."""
        return {e.id: len({m.text for m in e.mentions}) for e in self.audit.entities}

    @cached_property
    def terms_of(self) -> dict[str, list[TermVariation]]:
        """The things of each story that are called by several words."""
        table: dict[str, list[TermVariation]] = defaultdict(list)
        for term in self.audit.terms:
            table[term.story].append(term)
        return table

    @cached_property
    def findings(self) -> dict[str, Finding]:
        """Findings by id."""
        return {f.id: f for f in self.audit.findings}

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Nodes of the provenance graph by id."""
        return {n.id: n for n in self.audit.provenance.nodes}

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Name of who may speak -> kind of its node, else type of its entity."""
        named = {e.preferred: str(e.type) for e in self.audit.entities if e.type in ("person", "org", "place")}
        nodes = (n for n in self.audit.provenance.nodes if n.kind in ("agency", "outlet", "person"))
        return named | {n.name: str(n.kind) for n in nodes}

    @cached_property
    def edges_from(self) -> dict[str, list[Edge]]:
        """Edges that leave each node, between known nodes."""
        table: dict[str, list[Edge]] = defaultdict(list)
        for edge in self.audit.provenance.edges:
            if edge.source in self.nodes and edge.target in self.nodes:
                table[edge.source].append(edge)
        return table
