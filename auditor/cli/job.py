"""From what was typed to an audit: configuration, articles, glossary, engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from auditor.cli import console, stored
from auditor.errors import UsageError
from auditor.gate.paths import anchored
from auditor.records import Audit
from auditor.run import desk
from auditor.run.config import Resolved, find, resolve
from auditor.run.coverage import NO_DATE
from auditor.run.gather import STDIN, Gathered, Wanted, gather
from auditor.run.settings import FailOn, Settings
from auditor.run.values import listed, problem_with

if TYPE_CHECKING:
    from auditor.run.pipeline import Result

_NOTE = 240  # characters of one note
_LISTS = ("select", "ignore")  # options whose values may be joined by commas


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """A run that is ready to start."""

    settings: Settings
    resolved: Resolved
    gathered: Gathered
    isolated: bool
    quiet: bool
    verbose: bool
    color: bool


def prepare(paths: Sequence[Path], flags: Mapping[str, Any], *, fail_on: FailOn = "major") -> Job:
    """Settle the settings and read the articles. Raises an `AuditorError` where the job cannot start."""
    import sys

    given = as_values(flags)
    start = desk.start_of(paths, flags.get("stdin_filename"))
    isolated = bool(flags.get("isolated"))
    resolved = resolve(given, start, isolated=isolated)
    values = resolved.values
    wanted = Wanted(
        subjects=tuple(paths),
        against=tuple(map(Path, values.against)),
        source=flags.get("source"),
        sources=Path(values.sources) if values.sources and not flags.get("source") else None,
        stdin_filename=flags.get("stdin_filename"),
        encoding=values.encoding,
        max_bytes=values.max_bytes,
        date=values.date,
        reports=Path(values.reports),
        exclude=values.exclude,
    )
    files = desk.files(resolved, start, named=bool(given.get("glossary")), isolated=isolated)
    gathered = gather(wanted)
    settings = resolved.settings(fail_on, **msgspec.structs.asdict(files))
    color = console.wants_color(sys.stdout, bool(flags.get("no_color")))
    job = Job(
        settings=msgspec.structs.replace(settings, pairs=gathered.pairs),
        resolved=resolved,
        gathered=gathered,
        isolated=isolated,
        quiet=bool(flags.get("quiet")),
        verbose=bool(flags.get("verbose")),
        color=color,
    )
    _tell(job, paths)
    return job


def as_values(flags: Mapping[str, Any]) -> dict[str, Any]:
    """Flags in the types of the configuration; switches that are off count as not given."""
    given: dict[str, Any] = {}
    for name, value in flags.items():
        if isinstance(value, list):
            items = tuple(str(item) for item in value)
            given[name] = tuple(part for item in items for part in listed(item)) if name in _LISTS else items
            if name == "exclude":
                if bad := problem_with(name, items):
                    raise UsageError(f"--exclude: {bad.message}", bad.hint)
                given[name] = tuple(anchored(Path.cwd(), pattern) for pattern in items)
        elif isinstance(value, Path):
            given[name] = str(value)
        elif value is not None and value is not False:
            given[name] = value
    if flags.get("no_preview"):
        given["preview"] = False
    if given.get("glossary") and given.get("no_glossary"):
        raise UsageError("--glossary and --no-glossary contradict each other", "drop one of them")
    return given


def _tell(job: Job, paths: Sequence[Path]) -> None:
    """Notes on stderr: what was left unjoined, files under another configuration, and with -v what was read."""
    if job.quiet:
        return
    for text in job.gathered.notes:
        console.note(f"note: {text}")
    if not job.isolated:
        others = {find(path) for path in paths if path != STDIN and path.exists()}
        if len(others) > 1:
            console.note(f"note: one run has one configuration; used: {job.resolved.file or 'none'}")
    if job.verbose:
        console.note(f"note: configuration: {job.resolved.file or 'none'}")
        console.note(f"note: glossaries: {', '.join(job.settings.glossary) or 'none'}")


def run(job: Job) -> Result:
    """The audit, with a bar where the work is long, and the engine's notes on stderr."""
    from auditor.run.pipeline import run as engine
    from auditor.text.lexicon import cache_file

    if not job.quiet and not cache_file().exists():
        console.note("note: building the lexicon; this takes some ten seconds and is done once")
    with console.progress(job.quiet) as progress:
        result = engine(job.gathered.sources, job.settings, progress=progress, failures=job.gathered.failures)
    for text in () if job.quiet else _notes(result.audit, every=job.verbose):
        console.note(console.plain(f"note: {text if len(text) <= _NOTE else text[: _NOTE - 1] + '…'}"))
    return result


