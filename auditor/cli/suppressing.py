"""What ``auditor suppress`` does: add, list and drop entries."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from auditor.cli import console, emit, job
from auditor.cli.place import Place, parse
from auditor.errors import UsageError
from auditor.gate import suppressions
from auditor.gate.paths import relative
from auditor.gate.rules import advice
from auditor.gate.suppressions import NAME, Entry, Suppressions
from auditor.glossary.lock import locked
from auditor.packs.files import with_breaks_of
from auditor.packs.load import shown
from auditor.records import Finding
from auditor.run.config import resolve
from auditor.run.desk import home
from auditor.run.values import problem_with

_FINGERPRINT, _HEX = re.compile(r"[0-9a-f]{20}"), re.compile(r"[0-9a-fA-F]{4,64}")


def add(place: str | None, entry: Entry, flags: Mapping[str, Any], *, every: bool) -> None:
    """Write entries: one for each finding meant at the place, or the general one."""
    _check(entry)
    entries: tuple[Entry, ...] = (entry,)
    if place is None:
        file = file_for(Path.cwd())
    elif _FINGERPRINT.fullmatch(place):
        file, entries = file_for(Path.cwd()), (msgspec.structs.replace(entry, fingerprint=place),)
    elif _HEX.fullmatch(place):
        raise UsageError(f"{place!r} is no fingerprint", "those have 20 hexadecimal digits; else name FILE:LINE")
    else:
        at = parse(place)
        file = file_for(at.file)
        path = relative(at.file.absolute().as_posix(), at.file.name, file.parent)
        found = _meant(at, entry, flags, every=every)
        entries = tuple(
            msgspec.structs.replace(entry, fingerprint=f.fingerprint, rule=f.rule, match=f.match or None, path=path)
            for f in found
        )
    with locked([file]):
        held = suppressions.load(file) if file.exists() else None
        fresh = tuple(e for e in entries if held is None or e not in held.entries)
        if fresh:
            text = suppressions.added(file.read_text(encoding="utf-8") if held else None, fresh)
            emit.write(file, with_breaks_of(file, text))
            suppressions.load(file)
    for e in entries:
        console.out(console.plain(f"{'written ' if e in fresh else 'known   '} {shown(file)}: {e.words()}") + "\n")


def _check(entry: Entry) -> None:
    """Raises `UsageError` for an option that the file could not hold."""
    if entry.rule is not None and (hint := advice(entry.rule)):
        raise UsageError(f"--rule: no check {entry.rule!r}", hint)
    if bad := problem_with("date", entry.until):
        raise UsageError(f"--until: {bad.message}", bad.hint)


def _meant(at: Place, entry: Entry, flags: Mapping[str, Any], *, every: bool) -> list[Finding]:
    """The findings at the place that are meant; more than one needs ``every``."""
    result, _ = job.audit_of([at.file], flags, None)
    own = {a.id for a in result.audit.articles if a.role == "subject"}  # a feed holds several
    found = [
        f
        for f in result.audit.findings
        if f.article in own
        and f.line <= at.line <= f.end_line
        and (at.column is None or _covers(f, at.line, at.column))
        and (entry.rule is None or suppressions.names_check(entry.rule, f.rule, f.name))
        and (entry.match is None or entry.match == f.match)
    ]
    here = [f for f in found if f.suppressed is None]
    where = f"{at.file}:{at.line}" + (f":{at.column}" if at.column else "")
    if found and not here:
        raise UsageError(f"{where}: silenced already", "see: auditor suppress --list")
    if not here:
        raise UsageError(f"{where}: no finding here to silence", f"see: auditor why {where}")
    if len(here) > 1 and not every:
        which = "; ".join(f"{f.line}:{f.column} {f.rule} {console.plain(f.match[:40])}" for f in here[:5])
        raise UsageError(f"{where}: {len(here)} findings: {which}", "name a column, --rule or --match, or say --all")
    return here


def _covers(finding: Finding, line: int, column: int) -> bool:
    return (finding.line, finding.column) <= (line, column) < (finding.end_line, max(finding.end_column, 2))


def file_for(start: Path) -> Path:
    """The file that holds for a path; where there is none, one beside the configuration or here."""
    return home(resolve({}, start), start, NAME)


def _held() -> Suppressions:
    file = file_for(Path.cwd())
    if not file.exists():
        raise UsageError(f"no {NAME} here or above", "auditor suppress FILE:LINE --reason TEXT writes one")
    return suppressions.load(file)


def listed(flags: Mapping[str, Any]) -> None:
    """Print the entries, each with its place in the file."""
    day = resolve(job.as_values(flags)).values.as_of
    held = _held()
    for index, entry in enumerate(held.entries):
        until = f", until {entry.until}" if entry.until else ""
        state = " (expired)" if entry.expired(day) else ""
        by = f" [{entry.by}]" if entry.by else ""
        console.out(console.plain(f"{held.where(index)}: {entry.words()}: {entry.reason}{by}{until}{state}") + "\n")
    if not held.entries:
        console.out(f"{shown(held.file)}: no entry\n")


def pruned(path: Path, flags: Mapping[str, Any]) -> None:
    """Drop what has expired, and what names a path that was audited and silences nothing there."""
    ready = job.prepare([path], flags, fail_on="never")
    if ready.settings.suppressions is None:
        raise UsageError(f"no {NAME} above {path}", "there is nothing to drop")
    result = job.told(ready)
    file = Path(ready.settings.suppressions)
    with locked([file]):
        held = suppressions.load(file)
        gone = ready_to_go(held, ready, result.audit.findings)
        text = suppressions.without(file.read_text(encoding="utf-8"), held, gone)
        if gone:
            emit.write(file, with_breaks_of(file, text))
    for index in gone:
        console.out(console.plain(f"dropped  {held.where(index)}: {held.entries[index].words()}") + "\n")
    if not gone:
        console.out(f"{shown(file)}: nothing to drop\n")


def ready_to_go(held: Suppressions, ready: job.Job, findings: Sequence[Finding]) -> list[int]:
    """Indexes of entries that have expired or silence nothing where they should."""
    from auditor.gate.silence import Silence

    silence = Silence(suppressions=held, as_of=ready.settings.as_of)
    sources = {s.id: s for s in ready.gathered.sources}
    return sorted({index for index, kind, _ in silence.faults(sources, findings) if kind in ("expired", "unused")})
