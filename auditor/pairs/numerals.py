"""Numbers and calendar words of Chinese and Japanese."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from auditor.packs import data_path, load_toml
from auditor.pairs.side import Item, Side, readings
from auditor.records import Record


class Numerals(Record, frozen=True):
    """``data/pairs/numerals.toml``."""

    schema: int
    digits: Mapping[str, int]
    tens: Mapping[str, int]
    myriads: Mapping[str, int]
    months: tuple[str, ...]
    weekdays: Mapping[str, int]


@cache
def _tables() -> Numerals:
    return load_toml(data_path("pairs", "numerals.toml"), Numerals)


@cache
def _pattern() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = _tables()
    signs = "".join((*table.digits, *table.tens, *table.myriads))
    return re.compile(rf"(?:[\d{signs}]|(?<=\d)[.,](?=\d))+"), re.compile("|".join(table.weekdays))


def numerals(out: Side) -> None:
    """Replaces the numbers of a side by those read with the signs of Chinese and Japanese."""
    table = _tables()
    numbers, weekdays = _pattern()
    out.numbers = []
    for match in numbers.finditer(out.text):
        covers, plain = _value(match[0], table)
        if covers:
            out.numbers.append(Item(match.start(), match.end(), covers, plain, plain))
            if out.text[match.end() : match.end() + 1] in table.months and 1 <= covers[0] <= 12:
                out.months.append(Item(match.start(), match.end(), covers[:1], plain, True))
    for match in weekdays.finditer(out.text):
        out.weekdays.append(Item(match.start(), match.end(), (float(table.weekdays[match[0]]),), False, True))


def _value(word: str, table: Numerals) -> tuple[tuple[float, ...], bool]:
    """What a run of signs stands for, and whether it is written with digits."""
    total, group, unit = 0.0, 0.0, None
    pieces = re.findall(r"\d+(?:[.,]\d+){0,6}|\D", word)
    if len(pieces) == 1 and pieces[0][0].isdecimal():
        return readings(pieces[0])[0], True
    for piece in pieces:
        if piece[0].isdecimal():
            unit = readings(piece)[0][0]
        elif piece in table.digits:
            unit = (unit or 0.0) * 10 + table.digits[piece]
        elif piece in table.tens:
            group, unit = group + (1.0 if unit is None else unit) * table.tens[piece], None
        elif piece in table.myriads:
            total, group, unit = total + ((group + (unit or 0.0)) or 1.0) * table.myriads[piece], 0.0, None
    value = round(total + group + (unit or 0.0), 6)
    return ((value,) if value else ()), any(piece[0].isdecimal() for piece in pieces) and value >= 1
