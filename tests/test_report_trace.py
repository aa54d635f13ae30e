"""Provenance as rows and graphs: stated and inferred apart, hostile names harmless, exports read back whole."""

from __future__ import annotations

import json
import re
import sys
from xml.etree import ElementTree as ET

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import auditor
from auditor.errors import UsageError
from auditor.records import Edge, Node, Provenance
from auditor.report.options import Options
from auditor.report.trace.dot import dot
from auditor.report.trace.graphml import graphml
from auditor.report.trace.prov_json import prov_json
from auditor.report.trace.render import FORMATS, render
from auditor.report.trace.rows import trace_rows
from auditor.report.view import View
from tests.report_sample import HOSTILE, TEXTS, sample
from tests.test_report_escape import is_dangerous

NS = "{http://graphml.graphdrawing.org/xmlns}"


def test_stated_rows_come_before_inferred_ones() -> None:
    view = View(sample(), TEXTS)
    rows = trace_rows(view, view.articles["001_en"])
    assert [r.how for r in rows] == sorted((r.how for r in rows), reverse=True)
    told = {(r.how, r.relation, r.name, r.kind) for r in rows}
    assert ("inferred", "translated from", "German", "language") in told
    assert ("stated", "credits", "Reuters", "agency") in told
    assert ("stated", "quotes", "Wolkow (German Press Agency)", "speaker") in told


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_harmless(format: str) -> None:
    text = render(sample(), TEXTS, format, Options(width=80))
    assert text.endswith("\n")
    assert not any(map(is_dangerous, text.replace("\r\n", "\n")))
    if format == "text":
        assert max(map(len, text.splitlines())) <= 80


def test_graphml_holds_the_whole_graph() -> None:
    graph = sample().provenance
    root = ET.fromstring(graphml(graph).encode())
    names = [e.text for e in root.iter(f"{NS}data") if e.get("key") == "name"]
    assert len(names) == len(graph.nodes)
    assert any(name and "<script>alert('x')</script>" in name for name in names)
    relations = [e.text for e in root.iter(f"{NS}data") if e.get("key") == "relation"]
    assert relations == [e.kind for e in graph.edges]


@given(st.text(max_size=30), st.text(max_size=30))
def test_dot_quotes_any_name(name: str, evidence: str) -> None:
    nodes = (Node(id="a", kind="article", name=name), Node(id="b", kind="agency", name=name))
    edge = Edge(source="a", target="b", kind="credits", stated=True, score=1.0, evidence=(evidence,))
    lines = dot(Provenance(nodes=nodes, edges=(edge,))).splitlines()
    assert len(lines) == 8
    string = r'"(?:[^"\\]|\\["\\])*"'
    assert all(re.fullmatch(rf"  n\d \[label={string}, shape=\w+\];", line) for line in lines[4:6])
    assert re.fullmatch(rf"  n1 -> n2 \[label={string}, style=solid, edgetooltip={string}\];", lines[6])


def test_prov_json_is_read_back_the_same() -> None:
    model = pytest.importorskip("prov.model", reason="needs the extra prov")
    audit = msgspec.structs.replace(sample(), provenance=_graph())
    text = prov_json(audit)
    document = model.ProvDocument.deserialize(content=text, format="json")
    bundles = {str(b.identifier): b for b in document.bundles}
    assert set(bundles) == {"bundle:stated", "bundle:inferred"}
    inferred = {str(r.get_type()) for r in bundles["bundle:inferred"].get_records()}
    assert inferred == {"prov:Entity", "prov:Derivation"}
    assert "prov:Quotation" in text
    assert '"prov:location": "Facebook"' in text
    again = model.ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
    assert again == document


def test_prov_json_knows_the_declared_source_of_a_translation() -> None:
    pytest.importorskip("prov.model", reason="needs the extra prov")
    texts = {"a": "The port opened a new quay on May 6.\n"}
    audit = auditor.audit_texts(texts, sources={"a": "Der Hafen hat am 6. Mai einen neuen Kai eröffnet.\n"})
    inferred = json.loads(prov_json(audit))["bundle"]["bundle:inferred"]
    assert set(inferred["entity"]) == {"article:a", "article:a.source"}
    derived = next(iter(inferred["wasDerivedFrom"].values()))
    assert (derived["prov:generatedEntity"], derived["prov:usedEntity"]) == ("article:a", "article:a.source")
    assert derived["prov:type"] == "term:translation"


def _graph() -> Provenance:
    nodes = (
        Node(id="article:001_en", kind="article", name="001_en"),
        Node(id="article:002_fr", kind="article", name="002_fr"),
        Node(id="language:de", kind="language", name="de"),
        Node(id="medium:Facebook", kind="medium", name="Facebook"),
        Node(id="person:x", kind="person", name=HOSTILE + "\ud800"),
        Node(id="outlet:Post", kind="outlet", name="Post"),
    )
    edges = (
        Edge(source="article:001_en", target="person:x", kind="quotes", stated=True, score=1.0, evidence=("a", "b")),
        Edge(source="person:x", target="medium:Facebook", kind="published on", stated=True, score=1.0, evidence=("b",)),
        Edge(source="article:001_en", target="outlet:Post", kind="published on", stated=True, score=1.0, evidence=()),
        Edge(source="article:001_en", target="language:de", kind="translated from", stated=False, score=0.9,
             evidence=(HOSTILE,)),
        Edge(source="article:001_en", target="article:002_fr", kind="rewritten from", stated=False, score=0.7,
             evidence=("c",)),
    )  # fmt: skip
    return Provenance(nodes=nodes, edges=edges)


def test_without_the_package_prov_json_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "prov.model", None)
    with pytest.raises(UsageError, match="needs the package prov"):
        prov_json(sample())
