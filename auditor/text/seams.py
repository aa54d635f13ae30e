"""Words of one language that ran together where a link or a break stood: ``familythe``, ``thebridge``, ``ofthe``."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from auditor.packs.places import places
from auditor.packs.renderings import public_families
from auditor.text.lexicon import Lexicon
from auditor.text.seam_small import loose_seam
from auditor.text.seam_table import english
from auditor.text.segments import segment_rules

_SHORTEST, _LONGEST = 5, 40
_FREE = 4  # letters of the other part
_WHOLE = 5  # letters of each of two words that are of no closed class
_USUAL = 5.0  # the same behind capitals (REGNUMlast)
_COMMON = 3.4  # zipf of the other part, in lower case
_EVERYDAY = 3.8  # the same before a word of two or three letters
_NAMED = 3.0  # the same where it begins with a capital: a name or the first word of a sentence
_NAME, _LONG_NAME = 4, 5  # letters of a name that has a function word, or any word, stuck to it
_CAPITALS = 3  # letters of a name in capitals that has a light word stuck to it
_ENDINGS = frozenset(["an", "as", "is", "in", "on", "at", "or", "her", "be", "by"])  # of names themselves
_VERB = 4  # letters of a word stuck to a name or figure
_KNOWN_NAME = 3.0  # zipf of a name that the article does not have elsewhere
_RARE_NAME = 1.8  # the same behind a function word (theSoyuz)
_ACRONYM = re.compile(r"([a-z]{3,20})[A-Z]{3,8}[0-9]{0,3}")
_OWNED = re.compile(r"(\w{2,20}['’]s)([a-z]{4,20})")
_HYPHENED = re.compile(r"[^\W\d_]{2,20}-[A-Z]?[a-z]{3,20}[A-Z][a-z]{1,14}")  # non-negotiableThe
_BEHIND_SMALL = re.compile(r"([A-Za-z][a-z]{1,9})([0-9]{1,4})")
_CRAFT = re.compile(r"([A-Z][A-Za-z]{0,9}-[0-9]{1,3}[A-Za-z]?)([A-Z][a-z]{1,9})")
_LABELLED = re.compile(r"([A-Z][a-z]{4,5})([A-Z]{2,6}|[A-Z][a-z]{3,10})")
_ORDINAL = re.compile(r"([0-9]{1,3}(?:st|nd|rd|th))([a-z]{4,20})")
_BEFORE_ACRONYM, _SHORT_BEFORE = 2.5, 4.8  # zipf of a word in lower case that an acronym is stuck to; of three letters
_YEAR = 4  # digits of a figure
_FIGURED = 4.0  # zipf of a word that a figure may be stuck to
_FORMER, _ABROAD = "former", 2.2  # what Spanish ex becomes without its blank; zipf of the word that it is stuck to
_SLIPS = 3.6  # zipf up to which the lists, which hold careless copy too, may have two function words as one


@cache
def pairs() -> dict[str, int]:
    """``ofthe`` -> where its second word begins."""
    table = english()
    return {left + right: len(left) for left in table.pairs for right in table.articles}


def seam(token: str, language: str, lexicon: Lexicon, *, after_name: bool = False) -> int | None:
    """Where the second word of the token begins, or None where it may be one word. English only.

    ``after_name``: a word with a capital stands right before, so that the token may end a name.
    """
    low = token.lower()
    if language.split("-")[0] != "en" or not _SHORTEST <= len(token) <= _LONGEST:
        return None
    if not low.isalpha():
        return _opens(token) if _HYPHENED.fullmatch(token) else None
    if token[1:] != low[1:]:
        return _opens(token)
    at = pairs().get(low)
    if at is not None and max(lexicon.zipfs(low).values(), default=0.0) <= _SLIPS:
        return at
    if lexicon.known(low):
        return None
    found = _ends(low, lexicon, named=token[0].isupper(), after_name=after_name) or _begins(low, lexicon)
    return found or (_before_verb(low, lexicon) or loose_seam(low, lexicon) if token == low else None)


def name_seam(token: str, lexicon: Lexicon, named: Callable[[str], bool]) -> int | None:
    """Where a name is parted from the word stuck to it: ``JDDthe``, ``Romeand``, ``ofRome``, ``Costaarrived``.

    ``named`` tells whether the article has a name elsewhere. A word that is not of a closed class counts only beside
    such a name. English only.
    """
    low = token.lower()
    if not _SHORTEST <= len(token) <= _LONGEST or not token.isalpha() or token.islower() or lexicon.known(low):
        return None
    table = english()
    cut = next((i for i in range(1, len(token)) if token[i].isupper() and token[i - 1].islower()), 0)
    if cut:
        left, right = token[:cut], token[cut:]
        small = left in table.before and right.istitle() and len(right) >= _NAME
        return cut if small and (named(right) or lexicon.zipf(right, "en") >= _RARE_NAME) else None
    for cut in range(2, len(token) - 1):
        left, right = token[:cut], token[cut:]
        if not right.islower() or not (left.isupper() or left.istitle()):
            continue
        if right in table.behind and (left.isupper() or (len(left) >= _NAME and _is_name(left, lexicon, named))):
            return None if low.endswith(table.elements) and not (named(left) or _renowned(left)) else cut
        if left.isupper() and len(left) >= _CAPITALS and len(right) >= _VERB and lexicon.zipf(right, "en") >= _USUAL:
            return cut
        if right in table.light and _shown_whole(left, right, named):
            return cut
        ordinary = len(right) >= _VERB and right not in table.elements and lexicon.zipf(right, "en") >= _COMMON
        if ordinary and len(left) >= _LONG_NAME and named(left):
            return cut
    return None


def _renowned(name: str) -> bool:
    return name in public_families() or bool(places().by_form(name))


def _shown_whole(left: str, right: str, named: Callable[[str], bool]) -> bool:
    """The article has what stands before a light word: a long name (``Famoushe``), or it in capitals (``Vipin``)."""
    if len(left) >= _CAPITALS and named(left.upper()):
        return True
    return len(left) >= _LONG_NAME and right not in _ENDINGS and named(left)


def last_seam(token: str, lexicon: Lexicon) -> int | None:
    """Where an acronym begins, or a word behind an owner: ``rostrumTVN24``, ``mayor'sspeech``. English only."""
    if found := _ACRONYM.fullmatch(token):
        least = _BEFORE_ACRONYM if len(found[1]) >= _FREE else _SHORT_BEFORE
        free = found[1] not in english().prefixes and lexicon.zipf(found[1], "en") >= least
        return found.end(1) if free else None
    if found := _OWNED.fullmatch(token):
        return found.end(1) if lexicon.zipf(found[2], "en") >= _COMMON else None
    return None


