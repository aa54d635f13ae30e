"""Which languages own a word, and how common it is there.

wordfreq's frequency lists, compiled once into one memory-mapped table: an open-addressing hash of word digests whose
cells point to distinct rows of one byte for each language, zipf frequency (log10 of occurrences per 10^9 words) times
25, rounded. Chance that an absent word is taken for a present one: below 10^-9.
The lists end about 2021 (wordfreq 3, Speer 2022): absence of a word everywhere proves nothing.
"""

from __future__ import annotations

import mmap
import struct
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

from auditor.packs.cache import cache_folder, verified, write
from auditor.packs.installed import installed
from auditor.packs.languages import LANGUAGES as LANGUAGES
from auditor.text.memo import Memo

SCALE = 25
MIN_ZIPF = 1.0
_KEPT = 500_000  # rows that are remembered
_VERSION = 3
_HEADER = struct.Struct("<8sIIIII4x")  # magic, version, languages, slots, rows, crc32 of the tables
_MAGIC = b"AUDLEX\0\0"


def digest(word: str) -> tuple[int, int]:
    """Where a word is sought first (64 bits, to be reduced) and the mark of its cell (32 bits, never 0)."""
    raw = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=12).digest()
    return int.from_bytes(raw[:8], "little"), int.from_bytes(raw[8:], "little") or 1


def fold(word: str) -> str:
    """The form under which the lexicon keeps a word: case folded (ß is ss), plain apostrophe."""
    return word.casefold().replace("’", "'").replace("ʼ", "'")


class Lexicon:
    """Zipf frequencies of words in ``LANGUAGES``. Look-ups are cached for the life of the process."""

    def __init__(self, table: memoryview) -> None:
        magic, version, languages, slots, rows, _ = _HEADER.unpack_from(table, 0)
        if magic != _MAGIC or version != _VERSION or languages != len(LANGUAGES):
            raise ValueError("not a lexicon of this version")
        marks, cells = _HEADER.size + slots * 4, _HEADER.size + slots * 8
        self._slots = slots
        self._marks = table[_HEADER.size : marks].cast("I")
        self._cells = table[marks:cells].cast("I")
        self._rows = bytes(table[cells : cells + rows * languages])
        self._cache = Memo(self._find, _KEPT)
        self._sums = Memo(self._sum, _KEPT)

    def row(self, word: str) -> bytes:
        """One byte for each of ``LANGUAGES`` (0 where the word is absent) for ``fold(word)``."""
        return self._cache[word]

    def packed(self, words: Iterable[str]) -> list[int]:
        """The row of each word as one integer of 32-bit lanes, so that rows add up in one operation; see `lanes`."""
        return list(map(self._sums.__getitem__, words))

    def _sum(self, word: str) -> int:
        return _packed(self._cache[word])

    def _find(self, word: str) -> bytes:
        place, mark = digest(fold(word))
        marks, slots, width = self._marks, self._slots, len(LANGUAGES)
        slot = place % slots
        while held := marks[slot]:
            if held == mark:
                at = self._cells[slot] * width
                return self._rows[at : at + width]
            slot = slot + 1 if slot + 1 < slots else 0
        return _ABSENT

    def zipf(self, word: str, language: str) -> float:
        """Zipf frequency of the word in a language, 0.0 where it is absent or the language is not covered."""
        index = _INDEX.get(language)
        return 0.0 if index is None else self._cache[word][index] / SCALE

    def zipfs(self, word: str) -> dict[str, float]:
        """Language -> zipf, for the languages that have the word."""
        return {code: value / SCALE for code, value in zip(LANGUAGES, self.row(word), strict=True) if value}

    def most(self, word: str) -> float:
        """The zipf of the word where it is commonest, 0.0 where no language has it."""
        return max(self._cache[word]) / SCALE

    def known(self, word: str) -> bool:
        """True when any language has the word."""
        return self._cache[word] != _ABSENT

    def owner(self, word: str, gap: float = 2.0) -> str | None:
        """The one language in which the word is at least ``gap`` zipf commoner than in every other, or None."""
        row = self.row(word)
        best = max(range(len(row)), key=row.__getitem__)
        rest = max(value for index, value in enumerate(row) if index != best)
        return LANGUAGES[best] if row[best] and row[best] - rest >= gap * SCALE else None


