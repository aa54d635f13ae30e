"""The user's cache folder: what can be made again at any time and is kept only to start fast."""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from functools import cache
from pathlib import Path

from auditor.packs.files import write_whole


def cache_folder() -> Path:
    """``AUDITOR_CACHE`` where it is set to something, or the folder that the system gives a program for its cache."""
    base = os.environ.get("AUDITOR_CACHE")
    return Path(base) if base else _system_folder()


@cache
def _system_folder() -> Path:
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("auditor", appauthor=False))


def write(path: Path, data: bytes) -> None:
    """Write beside and rename, so that nobody ever sees half a file. Raises ``OSError`` where that cannot be done."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(path, data)


def verified(path: Path, content: memoryview, checksum: int) -> bool:
    """Whether the CRC-32 of a file's ``content`` is ``checksum``; reckoned once for each version of the file.

    A stamp beside the file remembers its size, its time and the sum.
    """
    state = path.stat()
    stamp, mark = path.with_suffix(".ok"), f"{state.st_size} {state.st_mtime_ns} {checksum}"
    try:
        if stamp.read_text(encoding="ascii") == mark:
            return True
    except (OSError, UnicodeDecodeError):
        pass
    if zlib.crc32(content) != checksum:
        return False
    with suppress(OSError):
        write(stamp, mark.encode("ascii"))
    return True
