"""The forms that a word takes in copy, by its ending (``data/languages/inflection.toml``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from auditor.packs import data_path, load_toml
from auditor.records import Record

ANY, CONSONANT = "", "*"
SHORTEST = 3  # letters of a word from which it is inflected


class Rule(Record, frozen=True, rename={"ending": "from"}):
    """The ending that is taken away, and those put in its place."""

    ending: str
    to: tuple[str, ...]


class Inflection(Record, frozen=True):
    """One language: see the file's header."""

    every: bool
    consonants: str
    rules: tuple[Rule, ...]


@cache
def inflections() -> Mapping[str, Inflection]:
    """Language -> its rules."""
    return load_toml(data_path("languages", "inflection.toml"), dict[str, Inflection])


@lru_cache(maxsize=65536)
def inflected(word: str, language: str) -> frozenset[str] | None:
    """The word and its inflected forms; None for languages without rules."""
    table = inflections().get(language.split("-")[0])
    if table is None:
        return None
    if len(word) < SHORTEST:
        return frozenset((word,))
    return frozenset(
        (word, *(word[: len(word) - len(r.ending.strip("*"))] + to for r in _fitting(word, table) for to in r.to))
    )


def _fitting(word: str, table: Inflection) -> list[Rule]:
    """The rules with the longest ending that fits, else those for consonants, else those for any word."""
    lower = word.casefold()
    named = [r for r in table.rules if r.ending not in (ANY, CONSONANT) and lower.endswith(r.ending)]
    if named:
        longest = max(len(r.ending) for r in named)
        return [r for r in named if len(r.ending) == longest]
    ends = lower[-1] in table.consonants
    wanted = CONSONANT if ends and any(r.ending == CONSONANT for r in table.rules) else ANY
    return [r for r in table.rules if r.ending == wanted]


def stem(word: str, language: str) -> str:
    """What all forms of a word begin with."""
    forms = inflected(word, language)
    if not forms:
        return word
    first, last = min(forms), max(forms)
    return first[: next((k for k, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))]


def every_word(language: str) -> bool:
    """Whether each word of a term is inflected, not the last alone."""
    table = inflections().get(language.split("-")[0])
    return table is not None and table.every
