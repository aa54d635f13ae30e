"""House style: percentages, small and large numbers, sums of money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Context
from auditor.checks.figures.date_forms import at_numbers
from auditor.checks.spans import Spans, sentences
from auditor.checks.style.house_spans import Found, words
from auditor.packs.style_file import Currency, Millions, Numbers, Percent, Thousands
from auditor.reading.article import Reading
from auditor.reading.values.words import vocabulary
from auditor.text.tokens import Token

_SIGN = re.compile(r"(?<=\d)([ \u00a0\u202f]?%)(?!\w)")
_PERCENT = re.compile(r"(?<=\d)([ \u00a0\u202f]?%|[ \u00a0-](?:per cent|percent|pct))(?!\w)")
_COUNTED = re.compile(r"([2-9]|1[0-2])[ \u00a0]([a-z]{3,})(?![\w’'-])")
_PLAIN = re.compile(r"(\d{4,9})[ \u00a0]([a-zà-ÿ]{3,})(?![\w-])")
_GROUPED = {
    ",": re.compile(r"(\d{1,3}(?:[ \u00a0\u202f.]\d{3})+)(?![\d\w]|[.,]\d)[ \u00a0]([a-zà-ÿ]{3,})(?![\w-])"),
    " ": re.compile(r"(\d{1,3}(?:[,.]\d{3})+)(?![\d\w]|[.,]\d)(?:[ \u00a0]([a-zà-ÿ]{3,}))?"),
    ".": re.compile(r"(\d{1,3}(?:[ \u00a0\u202f,]\d{3})+)(?![\d\w]|[.,]\d)[ \u00a0]([a-zà-ÿ]{3,})(?![\w-])"),
}
_MONEY = re.compile(
    r"(?:US|A|C|NZ|HK)?[€£$](\d[\d,]*(?:\.\d+)?)([ \u00a0-]?(?:million|billion|trillion|mn|m|bn|tn))(?!\w)"
)
_SUM = re.compile(r"([€£$])(\d[\d,]*(?:\.\d+)?)([ \u00a0](?:million|billion|trillion))?(?![\w.-]*\w)")
_SIZES = {"m": 0, "mn": 0, "million": 0, "bn": 1, "billion": 1, "tn": 2, "trillion": 2}
_YEARS = range(1400, 2200)
NBSP = "\u00a0"


def percent(context: Context, rule: Percent) -> Iterator[Found]:
    """The sign or word behind the figures."""
    better = rule.write.replace(" ", NBSP) if rule.write.endswith("%") else rule.write
    for m in (_PERCENT if context.reading.base == "en" else _SIGN).finditer(context.reading.text):
        if m[1].replace(NBSP, " ").replace("\u202f", " ") != rule.write and not m[1].startswith("-"):
            start = _figures(context.reading.text, m.start())
            yield start, m.end(), context.reading.text[start : m.start()] + better


def _figures(text: str, end: int) -> int:
    """Where the figures that end here begin."""
    start = end
    while start and (text[start - 1].isdigit() or (text[start - 1] in ".," and text[start - 2 : start - 1].isdigit())):
        start -= 1
    return start


def numbers(context: Context, rule: Numbers) -> Iterator[Found]:
    """Small numbers in figures, larger ones in words, where they count things."""
    reading = context.reading
    crowded = _crowded(reading)
    yield from _in_figures(reading, rule, crowded)
    yield from _in_words(reading, rule, crowded)


def _in_figures(reading: Reading, rule: Numbers, crowded: Spans) -> Iterator[Found]:
    spoken = {n: form for form, n in reversed(list(vocabulary("en").words.items()))}
    for m in at_numbers(reading, _COUNTED):
        if int(m[1]) <= rule.words_to and _counts(m[2], rule) and not crowded.hits(m.start(), m.end()):
            before = reading.text[max(0, m.start() - 24) : m.start()]
            after = reading.text[m.end() : m.end() + 5]
            last = before.rstrip().rpartition(" ")[2]
            if last.islower() and last.isalpha() and last not in words().series and after[1:4] != "old":
                yield m.start(1), m.end(1), spoken[int(m[1])]


def _in_words(reading: Reading, rule: Numbers, crowded: Spans) -> Iterator[Found]:
    values = vocabulary("en").words
    for one, two in zip(reading.tokens, reading.tokens[1:], strict=False):
        value = values.get(one.text)
        if value is None or not rule.words_to < value < 100 or reading.text[one.end : two.start] != " ":
            continue
        if _counts(two.text, rule, figures=False) and not crowded.hits(one.start, one.end):
            yield one.start, one.end, str(value)


def _counts(noun: str, rule: Numbers, *, figures: bool = True) -> bool:
    """A plural noun of things that are counted, not measured."""
    table = vocabulary("en")
    if noun in table.units or noun in table.money or noun in words().scored or noun in table.numbers.stop:
        return False
    if noun in table.durations:
        return figures and "durations" not in rule.figures_for
    return noun in table.numbers.plurals or (noun.endswith("s") and not noun.endswith("ss") and noun.islower())


def _crowded(reading: Reading) -> Spans:
    """Sentences with several numbers, which houses treat as a set."""
    return Spans((s.segment.start, s.segment.end) for s in sentences(reading) if sum(map(_numeral, s.tokens)) > 1)


def _numeral(token: Token) -> bool:
    """A number; neither one nor a year, which stand in all sorts of sentences."""
    value = vocabulary("en").words.get(token.text.lower())
    if value is not None:
        return value > 1
    year = len(token.text) == 4 and token.text.isdecimal() and int(token.text) in _YEARS
    return token.text[0].isdigit() and not year


def thousands(context: Context, rule: Thousands) -> Iterator[Found]:
    """Numbers that count things and whose groups of three stand together, or apart in another way."""
    reading = context.reading
    language = reading.base
    blank = NBSP if rule.separator == " " else rule.separator
    for m in at_numbers(reading, _PLAIN):
        year = len(m[1]) == 4 and int(m[1]) in _YEARS
        if len(m[1]) >= rule.digits and not year and _plural(m[2], language):
            yield m.start(1), m.end(1), f"{int(m[1]):,}".replace(",", blank)
    for m in at_numbers(reading, _GROUPED[rule.separator]):
        if m[2] is None or _plural(m[2], language):
            digits = re.sub(r"\D", "", m[1])
            if not ("." in m[1] and m[1].count(".") == 1 and language == "en"):
                yield m.start(1), m.end(1), f"{int(digits):,}".replace(",", blank)


def _plural(noun: str, language: str) -> bool:
    return noun.endswith(("s", "x")) or noun in vocabulary(language).numbers.plurals


def millions(context: Context, rule: Millions) -> Iterator[Found]:
    """Millions and more behind a sign of currency."""
    for m in _MONEY.finditer(context.reading.text):
        size = rule.money[_SIZES[m[2].strip(" \u00a0-")]]
        if m[2][0] != "-":
            yield m.start(), m.end(), context.reading.text[m.start() : m.end(1)] + size


def currency(context: Context, rule: Currency) -> Iterator[Found]:
    """Sums behind a sign that the house writes out."""
    text = context.reading.text
    for m in _SUM.finditer(text):
        noun = rule.words.get(m[1])
        if noun and not text[m.start() - 1 : m.start()].isalpha():
            one = m[2] == "1" and not m[3]
            yield m.start(), m.end(), f"{m[2]}{m[3] or ''} {noun.removesuffix('s') if one else noun}"
