"""Tokens that are two words stuck together: a name and a word, end and start of two sentences, a number and a word."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cache
from typing import Literal

import msgspec

from auditor.text.lexicon import Lexicon
from auditor.text.seam_table import english
from auditor.text.words import function_words, owners

Kind = Literal["name+word", "word+name", "sentence", "number+word"]
PartKind = Literal["name", "word", "number"]

_MAX = 40
_IRISH = re.compile(r"^(?:O['’]|Mc|Mac|D['’])[A-Z]\w{2,}$")
_NUMBER = re.compile(r"^(\d{2,4})([^\W\d_]{2,})$")
_SHOUTED = re.compile(r"([A-Z]{2,6})(?!As$|For$|It$)([A-Z][a-z]{1,9})$")  # PPOn; EUFor and KFor are names
_ALIKE = 0.6  # zipf within which languages have a word alike (vier, cinco): the one with more copy is likelier
_RANK = {
    code: rank for rank, code in enumerate(("en", "de", "fr", "es", "it", "ru", "pt", "pl", "nl", "uk", "cs", "sv"))
}
_GAP = 1.5  # zipf by which a foreign word must be commoner in its own language


class Part(msgspec.Struct, frozen=True):
    """A piece of the token: its place in the token, what it is, and its language where it has one."""

    start: int
    end: int
    text: str
    kind: PartKind
    language: str | None = None


class Fusion(msgspec.Struct, frozen=True):
    """How the token falls apart. ``foreign`` is the language of the part that is not in the text's language."""

    kind: Kind
    parts: tuple[Part, ...]
    foreign: str | None
    confidence: float


Known = Callable[[str], bool] | Collection[str]


def split(token: str, known: Known, language: str, lexicon: Lexicon) -> Fusion | None:
    """The token read as two words, or ``None`` where it may well be one.

    ``known`` says which names the article, its siblings or a glossary have. ``language`` is that of the text
    (BCP 47). Ordinary names, compounds, brands in camel case and words that any language has are left alone.
    """
    if _SHOUTED.match(token) and (fused := _shouted(token, language.split("-")[0], lexicon)):
        return fused
    if not 5 <= len(token) <= _MAX or "-" in token:
        return None
    named = known if callable(known) else known.__contains__
    if lexicon.known(token) or named(token):
        return None
    base = language.split("-")[0]
    return _number(token, base, lexicon) or _camel(token, named, base, lexicon) or _glued(token, named, base, lexicon)


def _shouted(token: str, language: str, lexicon: Lexicon) -> Fusion | None:
    """``ISSThe``, ``PPOn``: an acronym, then the word that begins the next sentence."""
    match = _SHOUTED.match(token)
    if match is None or lexicon.known(token) or not _opens(match[2].lower(), language):
        return None
    cut = match.end(1)
    parts = (_part(token, 0, cut, "name"), _part(token, cut, len(token), "word", language))
    return Fusion("sentence", parts, None, 0.9)


def _number(token: str, language: str, lexicon: Lexicon) -> Fusion | None:
    """``2022The``: a year or number, then a function word or common word with a capital."""
    match = _NUMBER.match(token)
    if match is None or not match[2].istitle():
        return None
    word = match[2].lower()
    opener = _opens(word, language)
    if not opener and (len(match[1]) != 4 or lexicon.zipf(word, language) < 4.5):
        return None
    cut = match.end(1)
    parts = (_part(token, 0, cut, "number"), _part(token, cut, len(token), "word", language))
    return Fusion("number+word", parts, None, 0.9 if opener else 0.7)


