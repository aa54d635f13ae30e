"""An index of names: one file in which a spelling is looked up among a million forms in milliseconds.

    data = build([("Lavrov", "en", "per-lavrov"), ("Lawrow", "de", "per-lavrov")])
    save(Path("names.idx"), data)
    open(Path("names.idx")).find("Lavroff", "fr")

The file holds strings and numbers only, is memory-mapped, checksummed and the same for the same rows.
"""

from __future__ import annotations

from pathlib import Path

from auditor.names.index_build import Row, build
from auditor.names.index_file import save
from auditor.names.index_find import Found, NameIndex

__all__ = ["Found", "NameIndex", "Row", "build", "open", "save"]


def open(path: Path | str) -> NameIndex:
    """The index in a file. Raises `UsageError` where it is none, damaged or of another layout."""
    return NameIndex(Path(path))
