"""``check --watch``: check again whenever the copy, the configuration or a glossary changes."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from auditor.cli import console
from auditor.errors import AuditorError, UsageError
from auditor.gate.baseline import NAME as BASELINE
from auditor.reading.discover import TEXTS
from auditor.reading.formats import SUFFIXES

_SUFFIXES = {*TEXTS, *SUFFIXES}
_TURN = 200  # milliseconds


def watched(paths: Sequence[Path], once: Callable[[], int], output: Path | None = None) -> NoReturn:
    """Run ``once`` now and after every change, until Ctrl-C. An error of one run does not end the watch.

    ``output`` is what the runs themselves write."""
    try:
        from watchfiles import watch
    except ImportError:
        raise UsageError("--watch needs watchfiles", "pip install 'auditor[watch]'") from None
    files = {path.absolute() for path in paths if path.is_file()}
    folders = [path.absolute() for path in paths if path.is_dir()]
    written = output.absolute() if output else None
    roots = sorted({*folders, *(file.parent for file in files)})

    def concerns(_: object, name: str) -> bool:
        path = Path(name)
        if path.name.startswith(".") or path == written:
            return False
        if path.suffix == ".toml" or path.name == BASELINE:
            return True
        return path in files or (path.suffix.lower() in _SUFFIXES and any(folder in path.parents for folder in folders))

    begun = False
    turns = watch(*roots, watch_filter=concerns, recursive=bool(folders), rust_timeout=_TURN, yield_on_timeout=True)
    for changes in turns:  # the first turn, without a change, says that the watch has begun
        if begun and not changes:
            continue
        if begun:
            console.note(f"\n{time.strftime('%H:%M:%S')} changed, checked again")
        begun = True
        _guarded(once)
    raise KeyboardInterrupt


def _guarded(once: Callable[[], int]) -> None:
    try:
        once()
    except AuditorError as error:
        console.report_error(error)
    console.note("watching; Ctrl-C ends it")
