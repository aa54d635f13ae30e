"""Which convention wrote the names of a text: five ambiguous spellings together point to one language.

Naive Bayes over the conventions. A convention writes a name in its usual way with a probability that falls with each
less usual choice; whatever it would not write at all it may still have copied or misspelt (``SLIP``). What a
convention has no rules for counts neither for nor against it. The prior favours the press over standards, which
newspapers hardly use.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache

import msgspec

from auditor.names.convention import conventions
from auditor.names.natives import natives

SLIP = 0.03
STANDARD = 0.2
HEADS = 4
_EXACT = 0.5  # a score up to here is only likeness of letters
_SPEAKS = 1.5
_ROUND = 4

Name = tuple[str, str | None, str | None]


class JointGuess(msgspec.Struct, frozen=True):
    """A convention that may have written all names of a text.

    ``convention`` is the language of a press convention, or the id of a standard (``language`` is None then).
    ``posterior`` sums to 1 over an answer. ``speaking`` holds the forms that speak for it, ``against`` those that it
    would not write, each strongest first.
    """

    convention: str
    language: str | None
    posterior: float
    speaking: tuple[str, ...]
    against: tuple[str, ...]


class _Reading(msgspec.Struct, frozen=True):
    """How likely each convention writes a form (standards apart), and how likely an unnamed one does."""

    press: Mapping[str, float]
    standard: Mapping[str, float]

    def of(self, convention: str) -> float | None:
        """None where the convention has no rules for the name."""
        return self.press.get(convention, self.standard.get(convention))

    @property
    def mean(self) -> float:
        """The mean over the press conventions, or over the standards where there is no press."""
        values = self.press.values() or self.standard.values()
        return sum(values) / len(values)


def conventions_jointly(names: Iterable[Name], prior: Mapping[str, float] | None = None) -> tuple[JointGuess, ...]:
    """The conventions that may have written all of ``names``, likeliest first; empty where no name tells anything.

    A name is a form with its native form and the language of that, each None where it is not known; a form counts
    once. ``prior`` multiplies the weight of conventions (the language of the text, say); others keep theirs.
    Equals stand as ``conventions`` gives them.
    """
    read = {form: _read(form, native, lang) for form, native, lang in sorted(set(names), key=repr)}
    readings = {form: reading for form, reading in read.items() if reading is not None}
    if not readings:
        return ()
    press = {code: 1.0 for reading in readings.values() for code in reading.press}
    usual = {code: STANDARD for reading in readings.values() for code in reading.standard} | press
    weight = {code: math.log(usual[code] * (prior or {}).get(code, 1.0)) for code in usual}
    lifts = {code: {form: _lift(reading, code) for form, reading in readings.items()} for code in weight}
    total = {code: weight[code] + sum(lifts[code].values()) for code in weight}
    highest = max(total.values())
    mass = {code: math.exp(value - highest) for code, value in total.items()}
    whole = sum(mass.values())
    guesses = [_guess(code, code in press, mass[code] / whole, lifts[code]) for code in mass]
    return tuple(sorted(guesses, key=lambda g: (-g.posterior, g.language is None)))


def _guess(code: str, press: bool, posterior: float, lifts: Mapping[str, float]) -> JointGuess:
    least = math.log(_SPEAKS)
    order = sorted(lifts, key=lambda form: (-lifts[form], form))
    return JointGuess(
        code,
        code if press else None,
        round(posterior, _ROUND),
        tuple(form for form in order if lifts[form] >= least),
        tuple(form for form in reversed(order) if lifts[form] <= -least),
    )


def _lift(reading: _Reading, code: str) -> float:
    """By how much more the convention writes the form than the others do on the mean, in nats."""
    value = reading.of(code)
    return 0.0 if value is None else math.log(value / reading.mean)


@lru_cache(maxsize=16384)
def _read(form: str, native: str | None, native_lang: str | None) -> _Reading | None:
    """How likely each convention writes the form; None where it can be no name of another script."""
    if native is not None:
        return _of_native(form, native, native_lang)
    heads = natives(form, native_lang)[:HEADS]
    found = [(guess.plausibility, _of_native(form, guess.native, guess.native_lang)) for guess in heads]
    kept = [(weight, reading) for weight, reading in found if reading is not None]
    if not kept:
        return None
    sure, whole = kept[0][0], sum(weight for weight, _ in kept)

    def mixed(side: str) -> dict[str, float]:
        codes = dict.fromkeys(code for _, reading in kept for code in getattr(reading, side))
        return {
            code: sure * sum(weight * getattr(reading, side).get(code, SLIP) for weight, reading in kept) / whole
            + (1 - sure) * SLIP
            for code in codes
        }

    return _Reading(mixed("press"), mixed("standard"))


def _of_native(form: str, native: str, native_lang: str | None) -> _Reading | None:
    found = conventions(form, native, native_lang)
    best = max((guess.score for guess in found), default=0.0)
    if best <= _EXACT:
        return None
    press = {guess.language: _likelihood(guess.score, best) for guess in found if guess.convention != guess.language}
    standard = {guess.language: _likelihood(guess.score, best) for guess in found if guess.convention == guess.language}
    return _Reading(press, standard)


def _likelihood(score: float, best: float) -> float:
    """Of a score of ``conventions``, against the best: a second choice is half as likely as the first, a third a
    fourth, about."""
    return SLIP + (1 - SLIP) * max(0.0, (score - _EXACT) / (best - _EXACT)) ** 2
