"""The names that other languages have, by their first word: read where a word of an article asks for them."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import get_args

from auditor.checks.traps import Rows, Trap, Traps, by_first
from auditor.packs.load import shelved
from auditor.packs.renderings import Kind, Rendering, renderings, things
from auditor.packs.shelf import Parts, Shelf

_KEPT = 20_000  # first words that are remembered


class _Shelved:
    """The traps of a kind in one language."""

    def __init__(self, shelf: Shelf, part: str) -> None:
        found = shelf.by_key(part, list[tuple[str, int]])
        self._first = shelf.by_key("first", frozenset[str])(part) or frozenset()
        self._row = lru_cache(_KEPT)(shelf.by_number("row", Rendering))
        self._rows = lru_cache(_KEPT)(lambda word: self._traps(word, found(word) or []))

    def __contains__(self, word: object, /) -> bool:
        return word in self._first

    def __getitem__(self, word: str, /) -> Rows[Rendering]:
        return self._rows(word)

    def _traps(self, word: str, held: list[tuple[str, int]]) -> Rows[Rendering]:
        rows = ((form, self._row(number)) for form, number in held)
        return by_first(Trap(form, row, row.beside) for form, row in rows).get(word, {})


@cache
def traps(kind: Kind, language: str) -> Traps[Rendering]:
    """The table of a kind, with what ``renderings/things`` adds to it."""
    return _Shelved(_shelf(), f"{kind} {language}")


@cache
def _shelf() -> Shelf:
    return shelved("renderings", f"3 {Rendering.__struct_fields__}", _compiled)


def _compiled() -> Parts:
    """Of two rows with one form, what needs no other word in the article comes first."""
    rows: list[Rendering] = []
    parts: defaultdict[str, defaultdict[str, list[tuple[str, int]]]] = defaultdict(lambda: defaultdict(list))
    for kind in get_args(Kind):
        own = [*renderings(kind), *things(kind)]
        for row in sorted(own, key=lambda row: (bool(row.near), row.right, row.sources)):
            for form in row.forms:
                for first in by_first([Trap(form, row)]):
                    parts[f"{kind} {row.language}"][first].append((form, len(rows)))
            rows.append(row)
    return {"row": rows, "first": {part: sorted(words) for part, words in parts.items()}, **parts}
