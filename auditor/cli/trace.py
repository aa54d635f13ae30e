"""``auditor trace``: where each article comes from."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from auditor.cli.options import Against, AuditFile, MaybePaths, Output, reads_articles


def shapes() -> list[str]:
    """What ``--format`` takes, for completion."""
    from auditor.report.trace.render import FORMATS

    return list(FORMATS)


@reads_articles
def trace(
    flags: dict[str, Any],
    paths: MaybePaths = None,
    against: Against = None,
    audit: AuditFile = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="text, json, csv, md; prov-json (W3C PROV), graphml or dot.",
            autocompletion=shapes,
        ),
    ] = "text",
    output: Output = None,
) -> None:
    """Say where each article comes from.

    What it states (credits, bylines, who is quoted on which medium) and what is inferred (the language that it passed
    through, the article that it was rewritten from), kept apart, with the evidence and how sure it is.

    \b
      auditor trace seeds/
      auditor trace draft.txt --against archive/
      auditor trace reports/audit.json --format dot | dot -Tsvg > trace.svg
    """
    from auditor.cli import emit, job
    from auditor.report.trace.render import render

    emit.known_format(format, shapes())
    result, code = job.audit_of(paths, flags | {"against": against}, audit)
    emit.deliver(render(result.audit, result.texts, format, emit.view_options(flags, output)), output, format)
    raise typer.Exit(code)


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("trace", no_args_is_help=True)(trace)
