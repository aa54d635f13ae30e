"""A file of values found by their keys: memory-mapped, so that what is not asked for is not read.

Layout, in the machine's byte order: a header; the digests of all keys in ascending order, 64 bits each; where each
value ends in the body, 32 bits each; the body. Chance that an absent key is taken for a present one: below 10^-13.
"""

from __future__ import annotations

import mmap
import struct
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import msgspec

from auditor.packs.cache import verified, write

T = TypeVar("T")
Find = Callable[[str], T | None]
"""Gives the value of a key, made anew each time, or None."""
Parts = Mapping[str, Mapping[str, object] | Sequence[object]]
"""Name of a part -> its values by key, or in order; of any type that msgspec encodes."""

_HEADER = struct.Struct("=8s16sII")  # magic, digest of the stamp, values, crc32 of all that follows
_MAGIC = b"AUDSHF\0\1"


class Shelf:
    """Values of several parts, each part a mapping of its own."""

    __slots__ = ("_body", "_digests", "_ends")

    def __init__(self, table: memoryview) -> None:
        count = _HEADER.unpack_from(table)[2]
        first, second = _HEADER.size + count * 8, _HEADER.size + count * 12
        self._digests, self._ends = table[_HEADER.size : first].cast("Q"), table[first:second].cast("I")
        self._body = table[second:]

    def raw(self, part: str, key: str) -> memoryview | None:
        """The value as MessagePack, None where there is none."""
        digest = _digest(part, key)
        at = bisect_left(self._digests, digest)
        if at == len(self._digests) or self._digests[at] != digest:
            return None
        return self._body[self._ends[at - 1] if at else 0 : self._ends[at]]

    def by_number(self, name: str, shape: type[T]) -> Callable[[int], T]:
        """A function that gives the values of a part that was in order. Raises ``IndexError``."""
        find = self.by_key(name, shape)

        def give(number: int) -> T:
            value = find(str(number))
            if value is None:
                raise IndexError(f"{name} has no number {number}")
            return value

        return give

    def by_key(self, name: str, shape: type[T]) -> Find[T]:
        """A function that finds the values of a part."""
        decode = msgspec.msgpack.Decoder(shape).decode

        def find(key: str) -> T | None:
            raw = self.raw(name, key)
            return None if raw is None else decode(raw)

        return find


def _digest(part: str, key: str) -> int:
    return int.from_bytes(blake2b(f"{part}\0{key}".encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _stamped(stamp: str) -> bytes:
    return blake2b(f"{stamp} {sys.byteorder}".encode(), digest_size=16).digest()


def shelve(path: Path, stamp: str, make: Callable[[], Parts]) -> Shelf:
    """What ``make`` gives, from the file at ``path`` if that has this stamp; in memory where it cannot be written."""
    held = _open(path, stamp)
    if held is None:
        data = pack(stamp, make())
        with suppress(OSError):
            write(path, data)
            held = _open(path, stamp)
        if held is None:
            held = memoryview(data)
    return Shelf(held)


def pack(stamp: str, parts: Parts) -> bytes:
    """The bytes of a shelf."""
    encode = msgspec.msgpack.Encoder(order="deterministic").encode
    rows = sorted((_digest(part, key), encode(value)) for part, held in parts.items() for key, value in _items(held))
    digests, ends = array("Q", [digest for digest, _ in rows]), array("I")
    for _, value in rows:
        ends.append((ends[-1] if ends else 0) + len(value))
    body = b"".join((digests.tobytes(), ends.tobytes(), *(value for _, value in rows)))
    return _HEADER.pack(_MAGIC, _stamped(stamp), len(rows), zlib.crc32(body)) + body


def _items(held: Mapping[str, object] | Sequence[object]) -> Iterable[tuple[str, object]]:
    return held.items() if isinstance(held, Mapping) else ((str(number), value) for number, value in enumerate(held))


def _open(path: Path, stamp: str) -> memoryview | None:
    """The file's bytes, mapped; None where it is missing, damaged, or of another stamp."""
    try:
        with path.open("rb") as file:
            view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        magic, digest, count, checksum = _HEADER.unpack_from(view)
    except (OSError, ValueError, struct.error):
        return None
    if (magic, digest) != (_MAGIC, _stamped(stamp)) or len(view) < _HEADER.size + count * 12:
        return None
    return view if verified(path, view[_HEADER.size :], checksum) else None
