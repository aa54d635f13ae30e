"""Closed-class words of each language (``data/languages/function_words.toml``), and loan words of English copy."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from auditor.packs import data_path, load_toml, load_tsv
from auditor.packs.agencies import agencies
from auditor.records import Record


class FunctionWords(Record, frozen=True):
    """What a language leaves behind: see the file's header for the four lists."""

    glue: tuple[str, ...]
    residue: tuple[str, ...]
    titles: tuple[str, ...]
    calendar: tuple[str, ...]


class _File(Record, frozen=True):
    schema: int
    de: FunctionWords
    fr: FunctionWords
    es: FunctionWords
    it: FunctionWords
    nl: FunctionWords
    pl: FunctionWords
    pt: FunctionWords
    cs: FunctionWords
    sv: FunctionWords
    en: FunctionWords
    ru: FunctionWords
    uk: FunctionWords


@cache
def function_words() -> Mapping[str, FunctionWords]:
    """Language -> its closed-class words."""
    file = load_toml(data_path("languages", "function_words.toml"), _File)
    return {code: getattr(file, code) for code in _File.__struct_fields__ if code != "schema"}


@cache
def owners(kind: str) -> Mapping[str, tuple[str, ...]]:
    """Word as listed -> the languages that list it under ``kind`` (a field of `FunctionWords`)."""
    table: dict[str, list[str]] = {}
    for code, words in function_words().items():
        for word in getattr(words, kind):
            table.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in table.items()}


@cache
def loans() -> frozenset[str]:
    """Words that copy uses as its own or quotes as names of things, whatever the frequency lists say; outlets, too."""
    rows = load_tsv(data_path("allow", "loan_words.tsv"), ("word", "language", "why"))
    outlets = (form.casefold() for outlet in agencies().outlets for form in outlet.forms if form.isalpha())
    return frozenset((*(row["word"] for row in rows), *outlets))
