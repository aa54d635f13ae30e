"""Sums as English writes them (``$3 million``), in copy of another language: NU101 there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from auditor.packs import data_path, load_toml
from auditor.reading.article import Reading
from auditor.records import Record

_LARGE = ("million", "billion", "trillion")
_SUM = re.compile(r"([$€£¥])[ \u00a0]?(\d[\d.,]{0,9})[ \u00a0]((?:m|b|tr)illion)s?(?!\w)")


class Sums(Record, frozen=True):
    """One language: what it calls 10^6, 10^9 and 10^12, and the currencies of the signs."""

    large: tuple[str, str, str]
    money: Mapping[str, str]


class _File(Record, frozen=True):
    schema: int
    de: Sums
    fr: Sums
    es: Sums
    it: Sums
    nl: Sums
    pl: Sums
    ru: Sums
    uk: Sums


@cache
def _sums(language: str) -> Sums | None:
    found = getattr(load_toml(data_path("checks", "english_sums.toml"), _File), language, None)
    return found if isinstance(found, Sums) else None


def sums(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, the sum, and how the language writes it."""
    own = _sums(reading.base)
    if own is None or not any(word in reading.vocabulary or f"{word}s" in reading.vocabulary for word in _LARGE):
        return
    for m in _SUM.finditer(reading.text):
        figure = m[2].replace(".", ",") if m[2].count(".") == 1 and "," not in m[2] else m[2]
        yield m.start(), m.end(), m[0], f"{figure} {own.large[_LARGE.index(m[3])]} {own.money[m[1]]}"
