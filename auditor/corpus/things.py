"""Words that news copy has for one kind of thing, in several languages: ``data/corpus/things.tsv``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import TypeVar

import msgspec

from auditor.corpus.anchors import unelided
from auditor.corpus.concepts import COMPOUNDING, compound_head, listed
from auditor.packs.load import data_path, load_tsv
from auditor.text.tokens import Token

T = TypeVar("T")
LANGUAGES = ("en", "de", "fr", "es", "it", "ru")


class Naming(msgspec.Struct, frozen=True, order=True):
    """A word for a thing; ``word`` is its English headword. ``own``: it names such a thing wherever it stands."""

    thing: str
    word: str
    own: bool


class Found(msgspec.Struct, frozen=True):
    """Tokens ``first`` up to but without ``end``, and what they can name."""

    first: int
    end: int
    namings: tuple[Naming, ...]


Phrase = tuple[tuple[str, ...], Naming]  # the forms after the first one


class _Table(msgspec.Struct, frozen=True):
    """Forms of one language: single words, and set phrases by their first form."""

    words: Mapping[str, tuple[Naming, ...]]
    phrases: Mapping[str, tuple[Phrase, ...]]


@cache
def _tables() -> Mapping[str, _Table]:
    words: dict[str, dict[str, list[Naming]]] = {code: defaultdict(list) for code in LANGUAGES}
    phrases: dict[str, dict[str, list[Phrase]]] = {code: defaultdict(list) for code in LANGUAGES}
    for row in load_tsv(data_path("corpus", "things.tsv"), ("thing", "word", "kind", *LANGUAGES)):
        naming = Naming(row["thing"], row["word"], row["kind"] == "own")
        for code in LANGUAGES:
            for form in row[code].split():
                first, *rest = form.split("_")
                if rest:
                    phrases[code][first].append((tuple(rest), naming))
                elif form != "-":
                    words[code][form].append(naming)
    return {code: _Table(_frozen(words[code]), _frozen(phrases[code])) for code in LANGUAGES}


def _frozen(table: Mapping[str, Iterable[T]]) -> dict[str, tuple[T, ...]]:
    return {form: tuple(held) for form, held in table.items()}


@lru_cache(100_000)
def namings(word: str, language: str) -> tuple[Naming, ...]:
    """What a word (lower case) can name; a compound what its head does (one written solid, by own words alone)."""
    table = _tables().get(language)
    if table is None:
        return ()
    word = unelided(word)
    found = listed(table.words, word) or listed(table.words, word.rpartition("-")[2])
    if not found and language in COMPOUNDING:
        found = tuple(n for n in compound_head(table.words, word) if n.own)
    return found


def named(tokens: Sequence[Token], language: str) -> Iterator[Found]:
    """Words and set phrases that can name a thing, in text order; of those that begin at one word the longest."""
    if language not in _tables():
        return
    words = [token.text.lower() for token in tokens]
    at = 0
    while at < len(words):
        found = _phrase(words, at, language) or Found(at, at + 1, namings(words[at], language))
        if found.namings:
            yield found
        at = found.end


def _phrase(words: Sequence[str], at: int, language: str) -> Found | None:
    best: Found | None = None
    for rest, naming in _openings(words[at], language):
        end = at + 1 + len(rest)
        if all(_fits(w, form) for w, form in zip(words[at + 1 : end], rest, strict=False)) and end <= len(words):
            if best is None or end > best.end:
                best = Found(at, end, (naming,))
            elif end == best.end and naming not in best.namings:
                best = Found(at, end, (*best.namings, naming))
    return best


@lru_cache(100_000)
def _openings(word: str, language: str) -> tuple[Phrase, ...]:
    return listed(_tables()[language].phrases, unelided(word))


def _fits(word: str, form: str) -> bool:
    return bool(listed({form: (form,)}, word))
