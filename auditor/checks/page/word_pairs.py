"""Words that stand twice with a small one or a mark between them (``support and support``): spans, no checks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from auditor.checks.marks.wording import wording
from auditor.reading.article import Reading
from auditor.text.word_classes import word_classes

_BETWEEN = frozenset((" and ", ", ", " / ", "/"))
_AFTER = re.compile(r"(,? ?)([A-Za-z]*)")
_SHORTEST = 5  # letters of a noun
_NOUNS = frozenset(("NN", "NNS", "NV", "NM", "NZ"))
# what follows a noun that is no part of a compound, and does not tell it from the one before
_ENDS = frozenset((
    "", "also", "and", "are", "because", "but", "can", "could", "did", "had", "has", "have", "if", "is", "may", "might",
    "not", "or", "said", "should", "so", "then", "today", "was", "were", "when", "while", "will", "would", "yesterday",
))  # fmt: skip
_BESIDE = frozenset(' \n.,;:!?()“”"\t')
# nouns that are said twice for their number or length
_MANY = frozenset((
    "billions",
    "centuries", "decades", "dozens", "hours", "hundreds", "layers", "lines", "miles", "millions", "minutes",
    "months", "nights", "pages", "piles", "rounds", "scores", "stacks", "thousands", "times", "trillions", "weeks",
    "years", "money", "location", "please", "lies", "shame", "education", "bravo", "history",
))  # fmt: skip
_AGAIN = re.compile(r"\b(that) that(?= (?:the|a|an|he|she|they|it|there|this|his|her|their|in|on|would|some|many)\b)")
_LOST_IT = re.compile(
    r"\b(?:truth|fact|problem|reason|thing|question|point|view|opinion|hope|fear|aim|goal|plan|idea) (is that is)"
    r"(?= (?:[a-z]{3,12}(?:ed|en)|not|necessary|possible|important|clear|impossible|unacceptable|very|still|also)\b)"
)


def word_pairs(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """``(start, end, once)`` in English: nouns joined with themselves, “that” twice, “is that is” without “it”."""
    text, lower = reading.text, reading.lower
    joined = [
        at for at, (one, two) in enumerate(zip(lower, lower[2:], strict=False)) if one == two and lower[at + 1] == "and"
    ]
    beside = [at for at, (one, two) in enumerate(pairwise(lower)) if one == two and len(one) >= _SHORTEST]
    for at, after in (*((at, at + 2) for at in joined), *((at, at + 1) for at in beside)):
        one, two = reading.tokens[at], reading.tokens[after]
        if text[one.end : two.start] in _BETWEEN and _needless(
            one.text, two.text, text[one.end : two.start], text, two.end
        ):
            yield one.start, two.end, one.text
    if " that that " in text or " is that is " in text:
        for match in (*_AGAIN.finditer(text), *_LOST_IT.finditer(text)):
            yield match.start(1), match.end(), "that" if match[1] == "that" else "is that it is"


def _needless(one: str, two: str, between: str, text: str, at: int) -> bool:
    """Whether a noun is joined with itself where nothing tells the two apart: ``people and people of Rome``."""
    word, behind = one.lower(), _AFTER.match(text, at)
    mark, after = (behind[1], behind[2]) if behind else ("", "")
    if word in wording().offices and after[:1].isupper():
        return one == two
    if word_classes().get(word) not in _NOUNS or word in _MANY or not two.islower() or len(word) < _SHORTEST:
        return False
    if between == ", " and not (mark.startswith(",") or not after or after == "and"):
        return False
    return mark.startswith(",") or after in _ENDS or after[:1].isupper()
