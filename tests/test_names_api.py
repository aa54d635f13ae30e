"""The names core: what it says on single pairs and forms."""

from __future__ import annotations

import pytest

from auditor import names

SAME = [
    ("Tschub", "Chub"),
    ("Chodorkowski", "Khodorkovsky"),
    ("Chodorkowski", "Jodorkovski"),
    ("Selenskyj", "Zelensky"),
    ("Zelenski", "Zelenskyy"),
    ("Zełenski", "Selenskyj"),
    ("Lawrow", "Lavrov"),
    ("Poutine", "Putin"),
    ("Choïgou", "Schoigu"),
    ("Schoigu", "Shoigu"),
]
DIFFERENT = [
    ("Chub", "Chuba"),
    ("Petrov", "Petrova"),
    ("Petelin", "Petlin"),
    ("Borisov", "Borislav"),
    ("Prokopyev", "Prokofiev"),
    ("Dmitriev", "Dmitri Petelin"),
    ("MS-22", "MS-23"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_name(a, b):
    match = names.compare(a, b)
    assert match.score is not None
    assert match.score >= 0.7
    assert match.kind in ("same", "variant")
    assert names.replay(match)
    assert names.keys(a) & names.keys(b)


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_two_names(a, b):
    match = names.compare(a, b)
    assert match.score is not None
    assert match.score < 0.5
    assert match.kind in ("look-alike", "different")
