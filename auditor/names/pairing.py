"""Which words of two names stand for each other, and where they meet in a native form."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from auditor.names.meet import meeting
from auditor.names.natives import SOURCES
from auditor.names.sounds import script
from auditor.names.standing import standing
from auditor.names.types import Bond
from auditor.names.usual import both_known
from auditor.names.words import FAR, Word, bond

_NEAR = 2.4
_MET = 0.05
_CLOSE = 0.3
_APART = 1.5
_READ = 0.45
_USUAL = 3.3  # zipf of the rarer of two words from which they are two names
_JOINED = 0.7
_SYLLABLES = 1.5  # dearest for syllables that another script writes apart
_LETTER = 0.2  # ... for each letter of a long word
_PLAINLY = 0.8


class Pairing(msgspec.Struct, frozen=True, gc=False):
    """Which words stand for which: (index in a, index in b, bond); the words left over on each side."""

    pairs: tuple[tuple[int, int, Bond], ...]
    left_a: tuple[int, ...]
    left_b: tuple[int, ...]


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
    pairs: list[tuple[int, int, Bond]] = []
    for _, i, j, found in options:
        if i in used_a or j in used_b or (found.rule == "initial" and _crosses(i, j, pairs)):
            continue
        used_a.add(i)
        used_b.add(j)
        pairs.append((i, j, found))
    return Pairing(
        tuple(sorted(pairs, key=lambda pair: pair[:2])),
        tuple(i for i in range(len(left)) if i not in used_a),
        tuple(j for j in range(len(right)) if j not in used_b),
    )


def _crosses(i: int, j: int, pairs: list[tuple[int, int, Bond]]) -> bool:
    """Whether a pair stands the other way round than one already made: an initial is too little to turn names."""
    return any((i - one) * (j - other) < 0 for one, other, _ in pairs)


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
            crossing = script(joined) != script(word.text)
            if not crossing and not _as_long(joined, word.text, one.text):
                continue
            cost = bond(joined, word.text, lang_a, lang_b).cost
            apart = (
                crossing
                and cost <= max(_SYLLABLES, _LETTER * len(joined))
                and _nearer(cost, (one, other), word.text, lang_a, lang_b)
            )
            if cost <= _JOINED or apart:
                return (*longer[:at], Word(joined, other.family, False), *longer[at + 2 :])
    return longer


def _as_long(joined: str, word: str, part: str) -> bool:
    return abs(len(word) - len(joined)) <= 3 and len(word) > len(part)


def _nearer(cost: float, parts: tuple[Word, ...], word: str, lang: str | None, other: str | None) -> bool:
    """Whether two words together are much nearer to one than either is alone (Ким Чен Ын, Kim Jong-un)."""
    return all(cost + _PLAINLY < bond(part.text, word, lang, other).cost for part in parts)


def _ends_apart(a: str, b: str) -> bool:
    """Whether two native words are both made like names of their language (surname endings, listed given names)."""
    return all(any(stands.surname or stands.given for stands in (standing(w, s) for s in SOURCES)) for w in (a, b))


def pivot(
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
    torn = any(not left[i].weak for i in pairing.left_a) and any(not right[j].weak for j in pairing.left_b)
    hopeless = torn or any(found.cost > _NEAR for _, _, found in pairing.pairs)  # no other word can save it
    near = 0.0 if hopeless else _NEAR
    for i, j, found in pairing.pairs:
        if found.rule == "readings" and (0 < found.cost <= near or (explain and found.cost == 0)):
            one_script = script(left[i].text) == script(right[j].text)
            met = meeting(left[i].text, right[j].text, lang_a, lang_b)
            if met.native and found.cost > _MET and both_known(left[i].text, right[j].text) >= _USUAL:
                pass  # two names of Latin letters that another script may write alike (Hansen, Hanson)
            elif met.native:
                native = met.native if left[i].family or right[j].family else native
                found = Bond(min(found.cost, _MET), "native form", met.native, met.native) if found.cost else found
            elif met.apart and found.cost and (one_script or found.cost > _READ or _ends_apart(*met.apart)):
                found = Bond(found.cost + _APART, "native forms differ", *met.apart)
        pairs.append((i, j, found))
    return native, Pairing(tuple(pairs), pairing.left_a, pairing.left_b)
