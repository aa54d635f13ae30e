"""Dates, times and figures of one thing in several articles: agrees, differs in precision, superseded, open, conflict.

Two claims are compared when their sentences are about the same: shared entities and shared words, weighed by rarity.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

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
    month: float
    next_sentence: float
    other_story: float
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


_AGREED = ("agrees", "differs in precision")
_REACH = 40  # how many claims before and after an old plan are looked at for its successor
_KEYS = 30  # a key that more claims of one article share brings no candidates


def link_claims(
    items: Sequence[ClaimItem], relatives: Mapping[str, Sequence[str]], story: Mapping[str, str]
) -> tuple[Match, ...]:
    """For each claim its best counterpart of each state in each related article and in its own, each pair once.

    ``story`` maps articles to their story: claims of different stories must have more in common.
    """
    by_article: dict[str, list[ClaimItem]] = defaultdict(list)
    for item in items:
        by_article[item.article].append(item)
    found: dict[tuple[str, str], Match] = {}
    for article in sorted(by_article):
        for match in _inside(by_article[article]):
            found[match.a.id, match.b.id] = match
        for other in relatives.get(article, ()):
            if article < other and other in by_article:
                demand = 1.0 if story.get(article) == story.get(other) else lines().other_story
                for match in _across(by_article[article], by_article[other], demand):
                    found[match.a.id, match.b.id] = match
    return tuple(found[key] for key in sorted(found))


def records(matches: Sequence[Match]) -> tuple[ClaimLink, ...]:
    """The links as the audit keeps them."""
    return tuple(ClaimLink(a=m.a.id, b=m.b.id, state=m.state) for m in matches)


def _inside(items: Sequence[ClaimItem]) -> Iterator[Match]:
    """In one article only a plan and its successor are linked: the best successor of each plan."""
    for at, old in enumerate(items):
        if not _was_planned(old):
            continue
        others = (x for x in items[max(0, at - _REACH) : at + _REACH] if x is not old)
        matches = [m for other in others if (m := _match(old, other)) and m.state == "superseded"]
        if matches:
            yield max(matches, key=lambda m: (m.bond, m.b.id))


def _across(ones: Sequence[ClaimItem], others: Sequence[ClaimItem], demand: float) -> Iterator[Match]:
    """All equal claims; of the others, for each claim and state the strongest bond, seen from either side.

    A claim that the other article confirms somewhere cannot be in conflict with it elsewhere.
    """
    scored = [m for a, b in _candidates(ones, others) if (m := _match(a, b, demand))]
    best: dict[tuple[str, ClaimState], Match] = {}
    for match in sorted(scored, key=lambda m: (-m.bond, m.a.id, m.b.id)):
        best.setdefault((match.a.id, match.state), match)
        best.setdefault((match.b.id, match.state), match)
    agreed = {end.id for m in scored if m.state in _AGREED for end in (m.a, m.b)}
    chosen = {(m.a.id, m.b.id): m for m in (*best.values(), *(m for m in scored if m.state == "agrees"))}
    for match in chosen.values():
        if match.state in _AGREED or not agreed & {match.a.id, match.b.id}:
            yield match


def _candidates(ones: Sequence[ClaimItem], others: Sequence[ClaimItem]) -> Iterator[tuple[ClaimItem, ClaimItem]]:
    """Pairs of comparable claims that share an entity or a word which is not in a crowd of claims."""
    index: dict[str, list[int]] = defaultdict(list)
    for at, other in enumerate(others):
        for key in _keys(other):
            index[key].append(at)
    for one in ones:
        near = {at for key in _keys(one) if len(index.get(key, ())) <= _KEYS for at in index.get(key, ())}
        for at in sorted(near):
            if _comparable(one, others[at]):
                yield one, others[at]


def _keys(item: ClaimItem) -> set[str]:
    return {*item.entities, *item.near, *(key for key, weight in item.stems.items() if weight >= 0.5)}


def _match(a: ClaimItem, b: ClaimItem, demand: float = 1.0) -> Match | None:
    """``demand`` times the state's line is what the surroundings must share."""
    if not _comparable(a, b):
        return None
    state = _date_state(a, b) if a.value.kind == "date" else _figure_state(a, b)
    if state is None:
        return None
    bond = _bond(a, b)
    return Match(a, b, state, round(bond, 4)) if bond >= demand * _line(state) else None


