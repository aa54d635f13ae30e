"""Words of another script's language that a machine only spelt in Latin letters: predatelstvo, izolyator."""

from __future__ import annotations

from auditor.entities import facts
from auditor.text.memo import Memo

_ATTESTED = 3.0  # zipf of the word in its own letters
_SHORTEST = 6  # letters; shorter ones meet a word of some language by chance
_LANGUAGES = frozenset({"ru", "uk"})  # those of the lexicon that have letters of their own and write every vowel


def _spelt(word: str) -> tuple[str, str] | None:
    if len(word) < _SHORTEST or not word.isascii():
        return None
    every = (guess for guess in facts.natives(word) if guess.native_lang in _LANGUAGES)
    best = max(every, key=lambda guess: (guess.attested, "ё" not in guess.native, guess.native), default=None)
    return (best.native, best.native_lang) if best and best.attested >= _ATTESTED else None


spelt = Memo(_spelt, 20_000)
"""Lower-case word -> the common Russian or Ukrainian word that it spells, and its language; None for most."""
