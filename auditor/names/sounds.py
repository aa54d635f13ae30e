"""Reads a spelling as its language does: one code letter a sound (``data/conventions/readings.toml``)."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

import msgspec

from auditor.packs import data_path, load_toml
from auditor.records import Record

GENERIC = "any"
_VOWELS = frozenset("aeiouyq")


class ReadingFile(Record, frozen=True):
    """Language -> "grapheme=sounds ..."; graphemes not listed fall back to ``any``."""

    schema: int
    readings: dict[str, str]


class Graphemes(msgspec.Struct, frozen=True, eq=False):
    """The graphemes of a language and the length of the longest."""

    sounds: dict[str, str]
    longest: int


@cache
def graphemes(language: str) -> Graphemes | None:
    """The reading table of a language, None where there is none."""
    table = _file().readings
    if language not in table:
        return None
    sounds = _pairs(table[GENERIC])
    if language != GENERIC:
        sounds = {**{k: v for k, v in sounds.items() if len(k) == 1}, **_pairs(table[language])}
    return Graphemes(sounds, max(map(len, sounds)))


@cache
def _file() -> ReadingFile:
    return load_toml(data_path("conventions", "readings.toml"), ReadingFile)


def _pairs(text: str) -> dict[str, str]:
    pairs = (item.partition("=") for item in text.split())
    return {grapheme: "" if sounds == "_" else sounds for grapheme, _, sounds in pairs}


@lru_cache(maxsize=131072)
def sounds(word: str, language: str | None = None) -> str:
    """The word (lower case) in sound codes; doubled sounds count once; letters of no table are left out."""
    table = graphemes(language or GENERIC) or graphemes(GENERIC)
    assert table is not None
    found, size, at = table.sounds, len(word), 0
    out: list[str] = []
    while at < size:
        for length in range(min(table.longest, size - at), 0, -1):
            code = found.get(word[at : at + length])
            if code is not None:
                out.append(code)
                at += length
                break
        else:
            out.append(_plain(word[at]))
            at += 1
    return squeeze("".join(out))


@cache
def _plain(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return base if "a" <= base <= "z" else ""


def squeeze(codes: str) -> str:
    """Runs of one sound as one."""
    return "".join(code for at, code in enumerate(codes) if at == 0 or codes[at - 1] != code)
