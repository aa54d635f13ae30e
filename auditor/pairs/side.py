"""One side of a pair: its words, and the numbers, months, weekdays and negations among them."""

from __future__ import annotations

import re
from functools import lru_cache

from auditor.pairs.words import TURNS, Senses, senses

_TOKEN = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){1,6}(?![\d])"
    r"|\d+(?:[.,:’'\u00a0\u202f\u2009]\d+){0,6}"
    r"|[^\W\d_]+(?:['’ʼ\-‑][^\W\d_]+){0,8}"
)
_SEPARATORS = re.compile(r"[^\d.,:]")
_NEAR = 8


class Word:
    """A word of the text."""

    __slots__ = ("end", "low", "start", "text")

    def __init__(self, start: int, end: int, text: str, low: str) -> None:
        self.start, self.end, self.text, self.low = start, end, text, low


class Item:
    """Something with a value: what it may stand for, and how firmly (``firm``: its absence is a fault).

    ``factor``: the magnitude word taken in, 1 for none; ``bare``: a magnitude without a number ("millions").
    """

    __slots__ = ("bare", "covers", "digits", "end", "factor", "firm", "start")

    def __init__(self, start: int, end: int, covers: tuple[float, ...], digits: bool, firm: bool) -> None:
        self.start, self.end, self.covers, self.digits, self.firm = start, end, covers, digits, firm
        self.factor, self.bare = 1.0, False


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
    raw: list[tuple[int, int, str, float, tuple[float, ...]]] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        if word[0].isdecimal():
            _digits(out, raw, match.start(), match.end(), word)
            continue
        low = word.lower()
        out.words.append(Word(match.start(), match.end(), word, low))
        if table is not None and (sense := table[low]) is not None:
            if sense.kind and (sense.kind != "roman" or word.isupper()):
                raw.append((match.start(), match.end(), sense.kind, sense.value, ()))
            if sense.negation:
                out.negations.append((match.start(), match.end(), sense.negation))
            if sense.month and _dated(word, low, table):
                out.months.append(Item(match.start(), match.end(), (float(sense.month),), False, True))
            if sense.weekday and (word[0].isupper() or table.vocabulary.calendar.lower):
                out.weekdays.append(Item(match.start(), match.end(), (float(sense.weekday),), False, True))
    out.lows = {word.low for word in out.words}
    if raw:
        out.numbers = _merged(raw, text, table)
    if table is None:
        from auditor.pairs.numerals import numerals

        numerals(out)
    return out


def turned(found: Side) -> int:
    """How many negators a side has."""
    return sum(1 for _, _, level in found.negations if level == TURNS)


def _dated(word: str, low: str, table: Senses) -> bool:
    """True when a month's name is one: capitalised where the language does so."""
    return table.vocabulary.calendar.lower or word[0].isupper()


def _digits(
    out: Side, raw: list[tuple[int, int, str, float, tuple[float, ...]]], start: int, end: int, word: str
) -> None:
    covers, month = readings(word)
    raw.append((start, end, "digits", 0.0, covers))
    if month:
        item = Item(start, end, month, True, True)
        out.months.append(item)


@lru_cache(maxsize=65536)
def readings(word: str) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """What digits with separators may stand for, likeliest first, and the months if they may be a date.

    Separators are read as any locale may write them: 1.234 is 1234 or 1.234; 14.30 may be a time.
    """
    plain = _SEPARATORS.sub("", word)
    parts = re.split(r"[.,:]", plain)
    if len(parts) == 1:
        return (float(parts[0][:18]),), ()
    numbers = [float(part[:18]) for part in parts]
    if ":" in plain:
        return (*numbers,), ()
    seps = [c for c in plain if c in ".,"]
    if len(parts) == 3 and seps == [".", "."] and numbers[0] < 32 and numbers[1] < 13 and len(parts[1]) < 3:
        return (*numbers, numbers[2] + 2000), (numbers[1],)
    out: list[float] = []
    if len(set(seps)) == 2:
        out.append(float("".join(parts[:-1])[:15] + "." + parts[-1][:9]))
    elif all(len(part) == 3 for part in parts[1:]) and len(parts[0]) < 4:
        out.append(float("".join(parts)[:18]))
    if len(parts) == 2:
        out.append(float(parts[0][:15] + "." + parts[1][:9]))
        if len(parts[1]) < 3 and numbers[0] < 32 and numbers[1] < 60:
            month = (numbers[1],) if 1 <= numbers[1] <= 12 and seps == ["."] else ()
            return (*out, *numbers), month
    return tuple(dict.fromkeys(out or numbers)), ()


