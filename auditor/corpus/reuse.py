"""How much of its wording an article shares with another: near-duplicates, rewrites, and siblings that share only news.

Runs of five words (shingles; Broder 1997, On the resemblance and containment of documents) are compared as they stand,
lower case. Resemblance is what both share over what either has; containment what both share over the shorter one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

import msgspec

from auditor.packs.load import data_path, load_toml
from auditor.reading.article import Reading
from auditor.records import Record

Relation = Literal["near-duplicate", "rewrite", "sibling"]


class Lines(Record, frozen=True):
    """``data/corpus/reuse.toml``: how much wording in common makes two articles copies, or one a rewrite."""

    schema: int
    run: int
    resemblance: float
    containment: float


class Reuse(msgspec.Struct, frozen=True):
    """How article ``a`` and ``b`` stand to each other; both shares from 0 to 1."""

    a: str
    b: str
    relation: Relation
    resemblance: float
    containment: float

    def __str__(self) -> str:
        return f"{self.relation}: {self.a}, {self.b} ({self.containment:.0%} of the shorter one's word runs in both)"


@cache
def lines() -> Lines:
    """The lines as shipped."""
    return load_toml(data_path("corpus", "reuse.toml"), Lines)


def shingles(reading: Reading) -> frozenset[tuple[str, ...]]:
    """The runs of words of an article's sentences."""
    size, found = lines().run, set()
    at, words = 0, reading.tokens
    for segment in reading.segments:
        row: list[str] = []
        while at < len(words) and words[at].start < segment.end:
            if words[at].start >= segment.start:
                row.append(words[at].text.casefold())
            at += 1
        found |= {tuple(row[i : i + size]) for i in range(len(row) - size + 1)}
    return frozenset(found)


def compare(a: Reading, b: Reading, ones: frozenset[tuple[str, ...]], others: frozenset[tuple[str, ...]]) -> Reuse:
    """Two articles of one language by their runs of words."""
    shared, rules = len(ones & others), lines()
    resemblance = shared / max(1, len(ones | others))
    containment = shared / max(1, min(len(ones), len(others)))
    relation: Relation = "sibling"
    if resemblance >= rules.resemblance:
        relation = "near-duplicate"
    elif containment >= rules.containment:
        relation = "rewrite"
    return Reuse(a.id, b.id, relation, round(resemblance, 4), round(containment, 4))


def reused(readings: Mapping[str, Reading], siblings: Mapping[str, Sequence[str]]) -> Iterator[Reuse]:
    """The pairs of siblings in one language that share wording, beyond the news itself."""
    runs = {i: shingles(readings[i]) for i in siblings}
    pairs = sorted({(min(a, b), max(a, b)) for a, others in siblings.items() for b in others})
    for a, b in pairs:
        if readings[a].language == readings[b].language:
            found = compare(readings[a], readings[b], runs[a], runs[b])
            if found.relation != "sibling":
                yield found
