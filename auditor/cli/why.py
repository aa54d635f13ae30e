"""``auditor why``: the evidence behind the findings at a place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from auditor.cli.options import Against, AuditFile, reads_articles

if TYPE_CHECKING:
    from auditor.run.pipeline import Result


@reads_articles
def why(
    place: Annotated[str, typer.Argument(metavar="FILE:LINE[:COL]", help="A place, as the findings name it.")],
    flags: dict[str, Any],
    against: Against = None,
    audit: AuditFile = None,
) -> None:
    """Explain the findings at a place.

    Shows the evidence step by step, and what would silence each finding.

    Reads the last audit (reports/audit.json) where it covers FILE as it stands, else audits FILE; findings that rest
    on other articles then need the same --against as check.

    \b
      auditor why draft.txt:31
      auditor why draft.txt:31:161 --against archive/
      auditor why draft.txt:31 --audit other/audit.json
    """
    from auditor.cli import console
    from auditor.cli.place import parse
    from auditor.report.why import render_why

    at = parse(place)
    result, path = _audit(at.file, flags | {"against": against}, audit)
    told = (result.audit, result.texts, path, at.line, at.column)
    console.out(render_why(*told, file=str(at.file), width=console.width()))


def _audit(file: Path, flags: dict[str, Any], audit: Path | None) -> tuple[Result, str]:
    """The audit to explain from, and the file's path in it."""
    from auditor.cli import job, stored
    from auditor.errors import UsageError
    from auditor.run.pipeline import Result

    last = None if audit or flags["against"] else stored.last_audit(file)
    record = stored.read_audit(audit) if audit else last
    if record is not None:
        encoding = flags["encoding"]
        article = next(iter(stored.texts_of(record, [file], encoding)), None)
        if article is not None:
            path = next(a.path for a in record.articles if a.id == article)
            return Result(record, stored.texts_of(record, [file, _root(file, path)], encoding)), path
        if audit is not None:
            raise UsageError(f"{audit}: has no {file}, or the file has changed since", "audit it again")
    result, _ = job.audit_of([file], flags, None)
    for failure in result.audit.failures:
        raise UsageError(f"{failure.path}: {failure.message}")
    return result, next(a.path for a in result.audit.articles if a.role == "subject")


def _root(file: Path, path: str) -> Path:
    """The folder that ``path`` is seen from, where it ends as the file's does; else the topmost one."""
    above = file.absolute().parents
    return above[min(path.count("/"), len(above) - 1)]


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("why", no_args_is_help=True)(why)
