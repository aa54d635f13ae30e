"""Whether two spellings can be one name: words are paired, the worst pair decides, and each step can be run again."""

from __future__ import annotations

import re
from functools import lru_cache

from auditor.names.agreement import agreed
from auditor.names.chinese import same_characters
from auditor.names.kindred import TWO, ceiling
from auditor.names.listed import SCORE as LISTED
from auditor.names.listed import listed
from auditor.names.pairing import Pairing, merged, pair_up, pivot
from auditor.names.parts import generation, unhonoured
from auditor.names.readers import readers_table
from auditor.names.romanize import recase
from auditor.names.rough import CEILING, is_rough, roughly, roughly_known
from auditor.names.scoring import Evidence, score_of
from auditor.names.sounds import script
from auditor.names.tables import korean_pair
from auditor.names.types import Bond, Kind, NameMatch
from auditor.names.weighing import evidence
from auditor.names.words import Word, facing
from auditor.records import Step

_LOW = 0.4  # a score that no ceiling lowers
_ALIKE = 0.15  # up to this cost two words spell one name anyway
_DIGITS = re.compile(r"\d+")
Judged = tuple[tuple[Word, ...], tuple[Word, ...], Pairing, str | None]  # words of both sides, their pairs, native form


@lru_cache(maxsize=65536)
def compare(a: str, b: str, lang_a: str | None = None, lang_b: str | None = None) -> NameMatch:
    """Can ``a`` and ``b`` be one name? Languages are those of the texts they stand in, None when unknown."""
    at_once = _at_once(a, b, lang_a, lang_b)
    if at_once is not None:
        return at_once
    judged = _judge(a, b, lang_a, lang_b)
    if judged is None:
        return NameMatch(a, b, lang_a, lang_b, None, "undecided", reason="no words")
    left, right, pairing, native = judged
    score = _capped(a, b, score_of(evidence(left, right, lang_a, lang_b, pairing)), judged)
    if _unlike(pairing) and (found := _tabled(a, b, lang_a, lang_b)) and found[0] > score:
        return NameMatch(a, b, lang_a, lang_b, found[0], _kind_of(found[0]), evidence=(found[1],))
    steps = tuple(_step(left[i].text, right[j].text, found) for i, j, found in pairing.pairs)
    steps = tuple(_rough_step(form) for form in (a, b) if _rough(form)) + steps
    steps += tuple(_apart_step(*found) for found in _apart(judged))
    native = native and recase(native, a)
    return NameMatch(a, b, lang_a, lang_b, round(score, 4), _kind(score, pairing), native, None, steps)


def _at_once(a: str, b: str, lang_a: str | None, lang_b: str | None) -> NameMatch | None:
    """What need not be read: equal forms, listed ones, numbers that differ, what cannot be judged."""
    reason = incomparable(lang_a, lang_b)
    if not reason and _written_alike(a, b):
        return NameMatch(a, b, lang_a, lang_b, 1.0, "same", evidence=(Step(rule="equal", before=a, after=b),))
    unread = unreadable(a, lang_a) or unreadable(b, lang_b)
    if unread and not reason and (entry := listed(a, b, lang_a, lang_b)):
        return NameMatch(a, b, lang_a, lang_b, LISTED, "variant", evidence=(entry,))
    if unread or reason:
        return NameMatch(a, b, lang_a, lang_b, None, "undecided", reason=unread or reason)
    if _DIGITS.findall(a) != _DIGITS.findall(b):
        return NameMatch(a, b, lang_a, lang_b, 0.0, "different", evidence=(Step(rule="numbers", before=a, after=b),))
    if generations := _generations(a, b):
        return NameMatch(a, b, lang_a, lang_b, 0.0, "different", evidence=(generations,))
    return None


def _written_alike(a: str, b: str) -> bool:
    """Whether two forms are one but for an honorific behind them (安倍晋三首相): no script need be read to see that."""
    return (a == b or unhonoured(a)[0] == unhonoured(b)[0]) and any(map(str.isalpha, a))


def _judge(a: str, b: str, lang_a: str | None, lang_b: str | None, explain: bool = True) -> Judged | None:
    """The words of both sides, which stand for which, and the native form where they met."""
    if korean_pair(a, b, lang_a, lang_b):
        lang_a = lang_b = "ko"
    left, right = merged(facing(a, b), facing(b, a), lang_a, lang_b)
    if not left or not right:
        return None
    native, pairing = pivot(left, right, lang_a, lang_b, pair_up(left, right, lang_a, lang_b), explain)
    return left, right, agreed(left, right, lang_a, lang_b, pairing), native


def evidence_of(a: str, b: str, lang_a: str | None = None, lang_b: str | None = None) -> Evidence | None:
    """What the score of a pair is made of; None where there is nothing to weigh."""
    judged = None if a == b or unreadable(a, lang_a) or unreadable(b, lang_b) else _judge(a, b, lang_a, lang_b)
    return None if judged is None else evidence(judged[0], judged[1], lang_a, lang_b, judged[2])


