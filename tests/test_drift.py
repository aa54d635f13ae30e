"""The drift score: its formula, its interval, what counts and what it is measured against."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import auditor
from auditor.drift.resample import middle, resampled
from auditor.drift.score import Compared, scheme, score
from auditor.records import AXES, ClaimState

POINTS = st.lists(st.sampled_from([0.0, 0.5, 1.0, 5.0, 25.0]), max_size=30)


def of(**given: object) -> Compared:
    base = {"words": 500, "segments": 20, "mentions": 10, "terms": 3, "attributions": 0}
    return Compared(**(base | given))  # type: ignore[arg-type]


@given(POINTS, st.text(max_size=5))
def test_the_interval_is_replayed_and_in_order(points: list[float], seed: str) -> None:
    sums = resampled(points, replicates=200, seed=seed)
    assert len(sums) == 200
    assert sums == resampled(reversed(points), replicates=200, seed=seed)
    low, high = middle(sums, 0.95)
    assert 0 <= low <= high
    assert any(sums) or not any(points) or sum(points) < 5


def test_the_interval_is_that_of_a_sum_of_poisson_draws() -> None:
    """Forty faults of one point: the sum has mean 40 and variance 40."""
    low, high = middle(resampled([1.0] * 40, replicates=4000, seed="x"), 0.95)
    assert low == pytest.approx(40 - 1.96 * math.sqrt(40), abs=2)
    assert high == pytest.approx(40 + 1.96 * math.sqrt(40), abs=2)
    assert set(resampled([0.0] * 9, replicates=200, seed="x")) == {0.0}


def test_half_points_give_fifty() -> None:
    s = scheme()
    points = s.half * 500 / 1000
    drift = score((), of(quote_chrf=(100 * (1 - points / s.quotes["distance"] / 4),) * 4), "x")
    assert drift.axes["quotes"].score == 50.0
    assert drift.axes["quotes"].compared == 4


def test_what_cannot_be_compared_has_no_score() -> None:
    drift = score((), of(), "x")
    assert [a for a in AXES if drift.axes[a].score is None] == ["figures", "dates", "quotes", "provenance"]
    assert drift.score == 0.0
    low, high = drift.axes["names"].interval or (1, 0)
    assert low == 0.0 < high
    assert drift.interval is not None
    assert 0.0 == drift.interval[0] < drift.interval[1] < high
    assert drift.compared == sum(axis.compared for axis in drift.axes.values())
    assert score((), of(words=0), "x").score is None


def test_links_and_losses_count_on_their_axes() -> None:
    drift = score(
        (), of(date_states=("conflict", "agrees"), figure_states=("agrees",), losses=("medium",), attributions=2), "x"
    )
    scores = {a: drift.axes[a].score for a in ("dates", "figures", "provenance")}
    assert scores["dates"] > scores["provenance"] > scores["figures"] == 0.0  # type: ignore[operator]


PORT = (
    "The port of Ostend will open its new quay on May 12, harbour master Pieter Goossens said on March 3.\n\n"
    "“The new quay is the best answer for the safety of the crews,” Goossens {said}.\n\n"
    "Fishing crews in Ostend had asked the port for a new quay since the storm of January 14."
)


def test_a_medium_that_only_the_sibling_names_is_lost() -> None:
    texts = {"a": PORT.format(said="said"), "b": PORT.format(said="wrote on Facebook")}
    audit = auditor.audit_texts(texts, no_glossary=True)
    scores = {a.id: a.drift.axes["provenance"].score for a in audit.articles}
    assert scores["a"] > scores["b"] == 0.0  # type: ignore[operator]


def test_what_the_drift_is_measured_against_is_told() -> None:
    texts = {"a": PORT.format(said="said"), "b": PORT.format(said="added"), "c": "The ferry sails at noon."}
    told = auditor.audit_texts(texts, no_glossary=True).summary["references"]
    assert told["a"] == {"kind": "siblings", "articles": ["b"]}
    assert told["c"] == {"kind": "none", "articles": []}


def test_against_a_source_a_dropped_agency_and_a_figure_count(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The quay cost 30 billion euros, Pieter Goossens said on Monday in Ostend.\n")
    (tmp_path / "a.de.txt").write_text("Der Kai kostete 30 Millionen Euro, sagte Pieter Goossens am Montag der dpa.\n")
    audit = auditor.audit([tmp_path / "a.txt"], source=tmp_path / "a.de.txt", no_glossary=True)
    article = next(a for a in audit.articles if a.role == "subject")
    axes = article.drift.axes
    assert audit.summary["references"][article.id]["kind"] == "source"
    assert axes["figures"].score
    assert axes["provenance"].score
    assert axes["dates"].score == 0.0
    assert (axes["dates"].compared, axes["figures"].compared) == (1, 1)
    assert ("translated from", False) in {(e.kind, e.stated) for e in audit.provenance.edges}


@given(st.lists(st.sampled_from(["conflict", "agrees"]), max_size=12), st.lists(st.floats(0, 100), max_size=8))
def test_the_total_lies_within_its_interval(states: list[ClaimState], chrf: list[float]) -> None:
    drift = score((), of(date_states=tuple(states), quote_chrf=tuple(chrf)), "x")
    assert drift.score is not None
    low, high = drift.interval or (1, 0)
    assert 0 <= low <= drift.score <= high <= 100
