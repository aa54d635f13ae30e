"""Whether two spellings can be one name: words are paired, the worst pair decides, and each step can be run again."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

import msgspec

from auditor.names.align import distance
from auditor.names.meet import meeting
from auditor.names.romanize import recase
from auditor.names.rough import CEILING, is_rough, roughly, roughly_known
from auditor.names.scoring import Evidence, score_of
from auditor.names.sounds import script, sounds
from auditor.names.types import Bond, Kind, NameMatch
from auditor.names.words import FAR, Word, bond, profile_of, readers_table, words
from auditor.records import Step

_NEAR = 3.2
_DIGITS = re.compile(r"\d+")
_MET = 0.05
_CLOSE = 0.3
_APART = 1.0
_JOINED = 0.7
_COUNTERPART = 2.5
_TURNED = 1.5


class Pairing(msgspec.Struct, frozen=True, gc=False):
    """Which words stand for which: (index in a, index in b, bond); the words left over on each side."""

    pairs: tuple[tuple[int, int, Bond], ...]
    left_a: tuple[int, ...]
    left_b: tuple[int, ...]


@lru_cache(maxsize=65536)
def compare(a: str, b: str, lang_a: str | None = None, lang_b: str | None = None) -> NameMatch:
    """Can ``a`` and ``b`` be one name? Languages are those of the texts they stand in, None when unknown."""
    reason = unreadable(a, lang_a) or unreadable(b, lang_b) or incomparable(lang_a, lang_b)
    if reason:
        return NameMatch(a, b, lang_a, lang_b, None, "undecided", reason=reason)
    if a == b:
        return NameMatch(a, b, lang_a, lang_b, 1.0, "same", evidence=(Step(rule="equal", before=a, after=b),))
    if _DIGITS.findall(a) != _DIGITS.findall(b):
        return NameMatch(a, b, lang_a, lang_b, 0.0, "different", evidence=(Step(rule="numbers", before=a, after=b),))
    judged = _judge(a, b, lang_a, lang_b)
    if judged is None:
        return NameMatch(a, b, lang_a, lang_b, None, "undecided", reason="no words")
    left, right, pairing, native = judged
    score = _capped(a, b, score_of(_evidence(left, right, lang_a, lang_b, pairing)))
    steps = tuple(_step(left[i].text, right[j].text, found) for i, j, found in pairing.pairs)
    steps = tuple(_rough_step(form) for form in (a, b) if is_rough(form)) + steps
    native = native and recase(native, a)
    return NameMatch(a, b, lang_a, lang_b, round(score, 4), _kind(score, pairing), native, None, steps)


def _judge(
    a: str, b: str, lang_a: str | None, lang_b: str | None, explain: bool = True
) -> tuple[tuple[Word, ...], tuple[Word, ...], Pairing, str | None] | None:
    """The words of both sides, which stand for which, and the native form where they met."""
    left, right = merged(words(a), words(b), lang_a, lang_b)
    if not left or not right:
        return None
    native, pairing = _pivot(left, right, lang_a, lang_b, pair_up(left, right, lang_a, lang_b), explain)
    return left, right, pairing, native


def evidence_of(a: str, b: str, lang_a: str | None = None, lang_b: str | None = None) -> Evidence | None:
    """What the score of a pair is made of; None where there is nothing to weigh."""
    judged = None if a == b or unreadable(a, lang_a) or unreadable(b, lang_b) else _judge(a, b, lang_a, lang_b)
    return None if judged is None else _evidence(judged[0], judged[1], lang_a, lang_b, judged[2])


@lru_cache(maxsize=65536)
def score(a: str, b: str, lang_a: str | None = None, lang_b: str | None = None) -> float | None:
    """The score of ``compare``, without its evidence."""
    if (
        a == b
        or _DIGITS.search(a)
        or _DIGITS.search(b)
        or unreadable(a, lang_a)
        or unreadable(b, lang_b)
        or incomparable(lang_a, lang_b)
    ):
        return compare(a, b, lang_a, lang_b).score
    judged = _judge(a, b, lang_a, lang_b, explain=False)
    if judged is None:
        return None
    return round(_capped(a, b, score_of(_evidence(judged[0], judged[1], lang_a, lang_b, judged[2]))), 4)


def _capped(a: str, b: str, score: float) -> float:
    """A score through Unidecode is held under its ceiling."""
    return score * CEILING if is_rough(a) or is_rough(b) else score


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
    letters = [letter for letter in form if letter.isalpha()]
    for letter in letters:
        if not script(letter) and not roughly_known(letter, language):
            return f"no reading for the script of {letter!r} (U+{ord(letter):04X})"
    return None if letters or form.strip() else "no letters"


def incomparable(lang_a: str | None, lang_b: str | None) -> str | None:
    """Why names of two languages cannot be compared by their spelling, or None."""
    alike = readers_table().homographic
    if lang_a != lang_b and lang_a in alike and lang_b in alike:
        return f"short names of {lang_a} and {lang_b} are written alike without being one"
    return None


def pair_up(left: tuple[Word, ...], right: tuple[Word, ...], lang_a: str | None, lang_b: str | None) -> Pairing:
    """Pairs words cheapest first, each used once; a family name does not pair with a given name when both are known."""
    if len(left) == len(right):
        straight = [bond(one.text, other.text, lang_a, lang_b) for one, other in zip(left, right, strict=True)]
        if all(found.cost <= _CLOSE for found in straight):
            return Pairing(tuple((at, at, found) for at, found in enumerate(straight)), (), ())
    options = sorted(
        (
            (found.cost + 0.01 * abs((i - len(left)) - (j - len(right))), i, j, found)
            for i, one in enumerate(left)
            for j, other in enumerate(right)
            if (found := bond(one.text, other.text, lang_a, lang_b)).cost < FAR
            and not (found.rule == "initial" and one.family != other.family)
        ),
        key=lambda option: option[:3],
    )
    used_a: set[int] = set()
    used_b: set[int] = set()
    pairs = []
    for _, i, j, found in options:
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            pairs.append((i, j, found))
    return Pairing(
        tuple(sorted(pairs, key=lambda pair: pair[:2])),
        tuple(i for i in range(len(left)) if i not in used_a),
        tuple(j for j in range(len(right)) if j not in used_b),
    )


def merged(
    left: tuple[Word, ...], right: tuple[Word, ...], lang_a: str | None, lang_b: str | None
) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Two words of one side as one where the other side writes them so (Abdul Rahman, Abdülrahman)."""
    if len(left) > len(right):
        return _merged(left, right, lang_a, lang_b), right
    if len(right) > len(left):
        return left, _merged(right, left, lang_b, lang_a)
    return left, right


