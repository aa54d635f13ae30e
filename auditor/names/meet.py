"""Where two Latin spellings meet: a native form that both may stand for."""

from __future__ import annotations

from functools import cache

import msgspec

from auditor.names.natives import SOURCES, word_natives
from auditor.names.scheme import press_schemes, sources
from auditor.names.sounds import script

_SCRIPTS = frozenset({"Latn", "Cyrl"})
_PLAUSIBLE = 0.4
_KNOWN = 0.7


class Meeting(msgspec.Struct, frozen=True, gc=False):
    """``native``: the native word (lower case) that both spell; ``apart``: two well-known native words that differ."""

    native: str | None
    apart: tuple[str, str] | None = None


def meeting(a: str, b: str, lang_a: str | None, lang_b: str | None) -> Meeting:
    """The most plausible native word that ``a`` and ``b`` both spell, each in its language if known."""
    if not {script(a), script(b)} <= _SCRIPTS:
        return Meeting(None)
    best: tuple[float, str] | None = None
    apart: tuple[str, str] | None = None
    for source in SOURCES:
        left = _natives(a, lang_a, source)
        right = _natives(b, lang_b, source) if left else {}
        for native, plausibility in left.items():
            if native in right:
                found = (plausibility + right[native], native)
                best = found if best is None or found > best else best
        heads = _head(left), _head(right)
        apart = apart or (heads if heads[0] and heads[1] else None)
    return Meeting(best[1]) if best else Meeting(None, apart)


def _head(guesses: dict[str, float]) -> str:
    """The likeliest native word when it is a known one, else ""."""
    native = max(guesses, key=lambda form: (guesses[form], form), default="")
    return native if native and guesses[native] >= _KNOWN else ""


@cache
def _targets(source: str) -> frozenset[str]:
    """The languages that have press conventions for names of a source language."""
    return frozenset(scheme.target for scheme in press_schemes(source))


def _natives(form: str, language: str | None, source: str) -> dict[str, float]:
    """Native word -> plausibility; a native spelling stands for itself. Papers print е for ё, so both are one here."""
    if script(form) == "Cyrl":
        return {} if language in sources() and language != source else {form.replace("ё", "е"): 1.0}
    if script(form) != "Latn":
        return {}
    known = language in _targets(source)
    found: dict[str, float] = {}
    for guess in word_natives(form, source):
        if guess.plausibility >= _PLAUSIBLE and (not known or language in guess.conventions):
            native = guess.native.replace("ё", "е")
            found[native] = max(guess.plausibility, found.get(native, 0.0))
    return found
