"""A place in copy as people type it: ``FILE:LINE`` or ``FILE:LINE:COL``."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from auditor.errors import UsageError

_PLACE = re.compile(r"(?P<file>.+?):(?P<line>\d{1,9})(?::(?P<column>\d{1,9}))?", re.S)


HINT = "write FILE:LINE or FILE:LINE:COL, as in draft.txt:31"


class Place(msgspec.Struct, frozen=True):
    """A file that is there, a line, and a column where one was given; both from 1."""

    file: Path
    line: int
    column: int | None = None


def parse(text: str) -> Place:
    """The place. Raises `UsageError` where the text names no line, or a file that is not there."""
    found = _PLACE.fullmatch(text)
    if found is None:
        raise UsageError(f"{text!r} names no line", HINT)
    column = int(found["column"]) if found["column"] else None
    file = _located(Path(found["file"]))
    if file.is_dir():
        raise UsageError(f"{file}: is a folder", "name a file in it")
    return Place(file, int(found["line"]), column)


def _located(file: Path) -> Path:
    """The file, or the one below the working folder whose path ends so (reports name files from the audited folder)."""
    from auditor.reading.discover import discover

    if file.exists():
        return file
    below = (
        [] if file.is_absolute() else [p for p, _ in discover([Path()]) if p.parts[-len(file.parts) :] == file.parts]
    )
    if len(below) == 1:
        return below[0]
    if below:
        raise UsageError(f"{file}: several files end so", ", ".join(map(str, below[:5])))
    raise UsageError(f"{file}: no such file", "check the path")
