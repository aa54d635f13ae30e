"""What a row puts in the place of the marked words, and when it must say nothing."""

from __future__ import annotations

import pytest

from auditor.checks.replacements import fitted, replacements
from auditor.text.pattern_syntax import mark, parse
from auditor.text.patterns import Matcher, index
from auditor.text.tokens import tokens

SPACE = "(spatial agency|tourism|mission|station|flight|race|sector|industry)"


def instead(pattern: str, better: str, text: str) -> tuple[str, ...]:
    variants = parse(pattern, {"COUNT": frozenset({"two", "forty"})}, 0, lambda word: 3.0)
    found = Matcher(index(variants).get, dict(enumerate(variants)).__getitem__)
    words = tokens(text)
    every = list(found.find(text, words, tuple(t.text.lower() for t in words), {}))
    assert every, "the pattern stands in the text"
    return replacements(pattern, better, every[0])


@pytest.mark.parametrize(
    ("pattern", "better", "text", "expected"),
    [
        ("(persons)", "people", "the persons left", ("people",)),
        ("(take|takes the word)", "spoke, took the floor", "they take the word", ("spoke", "took the floor")),
        ("was (raised|erected) in", "was built; was put up", "was raised in", ("was built", "was put up")),
        (", (of which)", ", including", ", of which two", (", including",)),
        ("(<COUNT>|<NUM> thousands|millions of)", "thousand", "14 millions of euros", ()),
        ("(<COUNT>|<NUM> thousands|millions of)", "{1} thousand", "14 thousands of euros", ("14 thousand",)),
        ("(<COUNT>|<NUM> thousands|millions of)", "{1} {2}", "14 millions of euros", ("14 millions",)),
        ("(made|make the? ..1 peace)", "settled", "they made the long peace", ()),
        ("(made|make the? ..1 peace)", "settled", "they made the peace", ("settled",)),
        ("(refused not) to", "did not refuse ... to", "refused not to go", ()),
        ("(accused at) him", "accused (no preposition), blamed", "accused at him", ("blamed",)),
        (SPACE, "space", "spatial tourism", ()),
        (SPACE, "space {2}", "spatial race", ("space race",)),
        ("(forced to) close|evacuate", "forced the closure of", "forced to evacuate", ("forced the closure of",)),
    ],
)  # fmt: skip
def test_no_word_of_the_copy_is_lost(pattern: str, better: str, text: str, expected: tuple[str, ...]) -> None:
    assert instead(pattern, better, text) == expected


def test_elements_of_a_mark_keep_their_numbers() -> None:
    assert mark("on|in (the? ..2 <NAME>) /") == ((2, "the?"), (3, "..2"), (4, "<NAME>"))
    assert mark("two , words") == ((1, "two"), (2, "words"))


@pytest.mark.parametrize(
    ("text", "old", "better", "expected"),
    [
        ("The firm with seat in Vienna", "with seat", "based in", "based"),
        ("with bare hands", "bare hands", "with his bare hands", "his bare hands"),
        ("the Munich in the league", "Munich", "the side", "side"),
        ("on the spot, on", "spot", "spot on", "spot on"),
        ("to to go", "to", "to", "to"),
    ],
)
def test_a_word_that_stands_beside_is_not_said_again(text: str, old: str, better: str, expected: str) -> None:
    start = text.index(old)
    assert fitted(text, start, start + len(old), better) == expected
