"""Which words another language owns, and how surely a word betrays it: by how often languages have them."""

from __future__ import annotations

import re
from functools import cache, partial

from auditor.checks.marks.wording import wording
from auditor.packs import data_path, load_toml
from auditor.records import Record
from auditor.text.lexicon import LANGUAGES, SCALE, lexicon
from auditor.text.traits import plain, trait
from auditor.text.words import owners

THEIRS_MIN = round(4.0 * SCALE)  # how common a word must be in the other language
_OWN_MAX = round(2.5 * SCALE)  # a word that the text's language uses more than this is its own
_GAP = round(2.2 * SCALE)
_CLOSED_GAP = round(2.5 * SCALE)
_SHARED_MAX = round(4.0 * SCALE)  # ... and more than this, it is not even looked at
_QUOTED_MAX = round(4.1 * SCALE)  # the same in languages whose lists are full of titles of films and songs
_KINDS = ("residue", "calendar", "titles")
_KIN, _KIN_GAP = {"uk": "ru"}, round(1.3 * SCALE)
_KIN_SEEN, _KIN_OWN, _KIN_FAR = round(3.5 * SCALE), round(1.5 * SCALE), round(2.4 * SCALE)  # of words of open classes
_ENGLISH_GAP = round(1.5 * SCALE)
_ENGLISH_MAX = round(3.2 * SCALE)  # an English function word that is rarer than this stands for itself
_ENGLISH_FAR = round(2.2 * SCALE)  # zipf by which an English word that stands alone is commoner in English
_ENGLISH_RARE = round(2.5 * SCALE)  # the same for words that are no function words: how common they may be here
_PLAIN = 4  # letters of an English word that stands alone, at least
_WIDE_GAP = round(3.3 * SCALE)  # for a function word that stands alone and is seen in the text's language too (und)
_SIGN = 2  # letters of Cyrillic that stand for something
_CYRILLIC = re.compile("[\u0400-\u052f]{1,60}")
_ANNOUNCING = frozenset(
    ("as", "called", "letters", "means", "meaning", "name", "named", "reads", "spelled", "word", "words", "written")
)
_FUNCTION = 6.0  # zipf of words that open a phrase
_NOUN = 4.0  # zipf from which a word with a capital is a noun in German
_OWN_NAME = round(1.0 * SCALE)  # zipf by which the name of a country is English
_ENGLISH = LANGUAGES.index("en")


class _Letters(Record, frozen=True):
    """The file ``data/languages/kin_letters.toml``."""

    schema: int
    letters: dict[str, dict[str, str]]


@cache
def _letters(language: str) -> frozenset[str]:
    """Letters that prove a word to be of a neighbour of the language."""
    table = load_toml(data_path("languages", "kin_letters.toml"), _Letters).letters
    return frozenset("".join(table.get(language, {}).values()))


def betrayed(word: str, own: int) -> bool:
    """True for a word with a letter of a neighbour's alphabet that the language (its place in LANGUAGES) has not."""
    letters = _letters(LANGUAGES[own])
    return bool(letters) and not letters.isdisjoint(word)


def _is_strange(own: int, word: str) -> bool:
    return is_foreign(plain(word), lexicon().row(plain(word)), own, lower=True)


STRANGE = {code: trait(partial(_is_strange, own), code) for own, code in enumerate(LANGUAGES)}
"""Language -> the trait of words for which `is_foreign` may hold in its copy."""


def is_foreign(word: str, row: bytes, own: int, *, lower: bool) -> bool:
    """True for a word that another language has far oftener; ``lower``: it stands in lower case."""
    return _theirs(row, own) or _is_kin(word, row, own) or (lower and (_is_english(row, own) or betrayed(word, own)))


def _theirs(row: bytes, own: int) -> bool:
    most = max(row)
    shared = _SHARED_MAX if own == _ENGLISH else _QUOTED_MAX
    return most >= THEIRS_MIN and most - row[own] >= _GAP and row[own] <= shared


def _is_kin(word: str, row: bytes, own: int) -> bool:
    """A word of a neighbour: of a closed class, though the language's lists may hold it, or one that they have not."""
    kin = _KIN.get(LANGUAGES[own])
    if kin is None or row[LANGUAGES.index(kin)] - row[own] < _KIN_GAP:
        return False
    if row[LANGUAGES.index(kin)] >= _KIN_SEEN and row[own] <= _KIN_OWN:
        return row[LANGUAGES.index(kin)] - row[own] >= _KIN_FAR
    owned = [codes for kind in _KINDS if (codes := _closed(kind).get(word))]
    return bool(owned) and all(kin in codes and LANGUAGES[own] not in codes for codes in owned)


def _is_english(row: bytes, own: int) -> bool:
    """An English word in copy of another language: names and titles make these common there, so less will do."""
    most = max(row)
    return own != _ENGLISH and row[_ENGLISH] == most >= THEIRS_MIN and most - row[own] >= _ENGLISH_GAP


@cache
def _closed(kind: str) -> dict[str, tuple[str, ...]]:
    return {word.lower(): codes for word, codes in owners(kind).items()}


def classify(word: str, row: bytes, own: int, text: str) -> tuple[bool, int]:
    """Closed class, strength: 0 for what may well be a name or loan."""
    if own != _ENGLISH and text.islower() and LANGUAGES[_ENGLISH] in _closed("residue").get(word, ()):
        far = len(word) >= _PLAIN and row[_ENGLISH] - row[own] >= _ENGLISH_FAR
        return True, 2 if far or row[own] <= _ENGLISH_MAX else 1
    if betrayed(word, own) or _is_kin(word, row, own):
        return True, 2
    for kind in _KINDS:
        theirs = [row[LANGUAGES.index(c)] for c in _closed(kind).get(word, ()) if c != LANGUAGES[own]]
        gap = max(theirs, default=0) - row[own]
        if gap >= _CLOSED_GAP:
            return True, 2 if gap >= _WIDE_GAP or row[own] <= _OWN_MAX else 1
    language = LANGUAGES[max(range(len(row)), key=row.__getitem__)]
    if language == "en":
        rare = row[own] <= _ENGLISH_RARE and row[_ENGLISH] - row[own] >= _ENGLISH_FAR
        return False, 2 if rare and text.islower() and len(word) > _PLAIN else 0
    if row[own] > _OWN_MAX or (text[0].isupper() and language != "de"):
        return False, 0
    return False, 2 if len(word) >= 5 else 1


def is_own_name(word: str, row: bytes) -> bool:
    """A country or people of English that the language of another word, whose row is given, writes otherwise."""
    own = lexicon().row(word)
    return word in wording().lower and own[_ENGLISH] - own[row.index(max(row))] >= _OWN_NAME


def may_be_name(word: str, nouns: bool) -> bool:
    """A word with a capital; where German ``nouns`` have one, too, no common one of them that English has less."""
    if not nouns or not word[:1].isupper():
        return word[:1].isupper()
    own = lexicon().zipf(word, "de")
    return own < _NOUN or own <= lexicon().zipf(word, "en")


def is_cyrillic(word: str, before: str) -> bool:
    """A word of three Cyrillic letters or more that the word before it does not announce (the word Москва)."""
    return len(word) > _SIGN and before not in _ANNOUNCING and _CYRILLIC.fullmatch(word) is not None


def function_word(word: str) -> bool:
    """A word so common in English that it begins a new phrase: what stands before it is no part of a name."""
    return word.islower() and lexicon().zipf(word, "en") >= _FUNCTION
