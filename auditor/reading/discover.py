"""Which files under the paths given are articles."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from auditor.errors import InputError
from auditor.reading.article import Format
from auditor.reading.formats import SUFFIXES, is_known

TEXTS: dict[str, Format] = {".txt": "txt", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"}
GENERATOR = b'<meta name="generator" content="auditor '  # as in the template of the pages
_HEAD = 4096  # bytes in which the mark of a report, or the root of an exchange format, stands


def relative_path(path: Path, root: Path) -> str:
    """``path`` relative to ``root`` with forward slashes; its name alone where it lies outside."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.name


def discover(paths: Sequence[Path], *, leave_out: Path | None = None) -> list[tuple[Path, Path]]:
    """``(file, root)`` for every article under ``paths``, each file once, sorted by path; several folders share a root.

    Folders are searched for text, Markdown, HTML and exchange formats; hidden files and folders, XML and JSON of other
    kinds, the reports that this program wrote and the folder ``leave_out`` below them are passed over. A file named
    outright is taken whatever it is. A path that does not exist raises `InputError`.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if not path.exists():
            raise InputError(path.as_posix(), "missing", "no such file or folder", "check the path")
        for file in _files_under(path, leave_out) if path.is_dir() else [path]:
            found.setdefault(file, path if path.is_dir() else path.parent)
    root = common_root(set(found.values()))
    return sorted(((file, root or own) for file, own in found.items()), key=lambda pair: pair[0].as_posix())


def common_root(roots: set[Path], least: int = 2) -> Path | None:
    """The folder that holds them all, so that paths relative to it differ; None for fewer than ``least`` or none."""
    if len(roots) < least:
        return None
    try:
        return Path(os.path.commonpath(sorted(roots)))
    except ValueError:
        return None


def _files_under(folder: Path, leave_out: Path | None) -> Iterable[Path]:
    closed = os.path.realpath(leave_out) if leave_out else None
    for base, folders, files in os.walk(folder):
        folders[:] = sorted(n for n in folders if not n.startswith(".") and os.path.realpath(Path(base, n)) != closed)
        for name in sorted(files):
            path = Path(base, name)
            if not name.startswith(".") and path.is_file() and is_article(path):  # a pipe would wait for its writer
                yield path


def is_article(path: Path) -> bool:
    """Whether a search of folders would take the file: by its suffix, and its head where the suffix is ambiguous."""
    suffix = path.suffix.lower()
    if suffix in TEXTS:
        return not is_report(path)
    return suffix in SUFFIXES and (suffix == ".docx" or is_known(_head(path)))


def _head(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD).decode("utf-8", "ignore")
    except OSError:
        return ""


def is_report(path: Path) -> bool:
    """True for a page that this program wrote: its head bears the generator mark."""
    if TEXTS.get(path.suffix.lower()) != "html":
        return False
    try:
        with path.open("rb") as file:
            return GENERATOR in file.read(_HEAD)
    except OSError:
        return False
