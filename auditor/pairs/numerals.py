"""Numbers and calendar words of Chinese and Japanese."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from auditor.packs import data_path, load_toml
from auditor.pairs.numbers import Item, exact, readings
from auditor.pairs.side import Side
from auditor.records import Record


class Numerals(Record, frozen=True):
    """``data/pairs/numerals.toml``."""

    schema: int
    digits: Mapping[str, int]
    some: str
    tens: Mapping[str, int]
    myriads: Mapping[str, int]
    months: tuple[str, ...]
    weekdays: Mapping[str, int]


_BARE = 1e6  # written without digits, a number as large is a magnitude
_SLASHED = re.compile(r"(?<![\d/])(?:\d{4}/)?(1[0-2]|0?[1-9])/([0-3]?\d)(?![\d/])")


@cache
def _tables() -> Numerals:
    return load_toml(data_path("pairs", "numerals.toml"), Numerals)


@cache
def _pattern() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = _tables()
    signs = "".join((*table.digits, *table.tens, *table.myriads))
    myriads = "".join(table.myriads)
    plain = rf"(?:[\d{signs}]|(?<=\d)[.,](?=\d))+(?:[ \u00a0{table.some}]{{1,2}}[{myriads}]+)?"
    return re.compile(plain), re.compile("|".join(map(re.escape, table.weekdays)))


def numerals(out: Side) -> None:
    """Replaces the numbers of a side by those read with the signs of Chinese and Japanese."""
    table = _tables()
    numbers, weekdays = _pattern()
    out.numbers = []
    for match in numbers.finditer(out.text):
        covers, plain = _value(match[0], table)
        if covers:
            month = out.text[match.end() : match.end() + 2].strip()[:1] in table.months and 1 <= covers[0] <= 12
            item = Item(match.start(), match.end(), covers, plain, (plain or _spelt(match[0], table)) and not month)
            if not plain and covers[0] >= _BARE:
                item.bare, item.factor = True, 1e9 if covers[0] >= 1e9 else 1e6
            out.numbers.append(item)
            if month:
                out.months.append(Item(match.start(), match.end(), covers[:1], plain, True))
    for match in _SLASHED.finditer(out.text):
        out.months.append(Item(match.start(1), match.end(1), (float(match[1]),), True, True))
    for match in weekdays.finditer(out.text):
        out.weekdays.append(Item(match.start(), match.end(), (float(table.weekdays[match[0]]),), False, True))


def _spelt(word: str, table: Numerals) -> bool:
    """True for a plain number of two digits, the only kind of signs that is surely a number (二十一)."""
    before, ten, after = word.partition("十")
    return bool(ten and before) and all(
        len(part) < 2 and (not part or part in table.digits) for part in (before, after)
    )


def _decimal(piece: str) -> float:
    """Digits as Chinese and Japanese write them: a point for the decimals, commas between thousands."""
    whole, _, rest = piece.replace(",", "").partition(".")
    return float(f"{whole[:15]}.{rest.replace('.', '')[:9] or 0}")


def _value(word: str, table: Numerals) -> tuple[tuple[float, ...], bool]:
    """What a run of signs stands for, and whether it is written with digits."""
    total, group, unit = 0.0, 0.0, None
    pieces = re.findall(r"\d+(?:[.,]\d+){0,6}|\D", word)
    if len(pieces) == 1 and pieces[0][0].isdecimal():
        return tuple(way[0] for way in readings(pieces[0])[0] if len(way) == 1), True
    for at, piece in enumerate(pieces):
        if piece[0].isdecimal():
            unit = _decimal(piece)
        elif piece in table.digits:
            unit = (unit or 0.0) * 10 + table.digits[piece]
        elif piece in table.tens:
            group, unit = group + (1.0 if unit is None else unit) * table.tens[piece], None
        elif piece in table.myriads:
            factor = table.myriads[piece]
            if at and pieces[at - 1] in table.myriads:
                total *= factor
            else:
                total, group, unit = total + ((group + (unit or 0.0)) or 1.0) * factor, 0.0, None
    value = exact(total + group + (unit or 0.0))
    return ((value,) if value else ()), any(piece[0].isdecimal() for piece in pieces) and value >= 1
