"""Which Arabic or Hebrew words a Latin spelling may stand for.

Short vowels are not written: the words of the language whose consonants are like those of the spelling are looked up,
and each is tried forward by the press conventions; how common a word is ranks what is left.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from auditor.names.given import given_names, of_native
from auditor.names.readers import readers_table
from auditor.names.scheme import press_schemes
from auditor.names.skeleton import skeleton
from auditor.names.sounds import script, sounds
from auditor.names.spell import fit
from auditor.names.words import bond
from auditor.packs import data_path, load_toml, shelved
from auditor.packs.shelf import Find, Parts
from auditor.records import Record
from auditor.text.lexicon import lexicon, lexicon_id, words_of

_LEAST_ZIPF = 2.5
_LEAST_LETTERS = 3
_LATIN_READERS = (None, "fr", "de")
_HOME = 0.5  # zipf by which a Latin word must be commoner in its language to be at home there (Smith)
_START = 0.5
_CEILING = 0.9  # other vowels would do as well
_UNLIKE = 0.18  # what a sound costs that the word has not


class UnvowelledFile(Record, frozen=True):
    """``data/conventions/unvowelled.toml``."""

    schema: int
    languages: dict[str, str]
    articles: tuple[str, ...]
    silent: str
    hard: dict[str, str]


@cache
def unvowelled() -> UnvowelledFile:
    """The table."""
    return load_toml(data_path("conventions", "unvowelled.toml"), UnvowelledFile)


class Word(NamedTuple):
    """A word that a spelling may stand for; ``cost``: how unlike they sound; the languages that write it so."""

    native: str
    zipf: float
    cost: float
    languages: tuple[str, ...]


def words_for(form: str, language: str) -> tuple[Word, ...]:
    """The words of ``language`` (Arabic, Hebrew) that some convention writes as ``form`` (lower case), unordered."""
    article = next((head for head in unvowelled().articles if form.startswith(head)), "")
    found: _Words = {}
    for key in _keys(form.removeprefix(article)):
        found |= _find(language)(key) or {}
    home = lexicon().most(form) - _HOME
    tried = (_tried(native, zipf, form, language) for native, zipf in sorted(found.items()) if zipf >= home)
    return tuple(word for word in tried if word)


def plausibility(word: Word, language: str) -> float:
    """How likely it is that the word is meant: common words and given names are, unlike ones are not."""
    given = 0.2 * (of_native(word.native, language) is not None)
    return max(0.05, min(_CEILING, _START + 0.06 * min(word.zipf, 5.0) + given - _UNLIKE * word.cost))


@lru_cache(maxsize=4096)
def _tried(native: str, zipf: float, form: str, language: str) -> Word | None:
    fits = [scheme.target for scheme in press_schemes(language) if fit(scheme, native, form) is not None]
    return Word(native, zipf, bond(native, form, language, None).cost, tuple(sorted(fits))) if fits else None


def _keys(form: str) -> list[str]:
    """The consonants of a Latin word as each reader hears them."""
    return list(dict.fromkeys(_bones(sounds(form, reader)) for reader in _LATIN_READERS))


def _bones(codes: str) -> str:
    silent = str.maketrans("", "", unvowelled().silent)
    return skeleton(codes.translate(silent)).removeprefix("A")


_Words = dict[str, float]  # word -> zipf


@cache
def _find(language: str) -> Find[_Words]:
    """Consonants -> the words of a language that have them, with and without the article, and how common each is."""
    version = f"2 {lexicon_id()}"
    return shelved(f"unvowelled-{language}", version, lambda: _compiled(language)).by_key("words", _Words)


def _compiled(language: str) -> Parts:
    written, hard = unvowelled().languages[language], str.maketrans(unvowelled().hard)
    heads = readers_table().heads.get(written, ())
    table: dict[str, _Words] = {}
    known = {name.native: 0.0 for name in given_names() if name.language == language}
    for word, zipf in (known | dict(words_of(language, _LEAST_ZIPF))).items():
        if script(word) != written:
            continue
        for bare in {word, *(word.removeprefix(head) for head in heads)}:
            codes = sounds(bare, language) if len(bare) >= _LEAST_LETTERS else ""
            for heard in {codes, codes.translate(hard)}:
                table.setdefault(_bones(heard), {})[word] = zipf
    return {"words": {key: dict(sorted(words.items())) for key, words in table.items() if key}}