def _camel(token: str, named: Callable[[str], bool], language: str, lexicon: Lexicon) -> Fusion | None:
    """``rocketImage``, ``zweiO'Neill``: a lower-case word, then a capital that begins another word."""
    plain = _last_word(token)
    cut = plain or next((i for i in range(2, len(token) - 3) if _boundary(token, i)), 0)
    if not cut:
        return None
    left, right = token[:cut], token[cut:]
    low = left.lower()
    if named(right) and left == low and (owner := _foreign(low, "glue", language, lexicon)):
        parts = (_part(token, 0, cut, "word", owner), _part(token, cut, len(token), "name"))
        return Fusion("word+name", parts, owner, 0.9)
    if not plain or lexicon.zipf(left, language) < 3.0:
        return None
    opener = _opens(right.lower(), language)
    whole = len(left) >= 4 or (language == "en" and left in english().closers)
    ordinary = left == low and whole and len(right) >= 4 and lexicon.zipf(right, language) >= 4.0
    if not (opener and (len(left) >= 4 or left == low) and len(left) >= 3) and not ordinary:
        return None
    parts = (_part(token, 0, cut, "word", language), _part(token, cut, len(token), "word", language))
    return Fusion("sentence", parts, None, 0.9 if opener else 0.7)


def _last_word(token: str) -> int:
    """Where the last capital begins a word after a small letter (``rocketImage``); 0 where it does not."""
    cut = max((i for i, char in enumerate(token) if char.isupper()), default=0)
    left, right = token[:cut], token[cut:]
    return cut if cut >= 2 and left.isalpha() and right.isalpha() and left[-1].islower() and right.istitle() else 0


def _glued(token: str, named: Callable[[str], bool], language: str, lexicon: Lexicon) -> Fusion | None:
    """``O'Neillzwei``: a name with a closed-class word stuck to its end."""
    best: Fusion | None = None
    closed = owners("glue") if token[0].isupper() else {}
    for cut in range(3, len(token) - 1):
        left, right = token[:cut], token[cut:]
        if right not in closed or right != right.lower():
            continue
        found = _with_word(token, cut, left, right, named, language, lexicon)
        if found and (best is None or found.confidence > best.confidence):
            best = found
    return best


def _with_word(
    token: str, cut: int, left: str, right: str, named: Callable[[str], bool], language: str, lexicon: Lexicon
) -> Fusion | None:
    owner = _foreign(right, "glue", language, lexicon)
    own = owner is None and language in function_words() and right in function_words()[language].glue
    if not (owner or own):
        return None
    sure = _name_confidence(left, named, language, lexicon) if owner or named(left) else 0.0
    if not sure:
        return None
    parts = (_part(token, 0, cut, "name"), _part(token, cut, len(token), "word", owner or language))
    return Fusion("name+word", parts, owner, sure if owner else sure * 0.8)


def _name_confidence(left: str, named: Callable[[str], bool], language: str, lexicon: Lexicon) -> float:
    """How surely ``left`` is a name on its own; 0 where it is none that we know."""
    if named(left):
        return 0.97
    if _IRISH.match(left):
        stem = re.split(r"['’]|(?<=Mc)|(?<=Mac)", left, maxsplit=1)[-1]
        return 0.9 if lexicon.zipf(left, language) >= 1.5 or lexicon.zipf(stem, language) >= 2.0 else 0.0
    return 0.0


@cache
def _foreign_table(kind: str, language: str) -> dict[str, tuple[str, ...]]:
    return {word: rest for word, codes in owners(kind).items() if (rest := tuple(c for c in codes if c != language))}


def _foreign(word: str, kind: str, language: str, lexicon: Lexicon) -> str | None:
    """The language, other than the text's, that owns a closed-class word; of several that have it, the larger one."""
    codes = _foreign_table(kind, language).get(word)
    if not codes or language in owners(kind).get(word, ()):
        return None
    most = max(lexicon.zipf(word, code) for code in codes)
    best = min((code for code in codes if most - lexicon.zipf(word, code) <= _ALIKE), key=_RANK.__getitem__)
    return best if lexicon.zipf(word, best) - lexicon.zipf(word, language) >= _GAP else None


def _boundary(token: str, at: int) -> bool:
    return token[at].isupper() and token[at - 1].islower()


def _opens(word: str, language: str) -> bool:
    """True for a closed-class word that often begins a sentence."""
    return language in function_words() and word in _openers(language)


@cache
def _openers(language: str) -> frozenset[str]:
    lists = function_words()[language]
    return frozenset((*lists.glue, *lists.residue))


def _part(token: str, start: int, end: int, kind: PartKind, language: str | None = None) -> Part:
    return Part(start, end, token[start:end], kind, language)
