"""Where the copy came from: the edges of one article as rows, those of the corpus as a drawing."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from auditor.records import Edge, Node
from auditor.report.escape import inline
from auditor.report.html.links import Links
from auditor.report.languages import language_name
from auditor.report.view import View
from auditor.report.width import clip_right

_KINDS = ("language", "agency", "outlet", "medium", "person", "article")
_MAX_NODES = 60
_CROWD = 24
_ROW = 30


class EdgeRow(msgspec.Struct, frozen=True):
    """One edge in words."""

    kind: str
    name: str
    node: str
    stated: bool
    score: float
    evidence: tuple[str, ...]
    href: str | None


class Box(msgspec.Struct, frozen=True):
    """A node of the drawing; ``y`` is its middle."""

    name: str
    kind: str
    y: int
    href: str | None


class Line(msgspec.Struct, frozen=True):
    """An edge of the drawing between two middles."""

    y1: int
    y2: int
    kind: str
    stated: bool
    title: str


class Drawing(msgspec.Struct, frozen=True):
    """Sources on the left, articles on the right."""

    left: tuple[Box, ...]
    right: tuple[Box, ...]
    lines: tuple[Line, ...]
    height: int


def edge_rows(view: View, links: Links, article: str) -> list[EdgeRow]:
    """The edges that leave an article, stated ones first, then by their score."""
    nodes = view.joins.nodes
    own = view.nodes_of[article]
    rows = [
        EdgeRow(e.kind, node_name(view, nodes[e.target]), nodes[e.target].kind, e.stated, e.score, e.evidence,
                links.href(view.article_of(nodes[e.target]) or "", here=article))
        for node in own
        for e in view.joins.edges_from[node]
    ]  # fmt: skip
    return sorted(rows, key=lambda r: (not r.stated, -r.score, r.kind, r.name))


def node_name(view: View, node: Node) -> str:
    """What to call a node; languages and articles by their names for people."""
    if node.kind == "language":
        return language_name(node.id.rpartition(":")[2]) if len(node.name) <= 3 else node.name
    article = view.article_of(node)
    return view.label(article) if article else node.name


def drawing(view: View, links: Links) -> Drawing | None:
    """Sources and articles joined by lines; None where there is nothing to draw, or too much of it."""
    nodes = view.joins.nodes
    edges = _crossing(nodes, view.audit.provenance.edges)
    used = {i for e in edges for i in (e.source, e.target)}
    if len(used) > _CROWD:  # who is quoted gives way to who made the copy
        edges = [e for e in edges if "person" not in (nodes[e.source].kind, nodes[e.target].kind)]
        used = {i for e in edges for i in (e.source, e.target)}
    if not edges or len(used) > _MAX_NODES:
        return None
    chosen = [nodes[i] for i in used]
    order = {a.id: n for n, a in enumerate(view.audit.articles)}
    right = sorted(
        (n for n in chosen if n.kind == "article"), key=lambda n: (order.get(view.article_of(n) or "", 0), n.id)
    )
    left = sorted((n for n in chosen if n.kind != "article"), key=lambda n: (_KINDS.index(n.kind), n.name, n.id))
    height = max(len(left), len(right)) * _ROW + 10
    places = _spread([n.id for n in left], height) | _spread([n.id for n in right], height)
    return Drawing(
        left=tuple(_box(view, links, n, places) for n in left),
        right=tuple(_box(view, links, n, places) for n in right),
        lines=tuple(_line(view, nodes, e, places) for e in edges),
        height=height,
    )


def _crossing(nodes: dict[str, Node], edges: Iterable[Edge]) -> list[Edge]:
    """Edges between an article and something else."""
    known = [e for e in edges if e.source in nodes and e.target in nodes]
    return [e for e in known if (nodes[e.source].kind == "article") != (nodes[e.target].kind == "article")]


def _spread(ids: list[str], height: int) -> dict[str, int]:
    step = height / max(1, len(ids))
    return {i: round(step * (n + 0.5)) for n, i in enumerate(ids)}


def _box(view: View, links: Links, node: Node, places: dict[str, int]) -> Box:
    article = view.article_of(node)
    return Box(
        clip_right(inline(node_name(view, node)), 26),
        node.kind,
        places[node.id],
        links.href(article) if article else None,
    )


def _line(view: View, nodes: dict[str, Node], edge: Edge, places: dict[str, int]) -> Line:
    a, b = nodes[edge.source], nodes[edge.target]
    left, right = (b, a) if a.kind == "article" else (a, b)
    how = "stated" if edge.stated else f"inferred, {edge.score:.2f}"
    title = f"{node_name(view, a)} {edge.kind} {node_name(view, b)} ({how})"
    return Line(places[left.id], places[right.id], edge.kind, edge.stated, title)
