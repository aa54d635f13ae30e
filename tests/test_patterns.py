"""The phrase patterns of the calque tables: how they are written, and where they match."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.text.pattern_index import index
from auditor.text.pattern_syntax import inflections, marked_part, parse
from auditor.text.patterns import Marked, Match, Matcher, Variant, is_member, stands
from auditor.text.tokens import Token, tokens

CLASSES = {"DAY": frozenset({"monday", "friday"}), "DEF": frozenset({"the", "its"})}


def find(pattern: str, text: str) -> list[Match]:
    """All matches in a text taken as one sentence; its first token stands in the name of a craft and of a person."""
    variants = parse(pattern, CLASSES, 7, len)
    matcher = Matcher(index(variants).get, variants.__getitem__)
    return list(matcher.find(*sentence(text)))


def sentence(text: str) -> tuple[str, list[Token], list[str], Marked]:
    """What a matcher is given."""
    found = tokens(text)
    named = {"VEHICLE": frozenset({0}), "PERSON": frozenset(t.start for t in found if t.text[0] == "A")}
    return text, found, [t.text.lower() for t in found], named


def cut(text: str, first: int, last: int) -> str:
    words = tokens(text)
    return text[words[first].start : words[last - 1].end]


@pytest.mark.parametrize(
    ("pattern", "text", "whole", "marked"),
    [
        ("online network <NAME>", "on the online network Facebook today", "online network Facebook", None),
        ("online network <NAME>", "on the online network of today", None, None),
        ("since <NUM> years|days", "closed since 3 days now", "since 3 days", None),
        ("the? (last) <DAY>", "seen the last Friday here", "the last Friday", "last"),
        ("the? (last) <DAY>", "Last Monday it rained", "Last Monday", "Last"),
        ("one , two", "so one, two and three", "one, two", None),
        ("one , two", "so one two and three", None, None),
        ("one two", "so one, two and three", None, None),
        ("one two", "so one - two", None, None),
        ("<VEHICLE> ferry", "Dragon ferry and Dragon ferry", "Dragon ferry", None),
        ("a <ANY> b", "a x b", "a x b", None),
        ("in <YEAR> <LOWER>", "in 1999 he", "in 1999 he", None),
        # parts of speech
        ("did not (<VBD>)", "he did not went home", "did not went", "went"),
        ("did not (<VBD>)", "he did not walk home", None, None),
        ("must (<VBD>|<ED>|gone)", "they must decided it", "must decided", "decided"),
        ("must (<VBD>|<ED>|gone)", "they must gone now", "must gone", "gone"),
        ("the <NN>", "the Teacher spoke", None, None),
        ("^ <NN> said", "Teacher said so", "Teacher said", None),
        ("one of the !<NN>|teacher", "one of the teacher and one of the student", "one of the student", None),
        # punctuation
        ("one ,? two", "so one, two", "one, two", None),
        ("one ,? two", "so one two", "one two", None),
        ("one ,? two", "so one; two", None, None),
        (", so", "well, so be it", "so", None),
        (", so", "well so be it", None, None),
        ("so ,", "so, be it", "so", None),
        ("so ,", "so be it", None, None),
        ("so :", "and so: be it", "so", None),
        ("one - two", "one – two", "one – two", None),
        ("<FIGURE> % of", "rose 1.000,5% of", "1.000,5% of", None),
        # sentence and quotation marks
        ("^ so", "So it is", "So", None),
        ("^ so", "and so it is", None, None),
        ("so $", "it is so.", "so", None),
        ("so $", "so it is.", None, None),
        ('" says the', "“Come”, says the man", "says the", None),
        ('" says the', "Come, says the man", None, None),
        ('" says the', '"Come." says the man', "says the", None),
        ('so "', "he said so “loudly”", "so", None),
        ("so /", "so, it is", "so", None),
        ("so /", "it is so", "so", None),
        ("so /", "so it is", None, None),
        ("/ so", "it is (so)", "so", None),
        ("so of|in|/", "so in it", "so in", None),
        ("so of|in|/", "so, in it", "so", None),
        ("so of|in|/", "so at it", None, None),
        # gaps, groups, inflection
        ("one ..2 two", "one two", "one two", None),
        ("one ..2 two", "one a b two", "one a b two", None),
        ("one ..2 two", "one a b c two", None, None),
        ("one ..2 two", "one a, b two", None, None),
        ("one ..2 (two)", "one a two", "one a two", "two"),
        ("go [of the|in|<DEF> big] sea", "go of the sea", "go of the sea", None),
        ("go [of the|in|<DEF> big] sea", "go in sea", "go in sea", None),
        ("go [of the|in|<DEF> big] sea", "go its big sea", "go its big sea", None),
        ("go [of the|in|<DEF> big] sea", "go of sea", None, None),
        ("go [to it]? now", "go now", "go now", None),
        ("go [to it]? now", "go to it now", "go to it now", None),
        ("he|she|<CAPS> tell~ it", "UNO told it", "UNO told it", None),
        ("he|she|<CAPS> tell~ it", "she tells it", "she tells it", None),
        ("he|she|<CAPS> tell~ it", "Anna tells it", None, None),
        ("to !the|<DAY>|a go", "to let go", "to let go", None),
        ("to !the|<DAY>|a go", "to the go", None, None),
        ("to !the|<DAY>|a go", "to Anna go", None, None),
        # figures and classes of tokens
        ("around <DECIMAL> percent", "around 5,5 percent", "around 5,5 percent", None),
        ("around <DECIMAL> percent", "around 5.5 percent", None, None),
        ("around <FIGURE> percent", "around 1.234.567 percent", "around 1.234.567 percent", None),
        ("at <CLOCK>", "at 14:30", "at 14:30", None),
        ("at <CLOCK>", "at 14h30", "at 14h30", None),
        ("at <CLOCK>", "at 14, 30", None, None),
        ("won <SCORE>", "won 2:1", "won 2:1", None),
        ("won <SCORE>", "won 2.1", None, None),
        ("the <AGED>", "the 34-year-old", "the 34-year-old", None),
        ("the <ORDINAL>", "the 22nd", "the 22nd", None),
        ("the <DIGITS> cars", "the 3rd cars", None, None),
        ("so <PERSON>", "so Anna Abel Ahl", "so Anna Abel Ahl", None),
        ("so <PERSON> said", "so Anna Abel said", "so Anna Abel said", None),
    ],
)
def test_find(pattern: str, text: str, whole: str | None, marked: str | None) -> None:
    found = find(pattern, text)
    if whole is None:
        assert not found
        return
    best = max(found, key=lambda m: m.end - m.start)
    assert cut(text, best.start, best.end) == whole
    assert cut(text, best.first, best.last) == (marked or whole)


@pytest.mark.parametrize(
    ("pattern", "inside", "numbers"),
    [
        ("a|the (trauma helicopter)", "trauma helicopter", [2, 3]),
        ("(whole thing)", "whole thing", [1, 2]),
        ("whole , thing", "whole , thing", [1, 2]),
        ('^ ..2 ," (said [the|a man] ..1 today) on|/', "said [the|a man] ..1 today", [2, 3, 4, 5]),
    ],
)
def test_the_marked_part_is_a_pattern_of_its_own(pattern: str, inside: str, numbers: list[int]) -> None:
    assert marked_part(pattern) == (inside, range(numbers[0], numbers[-1] + 1))


@pytest.mark.parametrize(
    ("pattern", "text", "texts"),
    [
        ("the? online network <NAME>", "On online network Facebook", {2: "online", 3: "network", 4: "Facebook"}),
        ("^ at [the big|a] <FIGURE>", "At the big 1.5", {1: "At", 2: "the big", 3: "1.5"}),
        ("so <PERSON> , he", "so Anna Abel, he", {1: "so", 2: "Anna Abel", 3: "he"}),
    ],
)
def test_texts_are_numbered_as_written(pattern: str, text: str, texts: dict[int, str]) -> None:
    match = max(find(pattern, text), key=lambda m: m.end)
    assert match.texts == texts
    assert match.key == 7


@pytest.mark.parametrize(
    "pattern",
    [
        "<NOSUCH> word",
        "<NAME> <NUM>",
        "a? b? c? d? e? f",
        "word?",
        "(a?) b",
        "(a) (b)",
        "a||b c",
        "km/h",
        "a ..9 b",
        "a [b|c|d|e|f|g] [b|c|d|e|f|g] [b|c|d|e|f|g] z",
        "word , the? other",
        "^ ..2 word",
    ],
)
def test_bad_patterns_are_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"class|optional|needs|alternative|no word|gap|variants|marked|missing"):
        parse(pattern, CLASSES, 0, len)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("tell", "tell tells told telling"),
        ("stop", "stop stops stopped stopping"),
        ("commit", "commit commits committed committing"),
        ("visit", "visit visits visited visiting"),
        ("try", "try tries tried trying"),
        ("play", "play plays played playing"),
        ("force", "force forces forced forcing"),
        ("die", "die dies died dying"),
        ("reach", "reach reaches reached reaching"),
        ("write", "write writes wrote written writing"),
    ],
)
def test_inflections(word: str, forms: str) -> None:
    assert inflections(word) == frozenset(forms.split())


WORDS = st.lists(st.sampled_from(["the", "Last", "Friday", ",", "3", "x", "“", ".", "Anna", "1,5"]), max_size=20)


@settings(max_examples=60)
@given(WORDS, st.sampled_from(["the? (last) <DAY>", "the ..3 (x) ,?", '" [the|last] <PERSON>', "^ last <FIGURE>? x $"]))
def test_matches_lie_in_the_sentence(words: list[str], pattern: str) -> None:
    text = " ".join(words)
    count = len(tokens(text))
    for match in find(pattern, text):
        assert 0 <= match.start <= match.first < match.last <= match.end <= count
        assert all(part in text for part in match.texts.values())


def fits(variant: Variant, text: str, found: list[Token], low: tuple[str, ...], start: int, named: Marked) -> bool:
    """Whether each element of the variant stands there, one by one."""
    return stands(variant, text, found, start) and all(
        word in element.words or is_member(element, word, token, named)
        for element, word, token in zip(variant.elements, low[start:], found[start:], strict=False)
    )


@settings(max_examples=100)
@given(
    WORDS,
    st.sampled_from(
        [
            "the? (last) <DAY>",
            "the ..3 (x) ,?",
            "^ the|last ..2 x",
            "last <NUM>? the x",
            "x (<PERSON>) <DAY> /",
            "^ last x",
        ]
    ),
)
def test_the_matcher_passes_over_nothing(words: list[str], pattern: str) -> None:
    """The same as when each variant is tried at each place."""
    text, found, low, named = sentence(" ".join(words))
    wanted = {
        (start, start + len(variant.elements), start + variant.first, start + variant.last)
        for variant in parse(pattern, CLASSES, 7, len)
        for start in range(len(found) - len(variant.elements) + 1)
        if fits(variant, text, found, low, start, named)
    }
    assert {(m.start, m.end, m.first, m.last) for m in find(pattern, text)} == wanted


@settings(max_examples=40)
@given(WORDS)
def test_a_gap_is_so_many_optional_words(words: list[str]) -> None:
    text = " ".join(words)
    plain = {(m.start, m.end) for m in find("the <ANY>? <ANY>? x", text)}
    assert {(m.start, m.end) for m in find("the ..2 x", text)} == plain
