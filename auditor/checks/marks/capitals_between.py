"""Verbs and adjectives with a capital behind a noun (``the news Shaking the town``): spans, no checks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from auditor.checks.spans import Sentence, sentences
from auditor.packs.public_persons import by_family
from auditor.reading.article import Reading
from auditor.text.tokens import places_of
from auditor.text.traits import trait
from auditor.text.word_classes import word_classes

_MOST = 0.4  # share of capitals from which a sentence is a title
_FEWEST = 8  # words of a sentence; shorter ones are labels of buttons and pages
_HELD = frozenset(("ED", "JJ", "VB", "VBG", "VBN"))
_BEFORE = frozenset(("NM", "NN", "NNS", "NV", "VB"))
_AFTER = frozenset(("JJ", "NM", "NN", "NNS", "NV", "NZ"))  # what they take
_PAST = frozenset(("ED", "VBN"))
_NOUN = ("ance", "ence", "ment", "sion", "tion")  # endings of nouns
_REGIONS = ("ern", "ist", "ian", "ical")  # Eastern; adjectives of parties and churches


@cache
def _able(low: str) -> bool:
    return word_classes().get(low) in _HELD and not low.endswith(_REGIONS) and low.title() not in by_family()


_CAPITAL = trait(lambda word: word.istitle() and len(word) > 3 and _able(word.lower()), "en")


def between(reading: Reading) -> Iterator[tuple[int, int]]:
    """Words that are no part of a name: in lower case stand a noun before them and a word behind them."""
    odd = {word.lower() for word in reading.traits.having(_CAPITAL)}
    for sentence in sentences(reading) if odd else ():
        if len(sentence.tokens) < _FEWEST or odd.isdisjoint(sentence.words) or _is_title(sentence):
            continue
        for at in places_of(odd, sentence.words):
            if sentence.tokens[at].text.istitle() and _is_free(sentence, at, reading.text):
                yield sentence.tokens[at].start, sentence.tokens[at].end


def _is_title(sentence: Sentence) -> bool:
    tokens = sentence.tokens[1:]
    return sum(token.text[0].isupper() for token in tokens) > _MOST * len(tokens)


def _is_free(sentence: Sentence, at: int, text: str) -> bool:
    """Outside quotation marks, behind a noun and before one, behind “to” as a base form, or as ``, Hosted by``."""
    if sentence.quoted[at] or not 1 < at < len(sentence.tokens) - 1:
        return False
    before, own, after = sentence.tokens[at - 1 : at + 2]
    if not (before.text.islower() and after.text.islower() and text[own.end : after.start] == " "):
        return False
    tag, gap = word_classes()[sentence.words[at]], text[before.end : own.start]
    if gap == ", " or tag in _PAST:
        return gap == ", " and tag in _PAST and after.text == "by"
    told = before.text == "to" if tag == "VB" else _is_noun(before.text)
    return gap == " " and told and word_classes().get(after.text) in _AFTER  # a title is followed by verbs


def _is_noun(word: str) -> bool:
    """A noun, or a verb that takes what follows."""
    return word_classes().get(word) in _BEFORE or word.endswith(_NOUN)
