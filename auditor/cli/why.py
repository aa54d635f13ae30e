"""``auditor why``: the evidence behind the findings at a place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any

import typer

from auditor.cli.options import Against, AuditFile, reads_articles

_PLACE = re.compile(r"(?P<file>.+?):(?P<line>\d{1,9})(?::(?P<column>\d{1,9}))?", re.S)


@reads_articles
def why(
    place: Annotated[str, typer.Argument(metavar="FILE:LINE[:COL]", help="A place, as the findings name it.")],
    flags: dict[str, Any],
    against: Against = None,
    audit: AuditFile = None,
) -> None:
    """Explain the findings at a place: the evidence step by step, and what would silence each.

    Audits FILE with the same options as check, or reads a stored audit; findings that rest on other articles need
    the same --against.

    \b
      auditor why draft.txt:31 --against archive/
      auditor why draft.txt:31:161 --audit reports/audit.json
    """
    from auditor.cli import console, job
    from auditor.errors import UsageError
    from auditor.report.why import render_why

    found = _PLACE.fullmatch(place)
    if found is None:
        raise UsageError(f"{place!r} names no line", "write FILE:LINE or FILE:LINE:COL, as in draft.txt:31")
    file = Path(found["file"])
    line, column = int(found["line"]), int(found["column"]) if found["column"] else None
    if audit is None:
        result, _ = job.audit_of([file], flags | {"against": against}, None)
        name = next((a.path for a in result.audit.articles if a.role == "subject"), found["file"])
    else:
        result, _ = job.audit_of([file, file.parent, Path()], flags, audit)
        name = found["file"]
    for failure in result.audit.failures if audit is None else ():
        raise UsageError(f"{failure.path}: {failure.message}")
    if not result.texts:
        raise UsageError(f"{file}: not there, or changed since the audit", "audit it again")
    console.out(render_why(result.audit, result.texts, name, line, column))


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("why", no_args_is_help=True)(why)
