"""Figures that the word behind them is stuck to, in copy that is not English: ``12mars``, ``12.März``, ``300euros``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.figures.date_forms import at_numbers
from auditor.reading.article import Reading
from auditor.reading.values.words import vocabulary

_STUCK = re.compile(r"(\d{1,4})(?:(\.?)([^\W\d_]{3,14})|(de) ([^\W\d_]{3,14}))(?![\w-])")
_LONG = 4  # letters of a unit that needs a blank; km and kg are often set without one


def stuck(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, figure and word. A stop between the two is that of an ordinal, and only before months."""
    language = reading.base
    for found in at_numbers(reading, _STUCK):
        word = found[3] or found[5]
        dated = word.lower() in vocabulary(language).months and len(found[1]) < _LONG
        if found[4]:
            if dated and found[4] in vocabulary(language).calendar.between:
                yield found.start(), found.end(4), found[1], found[4]
        elif dated or (not found[2] and word.lower() in _counted(language)):
            yield found.start(), found.end(), found[1] + found[2], word


@cache
def _counted(language: str) -> frozenset[str]:
    """What figures count, written in full: magnitudes, units, currencies, times."""
    words = vocabulary(language)
    every = (words.magnitudes, words.durations, words.units, words.money, dict.fromkeys(words.calendar.clock_unit))
    return frozenset(word for table in every for word in table if len(word) >= _LONG)
