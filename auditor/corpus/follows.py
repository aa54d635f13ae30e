"""Which story goes on with another one, told later: the same cast and matter, another event.

What says which of two is the later: the days of publication; else one planned event that one article places by its date
and the other within the week ("on Friday night"), which only somebody near that day writes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from auditor.corpus.anchors import ArticleAnchors
from auditor.corpus.claims import Match
from auditor.corpus.events import Pair, Weights
from auditor.corpus.stories import Grouping


class Later(msgspec.Struct, frozen=True):
    """Article ``later`` was written after ``earlier``, and why."""

    later: str
    earlier: str
    why: str


def kin(pairs: Iterable[Pair], w: Weights) -> frozenset[tuple[str, str]]:
    """Pairs of articles (lesser id first) on one matter, whether they tell one event or two."""
    return frozenset((p.a, p.b) for p in pairs if p.cast >= w.follow_cast and p.names >= w.follow_names)


def linked(
    grouping: Grouping, articles: Mapping[str, ArticleAnchors], matches: Sequence[Match], w: Weights
) -> Grouping:
    """The grouping with what each story follows; no two stories follow each other."""
    story = grouping.story_of
    votes: dict[tuple[str, str], list[Later]] = defaultdict(list)
    for found in _later(kin(grouping.pairs, w), articles, matches):
        if story[found.later] != story[found.earlier]:
            votes[story[found.later], story[found.earlier]].append(found)
    before: dict[str, list[str]] = defaultdict(list)
    why: dict[str, list[str]] = defaultdict(list)
    for (later, earlier), rows in sorted(votes.items()):
        if len(rows) > len(votes.get((earlier, later), ())):
            before[later].append(earlier)
            why[later].append(f"follows {earlier}: {min(row.why for row in rows)}")
    stories = tuple(
        msgspec.structs.replace(s, follows=tuple(before[s.id]), evidence=(*s.evidence, *why[s.id]))
        for s in grouping.stories
    )
    return msgspec.structs.replace(grouping, stories=stories)


def _later(
    pairs: frozenset[tuple[str, str]], articles: Mapping[str, ArticleAnchors], matches: Sequence[Match]
) -> Iterator[Later]:
    """For each pair of kin which is the later, as far as anything says so."""
    dated = set()
    for a, b in sorted(pairs):
        one, other = articles[a].published, articles[b].published
        if one is not None and other is not None and one != other:
            dated.add((a, b))
            earlier, later = ((a, one), (b, other)) if one < other else ((b, other), (a, one))
            days = f"published {date.fromordinal(later[1])}, after {date.fromordinal(earlier[1])}"
            yield Later(later[0], earlier[0], days)
    for match in matches:
        pair = (match.a.article, match.b.article)
        if match.state == "open" and pair in pairs and pair not in dated and match.a.value.kind == "date":
            near, far = (match.a, match.b) if match.a.value.relative else (match.b, match.a)
            if near.value.relative and not far.value.relative and near.value.precision == far.value.precision == "day":
                yield Later(near.article, far.article, f"“{near.value.text}” here, “{far.value.text}” there")
