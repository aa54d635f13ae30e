"""Dates, times, durations and figures of an article, in text order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.reading import dates, figures
from auditor.reading.article import Segment, Value
from auditor.reading.value_scan import Found, Scan
from auditor.reading.value_words import vocabulary
from auditor.text.tokens import Token

_FIRST_REACH = 15


def values(text: str, segments: Sequence[Segment], tokens: Sequence[Token], language: str) -> tuple[Value, ...]:
    """Every value of the sentences, in text order, never overlapping; ``text[start:end] == value.text``.

    Sentences in a language of their own are read by its rules, others by those of ``language``.
    """
    low = [token.text.lower() for token in tokens]
    out: list[Value] = []
    at = 0
    for index, segment in enumerate(segments):
        while at < len(tokens) and tokens[at].start < segment.start:
            at += 1
        hi = at
        while hi < len(tokens) and tokens[hi].end <= segment.end:
            hi += 1
        scan = Scan(text, tokens, low, at, hi, vocabulary(segment.language or language))
        out.extend(_value(scan, found, index) for found in _found(scan))
        at = hi
    return tuple(out)


def _found(scan: Scan) -> Iterator[Found]:
    i, roles, low = scan.lo, scan.words.roles, scan.low
    while i < scan.hi:
        word = low[i]
        if word[0].isdigit() or word in roles or "-" in word:
            found = _read(scan, i, word)
            if found is not None:
                yield found
                i = max(found.after, i + 1)
                continue
        i += 1


def _read(scan: Scan, i: int, word: str) -> Found | None:
    if word[0].isdigit():
        return dates.at_digits(scan, i) or dates.cued_year(scan, i) or figures.at_number(scan, i) or dates.year(scan, i)
    role = scan.words.roles.get(word)
    if role == "number":
        return figures.at_number(scan, i)
    if role in ("month", "month-short"):
        return dates.at_month(scan, i, short=role == "month-short")
    if role == "weekday":
        return dates.at_weekday(scan, i)
    if role == "day":
        return dates.at_day(scan, i)
    if role == "span":
        return dates.at_span(scan, i)
    parts = word.split("-")
    return dates.stuck(scan, i, parts[0], parts[-1]) or figures.at_compound(scan, i, parts)


def _value(scan: Scan, found: Found, segment: int) -> Value:
    return Value(
        found.start,
        found.end,
        scan.text[found.start : found.end],
        found.kind,
        found.value,
        found.precision,
        segment,
        found.unit,
        found.relative,
        "initially" if _planned_at_first(scan, found) else found.modifier,
    )


def _planned_at_first(scan: Scan, found: Found) -> bool:
    """True when a word such as ``initially`` stands before the date in its clause."""
    if found.kind not in ("date", "time", "count", "figure", "money"):
        return False
    last = scan.token_at(found.start, scan.lo)
    return any(scan.low[k] in scan.words.calendar.first for k in range(max(scan.lo, last - _FIRST_REACH), last))
