"""The provenance of each article as rows: stated ones first, then inferred ones, never mixed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from auditor.records import ArticleRecord, Edge, Quote
from auditor.report.languages import language_name
from auditor.report.view import View

HEADS = ("article", "how", "relation", "name", "kind", "score", "lines", "evidence")


class TraceRow(msgspec.Struct, frozen=True):
    """One thing that is known of an article's origin.

    ``how`` is ``stated`` or ``inferred``; ``kind`` of the one named (a node's kind, else the entity's type, else
    ``speaker``); ``starts`` are the offsets in the article that it rests on, as far as they are known.
    """

    article: str
    how: str
    relation: str
    name: str
    kind: str
    score: float
    starts: tuple[int, ...]
    evidence: tuple[str, ...]


def trace_rows(view: View, article: ArticleRecord) -> list[TraceRow]:
    """All rows of an article: stated by relation and first place, then inferred by score."""
    rows = [*_edges(view, article), *_speakers(view, article)]
    return sorted(rows, key=lambda r: (r.how != "stated", _ORDER.get(r.relation, 9), -r.score, r.starts[:1], r.name))


_ORDER = {"published on": 0, "credits": 1, "translated from": 2, "rewritten from": 3, "quotes": 4}


def _edges(view: View, article: ArticleRecord) -> Iterator[TraceRow]:
    """The edges of the graph that leave the article, those of quotes left out: `_speakers` tells them all."""
    nodes = view.joins.nodes
    for node in view.nodes_of[article.id]:
        for edge in view.joins.edges_from[node]:
            if edge.kind != "quotes":
                target = nodes[edge.target]
                name = language_name(target.name) if target.kind == "language" else target.name
                yield TraceRow(
                    article=article.id,
                    how="stated" if edge.stated else "inferred",
                    relation=edge.kind,
                    name=name,
                    kind=target.kind,
                    score=edge.score,
                    starts=_starts(article, edge, target.name),
                    evidence=edge.evidence,
                )


def _starts(article: ArticleRecord, edge: Edge, name: str) -> tuple[int, ...]:
    if edge.kind in ("credits", "published on"):
        return tuple(sorted(c.start for c in article.credits if c.name == name))
    source = article.source_language
    if edge.kind == "translated from" and source and source.code == name:
        return tuple(clue.start for clue in source.evidence[: len(edge.evidence)])
    return ()


def _speakers(view: View, article: ArticleRecord) -> Iterator[TraceRow]:
    """Who speaks in the article, on which medium: one row each, in the order of the text."""
    said: dict[tuple[str, str | None], list[Quote]] = defaultdict(list)
    for quote in view.joins.quotes_in[article.id]:
        if quote.speaker is not None:
            said[quote.speaker, quote.medium].append(quote)
    kinds = view.joins.kinds
    for (speaker, medium), quotes in said.items():
        yield TraceRow(
            article=article.id,
            how="stated",
            relation="quotes",
            name=f"{speaker} ({medium})" if medium else speaker,
            kind=kinds.get(speaker, "speaker"),
            score=1.0,
            starts=tuple(q.start for q in quotes),
            evidence=tuple(f"{q.kind}: {q.text}" for q in quotes),
        )
