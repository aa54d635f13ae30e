"""Sentences with exact offsets: sentencex, then a pass that joins what it cut too early. The door to sentencex."""

from __future__ import annotations

_FALLBACK = "en"


def sentences(text: str, start: int, end: int, language: str | None) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of ``text[start:end]``, white space trimmed; no other character is left out."""
    from sentencex import get_sentence_boundaries

    spans: list[tuple[int, int]] = []
    for piece in get_sentence_boundaries(language or _FALLBACK, text[start:end]):
        left, right = _trim(text, start + piece["start_index"], start + piece["end_index"])
        if left < right:
            spans.append((left, right))
    return spans


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
