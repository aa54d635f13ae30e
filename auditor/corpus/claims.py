"""Dates, times and figures of one thing in several articles: agrees, differs in precision, superseded, open, conflict.

Two claims are compared when their sentences are about the same: shared entities and shared words, weighed by rarity.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

import msgspec

from auditor.corpus import edtf
from auditor.corpus.items import ClaimItem
from auditor.packs.load import data_path, load_toml
from auditor.records import ClaimLink, ClaimState, Record


class Lines(Record, frozen=True):
    """``data/claims.toml``: how much two claims must have in common for each state."""

    schema: int
    entity: float
    near_entity: float
    subject: float
    modifier: float
    stem_cap: float
    agrees: float
    differs_in_precision: float
    superseded: float
    open: float
    conflict: float
    superseded_words: tuple[str, ...]


class Match(msgspec.Struct, frozen=True):
    """Two claims, how they stand, and how much their surroundings share."""

    a: ClaimItem
    b: ClaimItem
    state: ClaimState
    bond: float


@cache
def lines() -> Lines:
    """The lines as shipped."""
    return load_toml(data_path("claims.toml"), Lines)


_DATES = {"date"}


def link_claims(items: Sequence[ClaimItem], relatives: Mapping[str, Sequence[str]]) -> tuple[Match, ...]:
    """For each claim its best counterpart in each related article and in its own, each pair once."""
    by_article: dict[str, list[ClaimItem]] = defaultdict(list)
    for item in items:
        by_article[item.article].append(item)
    found: dict[tuple[str, str], Match] = {}
    for article in sorted(by_article):
        for match in _inside(by_article[article]):
            found[match.a.id, match.b.id] = match
        for other in relatives.get(article, ()):
            if article < other and other in by_article:
                for match in _across(by_article[article], by_article[other]):
                    found[match.a.id, match.b.id] = match
    return tuple(found[key] for key in sorted(found))


def records(matches: Sequence[Match]) -> tuple[ClaimLink, ...]:
    """The links as the audit keeps them."""
    return tuple(ClaimLink(a=m.a.id, b=m.b.id, state=m.state) for m in matches)


def _inside(items: Sequence[ClaimItem]) -> Iterator[Match]:
    """In one article only a plan and its successor are linked: the best pair for each."""
    best: dict[str, Match] = {}
    for a, b in combinations(items, 2):
        match = _match(a, b)
        if match and match.state == "superseded":
            key = a.id if a.value.modifier in lines().superseded_words else b.id
            if key not in best or match.bond > best[key].bond:
                best[key] = match
    yield from best.values()


def _across(ones: Sequence[ClaimItem], others: Sequence[ClaimItem]) -> Iterator[Match]:
    """Greedy matching, strongest bond first; a claim may serve once on each side for each state."""
    scored = [m for a in ones for b in others if (m := _match(a, b))]
    order = {"agrees": 0, "differs in precision": 1, "superseded": 2, "conflict": 3, "open": 4}
    used: set[str] = set()
    for match in sorted(scored, key=lambda m: (order[m.state], -m.bond, m.a.id, m.b.id)):
        if match.a.id not in used and match.b.id not in used:
            used |= {match.a.id, match.b.id}
            yield match


def _match(a: ClaimItem, b: ClaimItem) -> Match | None:
    if not _comparable(a, b):
        return None
    bond = _bond(a, b)
    state = _date_state(a, b) if a.value.kind in _DATES else _figure_state(a, b)
    if state is None or bond < _line(state):
        return None
    return Match(a, b, state, round(bond, 4))


def _line(state: ClaimState) -> float:
    return float(getattr(lines(), state.replace(" ", "_")))


def _comparable(a: ClaimItem, b: ClaimItem) -> bool:
    x, y = a.value, b.value
    if x.kind in _DATES or y.kind in _DATES:
        return x.kind in _DATES and y.kind in _DATES
    return x.kind == y.kind and x.unit == y.unit


def _bond(a: ClaimItem, b: ClaimItem) -> float:
    """How much the surroundings share: entities, words by rarity, the same subject, the same hedge."""
    w = lines()
    bond = w.entity * len(a.entities & b.entities)
    bond += w.near_entity * (len(a.near & b.entities) + len(a.entities & b.near)) / 2
    bond += sum(min(w.stem_cap, weight, b.stems[key]) for key, weight in a.stems.items() if key in b.stems)
    bond += w.subject if a.subject and a.subject == b.subject else 0.0
    return bond + (w.modifier if a.value.modifier and a.value.modifier == b.value.modifier else 0.0)


def _date_state(a: ClaimItem, b: ClaimItem) -> ClaimState | None:
    one, other = (edtf.parse(x.value.value, x.value.precision) for x in (a, b))
    if one is None or other is None:
        return "open" if a.value.value != b.value.value or a.value.relative else "agrees"
    if edtf.same(one, other):
        return "agrees"
    if edtf.compatible(one, other):
        return "differs in precision"
    was = [x.value.modifier in lines().superseded_words for x in (a, b)]
    if was[0] != was[1]:
        return "superseded"
    return "conflict" if edtf.depth(one) == edtf.depth(other) == 4 else None


def _figure_state(a: ClaimItem, b: ClaimItem) -> ClaimState | None:
    x, y = a.value, b.value
    if x.value == y.value:
        return "agrees"
    if x.unit is None:
        return None
    if "approximate" in (x.precision, y.precision) and _close(x.value, y.value):
        return "differs in precision"
    return "conflict"


def _close(a: str, b: str) -> bool:
    try:
        x, y = float(a), float(b)
    except ValueError:
        return False
    return abs(x - y) <= 0.1 * max(abs(x), abs(y))
