"""Figures, counts, money, percentages and durations read to values.

Values are plain decimals; durations are ISO 8601 (``P6M``, ``PT3H``). ``unit``: ``%``, an ISO 4217 code, a unit symbol,
or the counted noun as written. Product codes (``MS-22``, ``737-800``), scores, phone and house numbers are no figures.
"""

from __future__ import annotations

import re
from decimal import Decimal

from auditor.reading.values.numbers import SYMBOL, Number, named, spelt, year_like
from auditor.reading.values.numbers import number as read_number
from auditor.reading.values.scan import BLANKS, Found, Scan

_SYMBOL_AFTER = re.compile(r"\s?([$€£¥₽₴₹₩]|zł\b|Kč\b)")
_PERCENT = re.compile(r"\s?%")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_SUFFIX = re.compile(r"[^\W\d_]+")
_WORD_AFTER = re.compile(r"[-\s](?:(?:de|di)\s|d['’])?(\w+)")
_PRECISION = {"about": "approximate", "at least": "at-least", "at most": "at-most"}
_TIME_UNITS = {"TH": "H", "TM": "M", "TS": "S"}


def at_number(scan: Scan, i: int) -> Found | None:
    """The quantity that begins at token ``i`` (digits or a number word), or None where the number is none."""
    number = read_number(scan, i)
    if number is None:
        return None
    cue = _cue(scan, i)
    found = _measured(scan, number) or _counted(scan, i, number) or _bare(scan, i, number, cue)
    if found is None:
        return None
    return found._replace(precision=_PRECISION.get(cue or "", "exact"), modifier=cue)


def at_compound(scan: Scan, i: int, parts: list[str]) -> Found | None:
    """``six-month``, ``20-year``, ``twenty-five``: numbers joined by hyphens."""
    amount = spelt(scan.words, parts[:-1]) if len(parts) > 1 else None
    duration = scan.words.durations.get(parts[-1])
    token = scan.tokens[i]
    if amount is not None and duration:
        return Found(token.start, token.end, i + 1, "duration", _iso(Decimal(amount), duration), "exact")
    return at_number(scan, i) if spelt(scan.words, parts) is not None else None


def _measured(scan: Scan, number: Number) -> Found | None:
    """Money, percentage, duration or unit of measure."""
    words, text, j = scan.words, scan.text, number.after
    if m := SYMBOL.search(text, max(0, number.start - 4), number.start):
        return _found(number, m.start(), number.end, j, "money", words.symbols[m[1]])
    if m := _SYMBOL_AFTER.match(text, number.end):
        return _found(number, number.start, m.end(), scan.token_at(m.end(), j), "money", words.symbols[m[1]])
    if m := _PERCENT.match(text, number.end):
        return _found(number, number.start, m.end(), j, "figure", "%")
    if scan.words.language == "en" and (m := _ORDINAL.match(text, number.end)):
        return _found(number, number.start, m.end(), scan.token_at(m.end(), j), "figure", "ordinal")
    link = _WORD_AFTER.match(text, _dot(text, number.end))
    if link is None or "\n" in link[0]:
        return _stuck_unit(scan, number)
    word, end = link[1].lower(), link.end(1)
    two = f"{word} {scan.word(j + 1)}" if scan.near(j) else ""
    if word in words.numbers.percent or two in words.numbers.percent:
        end = end if word in words.numbers.percent else scan.tokens[j + 1].end
        return _found(number, number.start, end, scan.token_at(end, j), "figure", "%")
    return _unit(scan, number, word, end)


def _stuck_unit(scan: Scan, number: Number) -> Found | None:
    m = _SUFFIX.match(scan.text, number.end)
    return _unit(scan, number, m[0].lower(), m.end()) if m else None


def _unit(scan: Scan, number: Number, word: str, end: int) -> Found | None:
    words, after = scan.words, scan.token_at(end, number.after)
    if (duration := words.durations.get(word)) and not (
        words.language == "en" and scan.text[end - len(word)].isupper()
    ):
        value = _iso(number.amount, duration)
        return Found(number.start, end, after, "duration", value, "exact")
    if code := words.money.get(word):
        if code == "0.01":
            return None
        if code == "USD" or number.amount != 1:
            return _found(number, number.start, end, after, "money", code)
    if (unit := words.units.get(word)) and (number.digits or len(word) > 2):
        return _found(number, number.start, end, after, "figure", unit)
    return None


def _dot(text: str, end: int) -> int:
    """Past the dot of an abbreviated magnitude (``млн.``)."""
    return end + 1 if text[end : end + 1] == "." and text[end - 1 : end].isalpha() else end


def _counted(scan: Scan, i: int, number: Number) -> Found | None:
    """``four people``, ``seven crew members``: a number before the noun that it counts."""
    if number.amount in (0, 1) or (number.digits and named(scan, i)):
        return None
    k = _noun(scan, number.after)
    if (
        k is not None
        and scan.words.language == "en"
        and year_like(scan, i)
        and scan.low[k] not in scan.words.numbers.plurals
    ):
        return None
    if k is None or scan.text[_dot(scan.text, number.end) :][:1] not in BLANKS:
        return None
    return _found(number, number.start, scan.tokens[k].end, k + 1, "count", scan.low[k])


def _noun(scan: Scan, first: int) -> int | None:
    """Index of the counted noun: English by its plural, German by its capital, else the next word."""
    language, numbers = scan.words.language, scan.words.numbers
    for k in range(first, min(first + 4, scan.hi)):
        word = scan.low[k]
        if (k > first and not scan.near(k - 1)) or word in numbers.stop or word in numbers.joiners or word[0].isdigit():
            return None
        if word in scan.words.roles or word in scan.words.direction:
            return None
        if language == "en":
            if _plural(word, numbers.plurals):
                return (
                    k + 1
                    if scan.near(k) and word in numbers.plurals and _plural(scan.word(k + 1), numbers.plurals)
                    else k
                )
        elif language == "de":
            if scan.capital(k):
                return k
        else:
            return k if word.isalpha() and len(word) > 2 else None
    return None


def _plural(word: str, irregular: frozenset[str]) -> bool:
    return word in irregular or (len(word) > 3 and word[-1] == "s" and word[-2:] not in ("ss", "us", "is", "'s"))


def _bare(scan: Scan, i: int, number: Number, cue: str | None) -> Found | None:
    """A number without a noun counts as a figure only where its form says that it is one."""
    if not number.explicit and not (number.digits and cue and cue != "only" and number.amount > 9):
        return None
    if number.digits and named(scan, i) and number.amount < 1000:
        return None
    return _found(number, number.start, number.end, number.after, "figure", None)


def _cue(scan: Scan, i: int) -> str | None:
    """``about``, ``at least``, ``at most`` or ``only`` right before the number."""
    return next((cue for size in (3, 2, 1) if (cue := scan.words.cues.get(scan.behind(i, size)))), None)


def _iso(amount: Decimal, unit: str) -> str:
    factor = 1
    if unit[:-1].isdigit():
        factor, unit = int(unit[:-1]), unit[-1]
    shown = _plain(amount * factor)
    return f"PT{shown}{_TIME_UNITS[unit]}" if unit in _TIME_UNITS else f"P{shown}{unit}"


def _plain(amount: Decimal) -> str:
    """The decimal without exponent and without idle zeros behind the point."""
    shown = format(amount, "f")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _found(number: Number, start: int, end: int, after: int, kind: str, unit: str | None) -> Found:
    return Found(start, end, after, kind, _plain(number.amount), "exact", unit)  # type: ignore[arg-type]
