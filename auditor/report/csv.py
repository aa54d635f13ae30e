"""Findings as CSV, one row each, for spreadsheets."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.records import Audit
from auditor.report.options import DEFAULT, Options
from auditor.report.table import write_table
from auditor.report.view import View

_HEADS = ("path", "line", "column", "start", "end", "severity", "rule", "name", "preview", "match", "message",
          "suggestion", "mqm", "state", "fingerprint")  # fmt: skip


def render(audit: Audit, texts: Mapping[str, str], options: Options = DEFAULT) -> str:
    """All findings, silenced ones with their state (``live``, ``suppressed``, ``baseline``)."""
    view = View(audit, texts)
    rows = []
    for a in view.subjects:
        for f in view.findings.get(a.id, ()):
            state = "suppressed" if f.suppressed else "baseline" if f.baseline else "live"
            fix = f.suggestions[0].text if f.suggestions else ""
            numbers = (f.line, f.column, f.start, f.end)
            rows.append((a.path, *map(str, numbers), f.severity, f.rule, f.name, "yes" if f.preview else "no", f.match,
                         f.message, fix, f.mqm, state, f.fingerprint))  # fmt: skip
    return write_table(_HEADS, rows, "csv")
