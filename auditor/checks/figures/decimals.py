"""Decimals with a comma in English copy: ``10,6 percent``, ``5,2km``; spans, no checks."""

from __future__ import annotations

import re
from itertools import chain

from auditor.checks.figures.date_forms import at_numbers
from auditor.reading.article import Reading
from auditor.reading.values.words import vocabulary

_DECIMAL = re.compile(r"(\d{1,4},\d{1,2})(?=(?:\s?%|[ \u00a0](\w+)))")
_LOOSE = re.compile(r"\d{1,3},\d{1,2}(?![\d\w]|[,.:/]\d)")
_MEASURED = re.compile(r"(\d{1,4},\d{1,2})(?=(?:mg|kg|km|cm|mm|ml|cl|m|g|l)(?![\w/])| ?[€£$](?!\w))")
_TIMED = re.compile(r"((?:\d{1,2}:){1,2}\d{2},\d{1,2}|\d{1,4},\d{1,2}(?= (?:sec|min)\.))(?![\d,.:]*\d)")
_GAP = re.compile(r"(?<=[\s(;][+])\d{1,3},\d{1,2}(?![\w,.:%]*\d)")
_HABIT = 2  # sure decimals with a comma, from which all figures with one or two digits behind it are such
_SHORT = 3  # letters; a word of no more may be an abbreviation


def decimals(reading: Reading) -> list[tuple[int, int, str]]:
    """``10,6 percent``, ``5,2km``; where several show the habit, every one."""
    if "," not in reading.between:  # a comma between figures, and nothing beside it
        return []
    words = vocabulary("en")
    sure = {m.span(1) for m in at_numbers(reading, _MEASURED)}
    gaps = _GAP.finditer(reading.text) if "+" in reading.characters else ()
    sure |= {m.span() for m in chain(at_numbers(reading, _TIMED), gaps)}
    for m in at_numbers(reading, _DECIMAL):
        noun = (m[2] or "percent").lower()
        known = noun in words.numbers.percent or noun in words.magnitudes or noun in words.units or noun == "per"
        if known or (noun in words.money and noun.islower()) or ((m[2] or "").endswith("s") and len(noun) > _SHORT):
            sure.add(m.span(1))
    loose = {m.span() for m in at_numbers(reading, _LOOSE)}
    if len(sure) >= _HABIT:
        sure |= loose
    return [(start, end, reading.text[start:end]) for start, end in sorted(sure)]
