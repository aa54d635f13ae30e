"""The provenance graph: what the article states (credits, attributions) and what is inferred, kept apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from auditor.packs.agencies import Agency, agencies
from auditor.provenance.kinship import Kinship, descent
from auditor.provenance.originals import Original
from auditor.records import ArticleRecord, Credit, Edge, EdgeKind, Node, NodeKind, Provenance, Quote

_KIND: dict[str, NodeKind] = {
    "agency": "agency",
    "outlet": "outlet",
    "person": "person",
    "initials": "person",
    "photographer": "person",
}


Speaker = tuple[NodeKind, str]


def source_named(name: str) -> Speaker | None:
    """The agency or outlet of this name (``German Press Agency`` is dpa), or None."""
    named = agencies().by_form.get(name)
    if named is None:
        return None
    return ("agency" if isinstance(named.owner, Agency) else "outlet"), named.owner.name


def graph(
    articles: Sequence[ArticleRecord],
    quotes: Sequence[Quote],
    speakers: Mapping[str, Speaker],
    kin: Sequence[Kinship] = (),
    sources: Mapping[str, str] | None = None,
    originals: Sequence[Original] = (),
    said: Mapping[str, Collection[str]] | None = None,
) -> Provenance:
    """Nodes and edges over the corpus, in canonical order.

    ``kin`` are the articles with one text behind them; where both credit one agency the text is taken to be its, else
    the later article to be rewritten from the earlier one. ``sources`` maps articles to the declared text that they
    were translated from, ``originals`` are inferred. ``said``: the languages that an article itself says it was
    translated from.

    ``speakers`` maps the quotes whose speaker is a known person, agency or outlet to that node; other quotes (a
    pronoun, a ministry, a country speaks) make no edge.
    """
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str, str], Edge] = {}
    for article in articles:
        _article(article, (said or {}).get(article.id, ()), nodes, edges)
    for quote in quotes:
        if quote.id in speakers:
            _quote(quote, speakers[quote.id], nodes, edges)
    known = {a.id: a for a in articles}
    for pair in kin:
        _kin(pair, known, nodes, edges)
    for made in originals:
        if made.article not in (sources or {}):
            here, there = _node(nodes, "article", made.article), _node(nodes, "article", made.source)
            _edge(edges, here, there, "translated from", False, made.score, made.evidence)
    for article_id, source in sorted((sources or {}).items()):
        here, there = _node(nodes, "article", article_id), _node(nodes, "article", source)
        _edge(edges, here, there, "translated from", False, 1.0, ("declared as its source for this audit",))
    return Provenance(
        nodes=tuple(nodes[key] for key in sorted(nodes)), edges=tuple(edges[key] for key in sorted(edges))
    )


def _article(
    article: ArticleRecord, said: Collection[str], nodes: dict[str, Node], edges: dict[tuple[str, str, str], Edge]
) -> None:
    here = _node(nodes, "article", article.id)
    for credit in article.credits:
        there = _node(nodes, _KIND[credit.kind], credit.name)
        own = credit.kind == "outlet" and credit.role == "text"  # a quoted outlet is a source like any other
        _edge(edges, here, there, "published on" if own else "credits", True, 1.0, _said(credit))
    source = article.source_language
    if source is not None and article.translated.verdict == "yes":
        language = _node(nodes, "language", source.code)
        clues = tuple(f"{clue.text}: {clue.why}" for clue in source.evidence[:5])
        _edge(edges, here, language, "translated from", source.code in said, source.score, clues)


def _quote(quote: Quote, speaker: Speaker, nodes: dict[str, Node], edges: dict[tuple[str, str, str], Edge]) -> None:
    here, there = _node(nodes, "article", quote.article), _node(nodes, *speaker)
    _edge(edges, here, there, "quotes", True, 1.0, (quote.text,))
    if quote.medium is not None:
        medium = _node(nodes, *(source_named(quote.medium) or ("medium", quote.medium)))
        _edge(edges, there, medium, "published on", True, 1.0, (quote.text,))


def _kin(
    pair: Kinship, known: Mapping[str, ArticleRecord], nodes: dict[str, Node], edges: dict[tuple[str, str, str], Edge]
) -> None:
    makers = [{c.name for c in known[i].credits if c.kind == "agency" and c.role == "text"} for i in (pair.a, pair.b)]
    common = sorted(makers[0] & makers[1])
    for agency in common:
        there = _node(nodes, "agency", agency)
        for article in (pair.a, pair.b):
            here = _node(nodes, "article", article)
            _edge(edges, here, there, "rewritten from", False, pair.score, pair.evidence)
    if not common:
        dates = {i: known[i].published for i in (pair.a, pair.b)}
        for later, before, score, evidence in descent(pair, dates):
            here, there = _node(nodes, "article", later), _node(nodes, "article", before)
            _edge(edges, here, there, "rewritten from", False, score, evidence)


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
        score=max(score, held.score) if held else score,
        evidence=known + fresh,
    )
