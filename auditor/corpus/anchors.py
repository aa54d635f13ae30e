"""What an article can be held by: its entities, its dates to the day, its rare words.

Words are compared by a stem that survives inflection and, for cognates, translation: base letters without marks,
cut after five; words under four letters count only as acronyms. A stem weighs more the rarer its word is (6 minus
zipf, unknown words as zipf 3).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import msgspec

from auditor.entities.view import EntityView
from auditor.reading.article import Reading
from auditor.text.lexicon import Lexicon
from auditor.text.tokens import Token

STEM = 5
_COMMON = 6.0  # zipf above which a word says nothing about the event
_UNKNOWN = 3.0
_DAY = re.compile(r"[\dX]{4}-\d\d-\d\d")


class Anchors(msgspec.Struct, frozen=True):
    """Anchors of one stretch: entity id -> times mentioned, stem -> weight, days (EDTF, year may be X)."""

    entities: Mapping[str, int]
    stems: Mapping[str, float]
    days: frozenset[str]


NOTHING = Anchors({}, {}, frozenset())


class ArticleAnchors(msgspec.Struct, frozen=True):
    """Anchors of an article and of each of its segments; ``words`` shows each stem as an ordinary word that has it."""

    id: str
    whole: Anchors
    segments: tuple[Anchors, ...]
    words: Mapping[str, str]


@lru_cache(100_000)
def stem(word: str) -> str:
    """The first letters of a word, lower case, marks taken off."""
    base = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    return base[:STEM]


def weights(words: Iterable[Token], language: str, lexicon: Lexicon) -> dict[str, float]:
    """Stem -> weight of the content words among ``words``."""
    found: dict[str, float] = {}
    for word in words:
        text = word.text
        if not text[0].isalpha() or (len(text) < 4 and not text.isupper()):
            continue
        weight = _COMMON - (lexicon.zipf(text, language) or _UNKNOWN)
        if weight > 0:
            key = stem(text)
            found[key] = max(weight, found.get(key, 0.0))
    return found


def anchors(reading: Reading, view: EntityView, lexicon: Lexicon) -> ArticleAnchors:
    """The anchors of an article."""
    starts = [segment.start for segment in reading.segments]
    count = len(starts)
    words: list[list[Token]] = [[] for _ in range(count)]
    entities: list[dict[str, int]] = [{} for _ in range(count)]
    days: list[set[str]] = [set() for _ in range(count)]
    for token in reading.tokens:
        at = segment_at(starts, reading, token.start)
        if at is not None:
            words[at].append(token)
    for mention in view.mentions:
        at = segment_at(starts, reading, mention.start)
        if at is not None:
            entities[at][mention.entity] = entities[at].get(mention.entity, 0) + 1
    for value in reading.values:
        at = segment_at(starts, reading, value.start)
        if at is not None and value.kind == "date" and _DAY.fullmatch(value.value):
            days[at].add(value.value)
    language = reading.language.split("-")[0]
    parts = tuple(Anchors(entities[i], weights(words[i], language, lexicon), frozenset(days[i])) for i in range(count))
    shown = {stem(t.text): t.text for t in reversed(reading.tokens) if len(t.text) >= 4 and t.text.islower()}
    return ArticleAnchors(reading.id, _union(parts), parts, shown)


def segment_at(starts: Sequence[int], reading: Reading, offset: int) -> int | None:
    """Index of the segment that holds ``offset``; None outside the body."""
    at = bisect_right(starts, offset) - 1
    return at if at >= 0 and offset < reading.segments[at].end else None


def _union(parts: Iterable[Anchors]) -> Anchors:
    entities: dict[str, int] = {}
    stems: dict[str, float] = {}
    days: set[str] = set()
    for part in parts:
        for entity, times in part.entities.items():
            entities[entity] = entities.get(entity, 0) + times
        for key, weight in part.stems.items():
            stems[key] = max(weight, stems.get(key, 0.0))
        days |= part.days
    return Anchors(entities, stems, frozenset(days))
