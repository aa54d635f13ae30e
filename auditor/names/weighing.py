"""What a score is made of: the evidence of two names whose words are paired."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from auditor.names.align import distance
from auditor.names.pairing import Pairing
from auditor.names.parts import is_patronymic
from auditor.names.scoring import Evidence
from auditor.names.sounds import script, sounds
from auditor.names.types import Bond
from auditor.names.usual import both_known, transcribed
from auditor.names.words import Word, profile_of

_EXACT = frozenset({"equal", "native form", "given-name table", "family-name table", "short form"})
_BRIEF = frozenset({"initial", "abbreviation", "short form", "counterpart"})
_SPELT = frozenset({"readings", "ending", "native forms differ", "cases disagree", "genders differ"})
_DECLINED = "ending"
_COUNTERPART = 2.5
_TURNED = 1.5
_NEARLY = 0.05
_MOST_APART = 4.0


def evidence(
    left: tuple[Word, ...], right: tuple[Word, ...], lang_a: str | None, lang_b: str | None, pairing: Pairing
) -> Evidence:
    """What the score is made of."""
    strong_a = [i for i in pairing.left_a if not left[i].weak]
    strong_b = [j for j in pairing.left_b if not right[j].weak]
    family = relative = letters = known = 0.0
    given = _TURNED if _turned(left, right, pairing) else 0.0
    alone = (len(left) == 1) != (len(right) == 1)
    crossed = brief = inexact = declined = False
    for i, j, found in pairing.pairs:
        if left[i].weak and right[j].weak:
            continue
        family_name = left[i].family or right[j].family
        cost = _COUNTERPART if family_name and found.rule == "counterpart" else found.cost
        relative = max(relative, 12.0 * cost / (len(left[i].text) + len(right[j].text) + 4))
        brief = brief or found.rule in _BRIEF
        if found.rule in _SPELT and found.cost > _NEARLY and family_name:
            known = max(known, both_known(left[i].text, right[j].text) * min(found.cost, 1.5))
        if found.rule == _DECLINED:
            declined = declined or found.before == found.after
            letters = max(letters, spread_of_stems(left[i].text, right[j].text))
        elif found.rule in _SPELT:
            letters = max(letters, spread(left[i].text, right[j].text))
        inexact = inexact or _inexact(left[i].text, right[j].text, found)
        if family_name:
            family = max(family, cost)
            crossed = crossed or left[i].family != right[j].family
        else:
            given = max(given, found.cost)
    conflict = 0.0
    if (strong_a and strong_b) or not pairing.pairs:
        conflict = _joined(left, right, lang_a, lang_b)
    profile = profile_of(left[-1].text, right[-1].text)
    if alone and crossed:
        conflict = max(conflict, 2.0)
    extra = max(_telling(left, strong_a), _telling(right, strong_b))
    return Evidence(
        profile,
        family,
        given,
        conflict,
        extra,
        alone,
        crossed,
        relative,
        letters,
        brief,
        bool(extra) and inexact and not alone,
        known,
        0.0 if declined or len(left) > 1 or len(right) > 1 else family,
    )


@lru_cache(maxsize=65536)
def spread(a: str, b: str) -> float:
    """How far two words of one script are apart in their letters without marks: edits for the length of the longer."""
    if script(a) != script(b):
        return 0.0
    return Levenshtein.normalized_distance(_unmarked(a), _unmarked(b))


def spread_of_stems(a: str, b: str) -> float:
    """As ``spread``, of a word and the beginning of a longer one: an ending is no difference."""
    size = min(len(a), len(b))
    return spread(a[:size], b[:size])


def _inexact(a: str, b: str, found: Bond) -> bool:
    """Whether two paired words agree only nearly, where no other script accounts for it."""
    if found.rule in _EXACT or (found.cost <= _NEARLY and spread(a, b) == 0):
        return False
    return not (found.rule == "readings" and (transcribed(a) or transcribed(b)))


@lru_cache(maxsize=65536)
def _unmarked(word: str) -> str:
    return (
        word
        if word.isascii()
        else "".join(x for x in unicodedata.normalize("NFD", word) if not unicodedata.combining(x))
    )


def _telling(side: tuple[Word, ...], left_over: list[int]) -> int:
    """How many words are left over; a patronymic that only one side has tells nothing."""
    return sum(side[at].family or not is_patronymic(side[at].text) for at in left_over)


def _turned(left: tuple[Word, ...], right: tuple[Word, ...], pairing: Pairing) -> bool:
    """Whether given names stand in another order on each side (Patrick Joseph, Joseph Patrick): two people."""
    order = [j for i, j, _ in pairing.pairs if not left[i].family and not right[j].family]
    return any(later < earlier for earlier, later in pairwise(order))


def _joined(left: tuple[Word, ...], right: tuple[Word, ...], lang_a: str | None, lang_b: str | None) -> float:
    """Both sides have words left over: the cost of the names written in one word, at most ``_MOST_APART``."""
    one, other = "".join(word.text for word in left), "".join(word.text for word in right)
    return min(_MOST_APART, distance(sounds(one, lang_a), sounds(other, lang_b), profile_of(one, other), _MOST_APART))
