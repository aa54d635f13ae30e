"""Which sentences of two articles say the same.

In one language and across languages alike the sentences are compared by their features (`features`): what both have,
over what each has. A sentence may have several counterparts, or none: below the lines nothing is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from auditor.corpus.features import Featured, likeness
from auditor.packs.load import data_path, load_toml
from auditor.records import Record


class Lines(Record, frozen=True):
    """``data/corpus/align.toml``: from where two sentences are counterparts, in one language and across two."""

    schema: int
    same: float
    across: float
    shared: float
    near_best: float
    crowd: int


class Aligned(msgspec.Struct, frozen=True):
    """Segment ``a`` of one article and ``b`` of another; ``mutual`` when each is the other's best counterpart.

    ``score`` is the likeness from 0 to 1, ``margin`` how far it lies above the next best of either side.
    """

    a: int
    b: int
    score: float
    margin: float
    mutual: bool


Alignments = Mapping[tuple[str, str], tuple[Aligned, ...]]


@cache
def lines() -> Lines:
    """The lines as shipped."""
    return load_toml(data_path("corpus", "align.toml"), Lines)


def alignments(featured: Mapping[str, Featured], siblings: Mapping[str, Sequence[str]]) -> Alignments:
    """The counterparts for each pair of siblings, the lesser id first."""
    pairs = sorted({(min(a, b), max(a, b)) for a, others in siblings.items() for b in others})
    return {(a, b): align(featured[a], featured[b]) for a, b in pairs}


def align(one: Featured, other: Featured) -> tuple[Aligned, ...]:
    """The counterparts in order of the first article; one-to-many where several come near the best."""
    rules = lines()
    least = rules.same if one.language == other.language else rules.across
    scores: dict[tuple[int, int], float] = {}
    for i, j in _candidates(one, other, rules.crowd):
        score, shared = likeness(one.segments[i], other.segments[j])
        if score >= least and shared >= rules.shared:
            scores[i, j] = score
    left, right = _ranked(scores, 0), _ranked(scores, 1)
    found = []
    for (i, j), score in sorted(scores.items()):
        best = max(left[i][0], right[j][0])
        if score >= rules.near_best * best:
            rivals = [s for s in (*left[i][:2], *right[j][:2]) if s < score]
            ties = left[i].count(score) + right[j].count(score) > 2
            mutual = score == left[i][0] == right[j][0] and not ties
            found.append(Aligned(i, j, round(score, 4), round(score - max(rivals, default=0.0), 4), mutual))
    return tuple(found)


def _ranked(scores: dict[tuple[int, int], float], side: int) -> dict[int, list[float]]:
    """For each segment of a side the scores of its counterparts, best first."""
    rows: dict[int, list[float]] = defaultdict(list)
    for pair, score in scores.items():
        rows[pair[side]].append(score)
    return {at: sorted(row, reverse=True) for at, row in rows.items()}


def _candidates(one: Featured, other: Featured, crowd: int) -> Sequence[tuple[int, int]]:
    """Pairs of segments that share a feature which few segments have."""
    index: dict[str, list[int]] = defaultdict(list)
    for j, segment in enumerate(other.segments):
        for feature in segment:
            index[feature].append(j)
    pairs = {
        (i, j)
        for i, segment in enumerate(one.segments)
        for feature in segment
        if len(index.get(feature, ())) <= crowd
        for j in index.get(feature, ())
    }
    return sorted(pairs)
