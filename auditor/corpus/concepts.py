"""Words that say the same kind of thing in several languages: ``data/corpus/concepts.tsv``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TypeVar

from auditor.packs.load import data_path, load_tsv

T = TypeVar("T")
LANGUAGES = ("en", "de", "fr", "es", "it", "ru", "uk", "pl", "nl", "pt")
_ENDING, _SHORT_ENDING, _SHORT = 5, 3, 3
COMPOUNDING = frozenset({"de", "nl"})
_HEAD = 5  # letters from which the end of a compound is looked up by itself


@cache
def _tables() -> tuple[Mapping[str, Mapping[str, tuple[str, ...]]], Mapping[str, str]]:
    """Language -> form (``*`` for any ending) -> its concepts; and the class of each concept."""
    found: dict[str, dict[str, list[str]]] = {code: defaultdict(list) for code in LANGUAGES}
    classes = {}
    for row in load_tsv(data_path("corpus", "concepts.tsv"), ("concept", "class", *LANGUAGES)):
        classes[row["concept"]] = row["class"]
        for code in LANGUAGES:
            for form in row[code].split():
                found[code][form].append(row["concept"])
    tables = {code: {form: tuple(held) for form, held in table.items()} for code, table in found.items()}
    return tables, classes


def is_event(concept: str) -> bool:
    """Whether the concept is a class of events."""
    return _tables()[1].get(concept) in ("event", "speech", "toll")


def is_speech(concept: str) -> bool:
    """Whether the concept is a class of events in which somebody says, wants or reckons something."""
    return _tables()[1].get(concept) == "speech"


def is_toll(concept: str) -> bool:
    """Whether the concept is a class of events whose victims are counted anew as time goes on."""
    return _tables()[1].get(concept) == "toll"


@lru_cache(100_000)
def concepts(word: str, language: str) -> tuple[str, ...]:
    """The concepts of a word (lower case); of the head of a compound where the language makes such."""
    table = _tables()[0].get(language)
    if table is None:
        return ()
    found = listed(table, word)
    return found or (compound_head(table, word) if language in COMPOUNDING else ())


def compound_head(table: Mapping[str, tuple[T, ...]], word: str) -> tuple[T, ...]:
    """What is listed for the longest end of the word that is listed at all."""
    heads = (listed(table, word[start:]) for start in range(3, len(word) - _HEAD + 1))
    return next(filter(None, heads), ())


def listed(table: Mapping[str, tuple[T, ...]], word: str) -> tuple[T, ...]:
    """What is listed for the word itself, else for its longest stem that takes the ending."""
    if word in table:
        return table[word]
    for cut in range(min(_ENDING, len(word) - _SHORT) + 1):
        stem = word[: len(word) - cut]
        if (held := table.get(stem + "*")) and (len(stem) > _SHORT or cut <= _SHORT_ENDING):
            return held
    return ()
