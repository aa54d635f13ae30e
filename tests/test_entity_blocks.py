"""Which names of a block are compared, and the short question whether a convention explains a spelling."""

from __future__ import annotations

import random

import pytest

from auditor.entities.blocks import pairs
from auditor.names import conventions, variants
from auditor.names.convention import explains

GIVENS = ("Anna", "Boris", "Clara", "Dmitri", "Emma", "Felix", "Georg", "Helena", "Igor", "Julia")
ONSETS = ("Ba", "Be", "Bi", "Bo", "Bu", "Pa", "Pe", "Pi", "Po", "Pu")


def crowd(count: int, words: int) -> list[str]:
    """Names with one blocking key: only the vowels of their last word differ."""
    pick = random.Random(count)
    last = [a + b.lower() + c.lower() + "n" for a in ONSETS for b in ONSETS for c in ONSETS]
    return [f"{pick.choice(GIVENS)} {name}" if words == 2 else name for name in last[:count]]


@pytest.mark.parametrize("words", [1, 2])
def test_pairs_grow_with_the_names(words: int) -> None:
    """Ten times the names in one block give about ten times the pairs, not a hundred times."""
    few, many = (len(list(pairs(crowd(count, words)))) for count in (100, 1000))
    assert many < 25 * (few + 100)


def test_small_blocks_are_compared_in_full() -> None:
    names = crowd(20, 1)
    assert len(list(pairs(names))) == 20 * 19 / 2


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("Sergei Lavrov", "Siergiej Ławrow", True),
        ("William Clinton", "Bill Clinton", True),
        ("Volodymyr Zelensky", "Vladimir Zelensky", True),
        ("S. Lavrov", "Sergei Lavrov", True),
        ("Gordon Brown", "جوردون براون", True),
        ("Anna Petrova", "Boris Petrova", False),
    ],
)
def test_given_names_that_cannot_agree_are_not_compared(a: str, b: str, wanted: bool) -> None:
    assert bool(list(pairs([a, b]))) == wanted


@pytest.mark.parametrize(
    ("a", "b"),
    [("Sergej Tschub", "Sergei Chub"), ("Lawrow", "Lavrov"), ("Poutine", "Putin"), ("S. Chub", "Sergei Chub")],
)
def test_spellings_meet_in_a_crowd(a: str, b: str) -> None:
    """Two spellings that sound alike to readers of some language stay neighbours among thousands of others."""
    block = [*crowd(500, a.count(" ") + 1), a, b]
    assert any({a, b} == set(pair) for pair in pairs(block))


def test_order_of_names_does_not_matter() -> None:
    names = crowd(200, 2)
    assert list(pairs(names)) == list(pairs(reversed(names)))


@pytest.mark.parametrize(
    ("native", "language"), [("Шевченко", "uk"), ("Чайковский", "ru"), ("Андрей", "ru"), ("Юлія", "uk")]
)
def test_explains_agrees_with_conventions(native: str, language: str) -> None:
    """The short answer is the long one."""
    forms = {form for target in ("en", "de", "fr", "pl", "cs", "sv") for form in variants(native, language, target)}
    forms |= {"Merkel", "Sevcenko", "Tschaikowska", "Andrzej"}
    for form in sorted(forms):
        long = any(guess.score >= 0.6 for guess in conventions(form, native, language))
        assert explains(form, native, language, 0.6) == long, form
