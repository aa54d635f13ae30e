"""What an article can be held by: its entities, its dates to the day, its rare words.

Words are compared by a stem that survives inflection and, for cognates, translation: base letters without marks,
Cyrillic ones as Latin, what languages spell otherwise as one, cut after five; words under four letters count only as
acronyms. A stem weighs more the rarer its word is (6 minus zipf, unknown words as zipf 3).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

import msgspec

from auditor.corpus.concepts import concepts
from auditor.corpus.resolve import resolved
from auditor.corpus.telling import telling
from auditor.entities.view import EntityView
from auditor.packs.load import data_path, load_toml
from auditor.reading.article import Reading
from auditor.records import Record
from auditor.text.lexicon import Lexicon
from auditor.text.tokens import Token

STEM = 5
_COMMON = 6.0  # zipf above which a word says nothing about the event
_UNKNOWN = 3.0
_DOUBLE = re.compile(r"(.)\1+")
_DAY = re.compile(r"[\dX]{4}-\d\d-\d\d")


class Anchors(msgspec.Struct, frozen=True):
    """Anchors of one stretch: entity id -> times mentioned, stem -> weight, days (EDTF, year may be X).

    ``concepts``: concept -> weight.
    """

    entities: Mapping[str, int]
    stems: Mapping[str, float]
    days: frozenset[str]
    concepts: Mapping[str, float]


NOTHING = Anchors({}, {}, frozenset(), {})


class ArticleAnchors(msgspec.Struct, frozen=True):
    """Anchors of an article and of each of its segments; ``words`` shows each stem as an ordinary word that has it.

    ``published`` is the ordinal of the day of publication, None where the article does not bear it. ``figures`` by how
    telling they are, ``names``: stem -> weight of the words of names, ``leads``: entities it names most -> their stems.
    """

    id: str
    language: str
    published: int | None
    whole: Anchors
    segments: tuple[Anchors, ...]
    words: Mapping[str, str]
    figures: Mapping[str, float]
    names: Mapping[str, float]
    leads: Mapping[str, frozenset[str]]


class Folding(Record, frozen=True):
    """``data/corpus/cognates.toml``: letters and letter groups that are compared as others."""

    schema: int
    letters: dict[str, str]
    pairs: dict[str, str]


@cache
def _folding() -> tuple[dict[int, str], dict[str, str]]:
    file = load_toml(data_path("corpus", "cognates.toml"), Folding)
    return str.maketrans(file.letters), file.pairs


@lru_cache(100_000)
def stem(word: str) -> str:
    """The first letters of a word, lower case, marks taken off, spelt as cognates of other languages are."""
    letters, pairs = _folding()
    base = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    for pair, letter in pairs.items():
        base = base.replace(pair, letter)
    return _DOUBLE.sub(r"\1", base.translate(letters))[:STEM]


def unelided(word: str) -> str:
    """A word without an article or pronoun of one or two letters stuck to it by an apostrophe (``l'usine``)."""
    head, mark, rest = word.replace("’", "'").partition("'")
    return rest if mark and len(head) <= 2 and len(rest) > 2 else word


def weight(word: str, language: str, lexicon: Lexicon) -> float:
    """How much a content word says: 6 minus zipf; 0 for a word that is none, short or common."""
    if not word[0].isalpha() or (len(word) < 4 and not word.isupper()):
        return 0.0
    return max(0.0, _COMMON - (lexicon.zipf(word, language) or _UNKNOWN))


def weights(words: Iterable[Token], language: str, lexicon: Lexicon) -> dict[str, float]:
    """Stem -> weight of the content words among ``words``."""
    found: dict[str, float] = {}
    for word in words:
        text = unelided(word.text)
        if (rarity := weight(text, language, lexicon)) > 0:
            key = stem(text)
            found[key] = max(rarity, found.get(key, 0.0))
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
    for value in resolved(reading):
        at = segment_at(starts, reading, value.start)
        if at is not None and value.kind == "date" and _DAY.fullmatch(value.value):
            days[at].add(value.value)
    language = reading.language.split("-")[0]
    parts = tuple(
        Anchors(
            entities[i],
            weights(words[i], language, lexicon),
            frozenset(days[i]),
            _concepts(words[i], language, lexicon),
        )
        for i in range(count)
    )
    shown = {stem(t.text): t.text for t in reversed(reading.tokens) if len(t.text) >= 4 and t.text.islower()}
    day = reading.source.day
    told = telling(reading, view)
    return ArticleAnchors(
        reading.id,
        language,
        day.toordinal() if day else None,
        _union(parts),
        parts,
        shown,
        told.figures,
        weights(told.names, language, lexicon),
        {e: frozenset(stem(w) for w in words if len(w) >= STEM - 1) for e, words in told.leads.items()},
    )


def _concepts(words: Iterable[Token], language: str, lexicon: Lexicon) -> dict[str, float]:
    """Concept -> weight of the rarest word that has it."""
    found: dict[str, float] = {}
    for word in words:
        text = unelided(word.text)
        held = concepts(text.lower(), language)
        if held and (rarity := weight(text, language, lexicon)) > 0:
            for concept in held:
                found[concept] = max(rarity / len(held), found.get(concept, 0.0))
    return found


def segment_at(starts: Sequence[int], reading: Reading, offset: int) -> int | None:
    """Index of the segment that holds ``offset``; None outside the body."""
    at = bisect_right(starts, offset) - 1
    return at if at >= 0 and offset < reading.segments[at].end else None


def _union(parts: Iterable[Anchors]) -> Anchors:
    entities: dict[str, int] = {}
    stems: dict[str, float] = {}
    days: set[str] = set()
    kinds: dict[str, float] = {}
    for part in parts:
        for entity, times in part.entities.items():
            entities[entity] = entities.get(entity, 0) + times
        for key, weight in part.stems.items():
            stems[key] = max(weight, stems.get(key, 0.0))
        for concept, weight in part.concepts.items():
            kinds[concept] = max(weight, kinds.get(concept, 0.0))
        days |= part.days
    return Anchors(entities, stems, frozenset(days), kinds)
