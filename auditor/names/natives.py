"""Which native names a Latin spelling may stand for, by plausibility."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

import msgspec

from auditor.names.given import lookup, of_native
from auditor.names.invert import Candidate, candidates, inverse
from auditor.names.readers import cued
from auditor.names.scheme import SELDOM
from auditor.names.standing import standing
from auditor.names.types import NativeGuess
from auditor.names.unvowelled import plausibility, unvowelled, words_for
from auditor.packs import data_path

SOURCES = ("ru", "uk")
_HEADS = 4
_ATTESTED = 2.5
_WRITER, _WRITERS = 0.01, 6  # what each convention that writes a name so adds, where no list of words can tell
_TURKISH = ("ин", "ін", "ын", "ан", "ян", "ак", "як", "ук", "ык", "ер")  # as Turkish surnames end themselves (Şahin)
_FLOOR = 0.45  # below it nothing speaks for the native form but that letters can be put so: no answer


@cache
def invertible(language: str) -> bool:
    """Whether names of a language can be traced back: it is known how its letters follow each other."""
    return language in unvowelled().languages or (
        language.isalpha() and data_path("letters", f"{language}.tsv").exists()
    )


@lru_cache(maxsize=65536)
def word_natives(form: str, source: str) -> tuple[NativeGuess, ...]:
    """Native forms of one Latin word (lower case) in one language, the most plausible first."""
    if source in unvowelled().languages:
        return _unvowelled(form, source)
    found = [candidate for candidate in candidates(form, source) if len(candidate.native) > 1 or len(form) == 1]
    best = found[0].cost if found else 0.0
    guesses = [_guess(candidate, form, source, best) for candidate in found]
    have = {guess.native for guess in guesses}
    guesses += [guess for guess in _seldom(form, source) if guess.native not in have]
    if guesses:
        guesses += _from_table(form, source, {guess.native for guess in guesses})
    return tuple(sorted(guesses, key=lambda g: (-g.plausibility, g.native))[:_HEADS])


def _seldom(form: str, source: str) -> list[NativeGuess]:
    """Names as languages write them that few articles have, where the letters show these (``Hovanszkij``)."""
    if source not in SOURCES or set(SELDOM).isdisjoint(cued(form)):
        return []
    found = candidates(form, source, seldom=True)
    guesses = [_guess(one, form, source, found[0].cost, seldom=True) for one in found if _named(one.native, source)]
    turkish = ("tr",)
    return [guess for guess in guesses if guess.conventions != turkish or not guess.native.endswith(_TURKISH)]


def _named(native: str, source: str) -> bool:
    """True for a listed given name, and for what ends like a surname."""
    at = standing(native, source)
    return at.surname or at.given


def _unvowelled(form: str, source: str) -> tuple[NativeGuess, ...]:
    """The same in a script without vowels, where only its words can tell."""
    guesses = [
        NativeGuess(word.native, source, word.languages, round(plausibility(word, source), 3), word.zipf)
        for word in words_for(form, source)
    ]
    return tuple(sorted(guesses, key=lambda g: (-g.plausibility, g.native))[:_HEADS])


def _guess(candidate: Candidate, form: str, source: str, best: float, *, seldom: bool = False) -> NativeGuess:
    at = standing(candidate.native, source)
    table = inverse(source, seldom=seldom).schemes
    languages = {scheme.target for bit, scheme in enumerate(table) if candidate.mask >> bit & 1}
    plausibility = max(0.05, 0.4 - 0.06 * (candidate.cost - best))
    if at.zipf:
        plausibility = 0.55 + 0.05 * min(at.zipf, 4.0)
    elif source not in SOURCES and (at.surname or at.given):
        plausibility += _WRITER * min(len(languages), _WRITERS)
    plausibility += 0.15 * at.surname + 0.25 * at.given
    if at.given:
        languages |= _listed(candidate.native, source, form)
    plausibility -= 0.02 * ("ё" in candidate.native)
    return NativeGuess(candidate.native, source, tuple(sorted(languages)), round(min(plausibility, 0.99), 3), at.zipf)


def _listed(native: str, source: str, form: str) -> set[str]:
    """Languages for which the given-name table lists this spelling."""
    name = of_native(native, source)
    if name is None:
        return set()
    every = {scheme.target for scheme in inverse(source).schemes}
    found = {language for language, forms in name.forms.items() if form in [f.lower() for f in forms]}
    return (found | every if "all" in found else found) - {"all"}


def _from_table(form: str, source: str, have: set[str]) -> list[NativeGuess]:
    """Given names whose listed spelling no convention makes (Alexander, Julia)."""
    out = []
    for name in lookup(form):
        native = name.native.lower()
        if name.language == source and native not in have:
            languages = tuple(sorted(_listed(native, source, form)))
            out.append(NativeGuess(native, source, languages, 0.9, standing(native, source).zipf))
    return out


@lru_cache(maxsize=16384)
def natives(form: str, language: str | None = None) -> tuple[NativeGuess, ...]:
    """Plausible native forms of a Latin spelling, best first; ``language`` is the native one (see ``invertible``), or
    None for Russian and Ukrainian, whose names news copy has most.

    Empty where no form is a known word or ends like a surname: John Smith is not a Russian.

    Of several words each is inverted; a guess then holds the best of each word in one language.
    """
    words = form.lower().split()
    out: list[NativeGuess] = []
    for source in SOURCES if language is None else (language,):
        if not words or not invertible(source):
            continue
        found = [word_natives(word, source) for word in words]
        if len(words) == 1:
            out.extend(found[0])
        elif all(found) and _known(found[0][0]):
            out.append(_together([guesses[0] for guesses in found], source))
    from auditor.names.romanize import recase

    out = [guess for guess in out if guess.plausibility >= _FLOOR]
    ranked = sorted(out, key=lambda g: (-g.plausibility, g.native_lang, g.native))
    return tuple(
        msgspec.structs.replace(
            guess, native=" ".join(recase(n, m) for n, m in zip(guess.native.split(), form.split(), strict=True))
        )
        for guess in ranked
    )


@lru_cache(maxsize=16384)
def regular(form: str, source: str, target: str) -> Literal["name", "word", ""]:
    """What the language ``target`` may make the word of, however much likelier other readings are.

    A known ``name`` or one that ends like a surname; any other ``word`` of letters that stand so; or nothing.
    ``source``: the native language, see ``invertible``.
    """
    if not invertible(source) or source in unvowelled().languages:
        return ""
    found = candidates(form.lower(), source, target=target)
    return ("name" if any(_named(one.native, source) for one in found) else "word") if found else ""


def natives_anywhere(form: str) -> tuple[NativeGuess, ...]:
    """As ``natives``; where Russian and Ukrainian have no such name, those of the other ``invertible`` languages."""
    found = natives(form)
    if found:
        return found
    guesses = [guess for language in _others() for guess in natives(form, language)[:1]]
    return tuple(sorted(guesses, key=lambda g: (-g.plausibility, g.native_lang)))


@cache
def _others() -> tuple[str, ...]:
    files = data_path("letters").glob("*.tsv")
    return tuple(sorted(file.stem for file in files if file.stem not in SOURCES))


def _known(guess: NativeGuess) -> bool:
    """Whether a native word is a listed given name or common enough to be no accident."""
    return guess.attested >= _ATTESTED or standing(guess.native, guess.native_lang).given


def _together(found: list[NativeGuess], source: str) -> NativeGuess:
    shared = set(found[0].conventions).intersection(*(guess.conventions for guess in found[1:]))
    return NativeGuess(
        " ".join(guess.native for guess in found),
        source,
        tuple(sorted(shared)),
        min(guess.plausibility for guess in found),
        min(guess.attested for guess in found),
    )
