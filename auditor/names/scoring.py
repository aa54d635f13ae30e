"""From costs to a score that reads as a probability: one logistic formula (``data/variants/scoring.toml``)."""

from __future__ import annotations

import math
from functools import cache
from operator import mul

import msgspec
from msgspec.structs import astuple

from auditor.packs import data_path, load_toml
from auditor.records import Record

_HEARD = 0.12  # the cost from which two words sound unlike


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """What a score is made of: the worst cost of family and of given names, words in conflict, words left over.

    ``alone``: one side is a single word; ``crossed``: a family name stands for a given name; ``relative``: the
    worst cost for its word's length; ``letters``: the share of letters that differ in the worst word; ``brief``: an
    initial or a short form stands for a name; ``partial``: words are left over and others agree only nearly;
    ``lone``: the cost where each side is a single word, which no other word vouches for, and no case ending accounts
    for it.
    """

    profile: str
    family: float
    given: float
    conflict: float
    extra: int
    alone: bool
    crossed: bool
    relative: float
    letters: float
    brief: bool
    partial: bool
    known: float
    lone: float


class Weights(Record, frozen=True):
    """Log odds: ``base`` minus each weight times its evidence.

    ``nearly``: each side is a single word and a sound differs, which no other word vouches for.
    """

    base: float
    family: float
    worst: float
    conflict: float
    extra: float
    alone: float
    crossed: float
    relative: float
    letters: float = 0.0
    brief: float = 0.0
    partial: float = 0.0
    known: float = 0.0
    lone: float = 0.0
    nearly: float = 0.0


class WeightFile(Record, frozen=True):
    """Weights by profile."""

    schema: int
    profile: dict[str, Weights]


@cache
def weights(profile: str) -> tuple[float, tuple[float, ...]]:
    """The base of a profile, and its weights in the order of ``features``."""
    base, *rest = astuple(load_toml(data_path("variants", "scoring.toml"), WeightFile).profile[profile])
    return base, tuple(rest)


def features(found: Evidence) -> tuple[float, ...]:
    """The evidence as numbers, in the order of ``Weights`` after ``base``."""
    return (
        found.family,
        max(found.family, found.given),
        found.conflict,
        float(min(found.extra, 3)),
        float(found.alone),
        float(found.crossed),
        found.relative,
        found.letters,
        float(found.brief),
        float(found.partial),
        found.known,
        found.lone,
        float(found.lone > _HEARD),
    )


def score_of(found: Evidence) -> float:
    """The probability that the evidence is of one name."""
    base, each = weights(found.profile)
    odds = base - sum(map(mul, each, features(found)))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))
