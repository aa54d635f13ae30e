"""Renders an audit in the format asked for, to stdout or to a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from auditor.cli import console
from auditor.errors import UsageError
from auditor.packs.files import write_together
from auditor.packs.nearest import did_you_mean

if TYPE_CHECKING:
    from auditor.reading.article import Source
    from auditor.records import Audit, Failure
    from auditor.report.options import Options
    from auditor.report.table import TableFormat
    from auditor.run.gather import Gathered
    from auditor.run.pipeline import Result
    from auditor.run.settings import Settings

STDOUT = Path("-")
_READ = ("text", "concise")  # formats that a person reads at the terminal
_SUMMARY = 900_000  # bytes of a step summary; GitHub takes 1 MiB


def rendered(
    result: Result,
    format: str,
    settings: Settings,
    gathered: Gathered,
    *,
    color: bool = False,
    verbose: bool = False,
) -> str:
    """The whole report in a format; those below ``min_severity`` are left out of all but the record (json, jsonl)."""
    from auditor.cli.verdict import stopping
    from auditor.report.formats import FORMATS
    from auditor.report.options import Options

    sources = gathered.sources
    audit = result.audit if format in ("json", "jsonl") else for_people(result.audit, settings, sources)
    if format not in ("json", "jsonl"):
        audit = msgspec.structs.replace(audit, failures=failures_from_here(audit, gathered))
    stops = stopping(audit.findings, settings, sources)
    options = Options(color=color, width=console.width(), verbose=verbose, places=places(sources), stopping=stops)
    return FORMATS[format](audit, result.texts, options)


def failures_from_here(audit: Audit, gathered: Gathered) -> tuple[Failure, ...]:
    """What could not be done, with the paths of files that could not be read as they are seen from the working folder.

    In the record they are seen from the audited folder.
    """
    lost = {path: _from_here(place.absolute().as_posix()) for path, place in gathered.lost.items()}
    return tuple(
        msgspec.structs.replace(f, path=lost.get(f.path, f.path) if f.stage == "read" else f.path)
        for f in audit.failures
    )


def step_summary(result: Result, settings: Settings, sources: Sequence[Source]) -> None:
    """Add the report in Markdown to the summary of a step of GitHub Actions, where one is being run."""
    import os

    from auditor.report import markdown

    place = os.environ.get("GITHUB_STEP_SUMMARY")
    if not place:
        return
    text = markdown.render(for_people(result.audit, settings, sources), result.texts)
    if len(text.encode("utf-8", "replace")) > _SUMMARY:
        text = text.encode("utf-8", "replace")[:_SUMMARY].decode("utf-8", "ignore") + "\n\n… cut; see the log\n"
    try:
        with open(place, "a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError as exc:
        console.note(f"note: GITHUB_STEP_SUMMARY: {(exc.strerror or 'cannot be written').lower()}")


def for_people(audit: Audit, settings: Settings, sources: Sequence[Source]) -> Audit:
    """The audit without findings below ``min_severity``, the article's own where the configuration has one."""
    from auditor.report.shown import shown

    floors = {s.id: settings.at(s).min_severity for s in sources} if settings.per_path else None
    return shown(audit, settings.min_severity, floors)


def places(sources: Sequence[Source]) -> dict[str, str]:
    """Article id -> where its file lies, seen from the working folder where it is below that."""
    return {source.id: _from_here(source.place) for source in sources if source.place is not None}


def _from_here(place: str) -> str:
    """A path as it is seen from the working folder, where it is below that."""
    here, path = Path.cwd(), Path(place)
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else place


def shows_failures(format: str, output: Path | None) -> bool:
    """Whether a person at the terminal sees in this format what could not be done."""
    return format in ("text", "concise", "md") and output in (None, STDOUT)


def deliver(text: str, output: Path | None, format: str) -> None:
    """To stdout, or to ``output`` in one piece; ``format``: what it is, as ``--format`` names it."""
    if output is None or output == STDOUT:
        (console.out if format in _READ else console.data)(text)
    else:
        write(output, text)


def write(path: Path, text: str) -> None:
    """Write beside and rename, so that nobody sees half a file; folders are made as needed."""
    write_all({path: text})


def write_all(texts: Mapping[Path, str]) -> None:
    """The same for several files, in order: who reads the last one finds all others as fresh as it."""
    for path in texts:
        if path.is_dir():
            raise UsageError(f"{path}: is a folder", "name a file in it")
        if above := next((p for p in path.parents if p.exists() and not p.is_dir()), None):
            raise UsageError(f"{above}: is a file, not a folder", "choose another place")
    try:
        write_together((path, text.encode("utf-8", "surrogatepass")) for path, text in texts.items())
    except OSError as exc:
        raise UsageError(
            f"{exc.filename or path}: {(exc.strerror or 'cannot be written').lower()}", "choose another place"
        ) from exc


def known_format(name: str, valid: Sequence[str]) -> None:
    """Nothing for a format among the valid ones, else a `UsageError` with the nearest one."""
    if name not in valid:
        raise UsageError(f"--format: no such value {name!r}", did_you_mean(name, tuple(valid)))


def table_format(name: str) -> TableFormat:
    """The name of a table's format, or a `UsageError` with the nearest one."""
    valid: tuple[TableFormat, ...] = ("text", "json", "csv", "md")
    known_format(name, valid)
    return next(known for known in valid if known == name)


def as_json(name: str) -> bool:
    """True for ``json``, False for ``text``; a `UsageError` with the nearest for anything else."""
    known_format(name, ("text", "json"))
    return name == "json"


def view_options(flags: Mapping[str, Any], output: Path | None) -> Options:
    """How a view is drawn: colour on a terminal that wants it, its width, 160 columns for a file or pipe."""
    import sys

    from auditor.report.options import Options

    shown = output in (None, STDOUT) and console.wants_color(sys.stdout, bool(flags.get("no_color")))
    return Options(color=shown, width=table_width(output), verbose=bool(flags.get("verbose")))


def table_width(output: Path | None) -> int:
    """Columns for a table in text: those of the terminal, 160 for a file or pipe (csv and json cut nothing)."""
    return console.width(160) if output in (None, STDOUT) else 160
