"""How much the surroundings of two claims share, and what each state asks for."""

from __future__ import annotations

from functools import cache

from auditor.corpus.claim_states import date
from auditor.corpus.items import ClaimItem
from auditor.packs.load import data_path, load_toml
from auditor.records import Record


class Lines(Record, frozen=True):
    """``data/corpus/claims.toml``: how much two claims must have in common for each state."""

    schema: int
    entity: float
    near_entity: float
    subject: float
    event: float
    modifier: float
    stem_cap: float
    month: float
    next_sentence: float
    other_story: float
    agrees: float
    differs_in_precision: float
    superseded: float
    open: float
    bounds: float
    counterpart: float
    lone: float
    conflict: float
    superseded_words: frozenset[str]


@cache
def lines() -> Lines:
    """The lines as shipped."""
    return load_toml(data_path("corpus", "claims.toml"), Lines)


def bond_of(a: ClaimItem, b: ClaimItem) -> float:
    """How much the surroundings share: entities, events, words by rarity, the same subject, hedge, month."""
    w = lines()
    bond = w.entity * len(a.entities & b.entities)
    bond += w.near_entity * (len(a.near & b.entities) + len(a.entities & b.near)) / 2
    bond += sum(min(w.stem_cap, weight, b.stems[key]) for key, weight in a.stems.items() if key in b.stems)
    bond += w.subject if a.subject and a.subject == b.subject else 0.0
    bond += w.event if a.events & b.events else 0.0
    bond += w.modifier if a.value.modifier and a.value.modifier == b.value.modifier else 0.0
    bond += w.month if _same_month(a, b) else 0.0
    return bond + (w.next_sentence if a.article == b.article and _neighbours(a, b) else 0.0)


def _same_month(a: ClaimItem, b: ClaimItem) -> bool:
    one, other = date(a.value), date(b.value)
    return bool(one and other and one.month is not None and one.month == other.month)


def _neighbours(a: ClaimItem, b: ClaimItem) -> bool:
    x, y = a.value.segment, b.value.segment
    return x is not None and y is not None and abs(x - y) <= 1
