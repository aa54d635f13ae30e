"""Where the copy came from: the edges of one article as rows, those of the corpus as a drawing."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from auditor.records import Edge, Node
from auditor.report.escape import inline
from auditor.report.html.links import Links
from auditor.report.languages import language_name
from auditor.report.trace.rows import TraceRow, trace_rows
from auditor.report.view import View
from auditor.report.width import clip_right

_KINDS = ("language", "agency", "outlet", "medium", "person", "article")
_MAX_NODES = 60
_CROWD = 24
_ROW = 30
_LINES = 6


class EdgeRow(msgspec.Struct, frozen=True):
    """One thing that is known of the origin, in words; ``lines`` are numbers with their addresses."""

    kind: str
    name: str
    node: str
    stated: bool
    score: float
    evidence: tuple[str, ...]
    href: str | None
    lines: tuple[tuple[int, str], ...]


class Box(msgspec.Struct, frozen=True):
    """A node of the drawing; ``y`` is its middle; ``here`` marks the article of the page."""

    name: str
    kind: str
    y: int
    href: str | None
    here: bool = False


class Line(msgspec.Struct, frozen=True):
    """An edge of the drawing as an SVG path; ``label`` is the score of what is inferred."""

    path: str
    kind: str
    stated: bool
    title: str
    label: str
    x: int
    y: int


class Drawing(msgspec.Struct, frozen=True):
    """Sources on the left, articles on the right."""

    left: tuple[Box, ...]
    right: tuple[Box, ...]
    lines: tuple[Line, ...]
    height: int


def edge_rows(view: View, links: Links, article: str) -> list[EdgeRow]:
    """The rows of `auditor trace` for an article: stated ones first, then by their kind."""
    return [
        EdgeRow(
            kind=row.relation,
            name=view.label(row.name) if row.kind == "article" else row.name,
            node=row.kind,
            stated=row.how == "stated",
            score=row.score,
            evidence=row.evidence,
            href=links.href(row.name, here=article) if row.kind == "article" else None,
            lines=_lines(view, links, row),
        )
        for row in trace_rows(view, view.articles[article])
    ]


def _lines(view: View, links: Links, row: TraceRow) -> tuple[tuple[int, str], ...]:
    """Line numbers with addresses, each line once, the first few."""
    found: dict[int, str] = {}
    for start in row.starts:
        line, href = view.line(row.article, start), links.text(row.article, start, here=row.article)
        if line is not None and href is not None:
            found.setdefault(line, href)
    return tuple(list(found.items())[:_LINES])


def node_name(view: View, node: Node) -> str:
    """What to call a node; languages and articles by their names for people."""
    if node.kind == "language":
        return language_name(node.id.rpartition(":")[2]) if len(node.name) <= 3 else node.name
    article = view.article_of(node)
    return view.label(article) if article else node.name


def drawing(view: View, links: Links, here: str | None = None) -> Drawing | None:
    """Sources and articles joined by lines; None where there is nothing to draw, or too much of it.

    ``here``: only the sources of this article, with the siblings that share one.
    """
    nodes = view.joins.nodes
    edges = _drawn(view, here)
    used = {i for e in edges for i in (e.source, e.target)}
    if len(used) > _CROWD:  # who is quoted gives way to who made the copy
        edges = [e for e in edges if "person" not in (nodes[e.source].kind, nodes[e.target].kind)]
        used = {i for e in edges for i in (e.source, e.target)}
    if not edges or len(used) > _MAX_NODES:
        return None
    order = {a.id: n for n, a in enumerate(view.audit.articles)}
    right = sorted(
        (nodes[i] for i in used if nodes[i].kind == "article"),
        key=lambda n: (view.article_of(n) != here, order.get(view.article_of(n) or "", 0), n.id),
    )
    height = max(len(used) - len(right), len(right)) * _ROW + 10
    places = _spread([n.id for n in right], height)
    left = sorted((nodes[i] for i in used if nodes[i].kind != "article"), key=lambda n: _rank(n, edges, places))
    places |= _spread([n.id for n in left], height)
    media = _media(view, {t for e in edges if here is None or e.source in view.nodes_of[here] for t in e.evidence})
    return Drawing(
        left=tuple(_box(view, links, n, places, here, media.get(n.id)) for n in left),
        right=tuple(_box(view, links, n, places, here) for n in right),
        lines=tuple(_line(view, nodes, e, places) for e in edges),
        height=height,
    )


def _rank(node: Node, edges: Sequence[Edge], places: dict[str, int]) -> tuple[int, float, str, str]:
    """By kind, then by the height of the articles that it is joined to: fewer lines cross."""
    ends = [places[e.source] for e in edges if e.target == node.id and e.source in places]
    return _KINDS.index(node.kind), sum(ends) / max(1, len(ends)), node.name, node.id


def _media(view: View, told: set[str]) -> dict[str, str]:
    """Person -> where they spoke, for the label; only of words that are ``told`` in the drawing's own articles."""
    nodes = view.joins.nodes
    return {
        e.source: nodes[e.target].name
        for e in view.audit.provenance.edges
        if e.kind == "published on" and e.target in nodes and e.source in nodes
        if nodes[e.source].kind == "person" and not told.isdisjoint(e.evidence)
    }


def _drawn(view: View, here: str | None) -> list[Edge]:
    """The edges of the drawing: all that leave an article; of ``here`` and of the siblings that share its sources."""
    nodes = view.joins.nodes
    edges = [
        e for e in view.audit.provenance.edges
        if e.source in nodes and e.target in nodes and nodes[e.source].kind == "article"
    ]  # fmt: skip
    if here is None:
        return edges
    own = set(view.nodes_of[here])
    near = {n for s in view.siblings(here) for n in view.nodes_of[s]}
    sources = {e.target for e in edges if e.source in own}
    return [e for e in edges if e.source in own or (e.source in near and e.target in sources) or e.target in own]


def _spread(ids: list[str], height: int) -> dict[str, int]:
    step = height / max(1, len(ids))
    return {i: round(step * (n + 0.5)) for n, i in enumerate(ids)}


def _box(
    view: View, links: Links, node: Node, places: dict[str, int], here: str | None, medium: str | None = None
) -> Box:
    article = view.article_of(node)
    return Box(
        name=clip_right(inline(node_name(view, node)), 26),
        kind=node.kind + (f", {clip_right(inline(medium), 16)}" if medium else ""),
        y=places[node.id],
        href=links.href(article, here=here) if article and article != here else None,
        here=article is not None and article == here,
    )


def _line(view: View, nodes: dict[str, Node], edge: Edge, places: dict[str, int]) -> Line:
    a, b = nodes[edge.source], nodes[edge.target]
    how = "stated" if edge.stated else f"inferred, {edge.score:.2f}"
    title = f"{node_name(view, a)} {edge.kind} {node_name(view, b)} ({how})"
    y1, y2 = places[b.id], places[a.id]
    if b.kind == "article":  # between two articles, on the right
        path, x, y = f"M510 {y1}C440 {y1} 440 {y2} 510 {y2}", 440, (y1 + y2) // 2
    else:  # the label beside the article, where lines of one source have parted
        path, x, y = f"M250 {y1}C390 {y1} 370 {y2} 510 {y2}", 478, y2 - 6
    return Line(path, edge.kind, edge.stated, title, "" if edge.stated else f"{edge.score:.2f}", x, y)