def _notes(audit: Audit, *, every: bool) -> list[str]:
    """The engine's notes; unless ``every`` without those that reports show beside the article, and missing dates."""
    beside = {words for remarks in audit.summary.get("remarks", {}).values() for words in remarks}
    silent = () if every else (NO_DATE, *sorted(beside))
    return [note for note in audit.summary.get("notes", ()) if not note.startswith(silent)]


def tell_failures(job: Job, result: Result, *, shown: bool) -> None:
    """What could not be done, on stderr, where the report does not show it (``shown``)."""
    from auditor.cli.emit import failures_from_here
    from auditor.cli.verdict import counts

    for failure in () if shown else failures_from_here(result.audit, job.gathered):
        word = "error" if counts(failure, job.settings) else "skipped"
        console.note(console.plain(f"{word}: {failure.path}: {failure.message}"))


def audit_of(paths: Sequence[Path] | None, flags: Mapping[str, Any], audit: Path | None) -> tuple[Result, int]:
    """An audit to show a view of, with the exit code it brings: one read from ``audit``, else one made of ``paths``.

    A first path that is itself a stored audit is read as ``audit``. With an audit, ``paths`` are where its texts lie;
    else they are looked for beside it, above it and in the working folder.
    """
    from auditor.cli import verdict

    if audit is None and paths and stored.is_audit(paths[0]):
        audit, paths = paths[0], paths[1:]
    if audit is not None:
        return stored.result(audit, paths, flags.get("encoding")), 0
    if not paths:
        raise UsageError("nothing to read", "name PATHS, or a stored audit with --audit FILE")
    ready = prepare(paths, flags, fail_on="never")
    result = told(ready)
    return result, verdict.exit_code(result.audit, ready.settings, ready.gathered.sources)


def told(ready: Job) -> Result:
    """The audit; what could not be done is told on stderr, for the caller does not show it.

    Raises `UsageError` where no article could be read: an empty answer would look like a clean one.
    """
    result = run(ready)
    if not result.audit.articles and result.audit.failures:
        from auditor.cli.emit import failures_from_here

        first = failures_from_here(result.audit, ready.gathered)[0]
        raise UsageError(f"{first.path}: {first.message}")
    tell_failures(ready, result, shown=False)
    return result


def two_audits(old: Path, new: Path, flags: Mapping[str, Any]) -> tuple[tuple[Result, Result], Settings]:
    """Both sides of a comparison, each read or made on its own, with the settings of the new one.

    Raises `UsageError` where one is an article and the other a stored audit of another one.
    """
    found, settings = [], None
    for path in (old, new):
        if stored.is_audit(path):
            found.append(stored.result(path, None, flags.get("encoding")))
        else:
            ready = prepare([path], flags)
            settings = ready.settings
            found.append(told(ready))
    for path, result in zip((old, new), found, strict=True):
        if not any(a.role == "subject" for a in result.audit.articles) and not result.audit.failures:
            raise UsageError(f"{path}: holds no article", "name an article, a folder of articles, or an audit.json")
    if settings is None:
        settings = resolve(as_values(flags), new.parent).settings("major", glossary=())
    return (found[0], found[1]), settings


def files_here(paths: Sequence[Path] | None) -> tuple[Path, ...]:
    """The glossaries that would be used for these paths (None: for the working folder)."""
    return desk.glossaries(resolve({}, desk.start_of(paths or ())))
