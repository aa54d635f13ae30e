"""``check --fix`` and ``--diff``: shows or makes the repairs, file by file."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli import console, emit
from auditor.errors import UsageError
from auditor.gate.fix import FORMATS, Plan, diff, plan
from auditor.packs.files import write_whole
from auditor.reading.article import Source
from auditor.reading.decode import encode_like
from auditor.report.escape import visible

if TYPE_CHECKING:
    from auditor.cli.job import Job
    from auditor.run.pipeline import Result


def plans(ready: Job, result: Result, *, unsafe: bool) -> list[tuple[Source, Plan]]:
    """The repairs of every article that has some, by path."""
    subjects = sorted((s for s in ready.gathered.sources if s.role == "subject"), key=lambda s: (s.path, s.id))
    return [(source, plan(result.audit, source, unsafe=unsafe)) for source in subjects]


def show(ready: Job, result: Result, *, unsafe: bool) -> None:
    """Print the repairs as one diff, and on stderr what it holds."""
    found = plans(ready, result, unsafe=unsafe)
    paths = emit.places([source for source, _ in found])
    text = "".join(diff(paths.get(s.id, s.path), p.before, p.after) for s, p in found)
    console.out(visible(text) if sys.stdout.isatty() else text)
    if not ready.quiet:
        makes = "; --fix makes them" if text else ""
        console.note(f"{_count(found)} would be made{_withheld(found)}{makes}")
        _say_read_only(found)


def make(ready: Job, result: Result, *, unsafe: bool) -> bool:
    """Write the repairs; True when all could be. A file that has changed since it was read is left alone."""
    found = plans(ready, result, unsafe=unsafe)
    whole = True
    made: list[tuple[Source, Plan]] = []
    for source, fixes in found:
        if not fixes.edits:
            continue
        try:
            _write(source, fixes, ready.settings.encoding)
            made.append((source, fixes))
        except UsageError as error:
            whole = False
            console.report_error(error)
    for source, fixes in [] if ready.quiet else made:
        said = "; ".join(f"{source.original[e.start : e.end]} → {e.text or '(deleted)'}" for e in fixes.edits[:5])
        more = f" and {len(fixes.edits) - 5} more" if len(fixes.edits) > 5 else ""
        console.note(console.plain(f"fixed: {source.path}: {said}{more}"))
    if not ready.quiet:
        console.note(f"{_count(made)} made{_withheld(found)}")
        _say_read_only(found)
    return whole


def _write(source: Source, fixes: Plan, encoding: str | None) -> None:
    """Write one file in one piece. Raises `UsageError` where it may not or cannot be."""
    if source.place is None:
        raise UsageError("stdin cannot be fixed", "use --diff, or name the file")
    path = Path(source.place)
    try:
        data = path.read_bytes()
        if sha256(data).hexdigest() != source.sha256:
            raise UsageError(f"{source.path}: has changed since it was read, not fixed", "check it again")
        write_whole(path, encode_like(data, encoding, fixes.before, fixes.after))
    except OSError as exc:
        raise UsageError(f"{source.path}: not fixed: {(exc.strerror or str(exc)).lower()}") from exc
    except ValueError as exc:
        raise UsageError(f"{source.path}: not fixed: {exc}", "write it as UTF-8") from exc


def _say_read_only(found: list[tuple[Source, Plan]]) -> None:
    kept = dict.fromkeys(source.path for source, _ in found if source.format not in FORMATS)
    if kept:
        console.note(
            console.plain(f"note: only read, never repaired: {', '.join(kept)} (repaired are .txt, .md, .html)")
        )


def _count(found: list[tuple[Source, Plan]]) -> str:
    edits, files = sum(len(p.edits) for _, p in found), sum(bool(p.edits) for _, p in found)
    return f"{edits} {'fix' if edits == 1 else 'fixes'} in {files} {'file' if files == 1 else 'files'}"


def _withheld(found: list[tuple[Source, Plan]]) -> str:
    more = sum(p.unsafe for _, p in found)
    return f" ({more} more with --unsafe-fixes)" if more else ""
