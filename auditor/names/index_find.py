"""Looks a spelling up: near readings, then the words read so, then the forms that have them, compared last.

What is costly is done for few: readings are filtered by edit distance, words by the cost of their sounds, and only the
most promising spellings are compared in full. Names as common as Ivan Ivanov are bounded at each step.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from heapq import nsmallest
from pathlib import Path

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from auditor.errors import UsageError
from auditor.names.align import distance
from auditor.names.compare import compare, score, unreadable
from auditor.names.index_build import SECTIONS
from auditor.names.index_file import REBUILD, Lists, Strings, mapped, numbers
from auditor.names.index_words import keyed, slots, stamp
from auditor.names.sounds import script
from auditor.names.types import NameMatch
from auditor.names.words import profile_of

_FLOOR = 0.1  # score below which a form is another name
_COMPARED = 16  # spellings that are compared in full
_NEAR_CODES = 32  # readings of a block that pass the first filter
_WEIGHED = 40  # readings whose sounds are weighed
_NEAR_WORDS = 64  # words that a word of the query may stand for
_LONE = 48  # forms of a word that are looked at where no other word of the query confirms them
_LONE_ALL = 96
_CROWD = 20_000  # forms that are looked at for a word of the query
_RANKED = 2_000  # forms that are ranked
_ROWS = 400  # rows that are read
_BEHIND = 1.8  # how much more than the best a form may cost: a missing word and a little
_LEVELS = (0.0, 0.6, 9.0)  # how far words may be: on to the next where the last gave too few
_UNEQUAL = 0.05
_MISSING = 1.5
_EXTRA = 0.2

Ranked = tuple[float, int]  # cost, number of a word or form
Holders = tuple[dict[int, float], list[int]]


class Found(msgspec.Struct, frozen=True):
    """A form of the index that may be the name, as it was given to the index, and how it compares."""

    text: str
    language: str | None
    id: str | None
    match: NameMatch


class NameIndex:
    """An open index. Raises `UsageError` where the file is no index, damaged or of another layout."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stamp, held = mapped(path, SECTIONS)
        self._texts, self._languages, self._owners = (Strings(*held[at : at + 2]) for at in (0, 2, 4))
        self._language_of, self._owner_of = held[6:8]
        self._starts = numbers(held[8], 0, len(held[8]) // 4)
        self._words, self._forms = Strings(*held[9:11]), Lists(*held[11:13])
        self._blocks, self._ends = Strings(*held[13:15]), held[15]
        self._codes, self._readers = Strings(*held[16:18]), Lists(*held[18:20])
        self._block = lru_cache(maxsize=256)(self._read_block)

    def __len__(self) -> int:
        return len(self._texts)

    @property
    def stale(self) -> bool:
        """True when the tables that words are read by have changed since the index was built: it may miss names."""
        return self._stamp != stamp()

    def find(self, form: str, language: str | None = None, limit: int = 10) -> tuple[Found, ...]:
        """The forms that may be the name, best first; empty where the form cannot be read."""
        if unreadable(form, language):
            return ()
        try:
            near = [self._near(slot, language) for slot in slots(form)]
            return self._judged(form, language, self._ranked([n for n in near if n]), limit) if any(near) else ()
        except (IndexError, struct.error, UnicodeDecodeError) as exc:
            raise UsageError(f"{self.path}: damaged", REBUILD) from exc

    def _near(self, slot: Sequence[str], language: str | None) -> list[Ranked]:
        """Words of the index for which a word of the query may stand, the nearest first."""
        costs: dict[int, float] = {}
        for word in slot:
            for cost, code in self._near_codes(word, language):
                for number in self._readers.get(code, _CROWD):
                    if costs.get(number, _LEVELS[-1]) > cost:
                        costs[number] = cost
            equal = self._words.find(word)
            if equal is not None:
                costs[equal] = 0.0
        return nsmallest(_NEAR_WORDS, ((cost, number) for number, cost in costs.items()))

    def _near_codes(self, word: str, language: str | None) -> list[Ranked]:
        """Readings of the index near those of a word: by edits first, the best of them by their sounds."""
        profile = profile_of(script(word), "Latn")  # most of an index is in Latin letters
        edits: dict[tuple[int, str], tuple[float, str, float]] = {}
        for block, codes, doubt in dict.fromkeys(keyed(word, language)):
            first, texts = self._block(block)
            most = 1 + len(codes) // 2
            for text, edit, at in process.extract(
                codes, texts, scorer=Levenshtein.distance, score_cutoff=most, limit=_NEAR_CODES
            ):
                edits[first + at, codes] = (edit + doubt, text, doubt)
        best: dict[int, float] = {}
        for (code, codes), (_, text, doubt) in nsmallest(_WEIGHED, edits.items(), key=lambda item: (item[1], item[0])):
            cost = round(distance(codes, text, profile) + doubt + _UNEQUAL, 6)
            best[code] = min(cost, best.get(code, cost))
        return sorted((cost, code) for code, cost in best.items())

    def _read_block(self, block: str) -> tuple[int, list[str]]:
        """Number of the first reading of a block, and its readings."""
        at = self._blocks.find(block)
        if at is None:
            return 0, []
        first, end = numbers(self._ends, at, at + 2)
        return first, self._codes.run(first, end).split("\n")[:-1]

    def _ranked(self, near: Sequence[Sequence[Ranked]]) -> list[int]:
        """Forms by the words they share with the query; words are taken from near to far until there are enough."""
        found: list[Ranked] = []
        for level in _LEVELS:
            held = [self._holders([word for word in words if word[0] <= level], len(near) > 1) for words in near]
            found = self._by_cost(held)
            if sum(self._count(form) == len(near) for cost, form in found if cost <= level) >= _COMPARED:
                break
        return [form for _, form in found]

    def _holders(self, words: Sequence[Ranked], confirmed: bool) -> Holders:
        """Forms that have one of the words -> the cost of the nearest; and the simplest forms of the nearest words."""
        room = _CROWD if confirmed else _RANKED
        held = []
        heads: list[int] = []
        for cost, word in words:
            forms = self._forms.get(word, min(room, _CROWD if confirmed else _LONE))
            held.append((cost, forms))
            heads += forms[: min(_LONE, _LONE_ALL - len(heads))]
            room -= len(forms)
        table: dict[int, float] = {}
        for cost, forms in reversed(held):
            table.update(dict.fromkeys(forms, cost))
        return table, heads

    def _by_cost(self, held: Sequence[Holders]) -> list[Ranked]:
        """Forms that have several words of the query, and the simplest of those that have one."""
        tables = [table for table, _ in held]
        once: set[int] = set()
        several: set[int] = set()
        for table in tables:
            several |= once & table.keys()
            once |= table.keys()
        kept = dict.fromkeys(nsmallest(_RANKED, several))
        for _, heads in held:
            kept.update(dict.fromkeys(heads))
        ranked = nsmallest(_ROWS, ((self._cost(form, tables), form) for form in kept))
        return [found for found in ranked if found[0] <= ranked[0][0] + _BEHIND]

    def _cost(self, form: int, tables: Sequence[dict[int, float]]) -> float:
        costs = [table[form] for table in tables if form in table]
        missing = len(tables) - len(costs)
        extra = max(0, self._count(form) - len(costs))
        return round(sum(costs) + _MISSING * missing + _EXTRA * extra, 6)

    def _count(self, form: int) -> int:
        """How many words a form has: forms are in the order of that number."""
        return bisect_right(self._starts, form)

    def _judged(self, form: str, language: str | None, ranked: Sequence[int], limit: int) -> tuple[Found, ...]:
        rows = []
        for at, (text, spoken, owner) in enumerate(self._rows(ranked, max(_COMPARED, limit))):
            value = score(form, text, language, spoken)
            if value is not None and value >= _FLOOR:
                rows.append((-value, at, text, spoken, owner))
        return tuple(
            Found(text, spoken, owner, compare(form, text, language, spoken))
            for _, _, text, spoken, owner in sorted(rows, key=lambda row: row[:2])[:limit]
        )

    def _rows(self, ranked: Sequence[int], most: int) -> Iterator[tuple[str, str | None, str | None]]:
        """The rows of forms until there are ``most`` different spellings."""
        seen: set[tuple[str, str | None]] = set()
        for form in ranked:
            text = self._texts[form]
            language = self._languages[numbers(self._language_of, form, form + 1)[0]] or None
            owner = self._owners[numbers(self._owner_of, form, form + 1)[0]] or None
            seen.add((text, language))
            if len(seen) > most:
                return
            yield text, language, owner