def _is_name(word: str, lexicon: Lexicon, named: Callable[[str], bool]) -> bool:
    return named(word) or lexicon.zipf(word, "en") >= _KNOWN_NAME or word in public_families()


def figured_seam(token: str) -> int | None:
    """Where a figure begins that is stuck to a small word or month: ``of70``, ``In2022``, ``May2022``. English only."""
    found = _BEHIND_SMALL.fullmatch(token)
    if found is None or (found[1].lower() not in english().counting and found[1] not in english().months):
        return None
    year = len(found[2]) == _YEAR and found[2][:2] in ("19", "20")
    if found[1] in english().months:
        return found.end(1)
    small = found[1].islower() and (len(found[2]) > 1 or len(found[1]) > _FREE - 1)
    return found.end(1) if year or small else None


def labelled_seam(token: str) -> int | None:
    """Where a sentence begins behind a craft, or an acronym behind a label: ``MS-22The``, ``PhotoAP``. English only."""
    if found := _CRAFT.fullmatch(token):
        return found.end(1) if found[2].lower() in segment_rules()["en"].starters else None
    found = _LABELLED.fullmatch(token)
    if found is None or found[1] not in english().credits:
        return None
    return found.end(1) if found[2].isupper() or found[2] in english().credited else None


def figure_seam(token: str, lexicon: Lexicon) -> int | None:
    """Where a figure is parted from the word stuck to it: ``300people``, ``2014published``; units are left alone."""
    if ordinal := _ORDINAL.fullmatch(token):
        return ordinal.end(1) if lexicon.zipf(ordinal[2], "en") >= _FIGURED else None
    cut = next((i for i, char in enumerate(token) if not char.isdecimal()), 0)
    word = token[cut:]
    year = cut == _YEAR and token[:2] in ("19", "20")
    if 0 < cut <= 2 and (word in english().months or word in english().articles or word == "the"):
        return cut
    if not 0 < cut <= _YEAR or not (word.islower() and word.isalpha()) or len(word) < (3 if year else _VERB):
        return None
    return cut if word not in english().units and lexicon.zipf(word, "en") >= _FIGURED else None


def _opens(token: str) -> int | None:
    """``LeagueSpeaking``: the last capital begins a word that opens sentences, or a label of the page."""
    cut = max((i for i, char in enumerate(token) if char.isupper()), default=0)
    left, right = token[:cut], token[cut:]
    sound = len(left) >= _FREE - 1 and left[-1].islower() and right.istitle()
    return cut if sound and right in english().openers else None


def _ends(low: str, lexicon: Lexicon, *, named: bool, after_name: bool) -> int | None:
    """``familythe``, ``Parisand``; behind a name also an unknown one with a relative word (``Lo Voiwho``)."""
    table = english()
    for cut in range(3, len(low) - 1):
        left, right = low[:cut], low[cut:]
        if right in table.light and not named and cut >= _FREE and lexicon.zipf(left, "en") >= _EVERYDAY:
            return cut
        if right not in table.last:
            continue
        if after_name and named and right in table.relative:
            return cut
        if len(left) < _FREE:
            continue
        rate = max(lexicon.zipfs(left).values(), default=0.0) if named else lexicon.zipf(left, "en")
        if rate >= (_NAMED if named else _COMMON):
            return cut
    return None


def _before_verb(low: str, lexicon: Lexicon) -> int | None:
    """``tourismfocusing``: a common word, and a common participle or past form that no prefix stands before."""
    if not low.endswith(("ed", "ing")):
        return None
    for cut in range(_WHOLE, len(low) - _WHOLE + 1):
        left, right = low[:cut], low[cut:]
        if left not in english().prefixes and min(lexicon.zipf(left, "en"), lexicon.zipf(right, "en")) >= _EVERYDAY:
            return cut
    return None


def _begins(low: str, lexicon: Lexicon) -> int | None:
    """``thebridge``, ``formerplayer``; behind “former” also a word that another language has (``formercarabinero``)."""
    for cut in range(2, len(low) - _FREE + 1):
        if low[:cut] in english().first and lexicon.zipf(low[cut:], "en") >= _COMMON:
            return cut
    rest = low.removeprefix(_FORMER)
    if rest != low and len(rest) >= _WHOLE and max(lexicon.zipfs(rest).values(), default=0.0) >= _ABROAD:
        return len(_FORMER)
    return None
