"""What is worked out from the packs, kept in the cache: the TOML parser is slow, and a run needs little of the data.

Each file of the cache is stamped with name, size and time of every knowledge file, and made anew when one changes.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

import msgspec

from auditor.packs.cache import cache_folder
from auditor.packs.shelf import Parts, Shelf, shelve

LAYOUT = 2
_TOML = "toml"


@cache
def compiled(data: Path) -> Callable[[str], bytes | None]:
    """Finds a pack under ``data`` as JSON by its path there, if it is valid TOML."""
    return shelved("packs", data, "", lambda: {_TOML: dict(_parsed(data))}).by_key(_TOML, bytes)


def shelved(name: str, data: Path, version: str, make: Callable[[], Parts]) -> Shelf:
    """What ``make`` works out from the packs, kept in the cache until a knowledge file or ``version`` changes."""
    path = cache_folder() / f"{name}-{blake2b(str(data).encode(), digest_size=6).hexdigest()}.bin"
    return shelve(path, f"{_stamp(data)} {version}", make)


@cache
def _stamp(data: Path) -> str:
    total = blake2b(str(LAYOUT).encode(), digest_size=12)
    for line in sorted(_states(str(data), "")):
        total.update(line.encode())
    return total.hexdigest()


def _states(folder: str, prefix: str) -> Iterator[str]:
    """Name, size and time of each file below a folder."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _states(entry.path, f"{prefix}{entry.name}/")
            else:
                state = entry.stat()
                yield f"{prefix}{entry.name} {state.st_size} {state.st_mtime_ns}\n"


def _parsed(data: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(data.rglob("*.toml")):
        with suppress(OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
            content = tomllib.loads(path.read_text(encoding="utf-8"))
            yield path.relative_to(data).as_posix(), msgspec.json.encode(content)
