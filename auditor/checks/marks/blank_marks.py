"""Blanks too few or too many beside a full stop, an apostrophe, a bracket, a hyphen or a figure: spans, no checks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.marks.forms import Suspects, is_glued, suspended
from auditor.checks.marks.marks import ASIDE

_NEAR = 40  # characters before the place that are shown with it
_OPENS_ASIDE = re.compile(r" -(?=[a-z])")
_ONE_SIDED = ("- ", "– ", "— ", " –", " —")
_LONE_DASH = re.compile(r"\b[a-z]{2,20}(?: [–—](?=[a-z])|[–—-] )([a-z]{2,20})\b(?![-–—])")
_HEAD = re.compile(r"[,;:)] ?(?=\w)")


def blank_marks(text: str, forms: Suspects) -> Iterator[tuple[int, int, str]]:
    """``(start, end, mended)`` of the marks of a paragraph of English; ``forms`` are the `suspects` of its text."""
    if head := _HEAD.match(text):
        yield head.start(), head.end(), ""
    stops, others = forms
    for form in (*stops, *others) if stops and is_glued(text) else others:
        for match in form.pattern.finditer(text) if any(map(text.__contains__, form.needles)) else ():
            start = match.start() if match.start(1) - match.start() <= _NEAR else match.start(1)
            yield start, match.end(), f"{text[start : match.start(1)]}{form.better}{text[match.end(1) : match.end()]}"
    yield from _dashes(text)


def _dashes(text: str) -> Iterator[tuple[int, int, str]]:
    """``it was– and is``, ``seen –and liked``: a blank on one side; no hanging hyphens (``two- or three-story``)."""
    if not any(map(text.__contains__, _ONE_SIDED)):
        return
    for match in _LONE_DASH.finditer(text):
        if "-" not in match[0] or match[1] not in suspended():
            left, right = re.split(r" ?[–—-] ?", match[0])
            compound = "-" in match[0] and not _OPENS_ASIDE.search(text, max(0, match.start() - ASIDE), match.start())
            yield match.start(), match.end(), f"{left}-{right}" if compound else f"{left} – {right}"
