"""Paths as the files of a desk name them: relative to the folder of that file, with forward slashes; and patterns."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path


def lexical(path: Path) -> Path:
    """The absolute path, with ``..`` worked out as it is written; links are not followed."""
    return Path(os.path.abspath(path))


def upward(start: Path, name: str) -> Path | None:
    """The file of that name nearest upward from ``start`` (a file or a folder)."""
    here = lexical(start)
    return next((folder / name for folder in (here, *here.parents) if (folder / name).is_file()), None)


def relative(place: str | None, path: str, folder: Path) -> str:
    """Where an article lies, seen from a folder: ``place`` (absolute) where it is known, else ``path`` as it is."""
    if place is None:
        return path
    try:
        return Path(os.path.relpath(place, folder.absolute())).as_posix()
    except ValueError:  # another drive
        return Path(place).as_posix()


def fits(pattern: str, path: str) -> bool:
    """Whether a path matches: ``*`` within one folder, ``**`` over folders, ``?`` one letter; a folder holds all in it.

    A pattern without a slash is tried on every part of the path, as git does.
    """
    return _compiled(pattern).fullmatch(path) is not None


def advice(pattern: str) -> str | None:
    """What to write instead of a pattern that could match nothing, or that names nothing; None for a sound one."""
    if not pattern.strip(" /."):
        return "name a file or folder, or a pattern such as drafts/**"
    if pattern.startswith("!"):
        return "nothing is taken back in: name what is to be left out"
    if not (pattern.startswith("/") or {"[", "]", "{", "}"}.isdisjoint(pattern)):  # folders may be called so
        return "only *, ** and ? stand for something: give a pattern for each"
    return None


def anchored(folder: Path, pattern: str) -> str:
    """A pattern seen from a folder as one of absolute paths; without a slash it means any depth below the folder."""
    return lexical(folder / ("" if "/" in pattern.rstrip("/") else "**") / pattern.strip("/")).as_posix()


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    body = pattern.strip("/").removeprefix("./")
    parts = ["(?:.*/)?" if "/" not in pattern.rstrip("/") else ""]
    for piece in re.findall(r"(?:\*\*/)+|\*+|\?|[^*?]+", body):
        if piece.startswith("**/"):
            parts.append("(?:.*/)?")
        elif piece == "*" or piece == "?":
            parts.append("[^/]" + ("*" if piece == "*" else ""))
        else:
            parts.append(".*" if piece.startswith("*") else re.escape(piece))
    return re.compile("".join(parts) + "(?:/.*)?", re.S)
