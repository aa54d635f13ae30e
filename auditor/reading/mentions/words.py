"""Words that betray names, of one language, and the shape of a token."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import cache, partial
from typing import Literal

import msgspec

from auditor.names.given import lookup
from auditor.packs import data_path, load_toml
from auditor.packs.elisions import elisions
from auditor.records import Record
from auditor.text.lexicon import LANGUAGES
from auditor.text.memo import Memo
from auditor.text.tokens import Token

Shape = Literal["cap", "acronym", "designator", "initial", "number", "lower"]

_POSSESSIVE = re.compile(r"['’ʼ]s$", re.IGNORECASE)
_LONGEST = 60  # characters of a word; longer ones are no names


class _File(Record, frozen=True):
    schema: int
    titles: tuple[str, ...]
    roles: tuple[str, ...]
    org_heads: tuple[str, ...]
    place_heads: tuple[str, ...]
    links: tuple[str, ...]
    particles: tuple[str, ...]
    craft: tuple[str, ...]
    mission: tuple[str, ...]
    calendar: tuple[str, ...]
    demonyms: tuple[str, ...]
    never: tuple[str, ...]
    prefixes: tuple[str, ...]
    conjunctions: tuple[str, ...]
    weak_roles: tuple[str, ...]
    dating: tuple[str, ...] = ()


class NameWords(msgspec.Struct, frozen=True):
    """The lists of ``data/languages/mentions_*.toml`` (see a file's header), in lower case."""

    language: str
    titles: frozenset[str]
    roles: frozenset[str]
    org_heads: frozenset[str]
    place_heads: frozenset[str]
    links: frozenset[str]
    particles: frozenset[str]
    craft: frozenset[str]
    mission: frozenset[str]
    calendar: frozenset[str]
    demonyms: frozenset[str]
    never: frozenset[str]
    prefixes: frozenset[str]
    conjunctions: frozenset[str]
    weak_roles: frozenset[str]
    dating: frozenset[str]


@cache
def name_words(language: str) -> NameWords:
    """The lists of a language (BCP 47; English for one that is not covered)."""
    base = language.split("-")[0]
    file = load_toml(data_path("languages", f"mentions_{base if base in LANGUAGES else 'en'}.toml"), _File)
    lists = {key: frozenset(getattr(file, key)) for key in _File.__struct_fields__ if key != "schema"}
    return NameWords(language=base, **lists)


@cache
def _common_given() -> frozenset[str]:
    raw = load_toml(data_path("languages", "mentions_given.toml"), dict[str, object])
    return frozenset(
        name.lower() for key, names in raw.items() if key != "schema" and isinstance(names, list) for name in names
    )


def is_common_given(text: str) -> bool:
    """True for a given name that is common where the article languages are spoken (Radosław)."""
    return text.lower() in _common_given()


def is_given(text: str) -> bool:
    """True for a given name: a common one of the article languages, or a Slavic one in anybody's spelling."""
    key = text.lower()
    return key in _common_given() or bool(lookup(key)) or ("-" in key and key.split("-")[0] in _common_given())


class Word(msgspec.Struct, frozen=True, gc=False):
    """A token as seen by the search for names: without elided article and possessive ending.

    ``key`` is the lower-case text. ``closed`` when a possessive ending stood there, so that no name runs on past it.
    """

    start: int
    end: int
    text: str
    key: str
    shape: Shape
    closed: bool


@cache
def _elided() -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(elisions().elided)})['’ʼ](?=\w)", re.IGNORECASE)


@cache
def _prefixed() -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(elisions().articles)})[-'’ʼ](?=[^\W\d_])")


def _cut(text: str, language: str) -> tuple[int, int]:
    """How many characters of a token are article at its start and possessive ending at its end."""
    left = 0
    if language in elisions().eliding and (elided := _elided().match(text)) and elided.end() < len(text):
        left = elided.end()
    ending = _POSSESSIVE.search(text) if len(text) > left + 2 else None
    return left, len(ending[0]) if ending else 0


def seen_words(tokens: Iterable[Token], language: str) -> list[Word]:
    """The tokens as words."""
    seen = _seen(language)
    return [
        Word(token.start + left, token.end - right, text, key, own, right > 0)
        for token in tokens
        for left, right, text, key, own in (seen[token.text],)
    ]


@cache
def _seen(language: str) -> Memo[str, tuple[int, int, str, str, Shape]]:
    return Memo(partial(_look, language), 50_000)


def _look(language: str, text: str) -> tuple[int, int, str, str, Shape]:
    """What is cut off at both ends of a token (see `_cut`), the rest, its key and its shape."""
    left, right = _cut(text, language) if "'" in text or "’" in text or "ʼ" in text else (0, 0)
    text = text[left : len(text) - right]
    return left, right, text, sys.intern(text.lower().replace("’", "'").replace("ʼ", "'")), shape(text)


def shape(text: str) -> Shape:
    """How a token is written; what is too long for a name counts as lower case."""
    return "lower" if text.islower() or len(text) > _LONGEST else _shape(text)


def _shape(text: str) -> Shape:
    first = text[0]
    if first.isdigit():
        return "designator" if text.isupper() and len(text) > 2 and text[-1].isdigit() else "number"
    if not first.isupper():
        prefixed = _prefixed().match(text)
        return "cap" if prefixed and text[prefixed.end()].isupper() else "lower"
    if any(c.isdigit() for c in text):
        return "designator"
    letters = [c for c in text if c.isalpha()]
    if len(letters) == 1:
        return "initial" if len(text) == 1 else "cap"
    if all(c.isupper() for c in letters) and "'" not in text and "’" not in text:
        return "acronym"
    return "cap" if _compound_is_name(text) else "lower"


def _compound_is_name(text: str) -> bool:
    """``Jean-Luc``, ``Maison-Blanche``, ``Ulan-Ude``; not ``Moscow-based``."""
    head, dash, tail = text.rpartition("-")
    return not dash or not head or tail[0].isupper()
