"""Figures, counts, money, percentages and durations read to values.

Values are plain decimals; durations are ISO 8601 (``P6M``, ``PT3H``). ``unit``: ``%``, an ISO 4217 code, a unit symbol,
or the counted noun as written. Product codes (``MS-22``, ``737-800``), scores, phone and house numbers are no figures.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from auditor.reading.value_scan import BLANKS, Found, Scan
from auditor.reading.value_words import Vocabulary

_SYMBOL = re.compile(r"(US\$|[$€£¥₽₴₹₩])\s?$")
_SYMBOL_AFTER = re.compile(r"\s?([$€£¥₽₴₹₩]|zł\b|Kč\b)")
_PERCENT = re.compile(r"\s?%")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_SUFFIX = re.compile(r"[^\W\d_]+")
_WORD_AFTER = re.compile(r"[-\s](?:(?:de|di)\s|d['’])?(\w+)")
_CODE_BEFORE = frozenset("-–/#@_.:+№&=~'’")
_PRECISION = {"about": "approximate", "at least": "at-least", "at most": "at-most"}
_TIME_UNITS = {"TH": "H", "TM": "M", "TS": "S"}


class _Number:
    """A number on its way to a value: amount, end of its text, index of the next token."""

    __slots__ = ("after", "amount", "digits", "end", "explicit", "start")

    def __init__(self, amount: Decimal, start: int, end: int, after: int, digits: bool, explicit: bool) -> None:
        self.amount, self.start, self.end, self.after = amount, start, end, after
        self.digits, self.explicit = digits, explicit


def at_number(scan: Scan, i: int) -> Found | None:
    """The quantity that begins at token ``i`` (digits or a number word), or None where the number is none."""
    number = _digits(scan, i) if scan.low[i][0].isdigit() else _words(scan, i)
    if number is None:
        return None
    _magnitude(scan, number)
    cue = _cue(scan, i)
    found = _measured(scan, number) or _counted(scan, i, number) or _bare(scan, i, number, cue)
    if found is None:
        return None
    return found._replace(precision=_PRECISION.get(cue or "", "exact"), modifier=cue)


def at_compound(scan: Scan, i: int, parts: list[str]) -> Found | None:
    """``six-month``, ``20-year``, ``twenty-five``: numbers joined by hyphens."""
    amount = _spelt(scan.words, parts[:-1]) if len(parts) > 1 else None
    duration = scan.words.durations.get(parts[-1])
    token = scan.tokens[i]
    if amount is not None and duration:
        return Found(token.start, token.end, i + 1, "duration", _iso(Decimal(amount), duration), "exact")
    return at_number(scan, i) if _spelt(scan.words, parts) is not None else None


@cache
def _pattern(language: str, decimal: str, group: str) -> re.Pattern[str]:
    """Digits as the language writes them: grouped in threes, with its decimal sign."""
    grouping = f"[{re.escape(group)}'’\u00a0\u202f\u2009]" if group != " " else "[ .\u00a0\u202f\u2009]"
    point = re.escape(decimal)
    return re.compile(
        rf"\d{{1,3}}(?:{grouping}\d{{3}}(?!\d)){{1,6}}(?:{point}\d{{1,9}})?|\d{{1,15}}(?:{point}\d{{1,9}})?"
    )


def _digits(scan: Scan, i: int) -> _Number | None:
    token, numbers = scan.tokens[i], scan.words.numbers
    m = _pattern(scan.words.language, numbers.decimal, numbers.group).match(scan.text, token.start)
    if m is None or (token.start and scan.text[token.start - 1] in _CODE_BEFORE):
        return None
    body, fraction = m[0], ""
    if numbers.decimal in body and re.fullmatch(r"\d{1,9}", body.rpartition(numbers.decimal)[2] or "x"):
        body, _, fraction = body.rpartition(numbers.decimal)
    amount = Decimal(re.sub(r"\D", "", body) + (f".{fraction}" if fraction else ""))
    end, explicit = m.end(), bool(fraction) or not body.isdigit()
    tail = scan.text[end : end + 1]
    if tail and (tail.isdigit() or (tail in ".,:/-–" and scan.text[end + 1 : end + 2].isdigit())):
        return None
    if tail.isalpha() or (tail in "-‑" and scan.text[end + 1 : end + 2].isalpha()):
        return _suffixed(scan, i, amount, end, explicit)
    return _Number(amount, token.start, end, scan.token_at(end, i), True, explicit)


def _suffixed(scan: Scan, i: int, amount: Decimal, end: int, explicit: bool) -> _Number | None:
    """``5km``, ``10bn``, ``20-year``: a unit stuck to the number; anything else is a code."""
    token, words = scan.tokens[i], scan.words
    suffix = scan.text[end : scan.tokens[scan.token_at(end, i) - 1].end].lstrip("-‑").lower()
    money = _SYMBOL.search(scan.text, max(0, token.start - 4), token.start)
    if suffix in words.magnitudes and (money or len(suffix) > 1):
        after = scan.token_at(end + len(suffix), i + 1)
        return _Number(amount * words.magnitudes[suffix], token.start, end + len(suffix), after, True, True)
    if words.language == "en" and suffix in ("st", "nd", "rd", "th"):
        return _Number(amount, token.start, end, i + 1, True, True)
    if suffix in words.durations or suffix in words.units or suffix in words.money:
        return _Number(amount, token.start, end, scan.token_at(end, i), True, explicit)
    return None


def _words(scan: Scan, i: int) -> _Number | None:
    """A run of number words: ``two hundred and six``, ``twenty-five``, ``treinta y cinco``."""
    words, j, total = scan.words, i, 0
    while j < scan.hi and (j == i or scan.near(j - 1)):
        value = _spelt(words, scan.low[j].split("-")) if scan.low[j] not in words.words else words.words[scan.low[j]]
        if value is not None and (j == i or value < _place(total)):
            total += value
        elif value is None and words.magnitudes.get(scan.low[j]) == 100 and 0 < total < 10:
            total *= 100
        elif not (
            scan.low[j] in words.numbers.joiners
            and total >= 20
            and 0 < words.words.get(scan.word(j + 1), 0) < _place(total)
        ):
            break
        j += 1
    if j == i:
        return None
    return _Number(Decimal(total), scan.tokens[i].start, scan.tokens[j - 1].end, j, False, False)


def _place(total: int) -> int:
    """The first value that can no longer be added to the words so far: units after tens, tens after hundreds."""
    if total >= 100:
        return 100 if total % 100 == 0 else (10 if total % 100 >= 20 and total % 10 == 0 else 0)
    return 10 if total >= 20 and total % 10 == 0 else 0


def _spelt(words: Vocabulary, parts: list[str]) -> int | None:
    """Sum of number words (or digits) joined by hyphens; None where a part is no number."""
    total, j = 0, 0
    while j < len(parts):
        for size in (3, 2, 1):
            value = words.words.get("-".join(parts[j : j + size]))
            if value is not None and j + size <= len(parts):
                break
        else:
            if len(parts) == 1 and parts[0].isdigit() and len(parts[0]) < 5:
                return int(parts[0])
            return None
        if j and value >= _place(total) and not (total in (60, 80) and value < 20):
            return None
        total, j = total + value, j + size
    return total if parts else None


def _magnitude(scan: Scan, number: _Number) -> None:
    """Takes in the magnitude words behind the number: ``1.5 million``, ``5 тыс.``."""
    words = scan.words
    while number.after > scan.lo and scan.text[number.end : number.end + 1] in BLANKS:
        factor = words.magnitudes.get(scan.word(number.after))
        if factor is None or not scan.near(number.after - 1) or (factor == 12 and number.amount > 99):
            return
        if len(scan.word(number.after)) == 1:
            return
        number.amount *= factor
        number.explicit = True
        number.end = scan.tokens[number.after].end
        number.after += 1


def _measured(scan: Scan, number: _Number) -> Found | None:
    """Money, percentage, duration or unit of measure."""
    words, text, j = scan.words, scan.text, number.after
    if m := _SYMBOL.search(text, max(0, number.start - 4), number.start):
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


def _stuck_unit(scan: Scan, number: _Number) -> Found | None:
    m = _SUFFIX.match(scan.text, number.end)
    return _unit(scan, number, m[0].lower(), m.end()) if m else None


def _unit(scan: Scan, number: _Number, word: str, end: int) -> Found | None:
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


def _counted(scan: Scan, i: int, number: _Number) -> Found | None:
    """``four people``, ``seven crew members``: a number before the noun that it counts."""
    if number.amount in (0, 1) or (number.digits and _named(scan, i)):
        return None
    k = _noun(scan, number.after)
    if (
        k is not None
        and scan.words.language == "en"
        and _year_like(scan, i)
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


def _year_like(scan: Scan, i: int) -> bool:
    """True for four digits without a separator that read as a year: English groups its thousands."""
    return (
        scan.words.language == "en"
        and len(scan.low[i]) == 4
        and scan.low[i].isdigit()
        and 1900 <= int(scan.low[i]) < 2100
    )


def _named(scan: Scan, i: int) -> bool:
    """True when a word with a capital stands before the number: ``Boeing 737``, ``iPhone 14``."""
    return i - 1 > scan.lo and scan.near(i - 1) and any(c.isupper() for c in scan.tokens[i - 1].text)


def _plural(word: str, irregular: frozenset[str]) -> bool:
    return word in irregular or (len(word) > 3 and word[-1] == "s" and word[-2:] not in ("ss", "us", "is", "'s"))


def _bare(scan: Scan, i: int, number: _Number, cue: str | None) -> Found | None:
    """A number without a noun counts as a figure only where its form says that it is one."""
    if not number.explicit and not (number.digits and cue and cue != "only" and number.amount > 9):
        return None
    if number.digits and _named(scan, i) and number.amount < 1000:
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


def _found(number: _Number, start: int, end: int, after: int, kind: str, unit: str | None) -> Found:
    return Found(start, end, after, kind, _plain(number.amount), "exact", unit)  # type: ignore[arg-type]