def _merged(
    longer: tuple[Word, ...], shorter: tuple[Word, ...], lang_a: str | None, lang_b: str | None
) -> tuple[Word, ...]:
    for at, (one, other) in enumerate(pairwise(longer)):
        joined = one.text + other.text
        for word in shorter:
            alike = abs(len(word.text) - len(joined)) <= 3 and len(word.text) > len(one.text)
            if alike and bond(joined, word.text, lang_a, lang_b).cost <= _JOINED:
                return (*longer[:at], Word(joined, other.family, False), *longer[at + 2 :])
    return longer


def _pivot(
    left: tuple[Word, ...],
    right: tuple[Word, ...],
    lang_a: str | None,
    lang_b: str | None,
    pairing: Pairing,
    explain: bool,
) -> tuple[str | None, Pairing]:
    """Pairs in doubt meet in a native form where they can; the family's native form is the pivot.

    Pairs that read alike need no meeting for their score; they get one to ``explain`` it.
    """
    native, pairs = None, []
    near = 0.0 if any(found.cost > _NEAR for _, _, found in pairing.pairs) else _NEAR  # no other word can save it
    for i, j, found in pairing.pairs:
        if found.rule == "readings" and (0 < found.cost <= near or (explain and found.cost == 0)):
            met = meeting(left[i].text, right[j].text, lang_a, lang_b)
            if met.native:
                native = met.native if left[i].family or right[j].family else native
                found = Bond(min(found.cost, _MET), "native form", met.native, met.native) if found.cost else found
            elif met.apart and found.cost:
                found = Bond(found.cost + _APART, "native forms differ", *met.apart)
        pairs.append((i, j, found))
    return native, Pairing(tuple(pairs), pairing.left_a, pairing.left_b)


def _evidence(
    left: tuple[Word, ...], right: tuple[Word, ...], lang_a: str | None, lang_b: str | None, pairing: Pairing
) -> Evidence:
    """What the score is made of."""
    strong_a = [i for i in pairing.left_a if not left[i].weak]
    strong_b = [j for j in pairing.left_b if not right[j].weak]
    family = relative = 0.0
    given = _TURNED if _turned(left, right, pairing) else 0.0
    crossed = False
    for i, j, found in pairing.pairs:
        if left[i].weak and right[j].weak:
            continue
        family_name = left[i].family or right[j].family
        cost = _COUNTERPART if family_name and found.rule == "counterpart" else found.cost
        relative = max(relative, 12.0 * cost / (len(left[i].text) + len(right[j].text) + 4))
        if family_name:
            family = max(family, cost)
            crossed = crossed or left[i].family != right[j].family
        else:
            given = max(given, found.cost)
    conflict = 0.0
    if (strong_a and strong_b) or not pairing.pairs:
        conflict = _joined(left, right, lang_a, lang_b)
    profile = profile_of(left[-1].text, right[-1].text)
    alone = (len(left) == 1) != (len(right) == 1)
    if alone and crossed:
        conflict = max(conflict, 2.0)
    return Evidence(profile, family, given, conflict, max(len(strong_a), len(strong_b)), alone, crossed, relative)


def _turned(left: tuple[Word, ...], right: tuple[Word, ...], pairing: Pairing) -> bool:
    """Whether given names stand in another order on each side (Patrick Joseph, Joseph Patrick): two people."""
    order = [j for i, j, _ in pairing.pairs if not left[i].family and not right[j].family]
    return any(later < earlier for earlier, later in pairwise(order))


def _joined(left: tuple[Word, ...], right: tuple[Word, ...], lang_a: str | None, lang_b: str | None) -> float:
    """Both sides have words left over: the cost of the names written in one word, at most 4."""
    one, other = "".join(word.text for word in left), "".join(word.text for word in right)
    return min(4.0, distance(sounds(one, lang_a), sounds(other, lang_b), profile_of(one, other)))


def _step(a: str, b: str, found: Bond) -> Step:
    note = f"{found.before} ~ {found.after}, cost {found.cost:.2f}"
    return Step(rule=found.rule, before=a, after=b, note=note)


def _kind(score: float, pairing: Pairing) -> Kind:
    counterparts = [found for _, _, found in pairing.pairs if found.rule == "counterpart"]
    alone = len(counterparts) == 1 and len(pairing.pairs) == 1 and not pairing.left_a and not pairing.left_b
    if counterparts and (alone or score >= 0.2):
        return "counterpart"
    if score < 0.5:
        return "look-alike" if score >= 0.1 else "different"
    return "same" if all(found.cost == 0 for _, _, found in pairing.pairs) else "variant"
