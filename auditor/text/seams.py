"""Words of one language that ran together where a link or a break stood: ``familythe``, ``thebridge``, ``ofthe``."""

from __future__ import annotations

from functools import cache

from auditor.packs import data_path, load_toml
from auditor.records import Record
from auditor.text.lexicon import Lexicon

_SHORTEST, _LONGEST = 5, 40
_FREE = 4  # letters of the other part
_COMMON = 3.4  # zipf of the other part, in lower case
_EVERYDAY = 3.8  # the same before a word of two or three letters
_NAMED = 3.0  # the same where it begins with a capital: a name or the first word of a sentence
_SLIPS = 3.6  # zipf up to which the lists, which hold careless copy too, may have two function words as one


class Seams(Record, frozen=True):
    """The words of one language: see the header of ``data/languages/seams.toml``."""

    last: frozenset[str]
    relative: frozenset[str]
    light: frozenset[str]
    openers: frozenset[str]
    first: frozenset[str]
    pairs: tuple[str, ...]
    articles: tuple[str, ...]


class _File(Record, frozen=True):
    schema: int
    en: Seams


@cache
def _seams() -> Seams:
    return load_toml(data_path("languages", "seams.toml"), _File).en


@cache
def pairs() -> dict[str, int]:
    """``ofthe`` -> where its second word begins."""
    table = _seams()
    return {left + right: len(left) for left in table.pairs for right in table.articles}


def seam(token: str, language: str, lexicon: Lexicon, *, after_name: bool = False) -> int | None:
    """Where the second word of the token begins, or None where it may be one word. English only.

    ``after_name``: a word with a capital stands right before, so that the token may end a name.
    """
    low = token.lower()
    if language.split("-")[0] != "en" or not _SHORTEST <= len(token) <= _LONGEST or not low.isalpha():
        return None
    if token[1:] != low[1:]:
        return _opens(token)
    at = pairs().get(low)
    if at is not None and max(lexicon.zipfs(low).values(), default=0.0) <= _SLIPS:
        return at
    if lexicon.known(low):
        return None
    return _ends(low, lexicon, named=token[0].isupper(), after_name=after_name) or _begins(low, lexicon)


def _opens(token: str) -> int | None:
    """``LeagueSpeaking``: the last capital begins a word that opens sentences, or a label of the page."""
    cut = max(i for i, char in enumerate(token) if char.isupper())
    left, right = token[:cut], token[cut:]
    sound = len(left) >= _FREE - 1 and left[-1].islower() and right.istitle()
    return cut if sound and right in _seams().openers else None


def _ends(low: str, lexicon: Lexicon, *, named: bool, after_name: bool) -> int | None:
    """``familythe``, ``Parisand``; behind a name also an unknown one with a relative word (``Lo Voiwho``)."""
    table = _seams()
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


def _begins(low: str, lexicon: Lexicon) -> int | None:
    """``thebridge``."""
    for cut in range(2, len(low) - _FREE + 1):
        if low[:cut] in _seams().first and lexicon.zipf(low[cut:], "en") >= _COMMON:
            return cut
    return None
