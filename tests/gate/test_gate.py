"""The floors hold, and the gate can fail."""

from __future__ import annotations

import pytest

from tests.gate.gate import LESS_IS_BETTER, RUNS, below, floors, measure, number


@pytest.mark.parametrize("run", RUNS)
def test_floors_hold(run: str) -> None:
    assert below(measure(**RUNS[run]), floors()[run]) == []


def test_a_worse_figure_fails() -> None:
    pinned = floors()["no_glossary"]
    worse = {name: floor + 1 if name in LESS_IS_BETTER else floor - 0.01 for name, floor in pinned.items()}
    assert len(below(worse, pinned)) == len(pinned) > 10


@pytest.mark.parametrize(("value", "expected"), [("7/8", 7), (True, 1), (0.91, 0.91), (3, 3)])
def test_number(value: object, expected: float) -> None:
    assert number(value) == expected
