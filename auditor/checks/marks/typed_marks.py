"""Signs that stand for quotation marks and are none (``days''``, ``″The wall``, ``<< We wait ”``): spans, no checks."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TWO = re.compile(r"''(?:(?<=[A-Za-z.,!?…]'')(?=[\s.,;:!?)]|$)|(?<![^\s(]'')(?=[A-Za-z]))")
_TWO_CURLY = re.compile(r"’’(?<=[A-Za-z.,!?…]’’)(?=[\s.,;:!?)]|$)")
_PRIME = re.compile(r"″(?:(?<=[A-Za-z.,!?…]″)(?=[\s.,;:!?)]|$)|(?<![^\s(]″)(?=[A-Za-z]))")
_ANGLES = re.compile(r"<<(?<![^\s(]<<) ?(?=[A-Za-z])|>>(?:(?<=[a-z.,!?…]>>)|(?<=[a-z.,!?…] >>))(?=[\s.,]|$)")
_PAIR = re.compile(r"<<[^<>\n]{1,400}>>")
_INNER = "‘"  # one quotation in another may close with two


def typed_marks(text: str) -> Iterator[tuple[int, int]]:
    """The signs of a paragraph that open or close a quotation by themselves; pairs of angles are `foreign_pairs`."""
    if "''" in text:
        yield from (match.span() for match in _TWO.finditer(text))
    if "’’" in text and _INNER not in text:
        yield from (match.span() for match in _TWO_CURLY.finditer(text))
    if "″" in text:
        yield from (match.span() for match in _PRIME.finditer(text))
    if "<<" in text or ">>" in text:
        pairs = [match.span() for match in _PAIR.finditer(text)]
        for match in _ANGLES.finditer(text):
            if not any(start <= match.start() < end for start, end in pairs):
                yield match.span()
