"""Whether two articles tell one event: what they share, weighed as evidence.

A pair is weighed as a logistic model does: the log-odds that both tell one event are the sum of what they share, each
kind by its weight in ``data/corpus/stories.toml``. Candidates come from shared anchors, never from all pairs.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations

import msgspec

from auditor.corpus.anchors import ArticleAnchors
from auditor.packs.load import data_path, load_toml
from auditor.records import Record

_RARE = 2.5  # weight of a word from which it brings candidates


class Weights(Record, frozen=True):
    """``data/corpus/stories.toml``: what each kind of agreement is worth, and where the lines are drawn."""

    schema: int
    start: float
    words: float
    words_least: float
    cast: float
    names: float
    figures: float
    day: float
    other_day: float
    other_lead: float
    one_language: float
    cast_doubt: float
    names_doubt: float
    figures_doubt: float
    same: float
    related: float
    stranger: float
    together: int
    apart: int
    follow_cast: float
    follow_names: float
    crowd: int
    types: dict[str, float]


class Pair(msgspec.Struct, frozen=True):
    """How two articles agree, each part from 0 to 1; ``days`` is None when one of them has no date to the day.

    ``odds``: the log-odds that both tell one event. ``apart``: days between their publication, where both bear it.
    ``leads``: how many of the two do not know whom the other names most (0 to 2).
    """

    a: str
    b: str
    cast: float
    days: float | None
    words: float
    names: float
    figures: float
    leads: int
    odds: float
    apart: int | None = None

    @property
    def score(self) -> float:
        """The probability that both tell one event."""
        return round(1 / (1 + math.exp(-self.odds)), 4)


@cache
def weights() -> Weights:
    """The weights as shipped."""
    return load_toml(data_path("corpus", "stories.toml"), Weights)


def pairs(articles: Sequence[ArticleAnchors], kinds: Mapping[str, str]) -> list[Pair]:
    """The pairs that may have to do with each other, likeliest first; ``kinds``: entity id -> its type."""
    w = weights()
    by_id = {a.id: a for a in articles}
    spread = _spread(articles)
    worth = {e: w.types.get(kinds[e], 1.0) / math.log2(1 + count) for e, count in spread.items()}
    found = (compare(by_id[a], by_id[b], worth, w) for a, b in _candidates(articles, w.crowd))
    return sorted((p for p in found if p.odds >= w.related), key=lambda p: (-p.odds, p.a, p.b))


def _spread(articles: Sequence[ArticleAnchors]) -> dict[str, int]:
    """In how many articles each entity stands."""
    count: dict[str, int] = defaultdict(int)
    for article in articles:
        for entity in article.whole.entities:
            count[entity] += 1
    return count


def _candidates(articles: Sequence[ArticleAnchors], crowd: int) -> list[tuple[str, str]]:
    """Pairs that share at least two anchors which are not in a crowd of articles."""
    index: dict[tuple[str, str], list[str]] = defaultdict(list)
    for article in articles:
        for entity in article.whole.entities:
            index["entity", entity].append(article.id)
        for day in article.whole.days:
            index["day", day[-5:]].append(article.id)
        for figure in article.figures:
            index["figure", figure].append(article.id)
        for key, weight in article.whole.stems.items():
            if weight >= _RARE:
                index["stem", key].append(article.id)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for members in index.values():
        if 2 <= len(members) <= crowd:
            for a, b in combinations(sorted(set(members)), 2):
                shared[a, b] += 1
    return sorted(pair for pair, count in shared.items() if count >= 2)


def compare(a: ArticleAnchors, b: ArticleAnchors, worth: Mapping[str, float], w: Weights) -> Pair:
    """What two articles share; ``worth``: entity id -> what it weighs when both name it."""
    casts = [{e: worth[e] for e in article.whole.entities} for article in (a, b)]
    named = {*a.names, *b.names}
    stems = ({k: v for k, v in article.whole.stems.items() if k not in named} for article in (a, b))
    words = _cosine(*stems)
    if a.language != b.language:
        words = max(words, _cosine(a.whole.concepts, b.whole.concepts))
    pair = Pair(
        a=a.id,
        b=b.id,
        cast=_common(casts[0], casts[1], w.cast_doubt),
        days=_day_overlap(a.whole.days, b.whole.days),
        words=round(words, 4),
        names=_common(a.names, b.names, w.names_doubt),
        figures=_common(a.figures, b.figures, w.figures_doubt),
        leads=_unknown(a, b) + _unknown(b, a),
        odds=0.0,
        apart=abs(a.published - b.published) if a.published is not None and b.published is not None else None,
    )
    return msgspec.structs.replace(pair, odds=_odds(pair, one_language=a.language == b.language, w=w))


def _odds(pair: Pair, *, one_language: bool, w: Weights) -> float:
    """The log-odds; articles published together need no day in common, those published far apart tell two events.

    In one language, articles that share names but no other words tell two events of one cast.
    """
    if pair.apart is not None and pair.apart > w.apart:
        return min(w.related, w.same - 1)
    odds = w.start + w.words * pair.words + w.cast * pair.cast + w.names * pair.names + w.figures * pair.figures
    odds += w.other_lead * pair.leads + w.one_language * one_language
    if pair.days:
        odds += w.day
    elif pair.days == 0 and not (pair.apart is not None and pair.apart <= w.together):
        odds += w.other_day
    if one_language and pair.words < w.words_least:
        odds = min(odds, w.same - 1)
    return round(odds, 4)


def _unknown(one: ArticleAnchors, other: ArticleAnchors) -> bool:
    """``other`` has nothing of whom ``one`` names most, under no spelling that looks like it."""
    known = other.whole.entities
    return bool(one.leads) and not any(
        e in known or not words.isdisjoint(other.names) for e, words in one.leads.items()
    )


def _common(a: Mapping[str, float], b: Mapping[str, float], doubt: float) -> float:
    """What both have, by weight, over what the lighter one has and the doubt: all of little is not much."""
    shared = sum(min(weight, b[key]) for key, weight in a.items() if key in b)
    return round(shared / (min(sum(a.values()), sum(b.values())) + doubt), 4)


def _day_overlap(a: frozenset[str], b: frozenset[str]) -> float | None:
    if not a or not b:
        return None
    shared = {x[-5:] for x in a} & {y[-5:] for y in b}
    return round(len(shared) / min(len(a), len(b)), 4)


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    dot = sum(weight * b[key] for key, weight in a.items() if key in b)
    norm = math.sqrt(sum(x * x for x in a.values()) * sum(x * x for x in b.values()))
    return dot / norm if norm else 0.0
