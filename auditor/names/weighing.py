"""What a score is made of: the evidence of two names whose words are paired."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import pairwise

import msgspec
from rapidfuzz.distance import Levenshtein

from auditor.names.align import distance
from auditor.names.korean import SPELT
from auditor.names.pairing import Pairing
from auditor.names.parts import is_patronymic, parts_table
from auditor.names.scoring import Evidence, score_of
from auditor.names.sounds import script, sounds
from auditor.names.types import Bond
from auditor.names.usual import both_known, transcribed
from auditor.names.words import Word, profile_of

_EXACT = frozenset({"equal", "native form", "given-name table", "family-name table", "short form", SPELT})
_BRIEF = frozenset({"initial", "abbreviation", "short form", "counterpart"})
_SPELT = frozenset({"readings", "ending", "native forms differ", "cases disagree", "genders differ"})
_DECLINED = "ending"
_COUNTERPART = 2.5
_TURNED = 1.5
_CROSSED = 2.0
_NEARLY = 0.05
_MOST_APART = 4.0
_NOTHING = 0.00005  # what is less is written as 0; no evidence lifts a score


def evidence(
    left: tuple[Word, ...],
    right: tuple[Word, ...],
    lang_a: str | None,
    lang_b: str | None,
    pairing: Pairing,
    whole: bool = True,
) -> Evidence:
    """What the score is made of; without ``whole`` no more of it than shows that the score is 0."""
    found, doubts = _settled(left, right, pairing)
    if not whole and score_of(found) < _NOTHING:
        return found
    known = max([both_known(left[i].text, right[j].text) * min(cost, 1.5) for i, j, cost in doubts], default=0.0)
    conflict = found.conflict
    if _torn(left, right, pairing):
        conflict = max(conflict, _joined(left, right, lang_a, lang_b))
    if known or conflict > found.conflict:
        return msgspec.structs.replace(found, known=known, conflict=conflict)
    return found


def _settled(
    left: tuple[Word, ...], right: tuple[Word, ...], pairing: Pairing
) -> tuple[Evidence, list[tuple[int, int, float]]]:
    """All but what asks for the lexicon or for another alignment, and pairs of family names that are spelt apart."""
    family = relative = letters = 0.0
    given = _TURNED if _turned(left, right, pairing) else 0.0
    alone = (len(left) == 1) != (len(right) == 1)
    crossed = brief = inexact = declined = False
    doubts = []
    for i, j, found in pairing.pairs:
        one, other = left[i], right[j]
        if one.weak and other.weak:
            continue
        family_name, rule, cost = one.family or other.family, found.rule, found.cost
        if family_name and rule == "counterpart":
            cost = _COUNTERPART
        relative = max(relative, 12.0 * cost / (len(one.text) + len(other.text) + 4))
        brief = brief or rule in _BRIEF
        if rule == _DECLINED:
            declined = declined or found.before == found.after
            letters = max(letters, spread_of_stems(one.text, other.text))
        elif rule in _SPELT:
            letters = max(letters, spread(one.text, other.text))
        if rule in _SPELT and found.cost > _NEARLY and family_name:
            doubts.append((i, j, found.cost))
        inexact = inexact or _inexact(one.text, other.text, found)
        if family_name:
            family = max(family, cost)
            crossed = crossed or one.family != other.family
        else:
            given = max(given, cost)
    extra = max(_telling(left, pairing.left_a), _telling(right, pairing.left_b))
    settled = Evidence(
        profile_of(script(left[-1].text), script(right[-1].text)),
        family,
        given,
        _CROSSED if (alone and crossed) or (crossed and _exchanged(left, right, pairing)) else 0.0,
        extra,
        alone,
        crossed,
        relative,
        letters,
        brief,
        bool(extra) and inexact and not alone,
        0.0,
        0.0 if declined or len(left) > 1 or len(right) > 1 else family,
    )
    return settled, doubts


def _torn(left: tuple[Word, ...], right: tuple[Word, ...], pairing: Pairing) -> bool:
    """Whether both sides have words left over, or no word stands for any."""
    if not pairing.pairs:
        return True
    return any(not left[i].weak for i in pairing.left_a) and any(not right[j].weak for j in pairing.left_b)


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


def _telling(side: tuple[Word, ...], left_over: tuple[int, ...]) -> int:
    """How many words are left over; a patronymic that only one side has tells nothing."""
    over = [side[at] for at in left_over if not side[at].weak]
    return sum([word.family or not is_patronymic(word.text) for word in over]) if over else 0


def _turned(left: tuple[Word, ...], right: tuple[Word, ...], pairing: Pairing) -> bool:
    """Whether given names stand in another order on each side (Patrick Joseph, Joseph Patrick): two people."""
    order = [j for i, j, _ in pairing.pairs if not left[i].family and not right[j].family]
    return any(later < earlier for earlier, later in pairwise(order))


def _exchanged(left: tuple[Word, ...], right: tuple[Word, ...], pairing: Pairing) -> bool:
    """Whether child and father change places on the two sides (Salman bin Mohammed, Mohammed bin Salman)."""
    filial = parts_table().filial
    if not all(any(word.weak and word.text in filial for word in side) for side in (left, right)):
        return False
    order = [j for i, j, _ in pairing.pairs if not left[i].weak and not right[j].weak]
    return any(later < earlier for earlier, later in pairwise(order))


def _joined(left: tuple[Word, ...], right: tuple[Word, ...], lang_a: str | None, lang_b: str | None) -> float:
    """Both sides have words left over: the cost of the names written in one word, at most ``_MOST_APART``."""
    one, other = "".join(word.text for word in left), "".join(word.text for word in right)
    profile = profile_of(script(one), script(other))
    cost = distance(sounds(one, lang_a), sounds(other, lang_b), profile, _MOST_APART)
    return min(_MOST_APART, round(cost, 6))
