"""``auditor quotes``: who said what, and in which other words elsewhere."""

from __future__ import annotations

from typing import Any

import typer

from auditor.cli.options import Against, AuditFile, MaybePaths, Output, TableShape, reads_articles


@reads_articles
def quotes(
    flags: dict[str, Any],
    paths: MaybePaths = None,
    against: Against = None,
    audit: AuditFile = None,
    format: TableShape = "text",
    output: Output = None,
) -> None:
    """List quotes, and the pairs that tell one utterance.

    Utterances that several articles quote come first, with the words that only one of them has: [-here-], {+there+}.

    \b
      auditor quotes seeds/
      auditor quotes reports/audit.json --format csv
    """
    from auditor.cli import emit, job
    from auditor.report.quotes_table import quotes_table

    shape = emit.table_format(format)
    result, code = job.audit_of(paths, flags | {"against": against}, audit)
    emit.deliver(quotes_table(result.audit, result.texts, shape, emit.view_options(flags, output)), output, shape)
    raise typer.Exit(code)


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("quotes", no_args_is_help=True)(quotes)
