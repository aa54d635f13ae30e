"""Figures, clock times and dates as English writes them, in copy of another language: NU101, NU102 and DT108 there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from auditor.checks.figures.date_forms import at_numbers
from auditor.reading.article import Reading
from auditor.reading.values.words import vocabulary

GROUPING = ("de", "fr", "it", "nl", "pl", "ru", "uk", "cs", "pt", "sv")
"""Languages in whose press “1,000” is no thousand; in Spanish it is, from Mexico to Panama."""
DAY_OF_24 = ("de", "fr", "it", "nl", "pl", "ru", "uk", "cs")
"""Languages whose press counts 24 hours."""
_POINTED = ("de-CH", "de-LI", "it-CH")  # where decimals have a point
_POINT = frozenset(("de", "it", "nl", "pt"))  # languages that part thousands by a full stop; the others by a space
_GROUPED = re.compile(r"([1-9]\d{0,2}(?:,\d{3}){1,4})(?![\d,]|\.\d)(?=[ \u00a0]([^\W\d_]+))")
_CLOCK = re.compile(r"([01]?\d|2[0-4])(?:[:.]([0-5]\d))?[ \u00a0]?([ap])\.?m\b\.?", re.IGNORECASE)
_DECIMAL = re.compile(r"(\d{1,3}\.\d{1,2})(?=\s?%|[ \u00a0]([^\W\d_]+))")
_BOTH = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){1,4}\.\d{1,2}(?![\d.,]*\d)")
_AMERICAN = re.compile(r"(0?[1-9]|1[0-2])/(1[3-9]|2\d|3[01])/((?:19|20)\d\d)(?![\w/-])")
_DOTS = frozenset(("de", "pl", "cs", "ru", "uk"))  # languages that part the figures of a date by dots
_NOON = 12
_AM = frozenset(("de",))  # languages in which "am" behind an hour is a preposition (17.30 am nächsten Tag)


class Form(NamedTuple):
    """A span of the text, its words, and how the language writes them."""

    start: int
    end: int
    text: str
    better: str


def numbers(reading: Reading) -> Iterator[Form]:
    """``12,000 Besucher``, ``12,500 Besucher``, ``$1,200.50``, ``3.5 Millionen``."""
    base = reading.base
    mark, words = "." if base in _POINT else "\u00a0", vocabulary(base)
    if "," in reading.text:
        for m in at_numbers(reading, _GROUPED):
            unit = m[2].lower() in words.units
            if m[1].count(",") > 1 or m[1].endswith("000") or (m[1].endswith("00") and not unit):
                yield Form(m.start(1), m.end(1), m[1], m[1].replace(",", mark))
        for m in at_numbers(reading, _BOTH):
            yield Form(m.start(), m.end(), m[0], m[0].replace(",", "\0").replace(".", ",").replace("\0", mark))
    if "." in reading.text and reading.language not in _POINTED:
        for m in at_numbers(reading, _DECIMAL):
            noun = (m[2] or "").lower()
            if not noun or noun in words.numbers.percent or noun in words.magnitudes:
                yield Form(m.start(1), m.end(1), m[1], m[1].replace(".", ","))


def dates(reading: Reading) -> Iterator[Form]:
    """``03/15/2021``: the month first, where the day can be no month."""
    mark = "." if reading.base in _DOTS else "/"
    for m in at_numbers(reading, _AMERICAN) if "/" in reading.text else ():
        yield Form(m.start(), m.end(), m[0], mark.join((m[2], m[1], m[3])))


def times(reading: Reading) -> Iterator[Form]:
    """``8:30 p.m.``."""
    words = reading.base in _AM
    for m in at_numbers(reading, _CLOCK):
        if words and m[0].endswith(" am"):
            continue
        yield Form(m.start(), m.end(), m[0], f"{_hour(int(m[1]), m[3].lower())}:{m[2] or '00'}")


def _hour(hour: int, half: str) -> int:
    """The hour of 24; one that is beyond noon already stays."""
    return hour if hour > _NOON else hour % _NOON + (_NOON if half == "p" else 0)
