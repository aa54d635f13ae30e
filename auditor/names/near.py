"""Misspellings of a name: one slip inside a long enough word, and no other existing name."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from auditor.names.compare import compare
from auditor.names.kindred import ceiling
from auditor.names.natives import natives
from auditor.text.lexicon import lexicon

MIN_LENGTH = 5
SPELLING = 0.75  # a score from which a comparison speaks for a variant, not for a slip
_RARE = 1.7
_GAP = 2.2
_FIRM = 0.55
_SURE = 0.05
_MOST = 0.95


@lru_cache(maxsize=65536)
def near_miss(a: str, b: str) -> float | None:
    """How surely ``b`` is a misspelling of ``a`` (in [0, 1]); None when it is not one.

    One letter left out, added, changed or swapped with its neighbour, not in the first or the last place (endings
    change with case and gender); ``b`` is no word that the lexicon has in its own right, and no other romanization.
    """
    left, right = a.lower(), b.lower()
    if min(len(left), len(right)) < MIN_LENGTH or left[0] != right[0] or not (_letters(left) and _letters(right)):
        return None
    if OSA.distance(left, right, score_cutoff=1) != 1 or _at_end(left, right) or _established(left, right):
        return None
    if ceiling(left, right) < 1:
        return None
    found = compare(a, b)
    if found.kind in ("same", "counterpart") or (found.score or 0.0) >= SPELLING or _other_name(a, b):
        return None
    return round(min(_MOST, _FIRM + _SURE * len(left)), 2)


def _letters(word: str) -> bool:
    return all(letter.isalpha() or letter in "'’-" for letter in word)


def _at_end(left: str, right: str) -> bool:
    """True when the words differ in their last letter only."""
    return left[:-1] == right[:-1] or left[:-1] == right or left == right[:-1]


def _established(left: str, right: str) -> bool:
    """True when the lexicon has ``right`` often enough to be a word of its own."""
    own, other = (max(lexicon().zipfs(word).values(), default=0.0) for word in (right, left))
    return own >= _RARE or (own > 0 and other - own < _GAP)


def _other_name(a: str, b: str) -> bool:
    """True when ``b`` stands for a known native name that ``a`` does not stand for."""
    mine = {guess.native.lower() for guess in natives(a)}
    return any(guess.attested > 0 and guess.native.lower() not in mine for guess in natives(b)[:2])
