"""``auditor check``: a verdict on copy before it is published."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from auditor.cli.options import MaybePaths, formats, reports_findings

if TYPE_CHECKING:
    from auditor.cli.job import Job
    from auditor.run.pipeline import Result


class Repair(msgspec.Struct, frozen=True):
    """What to do with the repairs that findings suggest."""

    fix: bool
    diff: bool
    unsafe: bool


@reports_findings
def check(
    flags: dict[str, Any],
    paths: MaybePaths = None,
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
    files_from: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Read more paths from FILE (- is stdin), one a line or parted by NUL."),
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Make the safe repairs in the files (.txt, .md, .html), then check again.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Print what --fix would change, as a diff; write nothing.")
    ] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: repairs that may change what is said, too.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again whenever a file changes; Ctrl-C ends it.")
    ] = False,
) -> None:
    """Check copy before it is published.

    The exit code is the verdict: 0 clean, 1 findings from --fail-on up (of checks that are not in preview), 2 not
    done. Writes nothing unless --output names a file or --fix repairs the copy. Repairs are never made inside
    quotation marks, and a name is changed only where the glossary forbids the form.

    \b
      auditor check draft.txt
      auditor check draft.txt --against archive/ --fail-on critical
      pbpaste | auditor check - --stdin-filename draft.txt --format concise
      git diff --name-only -z main | auditor check --files-from - --format github
      auditor check draft.txt --diff
    """
    from auditor.cli.asked import agreed, all_paths

    repair = Repair(fix=fix, diff=diff, unsafe=unsafe_fixes)
    chosen = all_paths(paths, files_from)
    agreed(chosen, repair, watch=watch, format=format, output=output)
    if files_from is not None and not chosen:
        from auditor.cli import console

        console.note("note: no article among the files named")
        raise typer.Exit(0)
    given = flags | {"source": source, "format": format}
    if watch:
        from auditor.cli.watching import watched

        watched(chosen, lambda: once(chosen, given, output, repair), output)
    raise typer.Exit(once(chosen, given, output, repair))


def once(paths: Sequence[Path], flags: dict[str, Any], output: Path | None, repair: Repair) -> int:
    """One check: repairs where they are wanted, then the report. Returns the exit code."""
    from auditor.cli import job, verdict
    from auditor.errors import EXIT_FAILED

    ready = job.prepare(paths, flags)
    result = job.run(ready)
    whole = True
    if repair.fix and not repair.diff:
        from auditor.cli import fixing

        whole = fixing.make(ready, result, unsafe=repair.unsafe)
        ready = job.prepare(paths, {**flags, "quiet": True})
        result = job.run(ready)
    if repair.diff:
        from auditor.cli import fixing

        job.tell_failures(ready, result, shown=False)
        fixing.show(ready, result, unsafe=repair.unsafe)
    else:
        _report(ready, result, output)
    code = verdict.exit_code(result.audit, ready.settings, ready.gathered.sources)
    return code if whole else EXIT_FAILED


def _report(ready: Job, result: Result, output: Path | None) -> None:
    """The findings in the format wanted, where they are wanted."""
    from auditor.cli import emit, job

    chosen, sources = ready.resolved.values.format or "text", ready.gathered.sources
    color = ready.color and (output is None or output == emit.STDOUT)
    empty = not sources and chosen == "text"
    job.tell_failures(ready, result, shown=not empty and emit.shows_failures(chosen, output))
    if empty:
        return
    text = emit.rendered(result, chosen, ready.settings, ready.gathered, color=color, verbose=ready.verbose)
    emit.deliver(text, output, chosen)
    if chosen == "github":
        emit.step_summary(result, ready.settings, sources)


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("check", no_args_is_help=True)(check)
