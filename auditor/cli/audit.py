"""``auditor audit``: reports on a set of articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from auditor.cli.options import Paths, formats, reports_findings

if TYPE_CHECKING:
    from auditor.cli.job import Job
    from auditor.run.pipeline import Result


@reports_findings
def audit(
    paths: Paths,
    flags: dict[str, Any],
    sources: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The texts they were translated from, joined by file name.")
    ] = None,
    reports: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder of the reports (default reports/).")
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="Write this one format instead: text, json, md, csv ...",
            autocompletion=formats,
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Where --format goes (default: stdout).")] = None,
) -> None:
    """Audit articles together and write reports.

    Writes one HTML page and one JSON for each article, index.html and audit.json into reports/, and ends with a
    summary. With --format it writes that format alone, to stdout or --output.

    \b
      auditor audit seeds/
      auditor audit monday/ --against archive/ --glossary glossaries/space.toml
      auditor audit copy/ --format json --output audit.json
    """
    from auditor.cli import emit, job, verdict

    ready = job.prepare(paths, flags | {"sources": sources, "reports": reports, "format": format}, fail_on="never")
    chosen = ready.resolved.values.format
    if chosen is None and output is not None:
        chosen = "json" if output.suffix == ".json" else "text"
    result = job.run(ready)
    empty = not ready.gathered.sources and chosen in (None, "text")
    job.tell_failures(ready, result, shown=not empty and (chosen is None or emit.shows_failures(chosen, output)))
    code = verdict.exit_code(result.audit, ready.settings, ready.gathered.sources)
    if empty:
        raise typer.Exit(code)
    if chosen:
        plain = output is not None and output != emit.STDOUT
        color = ready.color and not plain
        text = emit.rendered(result, chosen, ready.settings, ready.gathered, color=color, verbose=ready.verbose)
        emit.deliver(text, output, chosen)
    if not chosen or reports:
        aside = chosen is not None and output in (None, emit.STDOUT)
        _publish(ready, result, Path(ready.resolved.values.reports), aside=aside)
    raise typer.Exit(code)


def _publish(ready: Job, result: Result, folder: Path, *, aside: bool) -> None:
    """The folder of reports, and on the terminal the summary and where to look (``aside``: stdout is taken)."""
    from auditor.cli import console, emit
    from auditor.cli.slices import Slices
    from auditor.report import summary
    from auditor.report.html import page_name, render_site
    from auditor.report.json import render as as_json
    from auditor.report.options import Options

    sources = ready.gathered.sources
    audit = emit.for_people(result.audit, ready.settings, sources)
    pages = render_site(audit, result.texts)
    pages["audit.json"] = as_json(result.audit, result.texts)
    slices = Slices(result.audit)
    for article in result.audit.articles:
        if article.role == "subject":
            name = f"{Path(page_name(article.id)).stem}.json"
            pages[name] = as_json(slices.of(article.id), result.texts)
    last = ("audit.json", "index.html")
    order = sorted(pages, key=lambda name: (last.index(name) if name in last else -1, name))
    emit.write_all({folder / name: pages[name] for name in order})
    tell = console.note if aside else console.out
    color = ready.color and not aside
    tell(summary.render(audit, result.texts, Options(color=color, width=console.width(), places=emit.places(sources))))
    tell(f"\nreports: {folder / 'index.html'} (one page an article), {folder / 'audit.json'}\n")


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("audit", no_args_is_help=True)(audit)
