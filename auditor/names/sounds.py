"""Reads a spelling as its language does: one code letter a sound (``data/conventions/readings.toml``)."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from auditor.names.indic import indic, spelled
from auditor.packs import data_path, load_toml, load_tsv
from auditor.records import Record

GENERIC = "any"
_RUN = re.compile(r"(.)\1+")
_LATIN = "Latn"
ABJAD = frozenset({"Arab", "Hebr"})  # scripts without vowels
_STILL = "-still"
_UNHEARD_OPEN = re.compile("ar(?![aeiouyqjUO])")
_UNHEARD = re.compile("[eiouyqUO]r(?![aeiouyqjUO])")
_CONSONANTS = "bdfgklmnprstvz"


class ReadingFile(Record, frozen=True):
    """Language or script -> "grapheme=sounds ..."; graphemes not listed fall back to the script's own table."""

    schema: int
    readings: dict[str, str]


class _Sounds(dict[str, str]):
    """Grapheme -> sounds; a letter of no table sounds like its base letter."""

    def __missing__(self, letter: str) -> str:
        return _plain(letter)


class Graphemes(NamedTuple):
    """The graphemes of a language: what cuts a word into them, longest first, and what gives the sounds of each."""

    cut: Callable[[str], list[str]]
    sound: Callable[[str], str]


@cache
def _stretches() -> tuple[tuple[int, ...], tuple[str, ...]]:
    rows = list(load_tsv(data_path("conventions", "scripts.tsv"), ("first", "script")))
    return tuple(int(row["first"], 16) for row in rows), tuple(row["script"].strip("-") for row in rows)


@lru_cache(maxsize=131072)
def script(word: str) -> str:
    """ISO 15924 code of the script of the first letter, "" for one without a reading table."""
    for letter in word:
        if letter.isalpha():
            starts, scripts = _stretches()
            return scripts[bisect_right(starts, ord(letter)) - 1]
    return _LATIN


@cache
def graphemes(of_script: str, language: str | None) -> Graphemes:
    """The reading table of a script as a language narrows it."""
    table = _file().readings
    sounds = _pairs(table[GENERIC if of_script == _LATIN else of_script])
    own = _pairs(table.get(language or "", ""))
    if own and _same_letters(script(next(iter(own)).strip("^$")), of_script):
        kept = {k: v for k, v in sounds.items() if len(k) == 1} if of_script == _LATIN else sounds
        sounds = {**kept, **own}
    longer = [grapheme for grapheme in sounds if len(grapheme) > 1]
    return Graphemes(_cutter(longer).findall, _Sounds({"^": "", "$": "", **sounds}).__getitem__)


def _same_letters(one: str, other: str) -> bool:
    return one == other or {one, other} <= indic().scripts  # all read from Devanagari


def _cutter(longer: Iterable[str]) -> re.Pattern[str]:
    """Cuts a word from left to right into the longest of some graphemes, else letters; linear: literals only."""
    rests: dict[str, list[str]] = {}
    for grapheme in sorted(longer, key=lambda g: (-len(g), g)):
        rests.setdefault(grapheme[0], []).append(re.escape(grapheme[1:]))
    if not rests:
        return re.compile(".", re.DOTALL)
    begun = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(rests.items()))
    return re.compile(f"[^{re.escape(''.join(sorted(rests)))}]|{begun}|.", re.DOTALL)


@cache
def _file() -> ReadingFile:
    return load_toml(data_path("conventions", "readings.toml"), ReadingFile)


def _pairs(text: str) -> dict[str, str]:
    """Grapheme -> sounds; ``@en`` takes over another table, ``*`` is any one consonant letter, read as it stands."""
    found: dict[str, str] = {}
    for item in text.split():
        if item.startswith("@"):
            found |= _pairs(_file().readings[item[1:]])
            continue
        grapheme, _, codes = item.partition("=")
        for letter in _CONSONANTS if "*" in grapheme else "*":
            found[grapheme.replace("*", letter)] = "" if codes == "_" else codes.replace("*", letter)
    return found


@lru_cache(maxsize=131072)
def sounds(word: str, language: str | None = None) -> str:
    """The word (lower case) in sound codes; doubled sounds count once; letters of no table are left out."""
    written = script(word)
    if not written:
        from auditor.names.rough import roughly

        return sounds(roughly(word)) if word else ""
    if language and language.endswith(_STILL):
        return squeeze(_UNHEARD.sub("q", _UNHEARD_OPEN.sub("a", sounds(word, language.removesuffix(_STILL)))))
    cut, sound = graphemes(written, language)
    if written == "Hang":
        word = unicodedata.normalize("NFD", word)
    elif written in indic().scripts:
        word = spelled(word)
    codes = "".join(map(sound, cut(f"^{word}$")))
    return _once.sub(_one, codes) if written in ABJAD else squeeze(codes)


@cache
def _plain(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return base if "a" <= base <= "z" else ""


_one = itemgetter(1)
_once = re.compile("([jwva])\\1+")  # vowel letters; of other letters written twice a vowel stands between (הררי)


def squeeze(codes: str) -> str:
    """Runs of one sound as one."""
    last = ""
    for code in codes:
        if code == last:
            return _RUN.sub(_one, codes)
        last = code
    return codes