@lru_cache(maxsize=65536)
def score(a: str, b: str, lang_a: str | None = None, lang_b: str | None = None) -> float | None:
    """The score of ``compare``, without its evidence."""
    if (
        _written_alike(a, b)
        or _DIGITS.search(a)
        or _DIGITS.search(b)
        or unreadable(a, lang_a)
        or unreadable(b, lang_b)
        or incomparable(lang_a, lang_b)
    ):
        return compare(a, b, lang_a, lang_b).score
    if _generations(a, b):
        return 0.0
    judged = _judge(a, b, lang_a, lang_b, explain=False)
    if judged is None:
        return None
    found = evidence(judged[0], judged[1], lang_a, lang_b, judged[2], whole=False)
    value = round(_capped(a, b, score_of(found), judged), 4)
    if _unlike(judged[2]) and (entry := _tabled(a, b, lang_a, lang_b)):
        return max(entry[0], value)
    return value


def _tabled(a: str, b: str, lang_a: str | None, lang_b: str | None) -> tuple[float, Step] | None:
    """What the tables of names and of characters say of two forms that spell unlike: a score, and the step to it."""
    entry = listed(a, b, lang_a, lang_b)
    return (LISTED, entry) if entry else same_characters(a, b, lang_a, lang_b)


def _capped(a: str, b: str, score: float, judged: Judged) -> float:
    """A score through Unidecode, and one of surnames that are known to be two, is held under its ceiling."""
    if score > _LOW:
        score = min([score, *(most for _, _, most in _apart(judged))])
    return score * CEILING if _rough(a) or _rough(b) else score


def _apart(judged: Judged) -> list[tuple[str, str, float]]:
    """Family names that sound alike and are two by the table, and what they may score at most."""
    left, right, pairing, _ = judged
    pairs = [(left[i].text, right[j].text) for i, j, _ in pairing.pairs if left[i].family or right[j].family]
    return [(one, other, most) for one, other in pairs if one != other and (most := ceiling(one, other)) < 1]


def _apart_step(a: str, b: str, most: float) -> Step:
    return Step(rule=TWO, before=a, after=b, note=f"they sound alike and are two: at most {most}")


def _unlike(pairing: Pairing) -> bool:
    """Whether some words do not spell the same, so that only a table could say that they name the same."""
    return bool(pairing.left_a or pairing.left_b) or any(found.cost > _ALIKE for _, _, found in pairing.pairs)


def _generations(a: str, b: str) -> Step | None:
    """Two bearers of one name (Charles II, Charles III), where both sides say which is meant."""
    one, other = generation(a), generation(b)
    return Step(rule="generations", before=one, after=other) if one and other and one != other else None


def _rough(form: str) -> bool:
    return not form.isascii() and is_rough(unhonoured(form)[0])


def _rough_step(form: str) -> Step:
    note = f"its script has no reading here: consonants only, at most {CEILING}"
    return Step(rule="unidecode", before=form, after=" ".join(map(roughly, form.split())), note=note)


def replay(match: NameMatch) -> bool:
    """True when every step, run again from its words, gives the same outcome, and so the same score."""
    return compare.__wrapped__(match.a, match.b, match.lang_a, match.lang_b) == match


@lru_cache(maxsize=65536)
def unreadable(form: str, language: str | None = None) -> str | None:
    """Why a form cannot be judged (its script has no reading, not even a rough one), or None."""
    if form.isascii():
        return None if form.strip() else "no letters"
    if _rough(form):
        for letter in filter(str.isalpha, unhonoured(form)[0]):
            if not script(letter) and not roughly_known(letter, language):
                return f"no reading for the script of {letter!r} (U+{ord(letter):04X})"
    return None if form.strip() else "no letters"


def incomparable(lang_a: str | None, lang_b: str | None) -> str | None:
    """Why names of two languages cannot be compared by their spelling, or None."""
    alike = readers_table().homographic
    if lang_a != lang_b and lang_a in alike and lang_b in alike:
        return f"short names of {lang_a} and {lang_b} are written alike without being one"
    return None


def _step(a: str, b: str, found: Bond) -> Step:
    note = f"{found.before} ~ {found.after}, cost {found.cost:.2f}"
    return Step(rule=found.rule, before=a, after=b, note=note)


def _kind_of(score: float) -> Kind:
    return "variant" if score >= 0.5 else "look-alike"


def _kind(score: float, pairing: Pairing) -> Kind:
    counterparts = [found for _, _, found in pairing.pairs if found.rule == "counterpart"]
    alone = len(counterparts) == 1 and len(pairing.pairs) == 1 and not pairing.left_a and not pairing.left_b
    if counterparts and (alone or score >= 0.2):
        return "counterpart"
    if score < 0.5:
        return "look-alike" if score >= 0.1 else "different"
    return "same" if all(found.cost == 0 for _, _, found in pairing.pairs) else "variant"
