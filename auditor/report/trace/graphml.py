"""The provenance graph in GraphML (Brandes et al. 2002), for Gephi, yEd, networkx and their like."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from auditor.records import Provenance
from auditor.report.escape import visible

_NS = "http://graphml.graphdrawing.org/xmlns"
_KEYS = (
    ("kind", "node", "string"),
    ("name", "node", "string"),
    ("relation", "edge", "string"),
    ("stated", "edge", "boolean"),
    ("score", "edge", "double"),
    ("evidence", "edge", "string"),
)


def graphml(provenance: Provenance) -> str:
    """A directed graph; ids by number, names and evidence as data, evidence one piece a line."""
    root = ET.Element("graphml", {"xmlns": _NS})
    for name, owner, type_ in _KEYS:
        ET.SubElement(root, "key", {"id": name, "for": owner, "attr.name": name, "attr.type": type_})
    graph = ET.SubElement(root, "graph", {"id": "provenance", "edgedefault": "directed"})
    ids = {node.id: f"n{number}" for number, node in enumerate(provenance.nodes, 1)}
    for node in provenance.nodes:
        _element(graph, "node", {"id": ids[node.id]}, kind=node.kind, name=node.name)
    for edge in provenance.edges:
        if edge.source in ids and edge.target in ids:
            ends = {"source": ids[edge.source], "target": ids[edge.target]}
            _element(
                graph, "edge", ends, relation=edge.kind, stated=str(edge.stated).lower(), score=f"{edge.score:g}",
                evidence="\n".join(edge.evidence),
            )  # fmt: skip
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _element(graph: ET.Element, tag: str, attributes: dict[str, str], **data: str) -> None:
    element = ET.SubElement(graph, tag, attributes)
    for key, value in data.items():
        ET.SubElement(element, "data", {"key": key}).text = visible(value)
