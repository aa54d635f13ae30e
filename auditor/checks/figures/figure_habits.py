"""Figures of English copy as the continent writes them: ``20.000 and 25.000``, ``20,- euros``, ``1m80``: spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.figures.date_forms import at_numbers
from auditor.reading.article import Reading
from auditor.reading.values.words import vocabulary

_GROUPED = re.compile(r"([1-9]\d{0,2}(?:\.\d{3}){1,5})(?![\w.,:/-]*\d)(?=\s?[€$£%]|[ \u00a0](\w+))")
_ROUND = re.compile(
    r"[1-9]\d{1,2}(?:\.\d{3}){0,4}\.000(?![\w.,:/-]*\d)(?![ \u00a0](?:points?|seconds?|secs?|inches)\b)"
)
_PAIR = re.compile(r"([1-9]\d{0,2}\.\d{3})(?: (?:and|to|or) | ?[-–] ?)([1-9]\d{0,2}\.\d[05]0)(?![\w.,:/-]*\d)")
_WORTH = r"(?:[€£$]|euros?|EUR|CHF|(?:Swiss )?francs?|marks?|kron[oe]r|crowns|zlotys?)"
_OPEN = re.compile(rf"(\d{{1,4}})[.,][-–—](?= ?{_WORTH}(?!\w))")
_PRICE = re.compile(r"(?<=[€£$])(\d{1,4},\d{1,2}|[1-9]\d{0,2}(?:\.\d{3})+(?<=[05]0))(?![\d,.:/-]*\d)")
_SWAPPED = str.maketrans(",.", ".,")
_LETTERED = re.compile(r"(\d{1,2})m(\d\d)(?!\w)")
_RATED = re.compile(r"\b(?:score|scores|scored|average|averages|averaged|rating) (?:of |at )?$")
_NEAR = 20  # characters before a figure in which a score is told
_TRADED = frozenset(("cent", "cents", "dollar", "dollars", "pence", "pounds"))  # whose thousandths exchanges quote
_FINE = frozenset(("inch", "inches", "in"))  # units of which thousandths are told


def grouped(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """``1.000 people``, ``3.600 kilometres``, ``between 1.500 and 2.000``, ``20.000``: start, end, figure."""
    words, done, text = vocabulary("en"), set[int](), reading.text
    if "." not in reading.between:  # a point between figures, and nothing beside it
        return
    for m in at_numbers(reading, _PAIR):
        done.update(map(m.start, (1, 2)))
        yield from ((m.start(group), m.end(group), m[group]) for group in (1, 2))
    for m in at_numbers(reading, _GROUPED):
        noun = (m[2] or "euros").lower()
        whole = m[1].count(".") > 1 or noun in words.numbers.plurals or (noun in words.money and noun not in _TRADED)
        counted = noun.endswith("s") or noun.rstrip("²³") in words.units
        if m.start() not in done and (whole or (m[1].endswith("00") and counted and noun not in _FINE)):
            done.add(m.start())
            yield m.start(1), m.end(1), m[1]
    for m in at_numbers(reading, _ROUND):
        if m.start() not in done and not _RATED.search(text, max(0, m.start() - _NEAR), m.start()):
            yield m.start(), m.end(), m[0]


def open_prices(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """``20,- euros``: start, end, right form."""
    if any(map(reading.text.__contains__, (",-", ".-", ",–", ".–", ",—", ".—"))):
        yield from ((m.start(), m.end(), m[1]) for m in at_numbers(reading, _OPEN))


def measured_by_letter(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """``1m80``: start, end, right form."""
    for m in at_numbers(reading, _LETTERED):
        yield m.start(), m.end(), f"{m[1]}.{m[2]} m"


def swapped_prices(text: str) -> Iterator[tuple[int, int, str, str]]:
    """``€2,50``, ``$1.500``: start, end, price, right form."""
    for m in _PRICE.finditer(text) if "€" in text or "$" in text or "£" in text else ():
        yield m.start(), m.end(), m[0], m[0].translate(_SWAPPED)
