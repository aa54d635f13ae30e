"""Alignment of readings, and what the comparison leaves out because it can change nothing."""

from __future__ import annotations

import math
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor import names
from auditor.names.align import CODES, VOWELS, costs, distance
from auditor.names.convention import conventions, explaining, explains
from auditor.names.meet import meeting
from auditor.names.scoring import weights

PROFILES = ("plain", "cross", "abjad", "kana", "Arab", "Hebr", "Kana", "Hang")
SCORED = ("plain", "cross", "abjad", "kana")
OPEN = VOWELS | {"j"}
READINGS = st.text(CODES, max_size=7)


def by_every_way(a: str, b: str, profile: str) -> float:
    """The least cost, by its definition."""
    table = costs(profile)

    @cache
    def rest(i: int, j: int) -> float:
        ways = [] if i + j < len(a) + len(b) else [0.0]
        if i < len(a):
            ways.append(table.drop[a[i]] + rest(i + 1, j))
        if j < len(b):
            ways.append(table.insert[b[j]] + rest(i, j + 1))
        if i < len(a) and j < len(b):
            ways.append(table.swap[a[i]][b[j]] + rest(i + 1, j + 1))
        return min(ways)

    return rest(0, 0) + (table.open_close if a and b and (a[-1] in OPEN) != (b[-1] in OPEN) else 0.0)


@settings(max_examples=150, deadline=None)
@given(READINGS, READINGS, st.sampled_from(PROFILES))
def test_distance_is_the_least_cost(a, b, profile):
    if a != b:
        assert distance(a, b, profile) == pytest.approx(by_every_way(a, b, profile), abs=1e-9)


@settings(max_examples=150, deadline=None)
@given(READINGS, READINGS, st.sampled_from(PROFILES), st.floats(0, 9))
def test_distance_gives_up_only_over_the_bound(a, b, profile, most):
    whole, bounded = distance(a, b, profile), distance(a, b, profile, most)
    assert bounded == whole or (bounded == math.inf and whole > most)


@pytest.mark.parametrize("profile", SCORED)
def test_no_evidence_lifts_a_score(profile):
    """A comparison may stop at evidence that makes the score 0."""
    assert min(weights(profile)[1]) >= 0


@pytest.mark.parametrize(
    ("a", "b", "lang_a", "lang_b"),
    [
        ("Pavel Rudnev", "Pawel Rudnew", "en", "de"),
        ("Oleh Horbatenko", "Anna Lindqvist", "en", "sv"),
        ("Olga Serova", "Олег Гордеев", "en", "ru"),
        ("Tarabin", "Torabin", None, None),
        ("Ilyushin", "Ільюшин", "en", "uk"),
    ],
)
def test_a_score_alone_is_that_of_the_whole_comparison(a, b, lang_a, lang_b):
    assert names.score(a, b, lang_a, lang_b) == names.compare(a, b, lang_a, lang_b).score


@pytest.mark.parametrize(
    ("form", "native", "language"),
    [
        ("Rudnev", "Руднев", "ru"),
        ("Rudnjew", "Руднев", "ru"),
        ("Tychyna", "Тычина", "ru"),
        ("Karakachanov", "Каракачанов", "bg"),
        ("Sergej", "Сергій", "uk"),
        ("Smith", "Руднев", "ru"),
        ("Oleg Rudnev", "Олег Руднев", "ru"),
    ],
)
def test_who_explains_a_spelling_is_who_scores_well(form, native, language):
    told = {
        guess.language: guess.score for guess in reversed(conventions(form, native, language)) if guess.score >= 0.6
    }
    assert explaining(form, native, language, 0.6) == told
    assert explains(form, native, language, 0.6) == bool(told)


@pytest.mark.parametrize(
    ("a", "b", "lang_a", "lang_b", "native"),
    [
        ("rudnew", "rudnev", "de", "en", "руднев"),
        ("rudnew", "руднёв", "de", "ru", "руднев"),
        ("rudnev", "lindqvist", "en", "sv", None),
    ],
)
def test_the_native_form_is_the_same_whether_or_not_words_are_told_apart(a, b, lang_a, lang_b, native):
    assert meeting(a, b, lang_a, lang_b).native == native
    assert meeting(a, b, lang_a, lang_b, parting=False).native == native
    assert meeting(b, a, lang_b, lang_a, parting=False).native == native
