"""How a native word stands: how common it is, whether it ends like a surname, whether it is a given name."""

from __future__ import annotations

from functools import cache, lru_cache
from unicodedata import combining, normalize

import msgspec

from auditor.names.given import of_native
from auditor.packs import data_path, load_toml
from auditor.records import Record
from auditor.text.lexicon import lexicon


class Surnames(Record, frozen=True):
    """Endings of surnames by language, and feminine endings with their masculine ones.

    ``accents``: languages that write the accent of a word, which spellings in other scripts do not show.
    """

    schema: int
    accents: tuple[str, ...]
    endings: dict[str, tuple[str, ...]]
    feminine: dict[str, dict[str, str]]


class Standing(msgspec.Struct, frozen=True, gc=False):
    """How a native word stands: zipf in its language, whether it ends like a surname or is a listed given name."""

    zipf: float
    surname: bool
    given: bool


@cache
def surnames() -> Surnames:
    """The table of surname endings."""
    return load_toml(data_path("variants", "surnames.toml"), Surnames)


@cache
def _accented(language: str) -> dict[str, str]:
    """Endings of surnames without their accents -> with them, where a language writes any."""
    table = surnames()
    endings = table.endings[language] if language in table.accents else ()
    return {plain(ending): ending for ending in reversed(endings) if plain(ending) != ending}


def has_accents(language: str) -> bool:
    """Whether a language writes accents that spellings in other scripts do not show."""
    return bool(_accented(language))


def plain(word: str) -> str:
    """A word without its accents."""
    return normalize("NFC", "".join(mark for mark in normalize("NFD", word) if not combining(mark)))


def accented(native: str, language: str) -> str:
    """A native word with the accent that the ending of a surname has (Μητσοτακης, Μητσοτάκης)."""
    table = _accented(language)
    sizes = range(len(native) - 1, 1, -1) if table else ()
    found = next((size for size in sizes if native[-size:] in table), 0)
    return native[:-found] + table[native[-found:]] if found else native


@lru_cache(maxsize=65536)
def standing(native: str, language: str) -> Standing:
    """How well attested a native word (lower case) is; ё and е count as one letter."""
    known = lexicon()
    zipf = known.zipf(native, language)
    if "ё" in native:
        zipf = max(zipf, known.zipf(native.replace("ё", "е"), language))
    table = surnames()
    if zipf == 0.0:
        for ending, masculine in table.feminine.get(language, {}).items():
            if native.endswith(ending):
                zipf = max(zipf, known.zipf(native[: -len(ending)] + masculine, language) - 0.5)
    surname = len(native) > 4 and native.endswith(table.endings.get(language, ()))
    return Standing(zipf, surname, of_native(native, language) is not None)
