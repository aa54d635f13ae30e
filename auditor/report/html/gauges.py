"""Drift as numbers ready for inline SVG. Every bar runs from 0 to 100 units."""

from __future__ import annotations

import math

import msgspec

from auditor.drift.score import scheme
from auditor.records import AXES, Drift
from auditor.report.languages import labels


class Bar(msgspec.Struct, frozen=True):
    """One axis: score and interval from 0 to 100, how much was compared, what it means.

    ``points`` are the penalty points per 1,000 words that give the score.
    """

    axis: str
    meaning: str
    score: float | None
    low: float | None
    high: float | None
    compared: int
    points: float | None


class Arc(msgspec.Struct, frozen=True):
    """A half circle of radius 40 around (50, 50), filled from the left up to the score."""

    score: float | None
    x: float
    y: float


def bars(drift: Drift) -> list[Bar]:
    """All axes in their standing order."""
    return [
        Bar(
            axis=name,
            meaning=labels().axes[name],
            score=None if axis.score is None else _bounded(axis.score),
            low=None if axis.interval is None else _bounded(axis.interval[0]),
            high=None if axis.interval is None else _bounded(axis.interval[1]),
            compared=axis.compared,
            points=None if axis.score is None else points(axis.score),
        )
        for name in AXES
        if (axis := drift.axes.get(name)) is not None
    ]


def total(drift: Drift) -> Bar:
    """The total as a bar."""
    score = None if drift.score is None else _bounded(drift.score)
    low, high = (None, None) if drift.interval is None else map(_bounded, drift.interval)
    return Bar("drift", "weighted mean of the axes that could be compared", score, low, high, drift.compared, None)


def points(score: float) -> float:
    """The formula of ``drift.toml`` backwards: penalty points per 1,000 words behind a score."""
    return abs(round(scheme().half * math.log2(max(1e-6, 1 - _bounded(score) / 100)), 1))


def arc(drift: Drift) -> Arc:
    """The total as a half circle."""
    if drift.score is None:
        return Arc(None, 10.0, 50.0)
    angle = math.pi * (1 - _bounded(drift.score) / 100)
    return Arc(_bounded(drift.score), round(50 + 40 * math.cos(angle), 2), round(50 - 40 * math.sin(angle), 2))


def _bounded(score: float) -> float:
    return round(min(100.0, max(0.0, score)), 1)
