"""Names between quotation marks right behind what they name (``mine "Lima"``), as Slavic papers write them: spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.packs import data_path, load_toml
from auditor.records import Record

_NAMED = re.compile(r" [“\"]([A-ZÀ-Þ][\w’'-]{1,30}(?: [A-ZÀ-Þ0-9][\w’'-]{0,30}){0,3})[”\"](?![\w“\"])")
_REACH = 20  # characters before the name


class _Nouns(Record, frozen=True):
    """``data/checks/quoted_names.toml``: its header says what it holds."""

    schema: int
    nouns: frozenset[str]


@cache
def _nouns() -> frozenset[str]:
    return load_toml(data_path("checks", "quoted_names.toml"), _Nouns).nouns


def quoted_names(text: str) -> Iterator[tuple[int, int, str]]:
    """``(start, end, name)`` of the marks and the name, in a paragraph."""
    for match in _NAMED.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()].split()[-1:]
        if before and before[0].lower() in _nouns():
            yield match.start() + 1, match.end(), match[1]
