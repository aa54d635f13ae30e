"""A replacement that needs the other article takes it along."""

from __future__ import annotations

import pytest

from auditor.checks.articled import articled
from auditor.checks.base import Hit
from auditor.records import Suggestion


def told(text: str, old: str, *new: str) -> tuple[str, list[str]]:
    start = text.index(old)
    hit = articled(Hit(start=start, end=start + len(old), suggestions=tuple(Suggestion(text=t) for t in new)), text)
    return text[hit.start : hit.end], [suggestion.text for suggestion in hit.suggestions]


@pytest.mark.parametrize(
    ("text", "old", "new", "span", "better"),
    [
        ("He has a damage.", "damage", ["injury"], "a damage", ["an injury"]),
        ("An ulterior date was set.", "ulterior", ["later"], "An ulterior", ["A later"]),
        ("A mail came.", "mail", ["email", "letter"], "A mail", ["An email", "A letter"]),
        ("It rang a number of firms.", "number of", ["several"], "number of", ["several"]),
        ("It was a mean of it.", "mean of it", ["the vehicle"], "a mean of it", ["the vehicle"]),
        ("It was a great day.", "great", ["big", "fine"], "great", ["big", "fine"]),
        ("It was a great day.", "great", [""], "great", [""]),
        ("It was a great day.", "great", [], "great", []),
        ("It was a unit.", "unit", ["union"], "unit", ["union"]),
        ("An hour went by.", "hour", ["day"], "An hour", ["A day"]),
        ("The visa granted.", "granted", ["issued"], "granted", ["issued"]),
        ("He is an MP.", "MP", ["deputy"], "an MP", ["a deputy"]),
        ("It is a offer.", "offer", ["bid"], "offer", ["bid"]),
        ("damage", "damage", ["injury"], "damage", ["injury"]),
    ],
)
def test_case(text: str, old: str, new: list[str], span: str, better: list[str]) -> None:
    assert told(text, old, *new) == (span, better)
