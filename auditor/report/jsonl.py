"""JSON Lines: one object a line, tagged by ``record``; a stream that need not be read whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from auditor.records import Audit
from auditor.report.json import encode
from auditor.report.options import DEFAULT, Options

_TABLES = (
    ("article", "articles"),
    ("entity", "entities"),
    ("quote", "quotes"),
    ("quote_link", "quote_links"),
    ("claim", "claims"),
    ("claim_link", "claim_links"),
    ("story", "stories"),
    ("term", "terms"),
    ("finding", "findings"),
    ("failure", "failures"),
)


def render(audit: Audit, texts: Mapping[str, str], options: Options = DEFAULT) -> str:
    """A head line (schema, tool, signature), a line for each record, a summary line."""
    return "".join(encode(row) + "\n" for row in _rows(audit))


def _rows(audit: Audit) -> Iterator[dict[str, object]]:
    yield {"record": "audit", "schema": audit.schema, "tool": audit.tool, "signature": audit.signature}
    for tag, field in _TABLES:
        for item in getattr(audit, field):
            yield {"record": tag, **msgspec.to_builtins(item, order="deterministic")}
    yield {"record": "provenance", **msgspec.to_builtins(audit.provenance)}
    yield {"record": "summary", "summary": audit.summary}
