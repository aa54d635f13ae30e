"""One side of a pair: its words, and the numbers, months, weekdays and negations among them."""

from __future__ import annotations

import re

from auditor.pairs.numbers import Item, Raw, merged, readings
from auditor.pairs.words import Sense, Senses, plain, senses

_TOKEN = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){1,6}(?![\d])"
    r"|\d+(?:[.,:’'\u00a0\u202f\u2009]\d+){0,6}"
    r"|[^\W\d_]+(?:['’ʼ‘\-‑][^\W\d_]+){0,8}"
)
_JOINTS = re.compile("['-]")


class Word:
    """A word of the text."""

    __slots__ = ("end", "low", "start", "text")

    def __init__(self, start: int, end: int, text: str, low: str) -> None:
        self.start, self.end, self.text, self.low = start, end, text, low


class Side:
    """A segment as read for comparison; spans are in ``text``."""

    __slots__ = ("language", "lows", "months", "negations", "numbers", "text", "weekdays", "words")

    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language
        self.words: list[Word] = []
        self.numbers: list[Item] = []
        self.months: list[Item] = []
        self.weekdays: list[Item] = []
        self.negations: list[tuple[int, int, int]] = []
        self.lows: set[str] = set()


def side(text: str, language: str) -> Side:
    """Reads one side; linear in the text."""
    out = Side(text, language)
    table = senses(language)
    raw: list[Raw] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        if word[0].isdecimal():
            _digits(out, raw, match.start(), match.end(), word)
            continue
        low = plain(word)
        out.words.append(Word(match.start(), match.end(), word, low))
        if table is not None and (sense := table[low]) is not None:
            _note(out, raw, match.start(), match.end(), word, sense, table)
    out.lows = {word.low for word in out.words}
    out.lows |= {part for low in out.lows if "'" in low or "-" in low for part in _JOINTS.split(low)}
    if raw:
        out.numbers = merged(raw, text, table.vocabulary.numbers.joiners if table else frozenset())
    if table is None:
        from auditor.pairs.numerals import numerals

        numerals(out)
    return out


def _note(out: Side, raw: list[Raw], start: int, end: int, word: str, sense: Sense, table: Senses) -> None:
    """Puts down what a word says."""
    if sense.kind and (sense.kind != "roman" or word.isupper()):
        raw.append((start, end, sense.kind, sense.value, ()))
    if sense.negation:
        out.negations.append((start, end, sense.negation))
    if sense.month and _dated(word, table):
        out.months.append(Item(start, end, (float(sense.month),), False, True))
    if sense.weekday and _dated(word, table):
        out.weekdays += [Item(start, end, (float(day),), False, True) for day in sense.weekday]


def _dated(word: str, table: Senses) -> bool:
    """True when the name of a month or weekday is one: capitalised where the language does so."""
    return table.vocabulary.calendar.lower or word[0].isupper() or "-" in word


def _digits(out: Side, raw: list[Raw], start: int, end: int, word: str) -> None:
    ways, month = readings(word)
    raw.append((start, end, "digits", 0.0, ways))
    if month:
        out.months.append(Item(start, end, (month,), True, True))
