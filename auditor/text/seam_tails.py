"""Names with a longer word, or the first word of the next sentence, stuck to them: ``Macronannounced``, ``SwedenA``."""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from auditor.packs.places import places
from auditor.packs.public_persons import by_family
from auditor.packs.renderings import public_families
from auditor.text.lexicon import Lexicon
from auditor.text.seam_table import english

_LEFT, _RIGHT = 4, 7  # letters of the name, and of the word behind it
_TOLD = 2.8  # zipf of the word behind
_ABROAD, _ENGLISH = 1.5, 2.5  # zipf of a name in some language, and of an English word
_UNKNOWN = 1.0  # zipf in any language above which the lump may be a name of its own
_COMMON = 4.0  # zipf of the last word of a sentence
_WHOLE, _SHORT = 5, 4  # letters of each of two words in lower case; of the second, where both are common
_PART, _NOWHERE = 2.8, 0.8  # zipf of each, and of a lump that may be a word
_BEFORE_SMALL, _BEFORE_SHORT = 3.2, 4.5  # zipf of a word with a small one stuck to it, and with one of four letters
_USUAL = 4.5  # zipf of a word of four letters
_LONGEST = 40  # letters of what may be two words: the search costs their square
_SENTENCE = ("A", "I")  # words of one letter that begin one


def tailed(token: str, lexicon: Lexicon, named: Callable[[str], bool], *, after_name: bool) -> int | None:
    """Where the second word begins in a lump that begins with a capital; ``named``: the article has the name."""
    if len(token) > _LONGEST or not token.isalpha() or not token[0].isupper() or not token.isascii():
        return None
    if token.endswith(_SENTENCE) and token[1:-1].islower():
        left = token[:-1]
        known = _listed(left) or named(left) or lexicon.zipf(left.lower(), "en") >= _COMMON
        return len(left) if known and len(left) >= _LEFT and left.lower() not in english().lettered else None
    low = token.lower()
    if not token[1:].islower() or not low.endswith(english().endings) or len(low) < _LEFT + _RIGHT:
        return None
    if max(lexicon.zipfs(low).values(), default=0.0) > _UNKNOWN:
        return None
    for cut in range(_LEFT, len(low) - _RIGHT + 1):
        left, right = token[:cut], low[cut:]
        if lexicon.zipf(right, "en") < _TOLD or right.title() in public_families():
            continue
        own = after_name or not right.endswith("ing")  # villages end so
        told = after_name and right.endswith("ed") and max(lexicon.zipfs(left.lower()).values(), default=0.0) >= _ABROAD
        if told or _listed(left) or named(left) or (own and _foreign(left.lower(), lexicon, after_name=after_name)):
            return cut
    return None


def lumped(token: str, lexicon: Lexicon) -> int | None:
    """Where the second of two words in lower case begins that no language has as one: ``communewardens``."""
    if not _WHOLE < len(token) <= _LONGEST or not token.isascii() or not token.islower() or not token.isalpha():
        return None
    if max(lexicon.zipfs(token).values(), default=0.0) > _NOWHERE:
        return None
    table = english()
    for cut in range(_WHOLE, len(token)):
        left, right = token[:cut], token[cut:]
        if left in table.prefixes or right in table.people or right in table.suffixes:
            continue
        if lexicon.zipf(left, "en") >= _least(right, lexicon):
            return cut
    return None


def _least(right: str, lexicon: Lexicon) -> float:
    """The zipf from which on a word may have this one stuck to it."""
    if right == "a" or right in english().light or right in english().last:
        return _BEFORE_SMALL
    rate = lexicon.zipf(right, "en")
    if len(right) >= _WHOLE:
        return _PART if rate >= _PART else inf
    return _BEFORE_SHORT if len(right) == _SHORT and rate >= _USUAL else inf


def camel(token: str, known: frozenset[str], lexicon: Lexicon) -> int | None:
    """Where a country, city or people (``known``) is parted from an ordinary word: ``PressIran``, ``TurkeyShorten``."""
    cut = max((at for at, char in enumerate(token) if char.isupper()), default=0)
    left, right = token[:cut], token[cut:]
    if len(left) <= _LEFT or len(right) < _LEFT or not (left.istitle() and right.istitle()):
        return None
    if left.lower() in english().prefixes:  # TransCanada
        return None
    one, two = left.lower() in known, right.lower() in known
    if one == two:
        return None
    return cut if lexicon.zipf((right if one else left).lower(), "en") >= (_PART if one else _COMMON) else None


def capital(token: str, lexicon: Lexicon) -> int | None:
    """Where a word with a capital begins that is stuck to a common one in lower case: ``accusedBerg``."""
    cut = next((at for at, char in enumerate(token) if char.isupper()), 0)
    if cut <= _LEFT or len(token) - cut < _LEFT or not token[cut:].istitle() or lexicon.known(token.lower()):
        return None
    return cut if lexicon.zipf(token[:cut], "en") >= _COMMON else None


def _listed(name: str) -> bool:
    """A place or family name of the tables."""
    return (
        name in by_family() or name in public_families() or any(hit.language == "en" for hit in places().by_form(name))
    )


def _foreign(low: str, lexicon: Lexicon, *, after_name: bool) -> bool:
    """A word of some language that English has not: it may be a name; behind another name it need be known nowhere."""
    if lexicon.zipf(low, "en") >= _ENGLISH:
        return False
    return after_name or max(lexicon.zipfs(low).values(), default=0.0) >= _ABROAD
