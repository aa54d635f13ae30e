"""Figures, clock times and dates as English writes them, in copy of another language: NU101, NU102 and DT108 there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from auditor.checks.figures.date_forms import at_numbers
from auditor.reading.article import Reading
from auditor.reading.values.words import vocabulary

GROUPING = ("de", "fr", "it", "nl", "pl", "ru", "uk", "cs", "pt", "sv")
"""Languages in whose press “1,000” is no thousand; in Spanish it is, from Mexico to Panama, but not in euros."""
_IN_EUROS = frozenset(("euro", "euros"))
DAY_OF_24 = ("de", "fr", "it", "nl", "pl", "ru", "uk", "cs")
"""Languages whose press counts 24 hours."""
_POINTED = ("de-CH", "de-LI", "it-CH")  # where decimals have a point
_POINT = frozenset(
    ("de", "es", "it", "nl", "pt")
)  # languages that part thousands by a full stop; the others by a space
_GROUPED = re.compile(r"([1-9]\d{0,2}(?:,\d{3}){1,4})(?![\d,]|\.\d)(?=[ \u00a0]([^\W\d_]+))")
_CLOCK = re.compile(r"([01]?\d|2[0-4])(?:[:.]([0-5]\d))?[ \u00a0]?([ap])\.?m\b\.?", re.IGNORECASE)
_DECIMAL = re.compile(r"(\d{1,3}\.\d{1,2})(?=\s?%|[ \u00a0]([^\W\d_]+))")
_BOTH = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){1,4}\.\d{1,2}(?![\d.,]*\d)")
_EUROS = re.compile(
    r"([1-9]\d{0,2}(?:(?:,\d{3}){1,4}\.\d{1,2}|(?:,\d{3}){2,4}|,000))(?![\d,.])(?=[ \u00a0](?:de )?euros?\b)"
)
_AMERICAN = re.compile(r"(0?[1-9]|1[0-2])/(1[3-9]|2\d|3[01])/((?:19|20)\d\d)(?![\w/-])")
_DOTS = frozenset(("de", "pl", "cs", "ru", "uk"))  # languages that part the figures of a date by dots
_NOON = 12
_SIGN, _PER_CENT = 2, (" per cento", "\u00a0per cento")  # letters of the sign of a unit, which formulas have as well
_DAY_YEAR = re.compile(r"\.?[ \u00a0](0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,[ \u00a0]?((?:19|20)\d\d)(?![\w-])")
_UNDOTTED = re.compile(r"(0?[1-9]|[12]\d|3[01])[ \u00a0]([A-Z][a-zä]{2,8})(?!\w)")
_LEADING = re.compile(r"(?:^|\W)(ab|am|bis|dem|den|der|seit|vom|zum)[ \u00a0]\Z", re.IGNORECASE)
_CASED = frozenset(("pl", "cs", "ru", "uk"))  # languages whose months stand in the genitive behind a day
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
    if base == "es":
        yield from _in_euros(reading)
        return
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
            measured = noun in words.units and len(noun) > _SIGN
            percent = noun in words.numbers.percent or reading.text.startswith(_PER_CENT, m.end(1))
            if not noun or percent or measured or noun in words.magnitudes:
                yield Form(m.start(1), m.end(1), m[1], m[1].replace(".", ","))


def _in_euros(reading: Reading) -> Iterator[Form]:
    """``1,250,000 euros`` and ``2,400.50 euros`` in Spanish: where one pays in euros, a comma parts no thousands."""
    for m in at_numbers(reading, _EUROS) if not _IN_EUROS.isdisjoint(reading.vocabulary) else ():
        yield Form(m.start(1), m.end(1), m[1], m[1].replace(",", "\0").replace(".", ",").replace("\0", "."))


def dates(reading: Reading) -> Iterator[Form]:
    """``03/15/2021``, where the day can be no month; ``May 5, 2021``; ``5 Mai`` without its stop in German."""
    mark = "." if reading.base in _DOTS else "/"
    for m in at_numbers(reading, _AMERICAN) if "/" in reading.text else ():
        yield Form(m.start(), m.end(), m[0], mark.join((m[2], m[1], m[3])))
    yield from _month_first(reading)
    for m in at_numbers(reading, _UNDOTTED) if reading.base == "de" else ():
        if m[2].lower() in vocabulary("de").months and _LEADING.search(reading.text, max(0, m.start() - 8), m.start()):
            yield Form(m.start(), m.end(), m[0], f"{m[1]}. {m[2]}")


def _month_first(reading: Reading) -> Iterator[Form]:
    for word in sorted(_months(reading.base).keys() & reading.vocabulary):
        for token in (reading.tokens[at] for at, low in enumerate(reading.lower) if low == word):
            if token.text[0].isupper() or reading.base not in ("de", "en"):
                m = _DAY_YEAR.match(reading.text, token.end)
                if m:
                    better = day_of(reading.base, int(m[1]), _months(reading.base)[word], m[2])
                    yield Form(token.start, m.end(), reading.text[token.start : m.end()], better)


@cache
def _months(language: str) -> Mapping[str, int]:
    """The months of English, whole or short, and of the language."""
    return {**vocabulary("en").months, **vocabulary(language).months}


def day_of(language: str, day: int, month: int, year: str) -> str:
    """A day as the language writes it in the middle of a sentence."""
    known = vocabulary(language)
    forms = [form for form, number in known.months.items() if number == month and known.roles[form] == "month"]
    name = forms[1] if language in _CASED and len(forms) > 1 else forms[0]
    if language == "de":
        return f"{day}. {name.capitalize()} {year}"
    if language in ("es", "pt"):
        return f"{day} de {name} de {year}"
    return f"{day}. {name} {year}" if language == "cs" else f"{day} {name} {year}"


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
