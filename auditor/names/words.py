"""The words of a name, ready to be compared: what each can be read as, and the cost of one for another."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from operator import attrgetter
from typing import NamedTuple

import msgspec
from rapidfuzz.distance.Levenshtein import normalized_distance as apart

from auditor.names.align import directed, distance
from auditor.names.parts import parts, parts_table, unhonoured
from auditor.names.readers import ANY, Reading, readers_table, readings
from auditor.names.rough import is_han
from auditor.names.sounds import ABJAD, script, sounds
from auditor.names.standing import plain
from auditor.names.tables import ANOTHER, family_bond, family_size, given_bond, is_family
from auditor.names.types import Bond

SYLLABIC = frozenset({"Kana", "Hang"})
FAR = 9.0
_UNLIKE = 0.8
_LIMIT, _LIMIT_ACROSS = 0.67, 0.75
_SLACK = 1e-5  # more than rounding can take away
_LONGEST = 48  # hostile input: no name is longer, and alignment is quadratic in it
_MOST_WORDS = 8
_SPLIT = re.compile(r"[\s\-‐‑–—·・=＝־_/،,]+")


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word of a name in lower case; ``family`` when it belongs to the family name, ``weak`` for particles."""

    text: str
    family: bool
    weak: bool


def facing(form: str, other: str) -> tuple[Word, ...]:
    """The words of ``form`` to be compared with ``other``: a Korean or Chinese name in one piece stays whole beside a
    single word that is not its family name (로버트, Robert).
    """
    found = words(form)
    if len(found) != 2 or form.isascii() or not family_size(form) or len(words(other)) != 1:
        return found
    family, given = (word.text for word in found)
    if is_family(family, words(other)[0].text):
        return Word(given, False, False), Word(family, True, False)
    return (Word(form, True, False),)


@lru_cache(maxsize=32768)
def words(form: str) -> tuple[Word, ...]:
    """The words of a name without titles and suffixes; hyphens divide. Only a later word can be a weak one."""
    form = unhonoured(form)[0]
    if not form.isascii() and (size := family_size(form)):
        return Word(form[:size], False, False), Word(form[size:], True, False)  # as Latin writes them: Mao Zedong
    found = parts(form)
    weak = parts_table().particles
    given, family = _cut((*found.given, *found.middle)), _cut(found.family)
    out = [Word(text, False, at > 0 and text in weak) for at, text in enumerate(given)]
    last = len(family) - 1
    return (*out, *(Word(text, True, at < last and text in weak) for at, text in enumerate(family)))


