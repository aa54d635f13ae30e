"""Whether a replacement loses words of the copy, or says one twice."""

from __future__ import annotations

import pytest

from auditor.checks.phrases.calque_pack import Calque
from auditor.checks.phrases.replacements import fitted, loses
from auditor.text.pattern_index import index
from auditor.text.pattern_syntax import mark, parse
from auditor.text.patterns import Matcher
from auditor.text.tokens import tokens

SPACE = "(spatial agency|tourism|mission|station|flight|race|sector|industry)"


def lost(pattern: str, better: tuple[str, ...], text: str, example: str = "") -> bool:
    variants = parse(pattern, {"COUNT": frozenset({"two", "forty"})}, 0, lambda word: 3.0)
    found = Matcher(index(variants).get, dict(enumerate(variants)).__getitem__)
    words = tokens(text)
    every = list(found.find(text, words, tuple(t.text.lower() for t in words), {}))
    assert every, "the pattern stands in the text"
    return loses(Calque(match=pattern, why="", bad=example, better=better), every[0])


@pytest.mark.parametrize(
    ("pattern", "better", "text", "expected"),
    [
        ("(persons)", ("people",), "the persons left", False),
        ("(take|takes the word)", ("spoke", "took the floor"), "they take the word", False),
        ("was (raised|erected) in", ("was built",), "was raised in", False),
        ("(<COUNT>|<NUM> thousands|millions of)", ("thousand",), "14 millions of euros", True),
        ("(<COUNT>|<NUM> thousands|millions of)", ("{1} thousand",), "14 millions of euros", True),
        ("(<COUNT>|<NUM> thousands|millions of)", ("{1} thousand",), "14 thousands of euros", False),
        ("(<COUNT>|<NUM> thousands|millions of)", ("{1} {2}",), "14 millions of euros", False),
        ("(made|make the? ..1 peace)", ("settled",), "they made the long peace", True),
        ("(made|make the? ..1 peace)", ("settled",), "they made the peace", False),
        (SPACE, ("space",), "spatial tourism", True),
        ("(the judge|prison|jail|hospital|hotel|bar|church of) paris", ("in",), "the hospital of Paris", True),
        ("(concerning|regarding) him", ("about",), "regarding him", False),
        (SPACE, ("space {2}",), "spatial race", False),
        ("(forced to) close|evacuate", ("forced the closure of",), "forced to evacuate", False),
        ("(forced to close|evacuate)", (), "forced to evacuate", False),
    ],
)
def test_no_word_of_the_copy_is_lost(pattern: str, better: tuple[str, ...], text: str, expected: bool) -> None:
    assert lost(pattern, better, text) == expected


def test_a_replacement_stands_for_the_words_of_its_own_example() -> None:
    pattern = "(water|fire|gas|foam|sand|ink|oil guns|throwers)"
    assert lost(pattern, ("water cannon",), "gas guns")
    assert not lost(pattern, ("cannon",), "gas guns", "The police used gas guns.")


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
