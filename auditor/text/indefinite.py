"""Before which English words *a* stands and before which *an*."""

from __future__ import annotations

from functools import cache, lru_cache

from auditor.packs import data_path, load_toml
from auditor.records import Record

_SHORTEST = 3
_CONSONANT = 4  # letters from which a word with a consonant is no acronym in lower case (``an mba``)


class Beginnings(Record, frozen=True):
    """The file ``data/checks/indefinite.toml``: beginnings of words whose sound their first letter does not tell."""

    schema: int
    consonant: tuple[str, ...]
    vowel: tuple[str, ...]
    either: tuple[str, ...]
    letters: tuple[str, ...]


@cache
def _beginnings() -> Beginnings:
    return load_toml(data_path("checks", "indefinite.toml"), Beginnings)


@lru_cache(20_000)
def article(word: str) -> str | None:
    """The article of a word in lower case; None where speakers differ or it may not be an English word."""
    table = _beginnings()
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()) or word in table.letters:
        return None
    if word.startswith(table.vowel):
        return "an"
    if word.startswith(table.consonant):
        return "a"
    if word.startswith(table.either):
        return None
    if word[0] in "aeiou":
        return "an"
    return "a" if len(word) >= _CONSONANT else None
