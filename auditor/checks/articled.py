"""Replacements that need another article than the one that stands there: *a ⟦sensible⟧* to *an intelligent*."""

from __future__ import annotations

import re

import msgspec

from auditor.checks.base import Hit
from auditor.records import Suggestion
from auditor.text.indefinite import article

_BEFORE = re.compile(r"(?<!\w)([Aa]n?) $")
_REACH = 4  # characters in which the article and what stands before it are seen
_FIRST = re.compile(r"[^\W\d_]{1,40}")
_SPOKEN = re.compile(r"[bcdfgjklmnpqrstvwz][aeiou]")  # with it begins a word, not an acronym
_ARTICLES = frozenset({"a", "an", "the"})


def articled(hit: Hit, text: str) -> Hit:
    """The hit of an English article; widened to *a* or *an* before it where a replacement does not go with that."""
    standing = _BEFORE.search(text, max(0, hit.start - _REACH), hit.start) if hit.suggestions else None
    if standing is None or not _agrees(text[hit.start : hit.end], standing[1].lower()):
        return hit
    if all(_agrees(suggestion.text, standing[1].lower()) for suggestion in hit.suggestions):
        return hit
    wider = tuple(
        msgspec.structs.replace(suggestion, text=_with(suggestion, standing[1])) for suggestion in hit.suggestions
    )
    return msgspec.structs.replace(hit, start=standing.start(1), suggestions=wider)


def _with(suggestion: Suggestion, standing: str) -> str:
    """The replacement behind its own article, or as it is where it begins with one or with nothing."""
    word = _first(suggestion.text)
    if word in _ARTICLES or not suggestion.text:
        return suggestion.text
    right = _article(word) or standing
    return f"{right[0].upper() if standing[0] == 'A' else right[0]}{right[1:]} {suggestion.text}"


def _agrees(words: str, standing: str) -> bool:
    word = _first(words)
    return word not in _ARTICLES and _article(word) in (standing, None)


def _article(word: str) -> str | None:
    return article(word) or ("a" if _SPOKEN.match(word) else None)


def _first(words: str) -> str:
    found = _FIRST.match(words)
    return found[0].lower() if found else ""