_INDEX = {code: index for index, code in enumerate(LANGUAGES)}
_ABSENT = bytes(len(LANGUAGES))
_LANES = struct.Struct(f"<{len(LANGUAGES)}I")


@cache
def _packed(row: bytes) -> int:
    return int.from_bytes(_LANES.pack(*row), "little")


def lanes(total: int) -> tuple[int, ...]:
    """The sums by language of packed rows that were added up."""
    return _LANES.unpack(total.to_bytes(_LANES.size, "little"))


@cache
def lexicon() -> Lexicon:
    """The lexicon of this process; builds its table on first use (seconds), in memory where no cache can be written."""
    path = cache_file()
    table = _open(path)
    if table is None:
        data = build()
        try:
            write(path, data)
            table = _open(path)
        except OSError:
            table = None
        if table is None:
            table = memoryview(data)
    return Lexicon(table)


def cache_file() -> Path:
    """Where the table lies: ``AUDITOR_CACHE`` or the user's cache folder; its name carries all that moves its bytes."""
    return cache_folder() / f"{lexicon_id()}-{sys.byteorder}.bin"


@cache
def lexicon_id() -> str:
    """What the lexicon is made of: the version of its layout and that of wordfreq."""
    return f"lexicon-{_VERSION}-wordfreq-{installed('wordfreq')}"


def is_built() -> bool:
    """True when a usable table lies in the cache."""
    return _open(cache_file()) is not None


def build(languages: Iterable[str] = LANGUAGES) -> bytes:
    """The table's bytes, from wordfreq's largest list for each language."""
    from wordfreq import get_frequency_list

    codes = tuple(languages)
    rows: dict[str, bytearray] = {}
    for index, code in enumerate(codes):
        for centibels, words in enumerate(get_frequency_list(code, "best")):
            value = round((9 - centibels / 100) * SCALE)
            if value < MIN_ZIPF * SCALE:
                continue
            for word in words:
                row = rows.get(word)
                if row is None:
                    row = rows[word] = bytearray(len(codes))
                row[index] = value
    return _pack(rows, len(codes))


def words_of(language: str, least: float) -> Iterator[tuple[str, float]]:
    """The words of a language that the table does not hold (Arabic), from a zipf on, the commonest first; slow.

    Nothing where wordfreq has no list of it.
    """
    from wordfreq import available_languages, get_frequency_list

    lists = get_frequency_list(language, "best") if language in available_languages("best") else ()
    for centibels, words in enumerate(lists):
        zipf = round(9 - centibels / 100, 2)
        if zipf < least:
            return
        for word in words:
            yield word, zipf


def _pack(words: dict[str, bytearray], width: int) -> bytes:
    slots = len(words) * 4 // 3 | 1
    marks, cells = array("I", bytes(slots * 4)), array("I", bytes(slots * 4))
    rows: dict[bytes, int] = {}
    for word, row in words.items():
        place, mark = digest(word)
        slot = place % slots
        while marks[slot]:
            slot = slot + 1 if slot + 1 < slots else 0
        marks[slot] = mark
        cells[slot] = rows.setdefault(bytes(row), len(rows))
    body = marks.tobytes() + cells.tobytes() + b"".join(rows)
    return _HEADER.pack(_MAGIC, _VERSION, width, slots, len(rows), zlib.crc32(body)) + body


def _open(path: Path) -> memoryview | None:
    """The table mapped from the cache, or None where it is missing, short, damaged or of another version."""
    try:
        with path.open("rb") as file:
            view = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        magic, version, width, slots, rows, checksum = _HEADER.unpack_from(view, 0)
    except (OSError, ValueError, struct.error):
        return None
    size = _HEADER.size + slots * 8 + rows * width
    if (magic, version, width, len(view)) != (_MAGIC, _VERSION, len(LANGUAGES), size):
        return None
    return view if verified(path, view[_HEADER.size :], checksum) else None
