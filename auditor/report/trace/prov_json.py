"""The provenance as W3C PROV-JSON (PROV-DM 2013; the JSON serialization is a W3C member submission).

Two bundles keep what articles state apart from what was inferred; the second is attributed to this program.
An article is an entity; agencies, outlets and people are agents; a quote derives from a statement attributed to its
speaker; a translation derives from the article declared as its source, else from an unseen original in the language.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import msgspec

from auditor.errors import UsageError
from auditor.records import Audit, Edge, Node
from auditor.report.escape import inline, uri, visible
from auditor.report.json import encode

if TYPE_CHECKING:
    from prov.model import ProvBundle, ProvDocument

_AGENTS = {"agency": "prov:Organization", "outlet": "prov:Organization", "person": "prov:Person"}
Notes = dict[Any, Any]  # attributes of a record, as the package takes them
_SPACES = ("article", "agency", "outlet", "person", "medium", "language", "statement", "original", "bundle", "term")


def prov_json(audit: Audit) -> str:
    """The document. Raises `UsageError` where the package ``prov`` is not installed."""
    try:
        from prov.model import ProvDocument
    except ImportError as exc:
        raise UsageError("prov-json needs the package prov", "pip install 'auditor[prov]'") from exc
    document = ProvDocument()
    for space in _SPACES:
        document.add_namespace(space, f"urn:auditor:{space}:")
    _Writer(audit, document).write()
    data = msgspec.json.decode(document.serialize(format="json") or "{}")
    return msgspec.json.format(encode(data), indent=2) + "\n"


class _Writer:
    """Fills a document; every name is percent-encoded in an identifier and plain in a label."""

    def __init__(self, audit: Audit, document: ProvDocument) -> None:
        self.audit, self.document = audit, document
        self.nodes = {n.id: n for n in audit.provenance.nodes}
        self.articles = {a.id: a for a in audit.articles}
        self.declared: set[str] = set()  # articles whose source is at hand
        self.places: dict[str, list[Edge]] = defaultdict(list)  # who speaks -> where, with the words
        for edge in audit.provenance.edges:
            if edge.kind == "translated from" and edge.target in self.nodes:
                self.declared |= {edge.source} if self.nodes[edge.target].kind == "article" else set()
            elif edge.kind == "published on" and edge.target in self.nodes:
                self.places[edge.source].append(edge)

    def write(self) -> None:
        tool = self.document.agent(
            "term:auditor",
            {"prov:type": "prov:SoftwareAgent", "prov:label": f"{self.audit.tool.name} {self.audit.tool.version}"},
        )
        for how in (True, False):
            name = "bundle:stated" if how else "bundle:inferred"
            self.document.entity(name, {"prov:type": "prov:Bundle"})
            if not how:
                self.document.wasAttributedTo(name, tool)
            self._bundle(self.document.bundle(name), [e for e in self.audit.provenance.edges if e.stated is how])

    def _bundle(self, bundle: ProvBundle, edges: list[Edge]) -> None:
        ends = {end for e in edges for end in (e.source, e.target)}
        for id_ in sorted(ends & self.nodes.keys()):
            self._node(bundle, self.nodes[id_])
        for edge in edges:
            if edge.source in self.nodes and edge.target in self.nodes:
                self._edge(bundle, edge)

    def _node(self, bundle: ProvBundle, node: Node) -> None:
        label: Notes = {"prov:label": inline(node.name)}
        if node.kind in _AGENTS:
            bundle.agent(_id(node), {**label, "prov:type": _AGENTS[node.kind], "term:kind": node.kind})
        elif node.kind == "article":
            record = self.articles.get(node.name)
            known: Notes = {"term:path": inline(record.path), "term:sha256": record.sha256} if record else {}
            bundle.entity(_id(node), {**label, "prov:type": "term:article", **known})
        elif node.kind == "medium":
            bundle.entity(_id(node), {**label, "prov:type": "term:medium"})

    def _edge(self, bundle: ProvBundle, edge: Edge) -> None:
        source, target = self.nodes[edge.source], self.nodes[edge.target]
        notes: Notes = {"term:score": edge.score, "term:evidence": visible("\n".join(edge.evidence))}
        if source.kind != "article":  # where somebody spoke: told with the statement
            return
        if edge.kind == "quotes":
            self._quoted(bundle, source, target, edge, notes)
        elif edge.kind == "translated from":
            if original := self._original(bundle, source, target):
                more = {"prov:type": "term:translation", **notes}
                bundle.wasDerivedFrom(_id(source), original, other_attributes=more)
        elif target.kind in _AGENTS:
            role = "publisher" if edge.kind == "published on" else edge.kind
            bundle.wasAttributedTo(_id(source), _id(target), other_attributes={"prov:type": f"term:{role}", **notes})
        else:
            bundle.wasDerivedFrom(_id(source), _id(target), other_attributes={"prov:type": "prov:Revision", **notes})

    def _original(self, bundle: ProvBundle, source: Node, target: Node) -> Any:
        """What the article was translated from: one declared for it, else an unseen one in the language."""
        if target.kind == "article":
            return _id(target)
        if source.id in self.declared:
            return None
        seen: Notes = {"prov:type": "term:unseen-original", "term:language": target.name}
        return bundle.entity(f"original:{uri(source.name, '')}", seen)

    def _quoted(self, bundle: ProvBundle, source: Node, target: Node, edge: Edge, notes: Notes) -> None:
        """Article <- statement -> speaker, with the medium on which it was made."""
        id_ = f"statement:{uri(source.name, '')}/{uri(target.name, '')}"
        said = set(edge.evidence)
        medium = next((self.nodes[e.target].name for e in self.places[edge.target] if said & {*e.evidence}), None)
        where: Notes = {"prov:location": inline(medium)} if medium else {}
        bundle.entity(id_, {"prov:type": "term:statement", **where})
        bundle.wasAttributedTo(id_, _id(target))
        bundle.wasDerivedFrom(_id(source), id_, other_attributes={"prov:type": "prov:Quotation", **notes})


def _id(node: Node) -> str:
    return f"{node.kind}:{uri(node.name, '')}"
