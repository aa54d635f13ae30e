"""All TOML packs as one JSON file in the cache: the TOML parser is slow, and a cold start reads a hundred files.

The file is stamped with name, size and time of every pack and made anew when any of them changes.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

import msgspec

from auditor.packs.cache import cache_folder, write

LAYOUT = 1


class Compiled(msgspec.Struct, frozen=True):
    """``files`` maps a pack's path below the data folder to its content as JSON."""

    stamp: str
    files: Mapping[str, msgspec.Raw]


@cache
def compiled(data: Path) -> Mapping[str, msgspec.Raw]:
    """The packs under ``data`` that are valid TOML; empty where the cache can be neither read nor written."""
    path = cache_folder() / f"packs-{blake2b(str(data).encode(), digest_size=6).hexdigest()}.json"
    stamp = _stamp(data)
    with suppress(OSError, msgspec.DecodeError):
        held = msgspec.json.decode(path.read_bytes(), type=Compiled)
        if held.stamp == stamp:
            return held.files
    made = Compiled(stamp, dict(_parsed(data)))
    try:
        write(path, msgspec.json.encode(made))
    except OSError:
        return {}
    return made.files


def _stamp(data: Path) -> str:
    total = blake2b(str(LAYOUT).encode(), digest_size=12)
    for path in sorted(data.rglob("*.toml")):
        state = path.stat()
        total.update(f"{path.relative_to(data).as_posix()} {state.st_size} {state.st_mtime_ns}\n".encode())
    return total.hexdigest()


def _parsed(data: Path) -> Iterator[tuple[str, msgspec.Raw]]:
    for path in sorted(data.rglob("*.toml")):
        with suppress(OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
            content = tomllib.loads(path.read_text(encoding="utf-8"))
            yield path.relative_to(data).as_posix(), msgspec.Raw(msgspec.json.encode(content))
