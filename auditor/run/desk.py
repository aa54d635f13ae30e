"""The files of a desk that hold for a piece of copy: glossaries, suppressions, baseline."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from auditor.gate import baseline, suppressions
from auditor.gate.paths import upward
from auditor.records import Record
from auditor.run.config import Resolved
from auditor.run.gather import STDIN


class Files(Record, frozen=True):
    """Paths of the files in use; None or empty where there is none."""

    glossary: tuple[str, ...]
    suppressions: str | None
    baseline: str | None


def start_of(paths: Sequence[Path], stdin_filename: str | None = None) -> Path:
    """Where the search for a configuration begins: the first path that is there, the working folder for stdin."""
    for path in paths:
        if path == STDIN and stdin_filename:
            return Path(stdin_filename).parent
        if path != STDIN and path.exists():
            return path
    return Path.cwd()


def files(resolved: Resolved, start: Path, *, named: bool = False, isolated: bool = False) -> Files:
    """What is named, else what is found; ``isolated`` finds nothing, ``named`` says that glossaries were asked for."""
    return Files(
        glossary=tuple(map(str, glossaries(resolved, named=named, isolated=isolated))),
        suppressions=_beside(resolved.values.suppressions, suppressions.NAME, start, isolated),
        baseline=_beside(resolved.values.baseline, baseline.NAME, start, isolated),
    )


def glossaries(resolved: Resolved, *, named: bool = False, isolated: bool = False) -> tuple[Path, ...]:
    """The glossaries of a run: those named; else those beside the configuration; else those of the working folder."""
    from auditor.glossary import store

    if resolved.values.no_glossary and not named:
        return ()
    if resolved.values.glossary:
        return store.expand(map(Path, resolved.values.glossary))
    if isolated:
        return ()
    beside = store.find(Path(resolved.folder)) if resolved.folder else ()
    return beside or store.find(Path.cwd())


def _beside(named: str | None, name: str, start: Path, isolated: bool) -> str | None:
    """A file that silences findings: the one named, else the nearest upward from the copy; none when isolated."""
    if isolated:
        return None
    found = named or upward(start, name)
    return str(found) if found else None


def home(resolved: Resolved, start: Path, name: str) -> Path:
    """Where a file of the desk is or would be: named, else nearest upward, else beside the configuration or here."""
    named = resolved.values.suppressions if name == suppressions.NAME else resolved.values.baseline
    if named:
        return Path(named)
    return upward(start, name) or (Path(resolved.folder) if resolved.folder else Path.cwd()) / name
