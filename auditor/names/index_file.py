"""The file of an index: numbers and strings in sections, memory-mapped, little-endian on every machine.

Header: magic, layout, number of sections, CRC-32 of all that follows the header, stamp of the reading tables that the
keys were made with. Then the length of each section (64 bits), then the sections.
"""

from __future__ import annotations

import mmap
import struct
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from pathlib import Path

from auditor.errors import UsageError
from auditor.packs.files import write_whole

LAYOUT = 1
REBUILD = "build it again with: auditor names index build"
_MAGIC = b"AUDNAMES"
_HEADER = struct.Struct("<8sIII16s4x")


class Strings:
    """A list of strings: offsets and one run of UTF-8."""

    def __init__(self, offsets: memoryview, blob: memoryview) -> None:
        self._offsets, self._blob = offsets, blob

    def __len__(self) -> int:
        return len(self._offsets) // 4 - 1

    def __getitem__(self, at: int) -> str:
        return self.run(at, at + 1)

    def run(self, first: int, end: int) -> str:
        """The strings from ``first`` up to ``end``, written as one."""
        bounds = numbers(self._offsets, first, end + 1)
        return str(self._blob[bounds[0] : bounds[-1]], "utf-8", "surrogatepass")

    def find(self, text: str) -> int | None:
        """Where the text stands in a sorted list."""
        at = bisect_left(range(len(self)), text, key=self.__getitem__)
        return at if at < len(self) and self[at] == text else None


class Lists:
    """A list of lists of numbers."""

    def __init__(self, offsets: memoryview, data: memoryview) -> None:
        self._offsets, self._data = offsets, data

    def get(self, at: int, most: int | None = None) -> array[int]:
        """The list at a place, or its first ``most`` numbers."""
        first, end = numbers(self._offsets, at, at + 2)
        return numbers(self._data, first, end if most is None else min(end, first + most))


def numbers(view: memoryview, first: int, end: int) -> array[int]:
    """Unsigned 32-bit numbers from ``first`` up to ``end``. Raises ``IndexError`` beyond the section."""
    if end * 4 > len(view) or first > end:
        raise IndexError(end)
    return _little(array("I", bytes(view[first * 4 : end * 4])))


def _little(values: array[int]) -> array[int]:
    if sys.byteorder == "big":
        values.byteswap()
    return values


def as_numbers(values: Iterable[int]) -> bytes:
    """A section of numbers."""
    return _little(array("I", values)).tobytes()


def as_strings(texts: Iterable[str]) -> tuple[bytes, bytes]:
    """The two sections of a list of strings."""
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    return as_numbers(_offsets(encoded)), b"".join(encoded)


def as_lists(lists: Sequence[Sequence[int]]) -> tuple[bytes, bytes]:
    """The two sections of a list of lists."""
    return as_numbers(_offsets(lists)), as_numbers(number for numbers in lists for number in numbers)


def _offsets(items: Sequence[Sequence[int]]) -> Iterable[int]:
    total = 0
    yield total
    for item in items:
        total += len(item)
        yield total


def packed(stamp: bytes, sections: Sequence[bytes]) -> bytes:
    """The bytes of a file."""
    lengths = struct.pack(f"<{len(sections)}Q", *map(len, sections))
    body = b"".join((lengths, *sections))
    return _HEADER.pack(_MAGIC, LAYOUT, len(sections), zlib.crc32(body), stamp) + body


def mapped(path: Path, count: int) -> tuple[bytes, list[memoryview]]:
    """Stamp and sections of a file. Raises `UsageError` where it is no index, damaged, or of another layout."""
    try:
        with path.open("rb") as file:
            view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except OSError as exc:
        raise UsageError(f"{path}: {(exc.strerror or 'cannot be read').lower()}", "check the path") from exc
    except ValueError as exc:
        raise UsageError(f"{path}: empty, not an index of names", REBUILD) from exc
    if len(view) < _HEADER.size or bytes(view[: len(_MAGIC)]) != _MAGIC:
        raise UsageError(f"{path}: not an index of names", REBUILD)
    _, layout, held, checksum, stamp = _HEADER.unpack_from(view, 0)
    if layout != LAYOUT or held != count:
        raise UsageError(f"{path}: an index of layout {layout}, this version reads {LAYOUT}", REBUILD)
    if zlib.crc32(view[_HEADER.size :]) != checksum:
        raise UsageError(f"{path}: damaged (its checksum does not hold)", REBUILD)
    return stamp, _sections(view, count)


def _sections(view: memoryview, count: int) -> list[memoryview]:
    at, out = _HEADER.size + 8 * count, []
    for length in struct.unpack_from(f"<{count}Q", view, _HEADER.size):
        out.append(view[at : at + length])
        at += length
    return out


def save(path: Path, data: bytes) -> None:
    """Write beside and rename, so that nobody ever sees half a file. Raises `UsageError` where that cannot be done."""
    try:
        write_whole(path, data)
    except OSError as exc:
        raise UsageError(f"{path}: {(exc.strerror or 'cannot be written').lower()}", "choose another place") from exc
