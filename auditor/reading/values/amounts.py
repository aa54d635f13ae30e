"""The numbers of one sentence with what they count: those that are values, and bare ones beside them ("7 of 12")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation

import msgspec

from auditor.reading.article import Reading, Value
from auditor.reading.values.find import lowered
from auditor.reading.values.numbers import number, year_like
from auditor.reading.values.scan import Scan
from auditor.reading.values.words import vocabulary

_PLAIN = re.compile(r"\d{1,15}(?:[.,]\d{1,9})?(?![.,]?\d)")
_PARTED = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")  # the blank that parts thousands
_ROUND = 2  # zeros at the end of a whole number that may come from rounding


class Amount(msgspec.Struct, frozen=True):
    """A number with its span (the counted noun within), its value, and how far rounding may have moved it.

    ``unit`` as in `Value`, None for a bare number; ``exact``: no "about", "at least", "up to" before it;
    ``scale``: what a magnitude word multiplied it with.
    """

    start: int
    end: int
    text: str
    value: Decimal
    slack: Decimal
    unit: str | None
    exact: bool
    scale: Decimal = Decimal(1)

    @property
    def whole(self) -> bool:
        """A count of things, to the last one."""
        return self.exact and self.value == int(self.value) and self.slack <= Decimal("0.5")


def amounts(reading: Reading, segment: int, values: Iterable[Value]) -> tuple[Amount, ...]:
    """The amounts of a sentence in text order; dates, times and durations are none.

    ``values`` are the sentence's own.
    """
    stretch = reading.segments[segment]
    lo = bisect_left(reading.starts, stretch.start)
    hi = bisect_left(reading.starts, stretch.end, lo)
    language = stretch.language or reading.language
    tokens = reading.tokens[lo:hi]
    scan = Scan(reading.text, tokens, lowered(tokens, language), 0, len(tokens), vocabulary(language))
    held = {value.start: value for value in values}
    out: list[Amount] = []
    i = 0
    while i < scan.hi:
        found, after = _at(scan, i, held)
        out.extend(found)
        i = max(after, i + 1)
    return tuple(out)


def _at(scan: Scan, i: int, held: Mapping[int, Value]) -> tuple[tuple[Amount, ...], int]:
    """The amount at a token, and the index of the first token after it."""
    start = scan.tokens[i].start
    value = next((held[at] for at in range(start, max(start - 4, -1), -1) if at in held and held[at].end > start), None)
    read = number(scan, i)
    if value is not None:
        after = scan.token_at(value.end, i)
        made = _valued(scan, value, read.start, read.end) if read is not None else None
        return ((made,) if made else ()), after
    if read is None or year_like(scan, i):
        return (), i + 1
    decimal, text = scan.words.numbers.decimal, scan.text[read.start : read.end]
    slack = _slack(text, read.amount, decimal)
    return (
        Amount(read.start, read.end, text, read.amount, slack, None, True, _scale(text, read.amount, decimal)),
    ), read.after


def _valued(scan: Scan, value: Value, start: int, end: int) -> Amount | None:
    if value.kind not in ("figure", "money", "count"):
        return None
    try:
        amount = Decimal(value.value)
    except InvalidOperation:
        return None
    decimal, written = scan.words.numbers.decimal, scan.text[start:end]
    slack, scale = _slack(written, amount, decimal), _scale(written, amount, decimal)
    exact = value.precision == "exact" and value.modifier in (None, "only") and value.unit != "ordinal"
    return Amount(value.start, value.end, value.text, amount, slack, value.unit, exact, scale)


def _slack(text: str, amount: Decimal, decimal: str) -> Decimal:
    """Half a unit of the last place that was written; zeros at the end of a large whole number may be rounded ones."""
    text = _PARTED.sub("", text)
    scale = _scale(text, amount, decimal)
    written = _PLAIN.match(text)
    if written is not None and (scale > 1 or decimal in written[0]):
        places = len(written[0].rpartition(decimal)[2]) if decimal in written[0] else 0
        return scale * Decimal(5).scaleb(-places - 1)
    shown = format(amount.to_integral_value(), "f")
    zeros = len(shown) - len(shown.rstrip("0"))
    return Decimal(5).scaleb(zeros - 1) if zeros >= _ROUND else Decimal("0.5")


def _scale(text: str, amount: Decimal, decimal: str) -> Decimal:
    """What a magnitude word multiplied the digits with (``4.5 million``: a million), 1 where there is none."""
    text = _PARTED.sub("", text)
    written = _PLAIN.match(text)
    if written is None or written.end() == len(text) or written[0].count(decimal) > 1:
        return Decimal(1)
    plain = written[0].replace(decimal, ".")
    digits = Decimal(plain) if plain.replace(".", "").isdigit() else Decimal(0)
    return amount / digits if digits else Decimal(1)
