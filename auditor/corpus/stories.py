"""Which articles tell one event.

Candidates come from shared anchors (never all pairs); a pair is scored on its cast (entities), its days and its rare
words; a story is a group in which the articles hold together on average, not a chain.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

import msgspec

from auditor.corpus.anchors import ArticleAnchors
from auditor.entities.view import EntitySet
from auditor.packs.load import data_path, load_toml
from auditor.records import Record, Story


class Weights(Record, frozen=True):
    """``data/corpus/stories.toml``: what each kind of agreement is worth, and where the lines are drawn."""

    schema: int
    cast: float
    days: float
    words: float
    same_story: float
    related: float
    undated_words: float
    undated_cast: float
    undated_cast_words: float
    undated: float
    figured_words: float
    together: int
    apart: int
    follow_cast: float
    follow_words: float
    crowd: int
    types: dict[str, float]


class Pair(msgspec.Struct, frozen=True):
    """How two articles agree, each part from 0 to 1; ``days`` is None when one of them has no date to the day.

    ``figures``: how many telling figures both have. ``apart``: days between their publication, where both bear it.
    """

    a: str
    b: str
    cast: float
    days: float | None
    words: float
    score: float
    figures: int = 0
    apart: int | None = None


class Grouping(msgspec.Struct, frozen=True):
    """The stories, and for each article the ids of its relatives (same story first, then nearest)."""

    stories: tuple[Story, ...]
    relatives: Mapping[str, tuple[str, ...]]
    pairs: tuple[Pair, ...]

    def with_twins(self, twins: Mapping[str, str]) -> Grouping:
        """The same with articles whose text another one has (id -> the other's id): same story, same relatives."""
        more: dict[str, list[str]] = defaultdict(list)
        for twin, first in twins.items():
            more[first].append(twin)
        stories = tuple(
            msgspec.structs.replace(s, members=tuple(sorted([*s.members, *(t for m in s.members for t in more[m])])))
            for s in self.stories
        )
        near = {twin: self.relatives[first] for twin, first in twins.items() if first in self.relatives}
        return Grouping(stories, {**self.relatives, **near}, self.pairs)

    def with_evidence(self, lines: Mapping[str, Sequence[str]]) -> Grouping:
        """The same with further lines of evidence, by the id of their story."""
        stories = (
            msgspec.structs.replace(s, evidence=(*s.evidence, *lines[s.id])) if s.id in lines else s
            for s in self.stories
        )
        return msgspec.structs.replace(self, stories=tuple(stories))

    @property
    def story_of(self) -> dict[str, str]:
        """Article id -> id of its story."""
        return {member: story.id for story in self.stories for member in story.members}


def weights() -> Weights:
    """The weights as shipped."""
    return load_toml(data_path("corpus", "stories.toml"), Weights)


def group(articles: Sequence[ArticleAnchors], entities: EntitySet) -> Grouping:
    """Stories over the articles; an article alone is a story of one."""
    w = weights()
    types = {e.id: w.types.get(e.type, 1.0) for e in entities.entities}
    spread = _spread(articles)
    by_id = {a.id: a for a in articles}
    pairs = [_compare(by_id[a], by_id[b], types, spread, w) for a, b in _candidates(articles, w.crowd)]
    pairs = sorted((p for p in pairs if p.score >= w.related), key=lambda p: (-p.score, p.a, p.b))
    groups = _cluster([a.id for a in articles], pairs, w)
    scores = {frozenset((p.a, p.b)): p for p in pairs}
    stories = tuple(_story(members, scores, by_id, entities) for members in groups)
    return Grouping(stories, _relatives(groups, pairs), tuple(pairs))


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
        for key, weight in article.whole.stems.items():
            if weight >= 2.5:
                index["stem", key].append(article.id)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for members in index.values():
        if 2 <= len(members) <= crowd:
            for a, b in combinations(sorted(set(members)), 2):
                shared[a, b] += 1
    return sorted(pair for pair, count in shared.items() if count >= 2)


def _compare(
    a: ArticleAnchors, b: ArticleAnchors, types: Mapping[str, float], spread: Mapping[str, int], w: Weights
) -> Pair:
    def cast_weight(entity: str) -> float:
        return types[entity] / math.log2(1 + spread[entity])

    ea, eb = a.whole.entities, b.whole.entities
    lighter = min(sum(map(cast_weight, ea)), sum(map(cast_weight, eb)))
    cast = sum(cast_weight(e) for e in ea if e in eb) / lighter if lighter else 0.0
    days = _day_overlap(a.whole.days, b.whole.days)
    words = _cosine(a.whole.stems, b.whole.stems)
    if a.language != b.language:
        words = max(words, _cosine(a.whole.concepts, b.whole.concepts))
    score = w.cast * cast + w.words * words + w.days * (days or 0.0)
    figures = len(a.whole.figures & b.whole.figures)
    apart = abs(a.published - b.published) if a.published is not None and b.published is not None else None
    return Pair(a.id, b.id, round(cast, 4), days, round(words, 4), round(score, 4), figures, apart)


def _day_overlap(a: frozenset[str], b: frozenset[str]) -> float | None:
    if not a or not b:
        return None
    shared = {x[-5:] for x in a} & {y[-5:] for y in b}
    return round(len(shared) / min(len(a), len(b)), 4)


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    dot = sum(weight * b[key] for key, weight in a.items() if key in b)
    norm = math.sqrt(sum(x * x for x in a.values()) * sum(x * x for x in b.values()))
    return dot / norm if norm else 0.0


def _same(pair: Pair, w: Weights) -> bool:
    """One event: the parts together reach the line, in time.

    Where no day is shared, both must come out together or share a telling figure, or (without days on both sides) the
    words must be very near.
    """
    if pair.apart is not None and pair.apart > w.apart:
        return False
    if pair.days:
        return pair.score >= w.same_story
    if pair.apart is not None and pair.apart <= w.together and pair.cast > 0 and pair.words >= w.figured_words:
        return pair.score >= w.same_story
    line = w.same_story if pair.days is not None else w.undated
    if pair.figures and pair.cast > 0 and pair.words >= w.figured_words and pair.score >= line:
        return True
    near = pair.words >= w.undated_words and pair.cast > 0
    return pair.days is None and (near or (pair.words >= w.undated_cast_words and pair.cast >= w.undated_cast))


def _cluster(ids: Sequence[str], pairs: Sequence[Pair], w: Weights) -> list[tuple[str, ...]]:
    """Groups, best pairs first; two groups join when at least half of their cross pairs tell one event."""
    same = {frozenset((p.a, p.b)) for p in pairs if _same(p, w)}
    home = {i: {i} for i in ids}
    for pair in pairs:
        one, other = home[pair.a], home[pair.b]
        if one is other or frozenset((pair.a, pair.b)) not in same:
            continue
        agree = sum(frozenset((x, y)) in same for x in one for y in other)
        if agree * 2 >= len(one) * len(other):
            one |= other
            for member in other:
                home[member] = one
    return sorted({tuple(sorted(members)) for members in home.values()})


def _relatives(groups: Sequence[tuple[str, ...]], pairs: Sequence[Pair]) -> dict[str, tuple[str, ...]]:
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for pair in pairs:
        near[pair.a][pair.b] = near[pair.b][pair.a] = pair.score
    for members in groups:
        for a, b in combinations(members, 2):
            near[a][b] = near[b][a] = near[a].get(b, 0.0) + 10
    return {a: tuple(sorted(others, key=lambda o: (-others[o], o))) for a, others in sorted(near.items())}


def _story(
    members: tuple[str, ...],
    scores: Mapping[frozenset[str], Pair],
    by_id: Mapping[str, ArticleAnchors],
    entities: EntitySet,
) -> Story:
    inside = [scores[k] for a, b in combinations(members, 2) if (k := frozenset((a, b))) in scores]
    score = sum(p.score for p in inside) / len(inside) if inside else 1.0
    return Story(
        id=f"story-{members[0]}",
        members=members,
        follows=(),
        score=round(score, 4),
        evidence=_evidence([by_id[m] for m in members], entities) if len(members) > 1 else (),
    )


def _evidence(articles: Sequence[ArticleAnchors], entities: EntitySet) -> tuple[str, ...]:
    """What all members share, for people to read."""
    names = {e.id: e.preferred for e in entities.entities}
    cast = set.intersection(*(set(a.whole.entities) for a in articles))
    days = set.intersection(*({d[-5:] for d in a.whole.days} for a in articles))
    rare = set.intersection(*(set(a.whole.stems) for a in articles))
    weight = {k: min(a.whole.stems[k] for a in articles) for k in rare}
    shown = articles[0].words
    words = [shown[k] for k in sorted(rare, key=lambda k: (-weight[k], k)) if k in shown][:8]
    return (
        *(f"names: {', '.join(sorted(names[e] for e in cast))}" for _ in range(bool(cast))),
        *(f"days: {', '.join(sorted(days))}" for _ in range(bool(days))),
        *(f"rare words: {', '.join(words)}" for _ in range(bool(words))),
    )
