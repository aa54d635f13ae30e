"""Which convention produced a spelling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from unicodedata import normalize

from rapidfuzz.distance import Levenshtein

from auditor.names.given import of_native
from auditor.names.natives import natives
from auditor.names.romanize import word_variants
from auditor.names.scheme import Scheme, into, press_schemes, schemes
from auditor.names.spell import fit, languages_of, word_forms
from auditor.names.types import ConventionGuess
from auditor.packs import data_path, load_toml
from auditor.records import Record

_RANK = 0.85
_LISTED = 0.9
_NEAREST = 0.5
_KIN = 0.9
_MARGIN = 0.15
_TRIED = 2  # languages that a native form is read as where its own is not known


class Kin(Record, frozen=True):
    """The language whose conventions stand in, and how its letters are reached."""

    language: str
    letters: dict[str, str]


class KinFile(Record, frozen=True):
    """``data/conventions/kin.toml``."""

    schema: int
    kin: dict[str, Kin]


@cache
def _kin(language: str) -> Kin:
    table = load_toml(data_path("conventions", "kin.toml"), KinFile).kin
    return table.get(language, table["any"])


@lru_cache(maxsize=16384)
def conventions(form: str, native: str | None = None, native_lang: str | None = None) -> tuple[ConventionGuess, ...]:
    """The conventions that may have produced ``form``, best first; equal scores are ties (new standards first).

    With ``native`` (and its language, else what its letters tell) each convention is run on it; without, on the
    plausible native forms.
    A native form and its language given in the other order are understood: a code is ASCII, a native form is not.
    Languages that have no conventions of their own are tried with those of the language that stands in for them.
    Empty where there is nothing to compare.
    """
    best: dict[str, ConventionGuess] = {}
    form = normalize("NFC", form)
    native = normalize("NFC", native) if native else native
    if not form.strip() or (native is not None and not native.strip()):
        return ()
    if native and native_lang and not native_lang.isascii() and native.isascii():
        native, native_lang = native_lang, native
    tried: tuple[str, ...] = ()
    if native is None:
        _guessed(best, form, native_lang)
    else:
        tried = (native_lang,) if native_lang else languages_of(native)[:_TRIED]
        for language in tried:
            for scheme in schemes(language):
                _keep(best, scheme, _closeness(scheme, native.lower(), form), native)
        if native_lang and not any(guess.score >= _RANK for guess in best.values()):
            kin = _kin(native_lang)
            borrowed = "".join(kin.letters.get(letter, letter) for letter in native.lower())
            for scheme in schemes(kin.language):
                _keep(best, scheme, _KIN * _closeness(scheme, borrowed, form), native)
    return tuple(sorted(best.values(), key=lambda g: (-g.score, _place(g, tried), g.language)))


def _place(guess: ConventionGuess, languages: tuple[str, ...]) -> tuple[int, int]:
    """Among equals: standards in force, the newest first, standards of the past, the press."""
    if guess.convention != guess.language:
        return 2, 0
    files = [scheme.file for code in languages for scheme in into(code, guess.language)]
    return int(any(file.superseded for file in files)), -max((int(file.date[:4]) for file in files), default=0)


@lru_cache(maxsize=65536)
def explains(form: str, native: str, native_lang: str, least: float) -> bool:
    """Whether any convention scores ``least`` (above 0.5) or more in ``conventions``: its answer at a small part of
    the price."""
    word, source = form.lower(), native.lower()
    if " " in word or " " in source:
        return any(guess.score >= least for guess in conventions(form, native, native_lang))
    if any(score >= least for _, score in _written(word, source, native_lang)):
        return True
    return any(_KIN * score >= least for _, score in _written_by_kin(word, source, native_lang))


@lru_cache(maxsize=65536)
def explaining(form: str, native: str, native_lang: str, least: float) -> Mapping[str, float]:
    """Language (or standard) -> its score in ``conventions``, where that is ``least`` (above 0.5) or more, by name.

    Spellings that are only near are not made, which is most of the price.
    """
    word, source = form.lower(), native.lower()
    if " " in word or " " in source:
        guesses = conventions(form, native, native_lang)
        return {guess.language: guess.score for guess in reversed(guesses) if guess.score >= least}
    found: dict[str, float] = {}
    for language, score in _written(word, source, native_lang):
        found[language] = max(found.get(language, 0.0), round(score, 4))
    if not any(score >= _RANK for score in found.values()):
        for language, score in _written_by_kin(word, source, native_lang):
            found[language] = max(found.get(language, 0.0), round(_KIN * score, 4))
    return {language: score for language, score in sorted(found.items()) if score >= least}


def _written(word: str, native: str, language: str) -> Iterator[tuple[str, float]]:
    """The conventions that write one word so, each with how usual that is."""
    name = of_native(native, language)
    for scheme in schemes(language):
        rank = _rank(scheme, native, word)
        if rank is None:
            if name and word in {form.lower() for form in name.listed(scheme.target)}:
                yield scheme.target, _LISTED
        elif rank and word in word_variants(native, language, scheme.target)[:2]:
            yield scheme.target, max(_LISTED, float(_RANK**rank))
        else:
            yield scheme.target, float(_RANK**rank)


def _written_by_kin(word: str, native: str, language: str) -> Iterator[tuple[str, float]]:
    """The same by the conventions that stand in for those of a language."""
    kin = _kin(language)
    return _written(word, "".join(kin.letters.get(letter, letter) for letter in native), kin.language)


def _guessed(best: dict[str, ConventionGuess], form: str, native_lang: str | None) -> None:
    heads = natives(form, native_lang)[:4]
    for guess in heads:
        if guess.plausibility < heads[0].plausibility - _MARGIN:
            continue
        for scheme in press_schemes(guess.native_lang):
            if scheme.target in guess.conventions:
                closeness = _closeness(scheme, guess.native.lower(), form)
                _keep(best, scheme, closeness * guess.plausibility, guess.native)


def _keep(best: dict[str, ConventionGuess], scheme: Scheme, score: float, native: str) -> None:
    press = scheme.file.kind == "press"
    name = scheme.id if press else scheme.target
    held = best.get(name)
    if score > 0 and (held is None or score > held.score):
        best[name] = ConventionGuess(name, scheme.target, round(score, 4), native)


def _closeness(scheme: Scheme, native: str, form: str) -> float:
    """1 for the usual spelling, less for accepted ones, at most 0.5 for a near one; the mean over the words."""
    left, right = native.split(), form.lower().split()
    if len(left) != len(right):
        left, right = [left[0], left[-1]], [right[0], right[-1]]
    scores = [_word(scheme, one, other) for one, other in zip(left, right, strict=True)]
    return sum(scores) / len(scores)


_rank = lru_cache(maxsize=65536)(fit)


@lru_cache(maxsize=65536)
def _word(scheme: Scheme, native: str, form: str) -> float:
    rank = _rank(scheme, native, form)
    if rank == 0:
        return 1.0
    listed = word_variants(native, scheme.file.source, scheme.target)
    if rank is not None:
        return max(float(_RANK**rank), _LISTED if form in listed[:2] else 0.0)
    if form in listed:
        return _LISTED
    forms = word_forms(scheme, native)
    return _NEAREST * max((Levenshtein.normalized_similarity(form, other) for other in forms[:6]), default=0.0)