def _cut(written: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for word in map(_bound, written):
        if word.isalpha():
            found.append(word.lower()[:_LONGEST])
        else:
            found += [text[:_LONGEST] for text in _SPLIT.split(word.lower()) if text.strip(".'’")]
    return found[-_MOST_WORDS:]


def _bound(word: str) -> str:
    """Syllables bound by hyphens in lower case are one word (Tse-tung), names bound so are two (Jean-Paul)."""
    return word.replace("-", "") if "-" in word and word[:1].isupper() and word[1:].islower() else word


class _Way(NamedTuple):
    """How two words are compared, by their scripts and languages.

    ``across_a``: what ``readings`` is asked for of the first word; ``limit``: how far skeletons may be apart;
    ``costs``: the profile of ``align``, and ``turned`` where it runs from the second word to the first.
    """

    across_a: str | None
    across_b: str | None
    limit: float
    costs: str
    turned: bool


@cache
def profile_of(a: str, b: str) -> str:
    """The cost profile for words of two scripts."""
    pair = {a, b}
    if pair & ABJAD or "" in pair:
        return "abjad"
    if pair & SYLLABIC:
        return "kana"
    return "plain" if len(pair) == 1 else "cross"


@lru_cache(maxsize=16384)
def _way(a: str, b: str, lang_a: str | None, lang_b: str | None) -> _Way:
    """Between a word of script ``a`` and one of ``b``; some scripts have costs from Latin letters."""
    profile, table = profile_of(a, b), readers_table()
    if profile == "plain" and lang_a not in table.respelling and lang_b not in table.respelling:
        return _Way(None, None, _LIMIT, profile, False)
    across_a, across_b = (other if other in table.across else ANY for other in (b, a))  # the rest are read alike
    if profile in ("abjad", "kana"):
        if a == "Latn" and directed(b):
            return _Way(across_a, across_b, _LIMIT_ACROSS, b, False)
        if b == "Latn" and directed(a):
            return _Way(across_a, across_b, _LIMIT_ACROSS, a, True)
    return _Way(across_a, across_b, _LIMIT_ACROSS, profile, False)


@lru_cache(maxsize=131072)
def bond(a: str, b: str, lang_a: str | None, lang_b: str | None) -> Bond:
    """The cheapest way in which word ``a`` can stand for word ``b`` (both in lower case)."""
    if a == b:
        return Bond(0.0, "equal", a, b)
    if len(a) < 2 or len(b) < 2 or "." in a or "." in b:
        brief = _abbreviated(a, b)
        if brief is not None:
            return brief
    across_a, across_b, limit, costs, turned = _way(script(a), script(b), lang_a, lang_b)
    best = (FAR, False, ("", ""), "", "")
    for _, least, x, y, ended in _promising(readings(a, lang_a, across_a), readings(b, lang_b, across_b), limit):
        if best[0] < least:
            continue
        one, other = (y, x) if turned else (x, y)
        cost = round(distance(one, other, costs, best[0] - least + _SLACK) + least, 6)
        if cost <= best[0]:
            best = min(best, (cost, ended, (x, y) if x < y else (y, x), x, y))
    rule = "unlike" if best[0] == FAR else "ending" if best[1] else "readings"
    found = Bond(best[0], rule, best[3] or a, best[4] or b)
    return _with_tables(found, given_bond(a, b) or family_bond(a, b, lang_a, lang_b))


def _with_tables(found: Bond, listed: Bond | None) -> Bond:
    """What the tables say: one name, a short form, counterparts, which are never one spelling, or another name."""
    if listed is None:
        return found
    if listed.rule == "counterpart":
        return found if plain(listed.before) == plain(listed.after) else listed
    if listed.rule == ANOTHER:
        return max(found, listed, key=_cost)
    return min(found, listed, key=_cost)


_cost = attrgetter("cost")


def _promising(
    left: tuple[Reading, ...], right: tuple[Reading, ...], limit: float
) -> list[tuple[float, float, str, str, bool]]:
    """Pairs of readings whose skeletons are near: (edits and doubt, doubt, one, other, ended), best first."""
    found = []
    for one in left:
        x, bones, extra, ended = one.codes, one.bones, one.cost, one.ended
        for two in right:
            y, other = two.codes, two.bones
            if bones != other and apart(bones, other) > limit:
                continue
            unlike = apart(x, y)
            if unlike <= _UNLIKE:
                least = extra + two.cost
                found.append((unlike + least, least, x, y, ended or two.ended))
    if len(found) > 1:
        found.sort()
    return found


def _may_abbreviate(letter: str) -> bool:
    return not is_han(letter) and script(letter) not in SYLLABIC


def _abbreviated(a: str, b: str) -> Bond | None:
    """The bond of an initial or of a word with a full stop; None where neither is one."""
    one, other = a.strip("."), b.strip(".")
    if (len(one) == 1 and _may_abbreviate(one)) or (len(other) == 1 and _may_abbreviate(other)):
        if script(one) == script(other):
            return Bond(0.15 if one[:1] == other[:1] else FAR, "initial", a, b)
        near = bool(sounds(one)[:1]) and sounds(one)[:1] == sounds(other)[:1]
        return Bond(0.3 if near else FAR, "initial", a, b)
    for brief, full in ((a, b), (b, a)):
        if brief.endswith(".") and full.startswith(brief[:-1]):
            return Bond(0.15, "abbreviation", a, b)
    return None
