"""Figures with abbreviations and signs as English copy has none: ``16min38s``, ``22-year old``, ``R$ 645 thousand``.

Spans of NU113. Each form has a needle that all its matches hold, and says what English writes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_MONTHS = {
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May", "jun": "June", "jul": "July",
    "aug": "August", "sep": "September", "sept": "September", "oct": "October", "nov": "November", "dec": "December",
}  # fmt: skip
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_LARGE = {"bn": "billion", "mn": "million", "tn": "trillion"}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)


def _ordinal(match: re.Match[str]) -> str:
    number = int(match[1])
    return f"{number}{'th' if number % 100 in _TEENS else _ENDINGS.get(number % 10, 'th')}"


def _date(match: re.Match[str]) -> str:
    return f"{_MONTHS[match[2].lower()]} {int(match[1])}, {match[3]}"


_FORMS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        "min",
        re.compile(r"(?<![\w.,])(\d{1,3}) ?min\.? ?(\d{1,2}) ?s(?:ec)?\b"),
        lambda m: f"{int(m[1])} minutes {int(m[2])} seconds",
    ),
    (" thousand", re.compile(r"(R\$|[$€£]) ?(\d{1,3}) thousand\b"), lambda m: f"{m[1]}{m[2]},000"),
    (".", re.compile(rf"(?<![\w.,])(\d{{1,2}})\.({_NAMES})\.((?:19|20)\d\d)\b", re.IGNORECASE), _date),
    ("-", re.compile(rf"(?<![\w.,-])(\d{{1,2}})-({_NAMES})-((?:19|20)\d\d)\b", re.IGNORECASE), _date),
    ("y.o.", re.compile(r"(?<![\w.,])(\d{1,3}) ?y\.o\."), lambda m: f"{m[1]} years old"),
    ("-year old", re.compile(r"(?<![\w.,])(\d{1,3})-year old(?= [a-z])"), lambda m: f"{m[1]}-year-old"),
    (
        " year old ",
        re.compile(r"(?:(?<=\ba )|(?<=\ban )|(?<=\b[Tt]he )|(?<=\bA ))(\d{1,3}) year old(?= [a-z])"),
        lambda m: f"{m[1]}-year-old",
    ),
    ("ca. ", re.compile(r"\bca\. (?=\d)"), lambda m: "about "),
    ("n. ", re.compile(r"(?<=\d )(bn|mn|tn)\.(?= [a-z])"), lambda m: _LARGE[m[1]]),
    (" century", re.compile(r"(?:(?<=\bthe )|(?<=\bin )|(?<=\bof ))(\d{1,2})(?= century\b)"), _ordinal),
    ("million", re.compile(r"\b(\d{1,3}) million (\d{1,3}) thousand\b"), lambda m: f"{m[1]},{int(m[2]):03},000"),
    (
        "th ",
        re.compile(r"(?<![\w.,])(\d{1,2})th (Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?"),
        lambda m: f"{m[2]}. {m[1]}",
    ),
    ("o'clock", re.compile(r"(?<=[ap]\.m\.) o'clock"), lambda m: ""),
)


def odd_forms(text: str) -> Iterator[tuple[int, int, str]]:
    """``(start, end, better)`` of a text of English, in the order of the table."""
    for needle, pattern, better in _FORMS:
        if needle in text:
            for match in pattern.finditer(text):
                yield match.start(), match.end(), better(match)
