"""Hand-made readings for tests of quotations and values."""

from __future__ import annotations

from auditor.reading.article import Mention, Segment
from auditor.text.segments import sentences


def segments(text: str, language: str) -> tuple[Segment, ...]:
    """Sentences of a text whose paragraphs are parted by blank lines."""
    out: list[Segment] = []
    at = 0
    for block, paragraph in enumerate(text.split("\n\n")):
        out += [Segment(s, e, block, language) for s, e in sentences(text, at, at + len(paragraph), language)]
        at += len(paragraph) + 2
    return tuple(out)


def mentions(text: str, where: tuple[Segment, ...], names: list[list[str]]) -> tuple[Mention, ...]:
    """Every place where one of the names (text, type, gender) stands."""
    out = []
    for name, kind, gender in names:
        at = text.find(name)
        while at >= 0:
            segment = next((k for k, s in enumerate(where) if s.start <= at < s.end), None)
            out.append(Mention(at, at + len(name), name, kind, segment, gender=gender or None))  # type: ignore[arg-type]
            at = text.find(name, at + 1)
    return tuple(sorted(out, key=lambda m: m.start))
