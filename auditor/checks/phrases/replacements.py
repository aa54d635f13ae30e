"""Whether what a row gives instead can stand in the place of the marked words, or is an example for other ones.

A row's pattern may mark more than it names (``(space agency|mission|tourism)``) while its ``better`` speaks of one
case (*launch*). Where words of the copy would be lost with it, there is no replacement; the row's ``why`` still says
what English has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from auditor.checks.phrases.calque_pack import ELEMENT, Calque
from auditor.text.lexicon import lexicon
from auditor.text.pattern_syntax import mark
from auditor.text.patterns import Match
from auditor.text.word_classes import word_classes

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_BEFORE = re.compile(r"(?<!\w)(\w{1,30})[ \t]$")
_AFTER = re.compile(r"[ \t](\w{1,30})(?!\w)")
_NEAR = 40  # characters in which the word before is looked for
_SMALL = 6.2  # zipf from which a word without a class of its own is a small word: his, some, other
_MANY = 7  # different words of an element from which they say what is spoken of, no longer one thing in several ways
_STEM = 4  # letters that forms of one word share
_VERBS = frozenset({"VB", "VBD", "VBN", "ED", "VBG", "VBZ"})


def loses(row: Calque, match: Match) -> bool:
    """Whether the replacements would lose words of the copy that the pattern leaves free in its mark.

    They stand for the words that the row's own example has there.
    """
    every = row.replacements
    if not every:
        return False
    kept = _kept(every)
    for number, options in _free(row.match, every):
        words = [word for word in _WORD.findall(match.texts.get(number, "")) if not _small(word.lower())]
        lost = [word for word in words if _stem(word) not in kept]
        if lost and (options is None or (_says(lost, options, kept) and not _shown(lost, row.bad))):
            return True
    return False


@lru_cache(maxsize=4_000)
def _kept(every: tuple[str, ...]) -> frozenset[str]:
    """The stems of the words that the replacements have."""
    return frozenset(_stem(word) for text in every for word in _WORD.findall(text))


def _shown(words: Iterable[str], example: str) -> bool:
    stems = frozenset(_stem(word) for word in _WORD.findall(example))
    return all(_stem(word) in stems for word in words)


def fitted(text: str, start: int, end: int, better: str) -> str:
    """The replacement of ``start:end`` without a first or last word that stands beside it in the text already."""
    words = better.split()
    if len(words) < 2:
        return " ".join(words)
    before, after = _BEFORE.search(text, max(0, start - _NEAR), start), _AFTER.match(text, end)
    if after and words[-1].lower() == after[1].lower():
        words.pop()
    if before and len(words) > 1 and words[0].lower() == before[1].lower():
        words.pop(0)
    return " ".join(words)


def _says(lost: list[str], options: frozenset[str], kept: frozenset[str]) -> bool:
    """Whether words of a list are what is spoken of: ``better`` takes up another of them, or they are many nouns."""
    if all(word_classes().get(word.lower()) in _VERBS for word in lost):
        return len(options) >= _MANY and not options.isdisjoint(kept)
    return len(options) >= _MANY or not options.isdisjoint(kept)


@lru_cache(maxsize=4_000)
def _free(pattern: str, better: tuple[str, ...]) -> tuple[tuple[int, frozenset[str] | None], ...]:
    """Number -> stems of the words (None: any words) of the elements that ``better`` does not take up."""
    used = {int(number) for number in ELEMENT.findall(" ".join(better))}
    every = [(number, _stems(piece)) for number, piece in mark(pattern)]
    empty = all(_small(word.lower()) for text in better for word in _WORD.findall(text))
    several = sum(1 for _, stems in every if stems is None or stems) > (0 if empty else 1)
    return tuple(
        (number, stems)
        for number, stems in every
        if several and number not in used and (stems is None or len(stems) > 1)
    )


def _stems(piece: str) -> frozenset[str] | None:
    """The stems of an alternation's words, small ones left out; None for a gap, a class, or all words but some."""
    if piece.startswith(("..", "!")) or "<" in piece:
        return None
    words = () if piece.startswith("[") else piece.removesuffix("?").split("|")
    return frozenset(_stem(word) for word in words if not _small(word.rstrip("~").lower()))


def _stem(word: str) -> str:
    return word.lower()[:_STEM]


def _small(word: str) -> bool:
    return word not in word_classes() and lexicon().zipf(word, language="en") >= _SMALL
