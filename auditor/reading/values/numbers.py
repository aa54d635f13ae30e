"""Numbers in digits or words, with their magnitudes, on the way to a value."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from auditor.reading.values.scan import BLANKS, Scan
from auditor.reading.values.words import Vocabulary, vocabulary
from auditor.text.memo import Memo

_KEPT = 50_000  # words of a language that are remembered
SYMBOL = re.compile(r"(US\$|[$€£¥₽₴₹₩])\s?$")
_CODE_BEFORE = frozenset("-–/#@_.:+№&=~'’")


class Number:
    """A number on its way to a value: amount, end of its text, index of the next token."""

    __slots__ = ("after", "amount", "digits", "end", "explicit", "start")

    def __init__(self, amount: Decimal, start: int, end: int, after: int, digits: bool, explicit: bool) -> None:
        self.amount, self.start, self.end, self.after = amount, start, end, after
        self.digits, self.explicit = digits, explicit


@cache
def _pattern(language: str, decimal: str, group: str) -> re.Pattern[str]:
    """Digits as the language writes them: grouped in threes, with its decimal sign.

    Where the comma is the decimal sign a plain space groups, too (ISO 80000-1, 7.3.1; Duden; RAE, Ortografía 2010).
    """
    signs = {group, "'", "’", "\u00a0", "\u202f", "\u2009", *((" ", ".") if decimal == "," else ())}
    grouping = f"[{re.escape(''.join(sorted(signs)))}]"
    point = re.escape(decimal)
    return re.compile(
        rf"\d{{1,3}}(?:{grouping}\d{{3}}(?!\d)){{1,6}}(?:{point}\d{{1,9}})?|\d{{1,15}}(?:{point}\d{{1,9}})?"
    )


def _digits(scan: Scan, i: int) -> Number | None:
    token, numbers = scan.tokens[i], scan.words.numbers
    m = _pattern(scan.words.language, numbers.decimal, numbers.group).match(scan.text, token.start)
    if m is None or (token.start and scan.text[token.start - 1] in _CODE_BEFORE):
        return None
    body, fraction = m[0], ""
    if numbers.decimal in body and re.fullmatch(r"\d{1,9}", body.rpartition(numbers.decimal)[2] or "x"):
        body, _, fraction = body.rpartition(numbers.decimal)
    whole = body if body.isdecimal() else re.sub(r"\D", "", body)
    amount = Decimal(whole + (f".{fraction}" if fraction else ""))
    end, explicit = m.end(), bool(fraction) or not body.isdigit()
    tail = scan.text[end : end + 1]
    if tail and (tail.isdigit() or (tail in ".,:/-–" and scan.text[end + 1 : end + 2].isdigit())):
        return None
    if tail.isalpha() or (tail in "-‑" and scan.text[end + 1 : end + 2].isalpha()):
        return _suffixed(scan, i, amount, end, explicit)
    return Number(amount, token.start, end, scan.token_at(end, i), True, explicit)


def _suffixed(scan: Scan, i: int, amount: Decimal, end: int, explicit: bool) -> Number | None:
    """``5km``, ``10bn``, ``20-year``: a unit stuck to the number; anything else is a code."""
    token, words = scan.tokens[i], scan.words
    suffix = scan.text[end : scan.tokens[scan.token_at(end, i) - 1].end].lstrip("-‑").lower()
    money = SYMBOL.search(scan.text, max(0, token.start - 4), token.start)
    if suffix in words.magnitudes and (money or len(suffix) > 1):
        after = scan.token_at(end + len(suffix), i + 1)
        return Number(amount * words.magnitudes[suffix], token.start, end + len(suffix), after, True, True)
    if words.language == "en" and suffix in ("st", "nd", "rd", "th"):
        return Number(amount, token.start, end, i + 1, True, True)
    if suffix in words.durations or suffix in words.units or suffix in words.money:
        return Number(amount, token.start, end, scan.token_at(end, i), True, explicit)
    return None


def _words(scan: Scan, i: int) -> Number | None:
    """A run of number words: ``two hundred and six``, ``twenty-five``, ``treinta y cinco``."""
    words, known, j, total = scan.words, _spelt(scan.words.language), i, 0
    while j < scan.hi and (j == i or scan.near(j - 1)):
        value = known[scan.low[j]]
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
    return Number(Decimal(total), scan.tokens[i].start, scan.tokens[j - 1].end, j, False, False)


@cache
def _spelt(language: str) -> Memo[str, int | None]:
    """The value of each word of a language that is a number, or several joined by hyphens."""
    words = vocabulary(language)
    return Memo(lambda word: words.words[word] if word in words.words else spelt(words, word.split("-")), _KEPT)


def _place(total: int) -> int:
    """The first value that can no longer be added to the words so far: units after tens, tens after hundreds."""
    if total >= 100:
        return 100 if total % 100 == 0 else (10 if total % 100 >= 20 and total % 10 == 0 else 0)
    return 10 if total >= 20 and total % 10 == 0 else 0


def spelt(words: Vocabulary, parts: list[str]) -> int | None:
    """Sum of number words (or digits) joined by hyphens; None where a part is no number."""
    total, j = 0, 0
    while j < len(parts):
        for size in range(min(3, len(parts) - j), 0, -1):
            value = words.words.get("-".join(parts[j : j + size]))
            if value is not None:
                break
        else:
            if len(parts) == 1 and parts[0].isdecimal() and len(parts[0]) < 5:
                return int(parts[0])
            return None
        if j and value >= _place(total) and not (total in (60, 80) and value < 20):
            return None
        total, j = total + value, j + size
    return total if parts else None


def _magnitude(scan: Scan, number: Number) -> None:
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


def year_like(scan: Scan, i: int) -> bool:
    """True for four digits without a separator that read as a year: English groups its thousands."""
    return (
        scan.words.language == "en"
        and len(scan.low[i]) == 4
        and scan.low[i].isdecimal()
        and 1900 <= int(scan.low[i]) < 2100
    )


def named(scan: Scan, i: int) -> bool:
    """True when a word with a capital stands before the number: ``Boeing 737``, ``iPhone 14``."""
    return i - 1 > scan.lo and scan.near(i - 1) and any(c.isupper() for c in scan.tokens[i - 1].text)


def number(scan: Scan, i: int) -> Number | None:
    """The number at token ``i``, magnitudes taken in, or None where it is none (a code, a score, a phone number)."""
    found = _digits(scan, i) if scan.low[i][0].isdigit() else _words(scan, i)
    if found is not None:
        _magnitude(scan, found)
    return found
