"""The user's cache folder: what can be made again at any time and is kept only to start fast."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from auditor.packs.files import write_whole


def cache_folder() -> Path:
    """``AUDITOR_CACHE``, or the folder that the system gives a program for its cache."""
    base = os.environ.get("AUDITOR_CACHE")
    return Path(base) if base is not None else _system_folder()


@cache
def _system_folder() -> Path:
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("auditor", appauthor=False))


def write(path: Path, data: bytes) -> None:
    """Write beside and rename, so that nobody ever sees half a file. Raises ``OSError`` where that cannot be done."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(path, data)
