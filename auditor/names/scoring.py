"""From costs to a score that reads as a probability: one logistic formula (``data/variants/scoring.toml``)."""

from __future__ import annotations

import math
from functools import cache

import msgspec

from auditor.packs import data_path, load_toml
from auditor.records import Record


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """What a score is made of: the worst cost of family and of given names, words in conflict, words left over.

    ``alone``: one side is a single word; ``crossed``: a family name stands for a given name; ``relative``: the
    worst cost for its word's length.
    """

    profile: str
    family: float
    given: float
    conflict: float
    extra: int
    alone: bool
    crossed: bool
    relative: float


class Weights(Record, frozen=True):
    """Log odds: ``base`` minus each weight times its evidence."""

    base: float
    family: float
    worst: float
    conflict: float
    extra: float
    alone: float
    crossed: float
    relative: float


class WeightFile(Record, frozen=True):
    """Weights by profile."""

    schema: int
    profile: dict[str, Weights]


@cache
def weights(profile: str) -> Weights:
    """The weights of a profile."""
    return load_toml(data_path("variants", "scoring.toml"), WeightFile).profile[profile]


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
    )


def score_of(found: Evidence) -> float:
    """The probability that the evidence is of one name."""
    to = weights(found.profile)
    weighed = (to.family, to.worst, to.conflict, to.extra, to.alone, to.crossed, to.relative)
    odds = to.base - sum(w * x for w, x in zip(weighed, features(found), strict=True))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))
