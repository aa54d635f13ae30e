"""``auditor baseline``: take what is there today as known, so that the gate stops only what is new."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from auditor.cli.options import Paths, judges_findings

if TYPE_CHECKING:
    from auditor.cli.job import Job
    from auditor.gate.baseline import Change, Known
    from auditor.run.pipeline import Result

_SHOWN = 10


@judges_findings
def baseline(
    paths: Paths,
    flags: dict[str, Any],
    update: Annotated[bool, typer.Option("--update", help="Take in what is new, drop what is gone.")] = False,
    prune: Annotated[bool, typer.Option("--prune", help="Only drop what is gone.")] = False,
) -> None:
    """Take the findings of today as known.

    Writes auditor-baseline.json where there is none. Where there is one, it says what has come and gone and changes
    nothing, unless --update or --prune asks for it. Findings in the baseline are reported, marked, and do not move
    the exit code of check.

    \b
      auditor baseline copy/
      auditor baseline --prune copy/
    """
    from auditor.cli import console, emit, job, verdict
    from auditor.errors import UsageError
    from auditor.gate import baseline as base
    from auditor.glossary.lock import locked

    if flags.get("isolated"):
        raise UsageError("--isolated ignores the baseline", "leave it out")
    if update and prune:
        raise UsageError("--update and --prune contradict each other", "--update drops what is gone, too")
    file = _file(paths)
    if prune and not file.exists():
        raise UsageError(f"no {file.name} for {', '.join(map(str, paths))}", "there is nothing to drop")
    ready = job.prepare(paths, flags | {"baseline": None}, fail_on="never")
    result = job.told(ready)
    with locked([file]):
        fresh = not file.exists()
        held = () if fresh else _held(file, update=update)
        change = base.compare(held, _now(ready, result, file.parent), _seen(ready, file.parent))
        keep = (*change.kept, *change.other, *(change.new if fresh or update else ()))
        if fresh or update or prune:
            emit.write(file, base.text(keep))
    console.out(_told(file, change, fresh=fresh, update=update, prune=prune))
    raise typer.Exit(verdict.exit_code(result.audit, ready.settings, ready.gathered.sources))


def _held(file: Path, *, update: bool) -> tuple[Known, ...]:
    """What the baseline has; nothing of a damaged one that is to be written anew."""
    from auditor.cli import console
    from auditor.errors import ConfigError
    from auditor.gate import baseline as base

    try:
        return base.load(file).known
    except ConfigError:
        if not update:
            raise
        console.note(f"note: {file.name} was damaged, and is written anew")
        return ()


def _file(paths: list[Path]) -> Path:
    """The baseline that holds for the paths; where there is none, one beside the configuration or here."""
    from auditor.gate.baseline import NAME
    from auditor.run.config import resolve
    from auditor.run.desk import home, start_of

    start = start_of(paths)
    return home(resolve({}, start), start, NAME)


def _now(ready: Job, result: Result, folder: Path) -> tuple[Known, ...]:
    from auditor.gate.silence import known

    found = {s.id: s for s in ready.gathered.sources if s.role == "subject"}
    return tuple(k for f in result.audit.findings for k in known(found[f.article], [f], folder))


def _seen(ready: Job, folder: Path) -> Callable[[Known], bool]:
    """Whether the audit looked for a finding: at its article, with its check (a check that is gone finds nothing)."""
    from auditor.gate.paths import relative
    from auditor.gate.rules import every

    sources = {relative(s.place, s.path, folder): s for s in ready.gathered.sources if s.role == "subject"}
    checks = {check.id: check for check in every()}

    def seen(known: Known) -> bool:
        source, check = sources.get(known.path), checks.get(known.rule)
        if source is None or check is None:
            return source is not None
        return ready.settings.at(source).runs(check)

    return seen


def _told(file: Path, change: Change, *, fresh: bool, update: bool, prune: bool) -> str:
    """What was done, or what could be."""
    from auditor.packs.load import shown

    name = shown(file)
    if fresh:
        return f"written  {name}: {_count(change.new)}\n"
    rows = [f"{name}: {len(change.kept)} still there, {len(change.new)} new, {len(change.gone)} gone"]
    rows += _listed("+", change.new) + _listed("-", change.gone)
    if update:
        rows.append(f"took in {len(change.new)}, dropped {len(change.gone)}")
    elif prune:
        rows.append(f"dropped {len(change.gone)}; what is new was not taken in")
    elif change.new or change.gone:
        rows.append("nothing was changed; --update takes in what is new, --prune drops what is gone")
    return "\n".join(rows) + "\n"


def _count(known: tuple[Known, ...]) -> str:
    return "1 finding is known from now on" if len(known) == 1 else f"{len(known)} findings are known from now on"


def _listed(sign: str, known: tuple[Known, ...]) -> list[str]:
    from auditor.cli.console import plain

    rows = [f"  {sign} {plain(k.path)}: {k.rule} {plain(k.match[:60])}" for k in known[:_SHOWN]]
    more = len(known) - _SHOWN
    return rows + ([f"  {sign} … and {more} more"] if more > 0 else [])


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("baseline", no_args_is_help=True)(baseline)
