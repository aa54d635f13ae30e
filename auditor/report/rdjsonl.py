"""Reviewdog Diagnostic Format as JSON Lines. Its columns count bytes of UTF-8 from 1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from auditor.records import Audit, Finding
from auditor.report.escape import inline
from auditor.report.json import encode
from auditor.report.options import DEFAULT, Options
from auditor.report.view import View

_SEVERITY = {"critical": "ERROR", "major": "ERROR", "minor": "WARNING", "neutral": "INFO"}


def render(audit: Audit, texts: Mapping[str, str], options: Options = DEFAULT) -> str:
    """Live findings and failures, one a line."""
    view = View(audit, texts)
    rows: list[dict[str, Any]] = []
    for article in view.subjects:
        for f in view.live(article.id):
            place = _range(view, f)
            row: dict[str, Any] = {
                "message": inline(f.message),
                "location": {"path": options.path(article), **({"range": place} if place else {})},
                "severity": "INFO" if f.preview else _SEVERITY[f.severity],
                "code": {"value": f.rule},
                "source": {"name": "auditor"},
            }
            if place and f.suggestions:
                row["suggestions"] = [{"range": place, "text": s.text} for s in f.suggestions]
            rows.append(row)
    for failure in audit.failures:
        where = {"path": failure.path}
        rows.append({"message": inline(failure.message), "location": where, "severity": "ERROR",
                     "code": {"value": inline(failure.kind)}, "source": {"name": "auditor"}})  # fmt: skip
    return "".join(encode(row) + "\n" for row in rows)


def _range(view: View, f: Finding) -> dict[str, Any] | None:
    """Start and end; lines alone where the text, by which bytes are counted, is not at hand."""
    if f.end <= f.start:
        return None
    if f.article not in view.texts:
        return {"start": {"line": f.line}, "end": {"line": f.end_line}}
    return {
        "start": {"line": f.line, "column": _bytes(view, f, f.start, f.column)},
        "end": {"line": f.end_line, "column": _bytes(view, f, f.end, f.end_column)},
    }


def _bytes(view: View, f: Finding, offset: int, column: int) -> int:
    before = view.words(f.article, offset - column + 1, offset)
    return len(before.encode("utf-8", "surrogatepass")) + 1