def _merged(raw: list[tuple[int, int, str, float, tuple[float, ...]]], text: str, table: Senses | None) -> list[Item]:
    """Number tokens joined to numbers: words added up, magnitudes taken in."""
    joiners = table.vocabulary.numbers.joiners if table else frozenset()
    out: list[Item] = []
    at = 0
    while at < len(raw):
        start, end, kind, value, covers = raw[at]
        at += 1
        if kind == "digits":
            item = Item(start, end, covers, True, True)
        elif kind == "magnitude":
            item = Item(start, end, (value,), False, False)
            item.factor, item.bare = value, True
            out.append(item)
            continue
        elif kind == "cardinal":
            item, at = _spelt(raw, at, text, joiners)
        else:
            item = Item(start, end, (value,), False, False)
        at = _magnitudes(item, raw, at, text)
        _share(out, item)
        out.append(item)
    return out


def _spelt(
    raw: list[tuple[int, int, str, float, tuple[float, ...]]], at: int, text: str, joiners: frozenset[str]
) -> tuple[Item, int]:
    """A run of number words from token ``at - 1`` on: ``two hundred and six``, ``двадцать первый``."""
    start, end, _, value, _ = raw[at - 1]
    firm = True
    while at < len(raw) and value < 1000:
        nxt = raw[at]
        gap = text[end : nxt[0]].strip(" -\u00a0‑")
        if gap and gap.lower() not in joiners:
            break
        if nxt[2] == "magnitude" and nxt[3] == 100 and value < 100 and not gap:
            value *= 100
        elif nxt[2] in ("cardinal", "ordinal") and nxt[3] < _place(value):
            value += nxt[3]
            firm = nxt[2] == "cardinal"
        elif nxt[2] == "cardinal" and gap and value < 10 and nxt[3] >= 20 and nxt[3] % 10 == 0:
            value += nxt[3]
        else:
            break
        end, at = nxt[1], at + 1
    return Item(start, end, (value,), False, firm and value > 1), at


def _place(total: float) -> float:
    """The first value that can no longer be added: units after tens, tens after hundreds."""
    if total >= 100:
        return 100 if total % 100 == 0 else (10 if total % 100 >= 20 and total % 10 == 0 else 0)
    return 20 if total in (60, 80) else 10 if total >= 20 and total % 10 == 0 else 0


def _magnitudes(item: Item, raw: list[tuple[int, int, str, float, tuple[float, ...]]], at: int, text: str) -> int:
    """Takes in the magnitude words behind a number."""
    while at < len(raw) and raw[at][2] == "magnitude":
        gap = text[item.end : raw[at][0]].strip(" -\u00a0\u202f‑")
        if gap and not (len(gap) < 5 and not item.firm):
            break
        factor = raw[at][3]
        item.factor *= factor
        item.covers = tuple(round(cover * factor, 6) for cover in item.covers)
        item.end, at = raw[at][1], at + 1
        if (
            at < len(raw)
            and raw[at][2] == "cardinal"
            and raw[at][3] < factor
            and not text[item.end : raw[at][0]].strip()
        ):
            item.covers = tuple(cover + raw[at][3] for cover in item.covers)
            item.end, at = raw[at][1], at + 1
    return at


def _share(before: list[Item], item: Item) -> None:
    """``10 to 15 million``: the first number may be millions too."""
    if item.factor > 1 and before and item.start - before[-1].end < _NEAR and before[-1].factor == 1:
        last = before[-1]
        last.covers = (*last.covers, *(round(cover * item.factor, 6) for cover in last.covers))
