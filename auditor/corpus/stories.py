"""Which articles tell one event.

A story is a group in which the articles hold together on average, not a chain; ``events`` says how likely two are to
tell one event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

import msgspec

from auditor.corpus.anchors import ArticleAnchors
from auditor.corpus.events import Pair, pairs, weights
from auditor.entities.view import EntitySet
from auditor.records import Story


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


def group(articles: Sequence[ArticleAnchors], entities: EntitySet) -> Grouping:
    """Stories over the articles; an article alone is a story of one."""
    by_id = {a.id: a for a in articles}
    found = pairs(articles, {e.id: e.type for e in entities.entities})
    groups = _cluster([a.id for a in articles], found)
    scores = {frozenset((p.a, p.b)): p for p in found}
    stories = tuple(_story(members, scores, by_id, entities) for members in groups)
    return Grouping(stories, _relatives(groups, found), tuple(found))


def _cluster(ids: Sequence[str], found: Sequence[Pair]) -> list[tuple[str, ...]]:
    """Groups, best pairs first; two groups join when their articles tell one event on average."""
    w = weights()
    odds = {(p.a, p.b): p.odds for p in found}
    home = {i: {i} for i in ids}
    for pair in found:
        one, other = home[pair.a], home[pair.b]
        if one is other or pair.odds < w.same:
            continue
        cross = [odds.get((min(x, y), max(x, y)), w.stranger) for x in one for y in other]
        if 2 * sum(cross) >= w.same * len(cross):
            one |= other
            for member in other:
                home[member] = one
    return sorted({tuple(sorted(members)) for members in home.values()})


def _relatives(groups: Sequence[tuple[str, ...]], found: Sequence[Pair]) -> dict[str, tuple[str, ...]]:
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for pair in found:
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
    figures = set.intersection(*(set(a.figures) for a in articles))
    rare = set.intersection(*(set(a.whole.stems) for a in articles))
    weight = {k: min(a.whole.stems[k] for a in articles) for k in rare}
    shown = articles[0].words
    words = [shown[k] for k in sorted(rare, key=lambda k: (-weight[k], k)) if k in shown][:8]
    told = {
        "names": sorted(names[e] for e in cast),
        "days": sorted(days),
        "figures": sorted(figures),
        "rare words": words,
    }
    return tuple(f"{what}: {', '.join(shared)}" for what, shared in told.items() if shared)
