"""One line a finding: ``path:line:col: severity TA101 message``, in the order of the files and of their text."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.records import Audit
from auditor.report.escape import inline
from auditor.report.options import DEFAULT, Options
from auditor.report.view import View


def render(audit: Audit, texts: Mapping[str, str], options: Options = DEFAULT) -> str:
    """Live findings and failures; empty where there are none."""
    view = View(audit, texts)
    rows = [
        f"{inline(options.path(a))}:{f.line}:{f.column}: {f.severity} {f.rule} {inline(f.message)}"
        for a in view.subjects
        for f in view.live(a.id)
    ]
    rows += [f"{inline(f.path)}: error {inline(f.kind)} {inline(f.message)}" for f in audit.failures]
    return "".join(f"{row}\n" for row in rows)
