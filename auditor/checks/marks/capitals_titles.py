"""Offices right before the name of their holder, and months beside a day or year, in lower case: spans of TX112."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.marks.wording import wording
from auditor.packs import data_path, load_toml
from auditor.reading.article import Reading
from auditor.records import Record

_STOPS = frozenset('.,;:(“"')
_DAY = re.compile(r"(?<![\d.,$€£:])([1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?: of)? $")
_DATE = re.compile(r" (?:[1-9]|[12]\d|3[01]|(?:19|20)\d\d)(?:st|nd|rd|th)?(?![\d.,:]\d|\w)")
_FULL = re.compile(r" (?:0?[1-9]|[12]\d|3[01])(?:, ?|/| )(?:19|20)\d\d\b")
_COVID = re.compile(r"\bcovid(?=[- ]?19\b)")
_REACH = 12  # characters before a month
_MAY = re.compile(r"\b(?:[1-9]|[12]\d|3[01]) (may) (?:19|20)\d\d\b")


class _Titles(Record, frozen=True):
    """``data/checks/lower_titles.toml``: its header says what each list holds."""

    schema: int
    titles: frozenset[str]
    before: frozenset[str]
    months: frozenset[str]
    doubtful: frozenset[str]
    dating: frozenset[str]


@cache
def _table() -> _Titles:
    return load_toml(data_path("checks", "lower_titles.toml"), _Titles)


def titles_and_months(reading: Reading) -> Iterator[tuple[int, int]]:
    """The words that want a capital."""
    text, tokens, places = reading.text, reading.tokens, reading.places
    for word in _table().titles & places.keys():
        for at in places[word]:
            if at + 1 < len(tokens) and _bare(reading, at) and _person(reading, at + 1):
                yield tokens[at].start, tokens[at].end
    for word in _table().months & places.keys() - wording().lower:
        for at in places[word]:
            start, end = tokens[at].start, tokens[at].end
            sound = word not in _table().doubtful or (at > 0 and reading.lower[at - 1] in _table().dating)
            if (
                _DAY.search(text, max(0, start - _REACH), start)
                or (sound and _DATE.match(text, end))
                or _FULL.match(text, end)
            ):
                yield start, end
    if "covid" in text:
        yield from (match.span() for match in _COVID.finditer(text))
    if " may " in text:
        yield from (match.span(1) for match in _MAY.finditer(text))


def _bare(reading: Reading, at: int) -> bool:
    """Whether the office has nothing of its own before it: a small word, a mark or the start."""
    tokens, text = reading.tokens, reading.text
    between = text[tokens[at - 1].end : tokens[at].start] if at else ""
    if not at or between != " ":
        return bool(at) and between.endswith(" ") and between.strip()[-1:] in _STOPS
    return reading.lower[at - 1] in _table().before


def _person(reading: Reading, at: int) -> bool:
    """A name of two words, or one that a person of the article has."""
    tokens, text = reading.tokens, reading.text
    token = tokens[at]
    if text[tokens[at - 1].end : token.start] != " " or not token.text.istitle():
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    two = (
        after is not None
        and text[token.end : after.start] == " "
        and after.text[:1].isupper()
        and not after.text.isupper()
    )
    return two or any(token.text in mention.text.split() for mention in reading.mentions if mention.type == "person")
