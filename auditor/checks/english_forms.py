"""Figures and clock times as English writes them, in copy of another language: what NU101 and NU102 look for there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from auditor.checks.date_forms import at_numbers
from auditor.reading.article import Reading

GROUPING = ("de", "fr", "it", "nl", "pl", "ru", "uk", "cs", "pt", "sv")
"""Languages in whose press “1,000” is no thousand; in Spanish it is, from Mexico to Panama."""
DAY_OF_24 = ("de", "fr", "it", "nl", "pl", "ru", "uk", "cs")
"""Languages whose press counts 24 hours."""
_POINT = frozenset(("de", "it", "nl", "pt"))  # languages that part thousands by a full stop; the others by a space
_GROUPED = re.compile(r"([1-9]\d{0,2}(?:,\d{3}){1,4})(?![\d,]|\.\d)(?=[ \u00a0][^\W\d_])")
_CLOCK = re.compile(r"([01]?\d|2[0-4])(?:[:.]([0-5]\d))?[ \u00a0]?([ap])\.?m\b\.?", re.IGNORECASE)
_NOON = 12


class Form(NamedTuple):
    """A span of the text, its words, and how the language writes them."""

    start: int
    end: int
    text: str
    better: str


def numbers(reading: Reading) -> Iterator[Form]:
    """``12,000 Besucher``: a group of thousands that ends in three noughts, or several groups."""
    mark = "." if reading.language.split("-")[0] in _POINT else "\u00a0"
    for m in at_numbers(reading, _GROUPED) if "," in reading.text else ():
        if m[1].count(",") > 1 or m[1].endswith("000"):
            yield Form(m.start(1), m.end(1), m[1], m[1].replace(",", mark))


def times(reading: Reading) -> Iterator[Form]:
    """``8:30 p.m.``."""
    for m in at_numbers(reading, _CLOCK):
        yield Form(m.start(), m.end(), m[0], f"{_hour(int(m[1]), m[3].lower())}:{m[2] or '00'}")


def _hour(hour: int, half: str) -> int:
    """The hour of 24; one that is beyond noon already stays."""
    return hour if hour > _NOON else hour % _NOON + (_NOON if half == "p" else 0)
