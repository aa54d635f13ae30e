"""The drift of one article: MQM penalty points on seven axes, each turned into a score from 0 to 100.

Every compared thing (a mention, a paired quote, a paired claim, a segment) is one sample with its penalty points. The
interval is what resampling those samples with replacement gives, in closed form: the bootstrap variance of a sum of n
samples is ``sum(p*p) - sum(p)**2 / n`` (Efron & Tibshirani 1993, ch. 5), taken as normal.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from statistics import NormalDist

import msgspec

from auditor.packs.load import data_path, load_toml
from auditor.packs.mqm import typology
from auditor.records import AXES, Axis, AxisScore, ClaimState, Drift, Finding, Record


class Scheme(Record, frozen=True):
    """``data/drift.toml``."""

    schema: int
    formula: str
    half: float
    confidence: float
    preview: float
    axes: dict[Axis, float]
    families: dict[str, Axis]
    claim_states: dict[ClaimState, float]
    quotes: dict[str, float]


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """What could be compared in one article: counts by axis, and the states and distances of its links."""

    words: int
    segments: int
    mentions: int
    terms: int
    credits: int
    quote_chrf: tuple[float, ...] = ()
    date_states: tuple[ClaimState, ...] = ()
    figure_states: tuple[ClaimState, ...] = ()


@cache
def scheme() -> Scheme:
    """The weights as shipped."""
    return load_toml(data_path("drift.toml"), Scheme)


def score(findings: Sequence[Finding], compared: Compared) -> Drift:
    """The drift of the article that has these (unsuppressed) findings."""
    s = scheme()
    points = _finding_points(findings)
    samples: dict[Axis, tuple[list[float], int]] = {
        "names": (points["names"], compared.mentions),
        "terms": (points["terms"], compared.terms),
        "figures": (
            points["figures"] + [s.claim_states[x] for x in compared.figure_states],
            len(compared.figure_states),
        ),
        "dates": (points["dates"] + [s.claim_states[x] for x in compared.date_states], len(compared.date_states)),
        "quotes": (
            points["quotes"] + [s.quotes["distance"] * (1 - c / 100) for c in compared.quote_chrf],
            len(compared.quote_chrf),
        ),
        "provenance": (points["provenance"], compared.credits),
        "artifacts": (points["artifacts"], compared.segments),
    }
    axes: dict[str, AxisScore] = {axis: _axis(*samples[axis], compared.words) for axis in AXES}
    return Drift(score=_total(axes), axes=axes, words=compared.words)


def _finding_points(findings: Iterable[Finding]) -> Mapping[Axis, list[float]]:
    s, severities = scheme(), typology().severities
    points: dict[Axis, list[float]] = defaultdict(list)
    for finding in findings:
        axis = s.families.get(finding.rule[:2])
        if axis and not finding.suppressed:
            points[axis].append(severities[finding.severity] * (s.preview if finding.preview else 1.0))
    return points


def _axis(points: Sequence[float], compared: int, words: int) -> AxisScore:
    """Score and interval of one axis; null where there is nothing to compare and nothing was found."""
    samples = max(compared, len(points))
    if not samples or not words:
        return AxisScore(score=None, compared=compared, interval=None)
    total = sum(points)
    spread = math.sqrt(max(0.0, sum(p * p for p in points) - total * total / samples))
    reach = NormalDist().inv_cdf(0.5 + scheme().confidence / 2) * spread
    low, high = max(0.0, total - reach), total + reach
    return AxisScore(score=_scale(total, words), compared=compared, interval=(_scale(low, words), _scale(high, words)))


def _scale(points: float, words: int) -> float:
    return round(100 * (1 - 2 ** (-(1000 * points / words) / scheme().half)), 1)


def _total(axes: Mapping[str, AxisScore]) -> float | None:
    judged = [(w, x) for axis, w in scheme().axes.items() if (x := axes[axis].score) is not None]
    whole = sum(w for w, _ in judged)
    return round(sum(w * x for w, x in judged) / whole, 1) if whole else None
