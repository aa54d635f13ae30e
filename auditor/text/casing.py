"""Names set in capitals, as datelines and headlines set them."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST_ACRONYM = 4  # letters; a longer word in capitals beside the same word in small letters is that word


def in_capitals(text: str, others: Iterable[str]) -> bool:
    """Whether a form is but one of the others set in capitals: LEEDS beside Leeds.

    Short single words are left to compete: NASA and Nasa are two ways of writing an acronym.
    """
    if not text.isupper() or (" " not in text and len(text) <= _LONGEST_ACRONYM):
        return False
    return any(not other.isupper() and other.casefold() == text.casefold() for other in others)
