"""All TOML packs as one JSON file in the cache: the TOML parser is slow, and a cold start reads a hundred files.

The file is stamped with name, size and time of every pack and made anew when any of them changes.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import msgspec

from auditor.packs.cache import cache_folder, write

T = TypeVar("T")
LAYOUT = 1


class Compiled(msgspec.Struct, frozen=True):
    """``files`` maps a pack's path below the data folder to its content as JSON."""

    stamp: str
    files: Mapping[str, msgspec.Raw]


class Derived(msgspec.Struct, frozen=True):
    """Something worked out from the packs; good as long as its stamp holds."""

    stamp: str
    content: msgspec.Raw


@cache
def compiled(data: Path) -> Mapping[str, msgspec.Raw]:
    """The packs under ``data`` that are valid TOML; empty where the cache can be neither read nor written."""
    path = _file("packs", data)
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


def derived(name: str, data: Path, version: str, shape: type[T], make: Callable[[], T]) -> T:
    """What ``make`` works out from the packs, kept in the cache until a pack or ``version`` changes."""
    path, stamp = _file(name, data), f"{_stamp(data)} {version}"
    with suppress(OSError, msgspec.DecodeError):  # a validation error is a decoding error, too
        held = msgspec.json.decode(path.read_bytes(), type=Derived)
        if held.stamp == stamp:
            return msgspec.json.decode(held.content, type=shape)
    made = make()
    with suppress(OSError):
        write(path, msgspec.json.encode(Derived(stamp, msgspec.Raw(msgspec.json.encode(made)))))
    return made


def _file(name: str, data: Path) -> Path:
    return cache_folder() / f"{name}-{blake2b(str(data).encode(), digest_size=6).hexdigest()}.json"


@cache
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
