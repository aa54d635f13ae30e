"""A small word stuck to a common one, both in lower case, where no list has them as one word. English only."""

from __future__ import annotations

from auditor.text.lexicon import Lexicon
from auditor.text.seam_table import english
from auditor.text.word_classes import word_classes

_SHORT, _LONG = 3, 4  # letters of the other part
_NOUN = 5  # letters of a noun behind "a" or an adjective
_ENDED = 5  # letters of a word that has "a" behind it, less one
_COMMON = 4.0  # zipf of a noun or adjective
_EITHER = 4.3  # zipf of the other part of a word that no list has
_VOWELS = frozenset("aeiou")
_NOUNS = frozenset(("NN", "NNS", "NM"))


def loose_seam(low: str, lexicon: Lexicon) -> int | None:
    """Where the second word of ``wassaying``, ``problemsalready``, ``menwere``, ``usefulpoints`` begins."""
    return next((cut for cut in range(1, len(low)) if _loose(low[:cut], low[cut:], lexicon)), None)


def _loose(left: str, right: str, lexicon: Lexicon) -> bool:
    table, tag = english(), word_classes().get
    if left in table.fronts:
        return len(right) >= _LONG and lexicon.zipf(right, "en") >= _EITHER
    if right in table.backs and len(left) >= _LONG:
        return lexicon.zipf(left, "en") >= _EITHER
    if len(left) == _SHORT and (right in table.light or right in table.last):
        return lexicon.zipf(left, "en") >= _EITHER
    if left == "a":
        return len(right) >= _NOUN and tag(right) == "NN" and right[0] not in _VOWELS and _often(right, lexicon)
    if right == "a":
        return len(left) > _ENDED and left[-1] not in _VOWELS and _often(left, lexicon)
    nouns = tag(left) == "JJ" and tag(right) in _NOUNS
    return nouns and min(len(left) - 1, len(right)) >= _NOUN and _often(left, lexicon) and _often(right, lexicon)


def _often(word: str, lexicon: Lexicon) -> bool:
    return lexicon.zipf(word, "en") >= _COMMON