def _line(state: ClaimState) -> float:
    return float(getattr(lines(), state.replace(" ", "_")))


def _comparable(a: ClaimItem, b: ClaimItem) -> bool:
    x, y = a.value, b.value
    if x.kind == "date" or y.kind == "date":
        return x.kind == y.kind
    return x.kind == y.kind and x.unit == y.unit


def _bond(a: ClaimItem, b: ClaimItem) -> float:
    """How much the surroundings share: entities, words by rarity, the same subject, the same hedge, the same month."""
    w = lines()
    bond = w.entity * len(a.entities & b.entities)
    bond += w.near_entity * (len(a.near & b.entities) + len(a.entities & b.near)) / 2
    bond += sum(min(w.stem_cap, weight, b.stems[key]) for key, weight in a.stems.items() if key in b.stems)
    bond += w.subject if a.subject and a.subject == b.subject else 0.0
    bond += w.modifier if a.value.modifier and a.value.modifier == b.value.modifier else 0.0
    bond += w.month if _same_month(a, b) else 0.0
    return bond + (w.next_sentence if a.article == b.article and _neighbours(a, b) else 0.0)


def _same_month(a: ClaimItem, b: ClaimItem) -> bool:
    one, other = _date(a), _date(b)
    return bool(one and other and one.month is not None and one.month == other.month)


def _neighbours(a: ClaimItem, b: ClaimItem) -> bool:
    x, y = a.value.segment, b.value.segment
    return x is not None and y is not None and abs(x - y) <= 1


def _date(item: ClaimItem) -> edtf.Date | None:
    """The date of a claim; None where it is not absolute (a relative one that was resolved is)."""
    if item.value.kind != "date" or (item.value.relative and item.value.value.startswith("XXXX")):
        return None
    return edtf.parse(item.value.value, item.value.precision, item.value.modifier)


def _was_planned(item: ClaimItem) -> bool:
    return item.value.modifier in lines().superseded_words


def _date_state(a: ClaimItem, b: ClaimItem) -> ClaimState | None:
    one, other = _date(a), _date(b)
    guessed = a.value.relative or b.value.relative  # resolved by a rule that may err: it can agree, never contradict
    if one is None and other is None:
        return "open" if _bounds(a, b) else None
    if one is None or other is None:
        return "open" if _may_be_fixed(a, b, one or other) else None
    if edtf.same(one, other):
        return "agrees"
    if edtf.compatible(one, other):
        return "differs in precision"
    if guessed:
        return None if a.value.relative and b.value.relative else "open" if _as_precise(one, other) else None
    if _was_planned(a) != _was_planned(b):
        return "superseded"
    return "conflict" if edtf.depth(one) == edtf.depth(other) == edtf.DAY else None


def _as_precise(a: edtf.Date, b: edtf.Date) -> bool:
    return edtf.depth(a) == edtf.depth(b)


def _bounds(a: ClaimItem, b: ClaimItem) -> bool:
    """Two different open intervals ("after 2024", "until 2028"); two relative dates are not compared."""
    values = a.value.value, b.value.value
    return values[0] != values[1] and all(".." in v for v in values)


def _may_be_fixed(a: ClaimItem, b: ClaimItem, known: edtf.Date | None) -> bool:
    """A relative day ("on Friday") may be a known day; a weekday tells nothing about a month or a year."""
    vague = a if _date(a) is None else b
    return (
        known is not None
        and vague.value.relative
        and (edtf.depth(known) == edtf.DAY) == (vague.value.precision == "day")
    )


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
