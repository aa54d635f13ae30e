"""Where two Latin spellings meet: a native form that both may stand for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from auditor.names.given import lookup
from auditor.names.invert import letter_costs
from auditor.names.natives import SOURCES, word_natives
from auditor.names.scheme import into, press_schemes, sources
from auditor.names.sounds import script
from auditor.names.spell import writes

_SCRIPTS = frozenset({"Latn", "Cyrl"})
_PLAUSIBLE = 0.4
_KNOWN = 0.7
_READ, _NEIGHBOUR = "ru", "uk"  # whose names were read as Russian for long, letter for letter (Klitschko for Кличко)
_READ_OTHERWISE = "и"


class Meeting(msgspec.Struct, frozen=True, gc=False):
    """``native``: the native word (lower case) that both spell; ``apart``: two well-known native words that differ."""

    native: str | None
    apart: tuple[str, str] | None = None


def meeting(a: str, b: str, lang_a: str | None, lang_b: str | None, *, parting: bool = True) -> Meeting:
    """The most plausible native word that ``a`` and ``b`` both spell, each in its language if known.

    Without ``parting`` nobody asks whether they stand apart, which is dearer to say.
    """
    if not {script(a), script(b)} <= _SCRIPTS:
        return Meeting(None)
    if script(b) == "Cyrl" and script(a) == "Latn":
        met = meeting(b, a, lang_b, lang_a, parting=parting)
        return Meeting(met.native, met.apart and (met.apart[1], met.apart[0]))
    best: tuple[float, str] | None = None
    apart: tuple[str, str] | None = None
    for source in SOURCES:
        left = _natives(a, lang_a, source)
        dear = script(b) == "Latn" and not (parting and _head(left))
        right = _natives(b, lang_b, source) if left and not (dear and _strange(b, lang_b, source, left)) else {}
        for native, plausibility in left.items():
            if native in right:
                found = (plausibility + right[native], native)
                best = found if best is None or found > best else best
        heads = _head(left), _head(right)
        apart = apart or (heads if heads[0] and heads[1] else None)
    return Meeting(best[1]) if best else Meeting(None, apart)


def _strange(form: str, language: str | None, source: str, natives: dict[str, float]) -> bool:
    """Whether no convention writes any of these native words as ``form``: to see that is cheaper than to look for its
    own.
    """
    if lookup(form):
        return False
    schemes = into(source, language) if language and language in _targets(source) else press_schemes(source)
    return not any(writes(scheme, word, form) for native in natives for word in _dotted(native) for scheme in schemes)


def _dotted(native: str) -> Iterator[str]:
    """A native word, and each way to read one of its е as ё."""
    yield native
    for at, letter in enumerate(native):
        if letter == "е":
            yield f"{native[:at]}ё{native[at + 1 :]}"


def _head(guesses: dict[str, float]) -> str:
    """The likeliest native word when it is a known one, else ""."""
    native = max(guesses, key=lambda form: (guesses[form], form), default="")
    return native if native and guesses[native] >= _KNOWN else ""


@cache
def _targets(source: str) -> frozenset[str]:
    """The languages that have press conventions for names of a source language."""
    return frozenset(scheme.target for scheme in press_schemes(source))


def _read_as_russian(form: str) -> bool:
    """Whether a Ukrainian word has Russian letters only, one of which is read otherwise; given names have Russian
    counterparts, which are other names.
    """
    return _READ_OTHERWISE in form and letter_costs(_READ).keys() >= set(form) and not lookup(form)


def _natives(form: str, language: str | None, source: str) -> dict[str, float]:
    """Native word -> plausibility; a native spelling stands for itself. Papers print е for ё, so both are one here."""
    if script(form) == "Cyrl":
        own = language == source or language not in sources()
        own = own or (source == _READ and language == _NEIGHBOUR and _read_as_russian(form))
        return {form.replace("ё", "е"): 1.0} if own else {}
    if script(form) != "Latn":
        return {}
    known = language in _targets(source)
    found: dict[str, float] = {}
    for guess in word_natives(form, source):
        if guess.plausibility >= _PLAUSIBLE and (not known or language in guess.conventions):
            native = guess.native.replace("ё", "е")
            found[native] = max(guess.plausibility, found.get(native, 0.0))
    return found
