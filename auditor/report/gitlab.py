"""GitLab's Code Quality report: a JSON array, one object a finding."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

import msgspec

from auditor.records import Audit
from auditor.report.escape import inline
from auditor.report.json import encode
from auditor.report.options import DEFAULT, Options
from auditor.report.view import View

_SEVERITY = {"critical": "critical", "major": "major", "minor": "minor", "neutral": "info"}


def render(audit: Audit, texts: Mapping[str, str], options: Options = DEFAULT) -> str:
    """Live findings in text order; failures as blockers. Fingerprints differ from file to file, as GitLab wants."""
    view = View(audit, texts)
    rows = [
        _row(options.path(a), f.line, f.rule, f.message, "info" if f.preview else _SEVERITY[f.severity], f.fingerprint)
        for a in view.subjects
        for f in view.live(a.id)
    ]
    rows += [_row(f.path, 1, f"not done: {f.kind}", f.message, "blocker", f.stage) for f in audit.failures]
    return msgspec.json.format(encode(rows), indent=2) + "\n"


def _row(path: str, line: int, check: str, message: str, severity: str, key: str) -> dict[str, Any]:
    parts = "\x1f".join((path, check, message, key))
    return {
        "check_name": inline(check),
        "description": inline(message),
        "fingerprint": blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest(),
        "location": {"lines": {"begin": line}, "path": path.removeprefix("./")},
        "severity": severity,
    }
