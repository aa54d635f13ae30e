"""Words of one language that ran together, in copy that is not English: ``inBerlin``, ``pourla``, ``lesimpôts``."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from auditor.text.lexicon import Lexicon
from auditor.text.seam_table import Fronts, languages, other

_SHORTEST, _LONGEST = 5, 40
_FREE, _WHOLE = 4, 5  # letters of each of two words, and of each where one is not quite common
_EVERYDAY = 3.8  # zipf of a word that a small one is stuck to
_COMMON = 4.0  # of each of two words that are neither small
_USUAL, _LESS = 4.2, 3.6  # the same of longer ones: of the commoner, and of the other
_NAME, _KNOWN_NAME = (
    4,
    3.0,
)  # letters of a name that has a small word stuck to it; zipf of one that the article does not have
_CARELESS = 2.2  # zipf up to which the lists may have two small words as one


def front_seam(token: str, language: str, lexicon: Lexicon, named: Callable[[str], bool]) -> int | None:
    """``inBerlin``, ``pourla``: where a small word is stuck to a name or to another one, in other languages."""
    fronts = other(language.split("-")[0])
    if fronts is None or not _SHORTEST <= len(token) <= _LONGEST or not token.isalpha():
        return None
    if max(lexicon.zipfs(token.lower()).values(), default=0.0) > _CARELESS:
        return None
    if token.islower():
        base = language.split("-")[0]
        return _fronts(base).get(token) or _open_seam(token, base, fronts, lexicon)
    cut = next((i for i in range(1, len(token)) if token[i].isupper() and token[i - 1].islower()), 0)
    left, right = token[:cut], token[cut:]
    if left not in fronts.before or not right.istitle() or len(right) < _NAME:
        return None
    return cut if named(right) or max(lexicon.zipfs(right).values(), default=0.0) >= _KNOWN_NAME else None


def _open_seam(token: str, base: str, fronts: Fronts, lexicon: Lexicon) -> int | None:
    """``lesimpôts``, ``obniżyćpodatki``: a small word before a common one, or two common ones, that no list has so."""
    if lexicon.known(token):
        return None
    for front in fronts.fronts:
        rest = token.removeprefix(front)
        if rest != token and len(rest) >= _FREE and lexicon.zipf(rest, base) >= _EVERYDAY:
            return len(front)
    for cut in range(_FREE, len(token) - _FREE + 1) if fronts.whole else ():
        left, right = token[:cut], token[cut:]
        if left not in fronts.prefixes and _both_common(left, right, base, lexicon):
            return cut
    return None


@cache
def front_pairs() -> frozenset[str]:
    """Two small words as one, of any language but English."""
    return frozenset(pair for language in languages() for pair in _fronts(language))


@cache
def _fronts(language: str) -> dict[str, int]:
    table = other(language)
    return {} if table is None else {left + right: len(left) for left in table.pairs for right in table.articles}


def _both_common(left: str, right: str, base: str, lexicon: Lexicon) -> bool:
    less, more = sorted((lexicon.zipf(left, base), lexicon.zipf(right, base)))
    return less >= _COMMON or (more >= _USUAL and less >= _LESS and min(len(left), len(right)) >= _WHOLE)
