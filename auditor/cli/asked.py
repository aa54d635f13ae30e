"""What was asked of ``check``: the paths, and options that contradict each other."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.errors import UsageError
from auditor.run.gather import STDIN

if TYPE_CHECKING:
    from auditor.cli.check import Repair


def all_paths(paths: Sequence[Path] | None, files_from: Path | None) -> list[Path]:
    """The paths named, then the articles among those listed in ``files_from``; each once."""
    if files_from is None:
        if not paths:
            raise UsageError("nothing to read", "name PATHS, - for stdin, or --files-from FILE")
        return list(paths)
    if files_from == STDIN and STDIN in (paths or ()):
        raise UsageError("stdin cannot be both an article and a list of paths", "give the list in a file")
    return list(dict.fromkeys([*(paths or ()), *_listed(files_from)]))


def _listed(file: Path) -> list[Path]:
    """Paths of a list, one a line or parted by NUL; files that are no articles, and lost ones, are passed over."""
    from auditor.reading.discover import is_article

    try:
        data = sys.stdin.buffer.read() if file == STDIN else file.read_bytes()
    except OSError as exc:
        raise UsageError(
            f"--files-from: {file}: {(exc.strerror or 'cannot be read').lower()}", "check the path"
        ) from exc
    text = data.decode("utf-8", "surrogateescape")
    names = text.split("\0") if "\0" in text else [line.rstrip("\r") for line in text.split("\n")]
    paths = [Path(name) for name in names if name.strip()]
    return [p for p in paths if p.is_dir() or (p.is_file() and is_article(p))]


def agreed(
    paths: Sequence[Path],
    repair: Repair,
    *,
    watch: bool,
    format: str | None,
    output: Path | None,
) -> None:
    """Raise `UsageError` for options that contradict each other."""
    if repair.unsafe and not (repair.fix or repair.diff):
        raise UsageError("--unsafe-fixes does nothing by itself", "add --diff to see them, or --fix to make them")
    if repair.fix and not repair.diff and STDIN in paths:
        raise UsageError("--fix cannot write to stdin", "use --diff, or name the file")
    if repair.diff and (format or output):
        raise UsageError("--diff prints a diff and no report", "leave out --format and --output")
    if watch and (STDIN in paths or repair.fix):
        raise UsageError("--watch goes with files and without --fix", "name the files to watch")
