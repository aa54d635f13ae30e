"""One fault, one finding: which of several hits on the same words stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.checks.base import Hit
from auditor.checks.settle import settled
from auditor.gate.rules import every
from auditor.records import Suggestion

BY_ID = {check.id: check for check in every()}
TEXT = "The head of Birleşik Rusya spoke at Moskau “ on Monday ” there."


def hit(words: str, better: str | None = None, severity: str = "minor") -> Hit:
    start = TEXT.index(words)
    suggestions = (Suggestion(text=better),) if better is not None else ()
    return Hit(start=start, end=start + len(words), severity=severity, suggestions=suggestions)


@pytest.mark.parametrize(
    ("fired", "left"),
    [
        pytest.param(
            [("NM103", hit("Birleşik Rusya", "United Russia", "major")), ("NM201", hit("Rusya", "Russia"))],
            ["NM103"],
            id="a name inside a name goes with it",
        ),
        pytest.param(
            [("NM103", hit("Birleşik Rusya", "United Rusya", "major")), ("NM201", hit("Rusya", "Russia"))],
            ["NM103", "NM201"],
            id="unless the replacement keeps it",
        ),
        pytest.param(
            [("NM103", hit("Birleşik Rusya", "United Russia")), ("NM201", hit("Rusya", "Russia", "major"))],
            ["NM103", "NM201"],
            id="unless it is the graver one",
        ),
        pytest.param(
            [("TA303", hit("Birleşik Rusya", "United Russia", "major")), ("NM201", hit("Rusya", "Russia"))],
            ["TA303", "NM201"],
            id="other faults keep the names inside",
        ),
        pytest.param(
            [("TA401", hit("at Moskau", "in Moscow")), ("NM201", hit("at Moskau", "in Moscow", "major"))],
            ["NM201"],
            id="one span: the graver one",
        ),
        pytest.param(
            [("TA303", hit("at Moskau", "in Moskau")), ("TA401", hit("at", "in", "major"))],
            ["TA401"],
            id="one repair: the graver one",
        ),
        pytest.param(
            [("TX110", hit("“ ")), ("TX109", hit("“ on Monday ”", "on Monday", "major"))],
            ["TX109"],
            id="a mark goes with the words around it",
        ),
        pytest.param(
            [("TA203", hit("spoke at Moskau")), ("NM201", hit("Moskau", "Moscow", "critical"))],
            ["TA203"],
            id="what is spoilt is not judged",
        ),
    ],
)
def test_settled(fired: list[tuple[str, Hit]], left: list[str]) -> None:
    assert [check.id for check, _ in settled([(BY_ID[name], one) for name, one in fired], TEXT)] == left


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["NM201", "TA401", "TX107", "TA203"]),
            st.integers(0, len(TEXT) - 1),
            st.integers(0, 20),
            st.sampled_from(["minor", "major"]),
        ),
        max_size=8,
    )
)
def test_settling_twice_changes_nothing(drawn: list[tuple[str, int, int, str]]) -> None:
    fired = [
        (BY_ID[name], Hit(start=start, end=min(start + length, len(TEXT)), severity=severity))
        for name, start, length, severity in drawn
    ]
    once = settled(fired, TEXT)
    assert settled(once, TEXT) == once
    assert len(once) <= len(fired)
    assert [one.start for _, one in once] == sorted(one.start for _, one in once)
