"""Where two Latin spellings meet: a native form that both may stand for."""

from __future__ import annotations

from functools import lru_cache

from auditor.names.natives import SOURCES, word_natives
from auditor.names.scheme import schemes
from auditor.names.sounds import script

_PLAUSIBLE = 0.4


@lru_cache(maxsize=65536)
def meeting(a: str, b: str, lang_a: str | None, lang_b: str | None) -> str | None:
    """The most plausible native word (lower case) that ``a`` and ``b`` both spell, each in its language if known."""
    best: tuple[float, str] | None = None
    for source in SOURCES:
        left = _natives(a, lang_a, source)
        right = _natives(b, lang_b, source) if left else {}
        for native, plausibility in left.items():
            if native in right:
                found = (plausibility + right[native], native)
                best = found if best is None or found > best else best
    return best[1] if best else None


def _natives(form: str, language: str | None, source: str) -> dict[str, float]:
    """Native word -> plausibility; a native spelling stands for itself."""
    if script(form) == "Cyrl":
        return {form: 1.0}
    if script(form) != "Latn":
        return {}
    known = language in {scheme.target for scheme in schemes(source)}
    return {
        guess.native: guess.plausibility
        for guess in word_natives(form, source)
        if guess.plausibility >= _PLAUSIBLE and (not known or language in guess.conventions)
    }
