"""Which convention produced a spelling."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from auditor.names.natives import natives
from auditor.names.romanize import word_variants
from auditor.names.scheme import Scheme, fit, schemes, word_forms
from auditor.names.types import ConventionGuess

_RANK = 0.85


@lru_cache(maxsize=16384)
def conventions(form: str, native: str | None = None, native_lang: str | None = None) -> tuple[ConventionGuess, ...]:
    """The conventions that may have produced ``form``, best first; equal scores are ties.

    With ``native`` (and its language) each convention is run on it; without, on the plausible native forms.
    """
    best: dict[str, ConventionGuess] = {}
    if native is not None:
        for language in (native_lang,) if native_lang else ("ru", "uk"):
            for scheme in schemes(language):
                _keep(best, scheme, _closeness(scheme, native, form), native)
    else:
        heads = natives(form, native_lang)[:4]
        for guess in heads:
            if guess.plausibility < heads[0].plausibility - 0.15:
                continue
            for scheme in schemes(guess.native_lang):
                if scheme.target in guess.conventions:
                    _keep(best, scheme, _closeness(scheme, guess.native, form) * guess.plausibility, guess.native)
    return tuple(sorted(best.values(), key=lambda g: (-g.score, g.language, g.convention)))


def _keep(best: dict[str, ConventionGuess], scheme: Scheme, score: float, native: str) -> None:
    held = best.get(scheme.id)
    if score > 0 and (held is None or score > held.score):
        language = scheme.target if scheme.file.kind == "press" else scheme.id
        best[scheme.id] = ConventionGuess(scheme.id, language, round(score, 4), native)


def _closeness(scheme: Scheme, native: str, form: str) -> float:
    """1 for the usual spelling, less for accepted ones, at most 0.5 for the nearest one."""
    left, right = native.lower().split(), form.lower().split()
    if len(left) != len(right):
        left, right = [" ".join(left)], [" ".join(right)]
    score = 1.0
    for one, other in zip(left, right, strict=True):
        score *= _word(scheme, one, other)
    return score


@lru_cache(maxsize=65536)
def _word(scheme: Scheme, native: str, form: str) -> float:
    rank = fit(scheme, native, form)
    if rank is not None:
        return float(_RANK**rank)
    listed = word_variants(native, scheme.file.source, scheme.target)
    if form in listed:
        return 0.9
    forms = word_forms(scheme, native)
    if not forms:
        return 0.0
    return 0.5 * max(Levenshtein.normalized_similarity(form, other) for other in forms[:6])
