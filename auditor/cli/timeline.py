"""``auditor timeline``: what happened when, as each article of a story tells it."""

from __future__ import annotations

from typing import Any

import typer

from auditor.cli.options import Against, AuditFile, MaybePaths, Output, TableShape, reads_articles


@reads_articles
def timeline(
    flags: dict[str, Any],
    paths: MaybePaths = None,
    against: Against = None,
    audit: AuditFile = None,
    format: TableShape = "text",
    output: Output = None,
) -> None:
    """Lay the dates of a story in order.

    One block a story, one entry a day, with the sentence of each article and how it stands to the others: agrees,
    differs in precision, superseded, open, conflict. XXXX stands for a year that nothing tells.

    \b
      auditor timeline seeds/
      auditor timeline reports/audit.json --format csv --output dates.csv
    """
    from auditor.cli import emit, job
    from auditor.report.timeline import timeline as rendered

    shape = emit.table_format(format)
    result, code = job.audit_of(paths, flags | {"against": against}, audit)
    options = emit.view_options(flags, output)
    emit.deliver(rendered(result.audit, result.texts, shape, options), output, shape)
    raise typer.Exit(code)


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("timeline", no_args_is_help=True)(timeline)
