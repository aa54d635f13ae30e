"""Is a capital a name? Evidence from the article first, then from the lexicon and the tables of names."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from auditor.packs.institutions import institutions
from auditor.packs.places import places
from auditor.reading.mentions.words import NameWords, Word, is_given
from auditor.text.lexicon import LANGUAGES, SCALE, Lexicon

_OPENERS = frozenset('“"«„‚‘:•…')
_FINAL = frozenset(".!?")
_FAMILIES = (("en", "de", "nl", "sv"), ("fr", "es", "it", "pt"), ("pl", "cs"), ("ru", "uk"))
_INDEXES = tuple(tuple(LANGUAGES.index(code) for code in family) for family in _FAMILIES)
_CYRILLIC = frozenset({"ru", "uk"})
_TITLE_SHARE = 0.7
_RARE = 3.0
_NOUN = 4.5  # zipf from which a given name of a language with capital nouns may rather be a noun (Ernst, Wolf)
_REACH = SCALE  # one zipf unit


class Line(msgspec.Struct, frozen=True):
    """The words of one segment; ``title`` when no capital proves anything.

    ``capitals`` are the indexes of the words that are not in lower case, ``initial`` those of them that prove nothing.
    """

    segment: int
    words: tuple[Word, ...]
    initial: frozenset[int]
    title: bool
    capitals: tuple[int, ...]


def line(text: str, segment: int, words: Sequence[Word], end: int) -> Line:
    """A segment's words with the places where capitals prove nothing."""
    capitals = tuple([i for i, word in enumerate(words) if word.shape != "lower"])
    initial = frozenset(i for i in capitals if i == 0 or _begins(text, words[i - 1], words[i]))
    return Line(segment, tuple(words), initial, _title_case(text, words, end), capitals)


def _begins(text: str, before: Word, word: Word) -> bool:
    """True when a sentence or a quotation may begin with the word."""
    if word.start - before.end <= 1:
        return False
    gap = text[before.end : word.start]
    ended = gap[0] in _FINAL and before.shape != "initial" and len(before.text) > 3
    return ended or not _OPENERS.isdisjoint(gap)


def _title_case(text: str, words: Sequence[Word], end: int) -> bool:
    """True for a headline in title case or capitals: no full stop, and nearly all long words with a capital."""
    if text[end - 1 : end] in (".", "!", "?", "”", '"', "»"):
        return False
    long = [w for w in words if len(w.text) >= 4]
    return len(long) >= 4 and sum(w.shape != "lower" for w in long) >= _TITLE_SHARE * len(long)


class Evidence:
    """What the article and the lexicon say of each capitalised word. Verdicts are kept for the article."""

    def __init__(self, lines: Sequence[Line], words: NameWords, lexicon: Lexicon) -> None:
        self._words, self._lexicon = words, lexicon
        self._nouns = words.language == "de"
        self.lower = {w.key for ln in lines for w in ln.words if w.shape == "lower"}
        told = [ln for ln in lines if not (ln.title or self._nouns)]
        self.solid = {ln.words[i].key for ln in told for i in ln.capitals if i not in ln.initial}
        self._verdicts: dict[str, bool] = {}

    def named(self, word: Word, initial: bool) -> bool:
        """True when the capitalised word is to be read as (part of) a name."""
        key = word.key
        data = self._words
        if key in data.calendar or key in data.never or key in data.demonyms or _peoples(key, data):
            return False
        if word.shape != "cap":
            return True
        if not initial and not self._nouns:
            return True
        verdict = self._verdicts.get(key)
        if verdict is None:
            verdict = self._verdicts[key] = self._judge(key)
        return verdict

    def rare(self, key: str) -> bool:
        """True for a word too rare in the language for an everyday one; never where all nouns have a capital."""
        return not self._nouns and key not in self.lower and self._lexicon.zipf(key, self._words.language) < _RARE

    def _judge(self, key: str) -> bool:
        if key in self.solid:
            return True
        if key in self.lower:
            return False
        if _listed(key, self._words.language):
            return True
        if is_given(key) and (not self._nouns or self._lexicon.zipf(key, "de") < _NOUN):
            return True
        return international(key, self._words.language, self._lexicon, strict=self._nouns)


def _listed(key: str, language: str) -> bool:
    """True for the one-word name of an institution or a place in the language, in lower case."""
    if not key.replace("-", "").isalpha():
        return False
    forms = [form for hit in places().by_form(key) for form in hit.place.names.get(language, ())]
    forms += [form for hit in institutions().by_form(key) for form in hit.institution.names.get(language, ())]
    return any(form.lower() == key for form in forms)


def _peoples(key: str, data: NameWords) -> bool:
    """``Russian-American``, ``US-Russian``."""
    return "-" in key and key.rpartition("-")[2] in data.demonyms


def international(key: str, language: str, lexicon: Lexicon, *, strict: bool = False, families: int = 3) -> bool:
    """True when a word is about as common in far-off languages as in this one, as names are, or unknown everywhere.

    ``families`` of the three (Germanic, Romance, Slavic) must have it. ``strict``: an unknown word that is put together
    from words of the language is none (German compounds).
    """
    row = lexicon.row(key)
    if language not in LANGUAGES or not any(row):
        return not (strict and _compound(key, language, lexicon))
    if not (own := row[LANGUAGES.index(language)]):
        return True
    if language in _CYRILLIC:
        return own < 4 * SCALE
    near = (
        any(row[i] >= own - _REACH and row[i] for i in family if LANGUAGES[i] != language) for family in _INDEXES[:3]
    )
    return sum(near) >= families


def _compound(key: str, language: str, lexicon: Lexicon) -> bool:
    """True when the word falls into two parts that the language has, each of four letters or more."""
    return any(
        lexicon.zipf(key[:cut], language) >= 2.5 and lexicon.zipf(key[cut:], language) >= 3.0
        for cut in range(4, len(key) - 3)
    )
