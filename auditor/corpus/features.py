"""What a sentence is about, as weighted features that hold in any language.

Features are strings by kind: ``e:`` an entity, ``d:`` a day of the year, ``n:`` a figure, ``u:`` a currency, ``c:`` a
concept, ``w:`` the stem of a word that has none. Words weigh more the rarer they are; what every sentence of an article
has weighs little.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Protocol, TypeVar

import msgspec

from auditor.corpus.anchors import stem, unelided, weight
from auditor.corpus.concepts import concepts
from auditor.entities.view import EntityView
from auditor.reading.article import Reading, Value
from auditor.text.lexicon import Lexicon
from auditor.text.tokens import Token

Features = Mapping[str, float]
_ENTITY = {"person": 2.5, "vehicle": 2.5, "mission": 2.5, "org": 2.0, "place": 1.5, "other": 1.5}
_DAY, _FIGURE, _SMALL_FIGURE, _UNIT = 2.5, 1.5, 1.0, 1.0
_SMALL = 2  # digits up to which a bare figure says little


class Featured(msgspec.Struct, frozen=True):
    """The features of each segment of an article, and its language (primary subtag)."""

    id: str
    language: str
    segments: tuple[Features, ...]


def featured(reading: Reading, view: EntityView, lexicon: Lexicon) -> Featured:
    """The features of every segment, weighted by how few segments of the article have them."""
    stretch = Stretches(reading, view, lexicon)
    rows = [stretch.features(segment.start, segment.end) for segment in reading.segments]
    return Featured(reading.id, stretch.language, _rarer(rows))


class Stretches:
    """The features of any stretch of one article."""

    def __init__(self, reading: Reading, view: EntityView, lexicon: Lexicon) -> None:
        self.reading, self.view, self.lexicon = reading, view, lexicon
        self.language = reading.language.split("-")[0]

    @cached_property
    def taken(self) -> frozenset[int]:
        """The places in names and times."""
        times = [v for v in self.reading.values if v.kind in ("date", "time")]
        spans = [(m.start, m.end) for m in self.view.mentions] + [(v.start, v.end) for v in times]
        return frozenset(at for start, end in spans for at in range(start, end))

    def features(self, start: int, end: int) -> dict[str, float]:
        """Those of what begins in ``start:end``; names and times count as such, not as words."""
        found: dict[str, float] = {}
        for mention in _within(self.view.mentions, start, end):
            found[f"e:{mention.entity}"] = _ENTITY.get(self.view.entities[mention.entity].type, 1.5)
        for value in _within(self.reading.values, start, end):
            found |= _value(value)
        for token in _within(self.reading.tokens, start, end):
            if token.start not in self.taken:
                for feature, rarity in word_features(token, self.language, self.lexicon):
                    found[feature] = max(rarity, found.get(feature, 0.0))
        return found


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


Placed = TypeVar("Placed", bound=_Placed)


def _within(items: Sequence[Placed], start: int, end: int) -> Sequence[Placed]:
    """The items (in text order) that begin in ``start:end``."""
    return items[bisect_left(items, start, key=_start) : bisect_left(items, end, key=_start)]


def _start(item: _Placed) -> int:
    return item.start


def word_features(token: Token, language: str, lexicon: Lexicon) -> list[tuple[str, float]]:
    """The concepts of a word, sharing its weight, else its stem; nothing for a common or short word."""
    word = unelided(token.text)
    found = concepts(word.lower(), language)
    rarity = weight(word, language, lexicon)
    if found and rarity > 0:
        return [(f"c:{concept}", rarity / len(found)) for concept in found]
    return [(f"w:{stem(word)}", rarity)] if rarity > 0 else []


def _value(value: Value) -> dict[str, float]:
    if value.kind == "date":
        known = value.precision == "day" and value.value[4:5] == "-" and value.value[5:6].isdigit()
        return {f"d:{value.value[5:10]}": _DAY} if known else {}
    if value.kind == "money":
        return {f"n:{value.value}": _FIGURE, f"u:{value.unit}": _UNIT}
    return {f"n:{value.value}": _SMALL_FIGURE if len(value.value) <= _SMALL and value.unit is None else _FIGURE}


def _rarer(rows: Sequence[Mapping[str, float]]) -> tuple[Features, ...]:
    """Weights divided by the root of the number of segments that have the feature."""
    spread = Counter(feature for row in rows for feature in row)
    return tuple({f: w / math.sqrt(spread[f]) for f, w in row.items()} for row in rows)


def likeness(a: Features, b: Features) -> tuple[float, float]:
    """How alike two stretches are, from 0 to 1, and the weight of what they share."""
    if len(b) < len(a):
        a, b = b, a
    shared = sum(min(weight, b[f]) for f, weight in a.items() if f in b)
    if not shared:
        return 0.0, 0.0
    return shared / math.sqrt(sum(a.values()) * sum(b.values())), shared
