"""The part of an audit that concerns one article: what its own JSON holds."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from auditor.records import Audit, Claim, ClaimLink, Provenance, Quote, QuoteLink

Item = TypeVar("Item", Quote, Claim)
Link = TypeVar("Link", QuoteLink, ClaimLink)


def of_article(audit: Audit, article: str) -> Audit:
    """The same record narrowed to an article: its findings, its names with their mentions everywhere, the quotes and
    claims of its own and those linked to them, its story with its words for things, its part of the provenance, and
    the articles these name.
    """
    quotes, quote_links = _linked(audit.quotes, audit.quote_links, article)
    claims, claim_links = _linked(audit.claims, audit.claim_links, article)
    entities = tuple(e for e in audit.entities if any(m.article == article for m in e.mentions))
    findings = tuple(f for f in audit.findings if f.article == article)
    named = {article, *(q.article for q in quotes), *(c.article for c in claims)}
    named |= {m.article for e in entities for m in e.mentions}
    named |= {f.counterpart.article for f in findings if f.counterpart}
    named |= {e.article for f in findings for e in f.evidence if e.article}
    stories = tuple(s for s in audit.stories if article in s.members)
    named |= {member for s in stories for member in s.members}
    remarks = audit.summary.get("remarks", {})
    path = next(a.path for a in audit.articles if a.id == article)
    return msgspec.structs.replace(
        audit,
        articles=tuple(a for a in audit.articles if a.id in named),
        entities=entities,
        quotes=quotes,
        quote_links=quote_links,
        claims=claims,
        claim_links=claim_links,
        stories=stories,
        provenance=_provenance(audit, article),
        findings=findings,
        terms=tuple(t for t in audit.terms if any(t.story == s.id for s in stories)),
        failures=tuple(f for f in audit.failures if f.path == path),
        summary={"article": article, "remarks": {k: v for k, v in remarks.items() if k == article}},
    )


def _linked(
    items: tuple[Item, ...], links: tuple[Link, ...], article: str
) -> tuple[tuple[Item, ...], tuple[Link, ...]]:
    """The article's items and what links to them, with the links."""
    own = {item.id for item in items if item.article == article}
    kept = tuple(link for link in links if link.a in own or link.b in own)
    wanted = own | {link.a for link in kept} | {link.b for link in kept}
    return tuple(item for item in items if item.id in wanted), kept


def _provenance(audit: Audit, article: str) -> Provenance:
    node = {n.id for n in audit.provenance.nodes if n.kind == "article" and article in (n.id, n.name)}
    node |= {n.id for n in audit.provenance.nodes if n.kind == "article" and n.id.endswith(f":{article}")}
    edges = tuple(e for e in audit.provenance.edges if e.source in node or e.target in node)
    wanted = node | {e.source for e in edges} | {e.target for e in edges}
    return Provenance(nodes=tuple(n for n in audit.provenance.nodes if n.id in wanted), edges=edges)
