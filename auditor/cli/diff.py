"""``auditor diff``: what changed between two versions of an article, or between two audits."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from auditor.cli.options import Against, ExitZero, FailOn, Output, TableShape, reads_articles

Old = Annotated[Path, typer.Argument(metavar="OLD", help="An article, a folder of articles, or a stored audit.json.")]
New = Annotated[Path, typer.Argument(metavar="NEW", help="The same, later.")]


@reads_articles
def diff(
    old: Old,
    new: New,
    flags: dict[str, Any],
    against: Against = None,
    fail_on: FailOn = None,
    exit_zero: ExitZero = False,
    format: TableShape = "text",
    output: Output = None,
) -> None:
    """Tell what changed between two versions.

    Names, figures, dates, quotes and attributions that were added, dropped or changed; findings that are new or gone;
    the drift scores. Exit code: 0, or 1 where a new finding is at or above --fail-on (default: major).

    \b
      auditor diff draft.txt edited.txt
      auditor diff wire/ desk/ --format md
      auditor diff reports/monday.json reports/audit.json --fail-on critical
    """
    from auditor.cli import emit, job, verdict
    from auditor.drift.side import Side
    from auditor.drift.versions import versions
    from auditor.report.versions import render

    shape = emit.table_format(format)
    given = flags | {"against": against, "fail_on": fail_on, "exit_zero": exit_zero}
    results, settings = job.two_audits(old, new, given)
    before, after = (Side(r.audit, r.texts) for r in results)
    found = versions(before, after)
    emit.deliver(render(before, after, found, shape, emit.view_options(flags, output)), output, shape)
    fresh = [f for v in found if v.old for f in v.fresh]
    failures = [f for r in results for f in r.audit.failures]
    raise typer.Exit(verdict.code(fresh, failures, settings))


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("diff", no_args_is_help=True)(diff)
