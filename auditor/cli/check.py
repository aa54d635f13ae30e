"""``auditor check``: a verdict on copy before it is published."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from auditor.cli.options import Paths, formats, reports_findings


@reports_findings
def check(
    paths: Paths,
    flags: dict[str, Any],
    source: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The text that the article was translated from.")
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="text (default), concise, json, jsonl, sarif, github, gitlab, junit, rdjsonl, csv, md, html.",
            autocompletion=formats,
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the findings there instead of to stdout.")
    ] = None,
) -> None:
    """Check copy before it is published.

    The exit code is the verdict: 0 clean, 1 findings, 2 not done. Writes nothing unless --output names a file.

    \b
      auditor check draft.txt
      auditor check draft.txt --against archive/ --fail-on critical
      pbpaste | auditor check - --stdin-filename draft.txt --format concise
    """
    from auditor.cli import emit, job, verdict

    ready = job.prepare(paths, flags | {"source": source, "format": format})
    chosen = ready.resolved.values.format or "text"
    result = job.run(ready)
    color = ready.color and (output is None or output == emit.STDOUT)
    empty = not ready.gathered.sources and chosen == "text"
    job.tell_failures(ready, result, shown=not empty and emit.shows_failures(chosen, output))
    if not empty:
        sources = ready.gathered.sources
        text = emit.rendered(result, chosen, ready.settings, sources, color=color, verbose=ready.verbose)
        emit.deliver(text, output)
        if chosen == "github":
            emit.step_summary(result, ready.settings, sources)
    raise typer.Exit(verdict.exit_code(result.audit, ready.settings, ready.gathered.sources))


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("check", no_args_is_help=True)(check)
