"""The provenance graph in Graphviz's DOT: full lines are stated, broken ones inferred."""

from __future__ import annotations

from auditor.records import Edge, Node, NodeKind, Provenance
from auditor.report.escape import inline
from auditor.report.languages import language_name
from auditor.report.width import clip_right

_SHAPES: dict[NodeKind, str] = {
    "article": "note",
    "agency": "box",
    "outlet": "box",
    "person": "oval",
    "medium": "component",
    "language": "hexagon",
}
_LABEL = 80


def dot(provenance: Provenance) -> str:
    """A directed graph; names as labels, ids by number, so that no name is ever read as DOT."""
    ids = {node.id: f"n{number}" for number, node in enumerate(provenance.nodes, 1)}
    lines = [
        "digraph provenance {",
        "  rankdir=LR;",
        '  node [fontname="sans-serif"];',
        '  edge [fontname="sans-serif"];',
    ]
    lines += [_node(ids[node.id], node) for node in provenance.nodes]
    lines += [_edge(ids, edge) for edge in provenance.edges if edge.source in ids and edge.target in ids]
    return "\n".join([*lines, "}"]) + "\n"


def _node(id_: str, node: Node) -> str:
    name = language_name(node.name) if node.kind == "language" else node.name
    return f"  {id_} [label={_quoted(name)}, shape={_SHAPES[node.kind]}];"


def _edge(ids: dict[str, str], edge: Edge) -> str:
    how = "stated" if edge.stated else f"inferred {edge.score:.2f}"
    style = "solid" if edge.stated else "dashed"
    tip = "; ".join(edge.evidence)
    label = edge.kind if edge.stated else f"{edge.kind} ({edge.score:.2f})"
    return (
        f"  {ids[edge.source]} -> {ids[edge.target]} "
        f"[label={_quoted(label)}, style={style}, edgetooltip={_quoted(f'{how}: {tip}')}];"
    )


def _quoted(text: str) -> str:
    """A quoted id; a backslash is doubled, for labels and tooltips read escapes such as ``\\N``."""
    safe = clip_right(inline(text), _LABEL).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{safe}"'
