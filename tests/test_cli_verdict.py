"""Exit codes, and the part of an audit that one article's JSON holds."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from auditor.cli.slices import Slices
from auditor.cli.verdict import exit_code
from auditor.records import SCHEMA, Audit, Failure, Finding, Provenance, Suppression, Tool
from auditor.run.settings import Settings


def finding(severity: str, **more: Any) -> Finding:
    fields = {
        "id": "a:f1", "fingerprint": "0", "rule": "TA101", "name": "fused-token", "preview": False, "mqm": "accuracy",
        "article": "a", "start": 0, "end": 1, "line": 1, "column": 1, "end_line": 1, "end_column": 2, "match": "x",
        "message": "x", "severity": severity,
    }  # fmt: skip
    return Finding(**fields | more)


def audit(findings: list[Finding], kinds: list[str]) -> Audit:
    return Audit(
        schema=SCHEMA,
        tool=Tool(name="auditor", version="0"),
        signature={},
        articles=(),
        entities=(),
        quotes=(),
        quote_links=(),
        claims=(),
        claim_links=(),
        stories=(),
        provenance=Provenance(),
        findings=tuple(findings),
        failures=tuple(Failure(path="a", stage="read", kind=kind, message="m") for kind in kinds),
        summary={},
    )


QUIET = Suppression(reason="a house name")


@pytest.mark.parametrize(
    ("findings", "kinds", "settings", "code"),
    [
        ([], [], {}, 0),
        ([finding("major")], [], {}, 1),
        ([finding("critical")], [], {}, 1),
        ([finding("minor")], [], {}, 0),
        ([finding("minor")], [], {"fail_on": "minor"}, 1),
        ([finding("neutral")], [], {"fail_on": "minor"}, 0),
        ([finding("major")], [], {"fail_on": "critical"}, 0),
        ([finding("critical")], [], {"fail_on": "never"}, 0),
        ([finding("critical")], [], {"exit_zero": True}, 0),
        ([finding("critical", preview=True)], [], {}, 0),
        ([finding("critical", suppressed=QUIET)], [], {}, 0),
        ([finding("critical", baseline=True)], [], {}, 0),
        ([finding("critical", preview=True), finding("major")], [], {}, 1),
        ([finding("critical")], ["binary"], {}, 2),
        ([], ["binary"], {"exit_zero": True}, 2),
        ([finding("critical")], ["encoding"], {"skip_unreadable": True}, 1),
        ([], ["too-large"], {"skip_unreadable": True}, 0),
        ([], ["missing"], {"skip_unreadable": True}, 2),
        ([], ["AU900"], {"skip_unreadable": True}, 2),
    ],
)
def test_exit_code(findings: list[Finding], kinds: list[str], settings: dict[str, Any], code: int) -> None:
    assert exit_code(audit(findings, kinds), Settings(**settings)) == code


def test_a_slice_is_whole(seed_audit: Audit) -> None:
    """What a slice names is in it: articles, quotes, claims, nodes; and nothing of the article is lost."""
    for article in seed_audit.articles:
        part = Slices(seed_audit).of(article.id)
        ids = {a.id for a in part.articles}
        assert article.id in ids
        assert part.findings == tuple(f for f in seed_audit.findings if f.article == article.id)
        assert {m.article for e in part.entities for m in e.mentions} <= ids
        assert {x.article for x in (*part.quotes, *part.claims)} <= ids
        assert {member for story in part.stories for member in story.members} <= ids
        assert {q for link in part.quote_links for q in (link.a, link.b)} <= {q.id for q in part.quotes}
        assert {c for link in part.claim_links for c in (link.a, link.b)} <= {c.id for c in part.claims}
        assert {n for e in part.provenance.edges for n in (e.source, e.target)} <= {n.id for n in part.provenance.nodes}
        assert [q for q in seed_audit.quotes if q.article == article.id] == [
            q for q in part.quotes if q.article == article.id
        ]
        encoded = msgspec.json.encode(part)
        assert msgspec.json.encode(msgspec.json.decode(encoded, type=Audit)) == encoded
