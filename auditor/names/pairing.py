"""Which words of two names stand for each other, and where they meet in a native form."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from operator import itemgetter

import msgspec
from rapidfuzz.distance.Levenshtein import normalized_distance as apart

from auditor.names.meet import meeting
from auditor.names.natives import SOURCES
from auditor.names.skeleton import skeleton
from auditor.names.sounds import script, sounds
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
_ALIKE = 0.75  # share of a skeleton that may differ between two words and one


class Pairing(msgspec.Struct, frozen=True, gc=False):
    """Which words stand for which: (index in a, index in b, bond); the words left over on each side."""

    pairs: tuple[tuple[int, int, Bond], ...]
    left_a: tuple[int, ...]
    left_b: tuple[int, ...]


def pair_up(left: tuple[Word, ...], right: tuple[Word, ...], lang_a: str | None, lang_b: str | None) -> Pairing:
    """Pairs words cheapest first, each used once; a family name does not pair with a given name when both are known.

    Words in one place, counted from the end, that cost nothing stand for each other before all else: no bond of theirs
    with another word need be known.
    """
    shift = len(right) - len(left)
    straight = [
        (i, i + shift, bond(left[i].text, right[i + shift].text, lang_a, lang_b))
        for i in range(max(0, -shift), len(left))
    ]
    if not shift and all(found.cost <= _CLOSE for _, _, found in straight):
        return Pairing(tuple(straight), (), ())
    pairs = [entry for entry in straight if entry[2].cost == 0]
    left_a, left_b = list(range(len(left))), list(range(len(right)))
    for i, j, _ in pairs:
        left_a.remove(i)
        left_b.remove(j)
    for _, i, j, found in sorted(_options(left, right, left_a, left_b, lang_a, lang_b)):
        if i in left_a and j in left_b and not (found.rule == "initial" and _crosses(i, j, pairs)):
            left_a.remove(i)
            left_b.remove(j)
            pairs.append((i, j, found))
    pairs.sort(key=_place)
    return Pairing(tuple(pairs), tuple(left_a), tuple(left_b))


_place = itemgetter(0, 1)


def _options(
    left: tuple[Word, ...],
    right: tuple[Word, ...],
    of_a: list[int],
    of_b: list[int],
    lang_a: str | None,
    lang_b: str | None,
) -> list[tuple[float, int, int, Bond]]:
    """The bonds between some words of each side: (cost, dearer out of place; index in a, index in b, bond)."""
    shift, found = len(right) - len(left), []
    for i in of_a:
        one = left[i]
        for j in of_b:
            other = right[j]
            held = bond(one.text, other.text, lang_a, lang_b)
            if held.cost < FAR and (held.rule != "initial" or one.family == other.family):
                found.append((held.cost + 0.01 * abs(i + shift - j), i, j, held))
    return found


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
            if not (_alike(joined, word.text, lang_a, lang_b) if crossing else _as_long(joined, word.text, one.text)):
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


def _alike(joined: str, word: str, lang_a: str | None, lang_b: str | None) -> bool:
    """Whether the skeletons of two words of different scripts have anything in common, as their own texts read them."""
    return apart(skeleton(sounds(joined, lang_a)), skeleton(sounds(word, lang_b))) <= _ALIKE


def _nearer(cost: float, parts: tuple[Word, ...], word: str, lang: str | None, other: str | None) -> bool:
    """Whether two words together are much nearer to one than either is alone (Ким Чен Ын, Kim Jong-un)."""
    return all(cost + _PLAINLY < bond(part.text, word, lang, other).cost for part in parts)


def _namelike(native: str) -> bool:
    """Whether a native word is made like names of its language (surname endings, listed given names)."""
    return any(stands.surname or stands.given for stands in (standing(native, source) for source in SOURCES))


def _parted(a: str, b: str, cost: float, natives: Iterable[str]) -> bool:
    """Whether two words that stand for different native ones are apart: not where they read alike, or nearly so across
    scripts, unless the native words are made like names.
    """
    return bool(cost) and (cost > _READ or script(a) == script(b) or all(map(_namelike, natives)))


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
            one, other = left[i].text, right[j].text
            cyrillic = (word.replace("ё", "е") for word in (one, other) if script(word) == "Cyrl")
            met = meeting(one, other, lang_a, lang_b, parting=_parted(one, other, found.cost, cyrillic))
            if met.native and found.cost > _MET and both_known(one, other) >= _USUAL:
                pass  # two names of Latin letters that another script may write alike (Hansen, Hanson)
            elif met.native:
                native = met.native if left[i].family or right[j].family else native
                found = Bond(min(found.cost, _MET), "native form", met.native, met.native) if found.cost else found
            elif met.apart and _parted(one, other, found.cost, met.apart):
                found = Bond(found.cost + _APART, "native forms differ", *met.apart)
        pairs.append((i, j, found))
    return native, Pairing(tuple(pairs), pairing.left_a, pairing.left_b)
