"""Figures with abbreviations and signs as English copy has none: ``16min38s``, ``22-year old``, ``R$ 645 thousand``.

Spans of NU113. Each form says what English writes; it is sought at figures, or where the text has its needle.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import repeat

from auditor.reading.article import Reading

_MONTHS = {
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May", "jun": "June", "jul": "July",
    "aug": "August", "sep": "September", "sept": "September", "oct": "October", "nov": "November", "dec": "December",
}  # fmt: skip
_BY_NUMBER = tuple(dict.fromkeys(_MONTHS.values()))
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_LARGE = {"bn": "billion", "mn": "million", "tn": "trillion"}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)


def _ordinal(match: re.Match[str]) -> str:
    number = int(match[1])
    return f"{number}{'th' if number % 100 in _TEENS else _ENDINGS.get(number % 10, 'th')}"


_FORMS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    ("y.o.", re.compile(r"(?<![\w.,])(\d{1,3}) ?y\.o\."), lambda m: f"{m[1]} years old"),
    ("-year old", re.compile(r"(?<![\w.,])(\d{1,3})-year old(?= [a-z])"), lambda m: f"{m[1]}-year-old"),
    (
        " year old ",
        re.compile(r"(?:(?<=\ba )|(?<=\ban )|(?<=\b[Tt]he )|(?<=\bA ))(\d{1,3}) year old(?= [a-z])"),
        lambda m: f"{m[1]}-year-old",
    ),
    ("ca. ", re.compile(r"\bca\. (?=\d)"), lambda m: "about "),
    ("km. ", re.compile(r"(?<=\d )km\.(?= [a-z])"), lambda m: "km"),
    ("kg. ", re.compile(r"(?<=\d )kg\.(?= [a-z])"), lambda m: "kg"),
    ("n. ", re.compile(r"(?<=\d )(bn|mn|tn)\.(?= [a-z])"), lambda m: _LARGE[m[1]]),
    (" century", re.compile(r"(?:(?<=\bthe )|(?<=\bin )|(?<=\bof ))(\d{1,2})(?= century\b)"), _ordinal),
    (" US$", re.compile(r"(?<![\w.,$])(\d[\d.,]{0,9}) ((?:m|b|tr)illion) US\$(?!\d)"), lambda m: f"${m[1]} {m[2]}"),
    (
        "illions",
        re.compile(r"(?<=[$€£\d.,]\d )((?:m|b|tr)illion)s(?= of (?:dollars|euros|people)|[,.;]| (?:to|for|in|a)\b)"),
        lambda m: m[1],
    ),
    ("o'clock", re.compile(r"(?<=[ap]\.m\.) o'clock"), lambda m: ""),
)

_AT_FIGURES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    # 7.jun.2023
    (
        re.compile(rf"(?<![\w.,-])(\d{{1,3}})[.-]((?i:{_NAMES}))[.-]((?:19|20)\d\d)\b"),
        lambda m: f"{_MONTHS[m[2].lower()]} {int(m[1])}, {m[3]}",
    ),
    # 16min38s
    (
        re.compile(r"(?<![\w.,-])(\d{1,3}) ?min\.? ?(\d{1,2}) ?s(?:ec)?\b"),
        lambda m: f"{int(m[1])} minutes {int(m[2])} seconds",
    ),
    # 2021. 03. 12.
    (
        re.compile(r"(?<![\w.,-])((?:19|20)\d\d)\. (0?[1-9]|1[0-2])\. (0?[1-9]|[12]\d|3[01])(?:\.(?!\d)|(?= [a-z]))"),
        lambda m: f"{_BY_NUMBER[int(m[2]) - 1]} {int(m[3])}, {m[1]}",
    ),
    # 20th Oct
    (
        re.compile(r"(?<![\w.,-])(\d{1,3})th (Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?"),
        lambda m: f"{m[2]}. {int(m[1])}",
    ),
)
_THOUSAND = re.compile(r" thousand(?<=\d thousand)\b")
_SUM = re.compile(r"(R\$|[$€£]) ?(\d{1,3})$")
_BOTH = re.compile(r"(?<![\w.,])(\d{1,3}) million (\d{1,3})$")
_FAR = 16  # characters before “thousand” that hold the sum


def odd_forms(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """``(start, end, better)`` of a text of English, in no order."""
    text, figures = reading.text, [token.start for token in reading.numerals]
    for pattern, better in _AT_FIGURES:
        for match in filter(None, map(pattern.match, repeat(text), figures)):
            yield match.start(), match.end(), better(match)
    for needle, pattern, better in _FORMS:
        if needle in text:
            for match in pattern.finditer(text):
                yield match.start(), match.end(), better(match)
    if "thousand" in reading.places:
        yield from _thousands(text)


def _thousands(text: str) -> Iterator[tuple[int, int, str]]:
    """``R$ 645 thousand``, ``1 million 200 thousand``."""
    for match in _THOUSAND.finditer(text):
        near = max(0, match.start() - _FAR)
        if found := _SUM.search(text[near : match.start()]):
            yield near + found.start(), match.end(), f"{found[1]}{found[2]},000"
        elif found := _BOTH.search(text[near : match.start()]):
            yield near + found.start(), match.end(), f"{found[1]},{int(found[2]):03},000"
