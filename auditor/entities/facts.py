"""What the tables of names and institutions say of a form; every answer is kept for the life of the process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from auditor.entities.local import one_slip
from auditor.text.lexicon import lexicon

if TYPE_CHECKING:
    from auditor.names.types import Foreign, NameMatch, NativeGuess

_SIZE = 100_000
FAIR = 0.7
WEAK = 0.6  # a slip that might be a spelling: needs the right form in the same article


@lru_cache(maxsize=_SIZE)
def keys(form: str) -> tuple[str, ...]:
    """Blocking keys of a spelling, in order."""
    from auditor import names

    return tuple(sorted(names.keys(form)))


def given_keys(word: str) -> frozenset[str]:
    """Keys of a given name: two spellings, short forms or counterparts of one share a key."""
    from auditor.names.keys import given_keys

    return given_keys(word)


def codes(form: str) -> frozenset[str]:
    """The ways to sound the last word of a spelling."""
    from auditor.names.keys import codes

    return codes(form)


def score(a: str, b: str) -> float | None:
    """How surely two spellings are one name, without the reasons."""
    from auditor import names

    return names.score(a, b)


@lru_cache(maxsize=_SIZE)
def match(a: str, b: str) -> NameMatch:
    """How two spellings compare, whatever language each is of."""
    from auditor import names

    return names.compare(a, b)


@lru_cache(maxsize=_SIZE)
def natives(form: str) -> tuple[NativeGuess, ...]:
    """Native forms that a spelling may stand for, likeliest first."""
    from auditor import names

    return names.natives(form)


@lru_cache(maxsize=_SIZE)
def natives_in(form: str, language: str) -> tuple[NativeGuess, ...]:
    """Native forms in one language, likeliest first; empty where it is not known how to trace its names back."""
    from auditor import names

    return names.natives(form, language)


def regular(form: str, native_lang: str, language: str) -> str:
    """What a language may make the word of, likely or not: a ``name``, a ``word``, or nothing ("")."""
    from auditor.names.natives import regular

    return regular(form, native_lang, language)


@lru_cache(maxsize=_SIZE)
def jointly(names: tuple[tuple[str, str | None, str | None], ...], language: str, trust: float) -> Mapping[str, float]:
    """Convention -> how likely it wrote all the names of a text in ``language``, which is ``trust`` times as likely as
    any other to begin with."""
    from auditor.names import conventions_jointly

    return {guess.convention: guess.posterior for guess in conventions_jointly(names, {language: trust})}


@lru_cache(maxsize=_SIZE)
def explaining(form: str, native: str, native_lang: str, least: float) -> Mapping[str, float]:
    """Who writes the native form so, with a score of ``least`` or more."""
    from auditor.names.convention import explaining

    return explaining(form, native, native_lang, least)


def explains(form: str, native: str, native_lang: str, least: float) -> bool:
    """Whether any convention writes the native form so, with a score of ``least`` or more."""
    from auditor.names.convention import explains

    return explains(form, native, native_lang, least)


@lru_cache(maxsize=_SIZE)
def foreign(form: str, language: str, given: str | None) -> Foreign | None:
    """Whose spelling it is, when ``language`` would not write it so."""
    from auditor import names

    return names.foreignness(form, language, given)


@lru_cache(maxsize=_SIZE)
def romanize(native: str, native_lang: str, language: str) -> tuple[str, ...]:
    """How a language writes a native form, the usual way first."""
    from auditor import names

    return names.romanize(native, native_lang, language)


@lru_cache(maxsize=_SIZE)
def given_forms(native: str, native_lang: str, language: str) -> tuple[str, ...]:
    """How a language writes a native given name, the usual way first."""
    from auditor import names

    return names.variants(native, native_lang, language)


@lru_cache(maxsize=_SIZE)
def near_miss(right: str, suspect: str) -> float | None:
    """How surely the suspect is a misspelling of the right form: one slip, and no convention that makes both."""
    from auditor import names
    from auditor.names.kindred import TWO
    from auditor.names.near import SPELLING

    sure = names.near_miss(right, suspect)
    if sure is not None or not one_slip(right, suspect):
        return sure
    found = match(right, suspect)
    if found.kind != "variant" or found.score is None or found.native is not None:
        return None
    if any(step.rule == TWO for step in found.evidence):
        return None
    if found.score < SPELLING:
        return FAIR
    return WEAK if lexicon().known(right) and not lexicon().known(suspect) else None
