"""How a tool ends that makes one file: it writes it, or with ``--check`` tells whether it is what the sources give."""

from __future__ import annotations

import sys
from pathlib import Path


def written(target: Path, text: str) -> int:
    """The exit code: 1 where ``--check`` was asked for and the file is not up to date."""
    if "--check" not in sys.argv[1:]:
        target.write_text(text, encoding="utf-8")
        return 0
    same = target.exists() and target.read_text(encoding="utf-8") == text
    print("up to date" if same else f"{target.name} is out of date")
    return int(not same)
