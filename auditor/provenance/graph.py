"""The provenance graph: what the article states (credits, attributions) and what is inferred, kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from auditor.records import ArticleRecord, Credit, Edge, EdgeKind, Node, NodeKind, Provenance, Quote

_KIND: dict[str, NodeKind] = {
    "agency": "agency",
    "outlet": "outlet",
    "person": "person",
    "initials": "person",
    "photographer": "person",
}


def graph(articles: Sequence[ArticleRecord], quotes: Sequence[Quote]) -> Provenance:
    """Nodes and edges over the corpus, in canonical order."""
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str, str], Edge] = {}
    for article in articles:
        _article(article, nodes, edges)
    for quote in quotes:
        _quote(quote, nodes, edges)
    return Provenance(
        nodes=tuple(nodes[key] for key in sorted(nodes)), edges=tuple(edges[key] for key in sorted(edges))
    )


def _article(article: ArticleRecord, nodes: dict[str, Node], edges: dict[tuple[str, str, str], Edge]) -> None:
    here = _node(nodes, "article", article.id)
    for credit in article.credits:
        there = _node(nodes, _KIND[credit.kind], credit.name)
        own = credit.kind == "outlet" and credit.role == "text"  # a quoted outlet is a source like any other
        _edge(edges, here, there, "published on" if own else "credits", True, 1.0, _said(credit))
    source = article.source_language
    if source is not None and article.translated.verdict == "yes":
        language = _node(nodes, "language", source.code)
        clues = tuple(f"{clue.text}: {clue.why}" for clue in source.evidence[:5])
        _edge(edges, here, language, "translated from", False, source.score, clues)


def _quote(quote: Quote, nodes: dict[str, Node], edges: dict[tuple[str, str, str], Edge]) -> None:
    if quote.speaker is None:
        return
    here, speaker = _node(nodes, "article", quote.article), _node(nodes, "person", quote.speaker)
    _edge(edges, here, speaker, "quotes", True, 1.0, (quote.text,))
    if quote.medium is not None:
        medium = _node(nodes, "medium", quote.medium)
        _edge(edges, speaker, medium, "published on", True, 1.0, (quote.text,))


def _said(credit: Credit) -> tuple[str, ...]:
    return (f"{credit.role}: {credit.text}",)


def _node(nodes: dict[str, Node], kind: NodeKind, name: str) -> str:
    key = f"{kind}:{name}"
    nodes.setdefault(key, Node(id=key, kind=kind, name=name))
    return key


def _edge(
    edges: dict[tuple[str, str, str], Edge],
    source: str,
    target: str,
    kind: EdgeKind,
    stated: bool,
    score: float,
    evidence: Iterable[str],
) -> None:
    held = edges.get((source, target, kind))
    known = held.evidence if held else ()
    fresh = tuple(e for e in evidence if e not in known)
    edges[source, target, kind] = Edge(
        source=source,
        target=target,
        kind=kind,
        stated=stated,
        score=score,
        evidence=known + fresh,
    )
