"""The part of an audit that concerns one article: what its own JSON holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

import msgspec

from auditor.records import Audit, Claim, ClaimLink, Finding, Provenance, Quote, QuoteLink

Item = TypeVar("Item", Quote, Claim)
Link = TypeVar("Link", QuoteLink, ClaimLink)
Row = TypeVar("Row")
Numbers = dict[str, list[int]]


class Slices:
    """An audit with what to know of each article looked up beforehand: rows by their numbers, which keep the order."""

    def __init__(self, audit: Audit) -> None:
        self.audit = audit
        self._quotes = _Linked(audit.quotes, audit.quote_links)
        self._claims = _Linked(audit.claims, audit.claim_links)
        self._entities = _numbered((m.article, n) for n, e in enumerate(audit.entities) for m in e.mentions)
        self._findings = _numbered((f.article, n) for n, f in enumerate(audit.findings))
        self._stories = _numbered((m, n) for n, s in enumerate(audit.stories) for m in s.members)
        self._terms = _numbered((t.story, n) for n, t in enumerate(audit.terms))
        self._articles = _numbered((a.id, n) for n, a in enumerate(audit.articles))
        nodes = audit.provenance.nodes
        self._own = _numbered(
            (name, n)
            for n, node in enumerate(nodes)
            if node.kind == "article"
            for name in {node.id, node.name, node.id.partition(":")[2]}
        )
        self._nodes = _numbered((node.id, n) for n, node in enumerate(nodes))
        self._edges = _numbered(
            (end, n) for n, edge in enumerate(audit.provenance.edges) for end in {edge.source, edge.target}
        )

    def of(self, article: str) -> Audit:
        """The same record narrowed to an article: its findings, its names with their mentions everywhere, the quotes
        and claims of its own and those linked to them, its story with its words for things, its part of the provenance,
        and the articles these name.
        """
        audit = self.audit
        quotes, quote_links = self._quotes.of(article)
        claims, claim_links = self._claims.of(article)
        entities = _rows(audit.entities, self._entities, [article])
        findings = _rows(audit.findings, self._findings, [article])
        stories = _rows(audit.stories, self._stories, [article])
        named = {article, *(q.article for q in quotes), *(c.article for c in claims), *_pointed_to(findings)}
        named |= {m.article for e in entities for m in e.mentions}
        named |= {member for s in stories for member in s.members}
        paths = {a.path for a in _rows(audit.articles, self._articles, [article])}
        remarks = audit.summary.get("remarks", {})
        return msgspec.structs.replace(
            audit,
            articles=_rows(audit.articles, self._articles, named),
            entities=entities,
            quotes=quotes,
            quote_links=quote_links,
            claims=claims,
            claim_links=claim_links,
            stories=stories,
            provenance=self._provenance(article),
            findings=findings,
            terms=_rows(audit.terms, self._terms, [s.id for s in stories]),
            failures=tuple(f for f in audit.failures if f.path in paths),
            summary={"article": article, "remarks": {article: remarks[article]} if article in remarks else {}},
        )

    def _provenance(self, article: str) -> Provenance:
        whole = self.audit.provenance
        own = [node.id for node in _rows(whole.nodes, self._own, [article])]
        edges = _rows(whole.edges, self._edges, own)
        wanted = {*own, *(e.source for e in edges), *(e.target for e in edges)}
        return Provenance(nodes=_rows(whole.nodes, self._nodes, wanted), edges=edges)


class _Linked(Generic[Item, Link]):
    """Quotes or claims, and the links between them."""

    def __init__(self, items: Sequence[Item], links: Sequence[Link]) -> None:
        self._items: Sequence[Item] = items
        self._links: Sequence[Link] = links
        self._by_article = _numbered((item.article, n) for n, item in enumerate(items))
        self._by_id = _numbered((item.id, n) for n, item in enumerate(items))
        self._by_end = _numbered((end, n) for n, link in enumerate(links) for end in (link.a, link.b))

    def of(self, article: str) -> tuple[tuple[Item, ...], tuple[Link, ...]]:
        """The article's items and what links to them, with the links."""
        own: list[str] = [item.id for item in _rows(self._items, self._by_article, [article])]
        kept: tuple[Link, ...] = _rows(self._links, self._by_end, own)
        wanted = {*own, *(link.a for link in kept), *(link.b for link in kept)}
        return _rows(self._items, self._by_id, wanted), kept


def _numbered(pairs: Iterable[tuple[str, int]]) -> Numbers:
    """Key -> the numbers of the rows that have it."""
    found: Numbers = defaultdict(list)
    for key, number in pairs:
        found[key].append(number)
    return found


def _rows(rows: Sequence[Row], numbers: Numbers, keys: Iterable[str]) -> tuple[Row, ...]:
    """The rows that have one of the keys, each once, in their order."""
    return tuple(rows[n] for n in sorted({n for key in keys for n in numbers.get(key, ())}))


def _pointed_to(findings: Iterable[Finding]) -> Iterator[str]:
    """The articles that findings point to."""
    for finding in findings:
        yield from (finding.counterpart.article,) if finding.counterpart else ()
        yield from (e.article for e in finding.evidence if e.article)
