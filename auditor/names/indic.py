"""Scripts of India that are laid out as Devanagari is: written in its letters, with the vowel that no sign shows."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import NamedTuple

from auditor.packs import data_path, load_toml
from auditor.records import Record

_ROW = 0x80  # code points of one script (The Unicode Standard 15.0, 12.1: the order of ISCII)


class IndicFile(Record, frozen=True):
    """``data/conventions/indic.toml``."""

    schema: int
    scripts: frozenset[str]
    consonants: str
    signs: str
    dot: str
    virama: str
    inherent: str
    sonorants: str
    first: dict[str, int]
    others: dict[str, str]


class _Letters(NamedTuple):
    """Letter -> the same one in Devanagari; consonants; what follows one whose own vowel is not heard."""

    devanagari: dict[int, str]
    consonants: frozenset[str]
    signs: frozenset[str]


@cache
def indic() -> IndicFile:
    """The table."""
    return load_toml(data_path("conventions", "indic.toml"), IndicFile)


@cache
def _letters() -> _Letters:
    file = indic()
    start = file.first["Deva"]
    table = {first + at: chr(start + at) for first in file.first.values() for at in range(_ROW)}
    table |= {ord(letter): other for letter, other in file.others.items()}
    return _Letters(table, frozenset(file.consonants), frozenset(file.signs + file.virama))


def spelled(word: str) -> str:
    """A word in letters of Devanagari with ``inherent`` after each consonant that has no other vowel.

    At the end of a word it is heard only where two consonants could not be said without it (Mitra, but Ram). Sources:
    Ohala, Aspects of Hindi Phonology (1983); Chatterji, The Origin and Development of the Bengali Language (1926), 1.
    """
    file, letters = indic(), _letters()
    text = unicodedata.normalize("NFC", word).translate(letters.devanagari)
    out: list[str] = []
    for at, letter in enumerate(text):
        out.append(letter)
        dotted = text[at + 1 : at + 2] == file.dot
        if letter == file.dot:
            letter, dotted = text[at - 1], False
        if dotted or letter not in letters.consonants:
            continue
        following = text[at + 1 : at + 2]
        bound = letter in file.sonorants and text[:at].endswith(file.virama)
        if following not in letters.signs and (following or bound):
            out.append(file.inherent)
    return "".join(out)
