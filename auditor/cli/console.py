"""What goes where: results to stdout, everything else to stderr; colour, width, the progress bar."""

from __future__ import annotations

import os
import re
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

    from auditor.errors import AuditorError

Progress = Callable[[str, int, int], None]
_COMMAND = re.compile(r"(?m)^[ \t]*::|##\[")
PATIENCE = 0.5  # seconds of work before a bar is shown


def out(text: str) -> None:
    """Write a result to stdout; a reader that has gone away ends the output, not the job."""
    _write(sys.stdout, text)


def data(text: str) -> None:
    """Write what a machine reads to stdout: in UTF-8 whatever the terminal's encoding, so that it stays well formed."""
    raw = getattr(sys.stdout, "buffer", None)
    if raw is None:
        return out(text)
    try:
        sys.stdout.flush()
        raw.write(text.encode("utf-8", "backslashreplace"))
        raw.flush()
    except BrokenPipeError:
        _silence(sys.stdout)


def note(text: str) -> None:
    """Write a line that is not a result to stderr."""
    _write(sys.stderr, text.rstrip("\n") + "\n")


def report_error(error: AuditorError) -> None:
    """An error as one line: what and where, then what to do."""
    note(f"error: {plain(error.message)}" + (f" — {plain(error.hint)}" if error.hint else ""))


def plain(text: str) -> str:
    """The text on one line, with control and bidi characters as code points: names of files come from strangers."""
    from auditor.report.escape import inline

    return " ".join(inline(text).split())


def _write(stream: TextIO, text: str) -> None:
    if os.environ.get("GITHUB_ACTIONS"):
        text = inert(text)
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _silence(stream)


def inert(text: str) -> str:
    """The lines without what GitHub takes for commands: ``::name::`` at the start of one, ``##[name]`` anywhere."""
    return _COMMAND.sub(lambda m: m[0].replace(":", "[U+003A]", 1).replace("#", "[U+0023]", 1), text)


def _silence(stream: TextIO) -> None:
    """Send the rest of a stream nowhere, so that closing it at exit does not complain."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def leave(code: int) -> NoReturn:
    """End the process; at once where nothing else runs in it, for taking all records apart takes a fifth of a check."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError, ValueError):
            stream.flush()
    watched = sys.gettrace() or sys.getprofile()
    if watched or "multiprocessing" in sys.modules or threading.active_count() > 1:
        sys.exit(code)
    os._exit(code)


def prepare_streams() -> None:
    """Let neither a character that the terminal's encoding lacks nor a stream that is closed stop the run."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open for the whole run
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


def wants_color(stream: TextIO, no_color: bool = False) -> bool:
    """``--no-color`` and NO_COLOR turn colour off, FORCE_COLOR on; else it is for terminals that know it."""
    if no_color or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return os.environ["FORCE_COLOR"] != "0"
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width(other: int = 100) -> int:
    """Columns of the terminal; ``other`` where the output is not one."""
    return max(40, shutil.get_terminal_size((other, 24)).columns) if sys.stdout.isatty() else other


def room() -> int:
    """Columns of the terminal; no end to them where the output is none, so that its paragraphs stay whole."""
    return width(10_000)


@contextmanager
def progress(quiet: bool = False) -> Iterator[Progress]:
    """A callback ``(stage, done, total)`` that draws a bar on stderr, on a terminal and for long work only."""
    if quiet or not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    bar = _Bar()
    try:
        yield bar.update
    finally:
        bar.close()


class _Bar:
    """A rich bar that appears when the work has lasted `PATIENCE` seconds."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._drawn: tuple[RichProgress, TaskID] | None = None

    def update(self, stage: str, done: int, total: int) -> None:
        """Draw how far a stage is."""
        if self._drawn is None and (time.monotonic() - self._begun < PATIENCE or done >= total):
            return
        bar, task = self._drawn = self._drawn or self._begin(total)
        bar.update(task, description=stage, completed=done, total=total)

    def _begin(self, total: int) -> tuple[RichProgress, TaskID]:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        bar = Progress(*columns, console=Console(stderr=True), transient=True)
        bar.start()
        return bar, bar.add_task("", total=total)

    def close(self) -> None:
        """Wipe the bar."""
        if self._drawn:
            self._drawn[0].stop()
