"""Spellings that a language would not use: another language's way of writing a name."""

from __future__ import annotations

from functools import lru_cache

from auditor.names.given import lookup, of_native
from auditor.names.natives import SOURCES, word_natives
from auditor.names.readers import readers_table
from auditor.names.romanize import recase, word_variants
from auditor.names.scheme import SELDOM, into
from auditor.names.spell import fit
from auditor.names.standing import standing
from auditor.names.types import Foreign, NativeGuess
from auditor.text.lexicon import LANGUAGES, lexicon

MIN_CONFIDENCE = 0.5
_OWN = 2.0
_HOME = 1.0  # zipf by which a word must be commoner in a language of Latin script to be its own
_RENOWNED = 2.0
_GAP = 1.2
_KNOWN = 2.5
_MANY = 3
_USUAL = 1
_TIE = 0.12
_SLAVIC_OWNERS = ("pl", "cs")


@lru_cache(maxsize=16384)
def foreignness(form: str, language: str, given: str | None = None) -> Foreign | None:
    """Whose way of writing ``form`` is, when it is not a way of ``language``; None when in doubt.

    ``given`` is the given name beside a surname: its being Russian or Ukrainian speaks for the reading, its being
    something else against it. One word at a time.
    """
    word = form.lower()
    if " " in word or len(word) < 3 or _own(word, language) or _common(word):
        return None
    found = [guess for source in SOURCES for guess in word_natives(word, source)]
    if not found:
        return None
    best = max(guess.plausibility for guess in found)
    near = [guess for guess in found if guess.plausibility >= best - _TIE]
    if any(language in guess.conventions for guess in near) or _regular(word, near, language):
        return None
    spoken = _languages(given)
    guess = min(near, key=lambda g: (g.native_lang not in spoken, -g.plausibility, g.native_lang, g.native))
    if _at_home(word, guess, guess.native_lang in spoken):
        return None
    confidence = _confidence(guess, word, given)
    owners = tuple(code for code in guess.conventions if code != language and _usual(guess, word, code))
    if confidence < MIN_CONFIDENCE or not owners:
        return None
    regular = word_variants(guess.native, guess.native_lang, language)[:4]
    if not regular:
        return None
    return Foreign(
        form,
        language,
        recase(guess.native, form),
        guess.native_lang,
        _ranked(owners, word),
        tuple(recase(other, form) for other in regular),
        round(confidence, 3),
    )


def _own(word: str, language: str) -> bool:
    """True for a word that the language itself has, unless another language has it far more."""
    zipfs = lexicon().zipfs(word)
    own = zipfs.get(language, 0.0)
    return own >= _OWN and max(zipfs.values()) - own < _GAP


def _common(word: str) -> bool:
    """True for a word that several languages have: an ordinary word or a name at home in many places."""
    return sum(zipf >= _KNOWN for zipf in lexicon().zipfs(word).values()) >= _MANY


def _at_home(word: str, guess: NativeGuess, spoken: bool) -> bool:
    """True where a language of Latin script has the word rather than the native language has its native form.

    Letters that such languages write their own names with ask for more: a native form that is well known, or a given
    name of the native language (``spoken``).
    """
    latin = max((zipf for code, zipf in lexicon().zipfs(word).items() if code not in SOURCES), default=0.0)
    native = standing(guess.native, guess.native_lang).zipf
    if set(word) & readers_table().home_letters:
        return latin >= native or (native < _RENOWNED and not spoken)
    return latin >= native + _HOME


def _regular(word: str, near: list[NativeGuess], language: str) -> bool:
    return any(word in word_variants(guess.native, guess.native_lang, language) for guess in near)


def _languages(given: str | None) -> set[str]:
    """The native languages of a given name."""
    return {name.language for name in lookup(given.split()[0])} if given and given.split() else set()


def _usual(guess: NativeGuess, word: str, language: str) -> bool:
    """True when the language writes the native form so by its usual choices, but one."""
    fits = (fit(scheme, guess.native, word) for scheme in into(guess.native_lang, language))
    name = of_native(guess.native, guess.native_lang)
    listed = name is not None and word in [form.lower() for form in name.listed(language)[:3]]
    return listed or any(rank is not None and rank <= _USUAL for rank in fits)


def _confidence(guess: NativeGuess, word: str, given: str | None) -> float:
    at = standing(guess.native, guess.native_lang)
    confidence = 0.3 * (at.zipf >= 1.5) + 0.3 * (at.surname or at.given)
    if given is not None:
        confidence += 0.4 if guess.native_lang in _languages(given) else -0.5
    elif any(lexicon().zipf(word, code) >= 1.5 for code in _SLAVIC_OWNERS if code in guess.conventions):
        confidence -= 0.3
    return max(0.0, min(0.95, confidence))


def _ranked(owners: tuple[str, ...], word: str) -> tuple[str, ...]:
    """Languages that have the spelling in their copy first; among equals those with much copy first."""
    known = lexicon()
    place = (*LANGUAGES, *SELDOM).index
    return tuple(sorted(owners, key=lambda code: (-round(known.zipf(word, code)), place(code))))
