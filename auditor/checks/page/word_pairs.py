"""Words that stand twice with a small one or a mark between them (``support and support``): spans, no checks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.marks.wording import wording
from auditor.packs import data_path, load_toml
from auditor.reading.article import Reading
from auditor.records import Record
from auditor.text.tokens import echoes
from auditor.text.word_classes import word_classes

_BETWEEN = frozenset((" and ", ", ", " / ", "/"))
_AFTER = re.compile(r"(,? ?)([A-Za-z]*)")
_SHORTEST = 5  # letters of a noun
_NOUNS = frozenset(("NN", "NNS", "NV", "NM", "NZ"))
_MASS = "NM"
_BESIDE = frozenset(' \n.,;:!?()“”"\t')
_AGAIN = re.compile(r"\b(that) that(?= (?:the|a|an|he|she|they|it|there|this|his|her|their|in|on|would|some|many)\b)")
_LOST_IT = re.compile(
    r"\b(?:truth|fact|problem|reason|thing|question|point|view|opinion|hope|fear|aim|goal|plan|idea) (is that is)"
    r"(?= (?:[a-z]{3,12}(?:ed|en)|not|necessary|possible|important|clear|impossible|unacceptable|very|still|also)\b)"
)


class _Pairs(Record, frozen=True):
    """``data/checks/word_pairs.toml``: its header says what each list holds."""

    schema: int
    many: frozenset[str]
    ends: frozenset[str]


@cache
def _table() -> _Pairs:
    return load_toml(data_path("checks", "word_pairs.toml"), _Pairs)


def word_pairs(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """``(start, end, once)`` in English: nouns joined with themselves, “that” twice, “is that is” without “it”."""
    text, lower = reading.text, reading.lower
    joined = [at for at in echoes(lower, 2) if lower[at + 1] == "and"]
    beside = [at for at in echoes(lower) if len(lower[at]) >= _SHORTEST]
    for at, after in (*((at, at + 2) for at in joined), *((at, at + 1) for at in beside)):
        one, two = reading.tokens[at], reading.tokens[after]
        between, beside_them = text[one.end : two.start], text[one.start - 1 : one.start] + text[two.end : two.end + 1]
        free = between in _BETWEEN and _BESIDE.issuperset(beside_them)
        if free and _needless(one.text, two.text, between, text, two.end):
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
    if word_classes().get(word) not in _NOUNS or word in _table().many or not two.islower() or len(word) < _SHORTEST:
        return False
    if between == " and " and after == "of":  # support and support of theirs; rights, duties and duties of theirs
        return word_classes()[word] == _MASS or text.endswith(", ", 0, at - len(f"{one} and {two}"))
    if between == ", " and not (mark.startswith(",") or not after or after == "and"):
        return False
    return mark.startswith(",") or after in _table().ends or after[:1].isupper()
