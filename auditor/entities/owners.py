"""Whose way of writing a spelling is, of the languages whose conventions explain it."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.text.lexicon import LANGUAGES

_RARER = 0.15  # what standards and languages of little news copy lose
_ORDER = {code: place for place, code in enumerate(LANGUAGES)}


def conventions(scores: Mapping[str, float], base: str) -> tuple[str, ...]:
    """Who writes the form so, likeliest first; among equals the article's own language, then big ones first."""
    return tuple(sorted(scores, key=lambda c: (-likely(scores, c), c != base, _ORDER.get(c, len(_ORDER)), c)))


def likely(scores: Mapping[str, float], code: str) -> float:
    """The score; standards and languages of little news copy come after the press of the big languages."""
    return scores[code] if code in _ORDER else scores[code] - _RARER


def owners(scores: Mapping[str, float], found: tuple[str, ...], base: str) -> tuple[str, ...]:
    """The languages to which a form points: those, other than the article's, that most usually write it so."""
    others = [code for code in found if code != base]
    best = max((likely(scores, code) for code in others), default=0.0)
    return tuple(code for code in others if likely(scores, code) == best)


def replaced(shown: str, words: Mapping[str, str]) -> str:
    """A name with its faulty words put right."""
    text = shown
    for wrong, right in words.items():
        text = text.replace(wrong, right, 1)
    return text
