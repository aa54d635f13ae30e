"""The drift of one article: MQM penalty points on seven axes, each turned into a score from 0 to 100.

Every compared thing (a mention, a paired quote, a paired claim, a segment) is one sample with its penalty points; the
interval is what resampling those samples gives (`auditor.drift.resample`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Literal

import msgspec

from auditor.drift.resample import RULE_OF_THREE, middle, resampled
from auditor.packs.load import data_path, load_toml
from auditor.packs.mqm import typology
from auditor.records import AXES, Axis, AxisScore, ClaimState, Drift, Finding, Record

Loss = Literal["speaker", "medium", "credit", "origin"]


class Scheme(Record, frozen=True):
    """``data/drift.toml``."""

    schema: int
    formula: str
    half: float
    apart: tuple[str, ...]
    confidence: float
    replicates: int
    preview: float
    axes: dict[Axis, float]
    families: dict[str, Axis]
    claim_states: dict[ClaimState, float]
    quotes: dict[str, float]
    provenance: dict[Loss, float]


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """What could be compared in one article: counts by axis, and what its links and its credits told.

    ``sourced`` counts the values that were looked for in a declared source, by axis; ``losses`` are the attributions
    that others have and this article has not.
    """

    words: int
    segments: int
    mentions: int
    terms: int
    attributions: int
    quote_chrf: tuple[float, ...] = ()
    date_states: tuple[ClaimState, ...] = ()
    figure_states: tuple[ClaimState, ...] = ()
    losses: tuple[Loss, ...] = ()
    sourced: Mapping[Axis, int] = {}


@cache
def scheme() -> Scheme:
    """The weights as shipped."""
    return load_toml(data_path("drift.toml"), Scheme)


def score(findings: Sequence[Finding], compared: Compared, seed: str) -> Drift:
    """The drift of the article that has these findings; suppressed ones cost nothing, ``seed`` fixes the resampling."""
    s, faults = scheme(), _finding_points(findings)
    linked: dict[Axis, list[float]] = {
        "figures": [s.claim_states[x] for x in compared.figure_states],
        "dates": [s.claim_states[x] for x in compared.date_states],
        "quotes": [s.quotes["distance"] * (1 - c / 100) for c in compared.quote_chrf],
        "provenance": [s.provenance[x] for x in compared.losses],
    }
    counted: dict[Axis, int] = {
        "names": compared.mentions,
        "terms": compared.terms,
        "figures": len(compared.figure_states),
        "dates": len(compared.date_states),
        "quotes": len(compared.quote_chrf),
        "provenance": compared.attributions,
        "artifacts": compared.segments,
    }
    points = {axis: [*faults[axis], *linked.get(axis, ())] for axis in AXES}
    draws = {axis: resampled(points[axis], replicates=s.replicates, seed=f"{seed} {axis}") for axis in AXES}
    axes: dict[str, AxisScore] = {
        axis: _axis(points[axis], draws[axis], counted[axis] + compared.sourced.get(axis, 0), compared.words)
        for axis in AXES
    }
    return Drift(
        score=_total(axes),
        axes=axes,
        words=compared.words,
        compared=sum(axis.compared for axis in axes.values()),
        interval=_total_interval(axes, draws, compared.words),
    )


@cache
def _axis_of(rule: str) -> Axis | None:
    """The axis of the longest beginning of the rule's id that the scheme names."""
    families = scheme().families
    return next((families[rule[:n]] for n in range(len(rule), 1, -1) if rule[:n] in families), None)


def _finding_points(findings: Iterable[Finding]) -> Mapping[Axis, list[float]]:
    s, severities = scheme(), typology().severities
    points: dict[Axis, list[float]] = defaultdict(list)
    for finding in findings:
        axis = _axis_of(finding.rule)
        if axis and not finding.suppressed and finding.mqm not in s.apart:
            points[axis].append(severities[finding.severity] * (s.preview if finding.preview else 1.0))
    return points


def _axis(points: Sequence[float], draws: Sequence[float], compared: int, words: int) -> AxisScore:
    """Score and interval of one axis; null where there is nothing to compare and nothing was found."""
    compared = max(compared, sum(p > 0 for p in points))
    if not compared or not words:
        return AxisScore(score=None, compared=compared, interval=None)
    s, total = scheme(), sum(points)
    low, high = middle(draws, s.confidence) if total else (0.0, RULE_OF_THREE)
    limits = _scale(min(low, total), words), _scale(max(high, total), words)
    return AxisScore(score=_scale(total, words), compared=compared, interval=limits)


def _scale(points: float, words: int) -> float:
    return round(100 * (1 - 2 ** (-(1000 * points / words) / scheme().half)), 1)


def _total(axes: Mapping[str, AxisScore]) -> float | None:
    judged = [(w, x) for axis, w in scheme().axes.items() if (x := axes[axis].score) is not None]
    whole = sum(w for w, _ in judged)
    return round(sum(w * x for w, x in judged) / whole, 1) if whole else None


def _total_interval(
    axes: Mapping[str, AxisScore], draws: Mapping[Axis, Sequence[float]], words: int
) -> tuple[float, float] | None:
    """The interval of the total: the axes' own draws, taken together.

    Where nothing was penalized, three minor faults on the heaviest axis are still in keeping with chance.
    """
    s = scheme()
    judged = [(w, axis) for axis, w in s.axes.items() if axes[axis].score is not None]
    total, whole = _total(axes), sum(w for w, _ in judged)
    if total is None:
        return None
    if not total:
        return 0.0, round(max(w for w, _ in judged) * _scale(RULE_OF_THREE, words) / whole, 1)
    rows = (_weighed(draws[axis], w, words) for w, axis in judged if axes[axis].score)
    low, high = (limit / whole for limit in middle(map(sum, zip(*rows, strict=True)), s.confidence))
    return min(round(low, 1), total), max(round(high, 1), total)


def _weighed(draws: Sequence[float], weight: float, words: int) -> list[float]:
    """The axis' part in the total for each draw; draws repeat, so each sum is worked out once."""
    parts = {points: weight * _scale(points, words) for points in frozenset(draws)}
    return list(map(parts.__getitem__, draws))
