"""Fixed spellings that a check looks for in the body of an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Generic, Protocol, TypeVar

import msgspec

from auditor.checks.spans import Spans
from auditor.reading.article import Reading, Span
from auditor.text.lexicon import LANGUAGES
from auditor.text.tokens import Token
from auditor.text.traits import trait

T = TypeVar("T")
_FIRST = re.compile(r"\w+")
_COMPOUND = re.compile(r"-(?:[a-z]{3}|[A-ZÄÖÜ][a-zäöüß]{3})")
_BEHIND = 4  # characters behind the first word of a spelling by which it is found
_WINDOW = 40  # characters before a spelling in which the phrase is sought


class Trap(msgspec.Struct, Generic[T], frozen=True):
    """A spelling, whose it is, and the phrases of which one must stand directly before it (none: it needs none)."""

    text: str
    owner: T
    beside: tuple[str, ...] = ()


Rows = Mapping[str, list[Trap[T]]]
"""The characters behind the first word of a spelling -> traps, longest first."""


class Traps(Protocol[T]):
    """The rows of a first word: a dictionary, or what reads them where they are asked for."""

    def __contains__(self, word: object, /) -> bool: ...

    def __getitem__(self, word: str, /) -> Rows[T]: ...


def by_first(traps: Iterable[Trap[T]]) -> Mapping[str, Rows[T]]:
    """First word of a spelling -> the characters right behind it (none where they are too few) -> traps, longest first.

    The characters part the many traps that begin with the same word (``The``).
    """
    table: dict[str, dict[str, list[Trap[T]]]] = {}
    for trap in sorted(traps, key=lambda t: (-len(t.text), t.text)):
        first = _FIRST.search(trap.text)
        if first:
            behind = trap.text[first.end() : first.end() + _BEHIND]
            rows = table.setdefault(first[0], {})
            rows.setdefault(behind if len(behind) == _BEHIND else "", []).append(trap)
    return table


def opening(tables: Callable[[str], Traps[T]]) -> Mapping[str, int]:
    """Language -> the trait of words with which one of the traps of the language may begin."""
    return {code: trait(partial(_opens, tables, code), code) for code in LANGUAGES}


def _opens(tables: Callable[[str], Traps[T]], language: str, word: str) -> bool:
    return _first(word, tables(language)) is not None


def _first(word: str, table: Traps[T]) -> str | None:
    """By what the traps that may begin with a word are found: the word, or its first part (``EE.UU``)."""
    if word in table:
        return word
    part = None if word.isalpha() else _FIRST.match(word)
    return part[0] if part and part[0] in table else None


def matches(
    reading: Reading, table: Traps[T], opens: Mapping[str, int] | None = None, compounds: bool = False
) -> Iterator[tuple[int, int, Trap[T]]]:
    """``(start, end, trap)`` where a spelling stands as a whole word in the body, in text order, longest first.

    Headlines, where every word may have a capital, are left out. ``opens``: the table's `opening` words, where known.
    ``compounds``: as the first part of one, too (``OTAN-led``).
    """
    text, done = reading.text, 0
    silent: Spans | None = None
    number = opens.get(reading.base) if opens else None
    words = reading.places if number is None else reading.traits.having(number)
    for token, traps in _openers(reading, table, words):
        for trap in traps:
            end = token.start + len(trap.text)
            if token.start < done or not text.startswith(trap.text, token.start) or _goes_on(text, end, compounds):
                continue
            silent = silent or Spans((span.start, span.end) for span in _silent(reading))
            if (not trap.beside or _beside(text, token.start, trap.beside)) and not silent.hits(token.start, end):
                done = end
                yield token.start, end, trap
                break


def _openers(reading: Reading, table: Traps[T], words: Iterable[str]) -> list[tuple[Token, Sequence[Trap[T]]]]:
    """The tokens at which a trap may begin, of these words, in text order, with the traps, longest first."""
    text, tokens = reading.text, reading.tokens
    found: dict[int, Sequence[Trap[T]]] = {}
    for word in words:
        first = _first(word, table)
        if first is None:
            continue
        rows, size = table[first], len(first)
        rest = rows.get("", ())
        for at in reading.places[word]:
            end = tokens[at].start + size
            near = rows.get(text[end : end + _BEHIND], ())
            if near or rest:
                found[at] = [*near, *rest]
    return [(tokens[at], found[at]) for at in sorted(found)]


def _goes_on(text: str, end: int, compounds: bool) -> bool:
    """True inside a word; a spelling that ends in a hyphen is the beginning of one (``Union MS-22``)."""
    if compounds and _COMPOUND.match(text, end):
        return False
    if text[end - 1 : end] == "-":
        return not text[end : end + 1].isalnum()
    after = text[end : end + 2]
    return after[:1].isalnum() or (after[:1] == "-" and after[1:].isalnum())


def _beside(text: str, start: int, phrases: tuple[str, ...]) -> bool:
    """One of the phrases stands before, with no more than a blank and a quotation mark between."""
    window = text[max(0, start - _WINDOW) : start]
    before = window.rstrip(" \"'“„«‘")
    if len(window) - len(before) not in (1, 2):
        return False
    return any(before.endswith(phrase) and not before[: -len(phrase)][-1:].isalnum() for phrase in phrases)


def _silent(reading: Reading) -> list[Span]:
    """Headlines, and what is not body text."""
    heads = [Span(block.start, block.end) for block in reading.layout.blocks if block.kind in ("headline", "subhead")]
    return heads + [Span(zone.start, zone.end) for zone in reading.layout.excluded]
