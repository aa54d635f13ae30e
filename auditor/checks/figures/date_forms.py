"""Forms of dates: calques, foreign custom, mixed styles, days that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import repeat

from auditor.checks.base import Context, Hit
from auditor.reading.article import Reading, Value
from auditor.reading.values.words import vocabulary
from auditor.records import Evidence, Suggestion
from auditor.text.memo import once

_NIGHT = ("in the night to", "on the night to", "at the night to", "in the night on", "on the night on")
_LEAD = 4  # words before the weekday
_JOINED = frozenset(".,:/-$€£")
_DOTTED = re.compile(r"(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.((?:19|20)\d\d)(?![\w-]|[.,/]\d)")
_SHORT = re.compile(r"(0?[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])\.(?= [a-z(]|[,;)])")
_BRACKETED = re.compile(r"([A-Z][a-z]{5,8}) \((\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d\d))?)\)")
_DAY_ALONE = re.compile(r" (\((?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\))")
_DAY_NAMED = re.compile(
    r"\b(?:([A-Z][a-z]{5,8}|today|yesterday|tomorrow)(?: (?:morning|afternoon|evening|night))?"
    r"|(this (?:morning|afternoon|evening)))$"
)
_NAMED = 22  # characters before the bracket
_ORDINAL = re.compile(r"([12]?\d|3[01])\. (?:of )?([A-Z][a-z]{2,8})(?!\w)")
_DAY, _MONTH = r"0?[1-9]|[12]\d|3[01]", r"0?[1-9]|1[0-2]"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_FIGURED = re.compile(
    rf"(?:(?P<year1>(?:19|20)\d\d)([/.])(?P<month1>{_MONTH})\2(?P<day1>{_DAY})"
    rf"|(?P<day2>{_DAY})([. /])(?P<month2>{'|'.join(reversed(_ROMAN))})\6(?P<year2>(?:19|20)\d\d)"
    rf"|(?P<day3>1[3-9]|2\d|3[01])([/-])(?P<month3>{_MONTH})\10(?P<year3>(?:19|20)\d\d)"
    rf"|(?P<year4>(?:19|20)\d\d)-(?P<month4>0[1-9]|1[0-2])-(?P<day4>0[1-9]|[12]\d|3[01])"
    rf"|(?P<day5>{_DAY})\.(?P<month5>0[1-9]|1[0-2])\.(?P<year5>[012]\d))(?![\w/-]|[.,:]\d)"
)
_SHORT_YEAR = 2  # digits
_BEFORE_DAY = frozenset(("on", "the", "until", "since", "from", "by", "of", "before", "after"))
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def at_numbers(reading: Reading, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Matches of the pattern at tokens that begin with a digit and go on from no other number, sum or path."""
    end = 0
    for m in filter(None, map(pattern.match, repeat(reading.text), _alone(reading))):
        if m.start() >= end:
            end = m.end()
            yield m


@once
def _alone(reading: Reading) -> list[int]:
    """Where tokens begin that begin with a digit and go on from nothing."""
    text = reading.text
    return [token.start for token in reading.numerals if not token.start or text[token.start - 1] not in _JOINED]


def night_to(context: Context) -> Iterator[Hit]:
    """``in the night to Friday``, ``the night from Thursday to Friday``."""
    reading, tokens = context.reading, context.reading.tokens
    weekdays = vocabulary("en").weekdays
    if "night" not in reading.vocabulary or weekdays.keys().isdisjoint(reading.vocabulary):
        return
    for i in [i for i, word in enumerate(reading.lower) if word in weekdays]:
        lead = list(reading.lower[i - _LEAD : i]) if i >= _LEAD else []
        if "night" not in lead:
            continue
        start, end = tokens[i - _LEAD].start, tokens[i].end
        words = reading.text[start:end]
        if words.count(" ") != 4:
            continue
        if " ".join(lead) in _NIGHT:
            yield _calque(start, end, words, f"overnight into {tokens[i].text}", 2.0)
        elif lead[:2] == ["night", "from"] and lead[2] in weekdays and lead[3] == "to":
            yield _calque(start, end, words, f"night of {words.split(' ', 2)[2]}", 1.0)


def _calque(start: int, end: int, words: str, better: str, weight: float) -> Hit:
    better = better[0].upper() + better[1:] if words[0].isupper() else better
    return Hit(
        start=start,
        end=end,
        args={"words": words, "better": better},
        suggestions=(Suggestion(text=better),),
        points_to="de",
        weight=weight,
    )


def dotted(context: Context) -> Iterator[Hit]:
    """``3.1.2022``, ``on 3. October``."""
    yield from _ordinal_dots(context.reading)
    yield from _short_dots(context.reading)
    yield from _bracketed(context.reading)
    yield from _in_figures(context.reading)
    for m in at_numbers(context.reading, _DOTTED):
        day, month = int(m[1]), int(m[2])
        better = f"{full_month(month)} {day}, {m[3]}"
        yield Hit(
            start=m.start(), end=m.end(), args={"match": m[0], "better": better}, suggestions=(Suggestion(text=better),)
        )


def _in_figures(reading: Reading) -> Iterator[Hit]:
    """``2022/12/14``, ``9.V.1945``; behind a preposition ``on 24/02/2022``, ``on 2022-12-14``, ``on 24.02.22``."""
    for m in at_numbers(reading, _FIGURED):
        told = {key: digits for key, digits in m.groupdict().items() if digits}
        day, month, year = (told[key] for kind in ("day", "month", "year") for key in told if key.startswith(kind))
        sure = "day1" in told or "month2" in told
        if not sure and _word_before(reading.text, m.start()) not in _BEFORE_DAY:
            continue
        number = int(month) if month.isdecimal() else _ROMAN.index(month) + 1
        full = year if len(year) > _SHORT_YEAR else f"20{year}"
        better = f"{full_month(number)} {int(day)}, {full}"
        yield Hit(
            start=m.start(), end=m.end(), args={"match": m[0], "better": better}, suggestions=(Suggestion(text=better),)
        )


def _word_before(text: str, at: int) -> str:
    """The word, in lower case, that stands before a place."""
    return (text[max(0, at - 7) : at].rsplit(maxsplit=1) or [""])[-1].lower()


def _ordinal_dots(reading: Reading) -> Iterator[Hit]:
    months = vocabulary("en").months
    for m in at_numbers(reading, _ORDINAL):
        before = reading.text[max(0, m.start() - 7) : m.start()].rsplit(maxsplit=1)
        if m[2].lower() in months and before and before[-1].lower() in _BEFORE_DAY:
            args = {"match": m[0], "better": f"{m[2]} {m[1]}"}
            yield Hit(start=m.start(), end=m.end(), args=args, suggestions=(Suggestion(text=args["better"]),))


def _short_dots(reading: Reading) -> Iterator[Hit]:
    """``on 14.05. in Graz``."""
    for m in at_numbers(reading, _SHORT):
        before = reading.text[max(0, m.start() - 7) : m.start()].rsplit(maxsplit=1)
        if before and before[-1].lower() in _BEFORE_DAY:
            args = {"match": m[0], "better": f"{full_month(int(m[2]))} {int(m[1])}"}
            yield Hit(start=m.start(), end=m.end(), args=args, suggestions=(Suggestion(text=args["better"]),))


def _bracketed(reading: Reading) -> Iterator[Hit]:
    """``Thursday (12/5/2022)``, ``Thursday (12)``, ``yesterday (12th)``: the date behind its weekday, in brackets.

    Indonesian, Brazilian and Korean copy has it so.
    """
    text, weekdays = reading.text, vocabulary("en").weekdays
    for m in _BRACKETED.finditer(text) if "/" in text else ():
        if m[1].lower() in weekdays:
            yield Hit(start=m.start(2) - 1, end=m.end(), args={"match": m[0], "better": "the month in words"})
    for m in _DAY_ALONE.finditer(text) if ")" in text else ():
        day = _DAY_NAMED.search(text, max(0, m.start() - _NAMED), m.start())
        if day and (day[2] or day[1].islower() or day[1].lower() in weekdays):
            args = {"match": f"{day[0]} {m[1]}", "better": "the day and its month"}
            yield Hit(start=m.start(1), end=m.end(), args=args)


def mixed_styles(context: Context) -> Iterator[Hit]:
    """A short month name where the article writes the same month out before a day (or the other way round)."""
    reading = context.reading
    seen: dict[int, tuple[bool, Value]] = {}
    for value in reading.values:
        if value.kind != "date" or value.precision != "day" or value.relative:
            continue
        word = next((w.rstrip(".,") for w in value.text.split() if w[0].isalpha()), "")
        month = vocabulary("en").months.get(word.lower())
        if month is None:
            continue
        short = len(word) < 5 and vocabulary("en").roles.get(word.lower()) == "month-short"
        first = seen.setdefault(month, (short, value))
        if first[0] != short:
            other = first[1]
            clue = Evidence(
                kind="article",
                text=f"also written “{other.text}”",
                article=reading.id,
                start=other.start,
                end=other.end,
            )
            yield Hit(
                start=value.start, end=value.end, args={"here": value.text, "there": other.text}, evidence=(clue,)
            )


def impossible(context: Context) -> Iterator[Hit]:
    """``February 30``, or a weekday that the day was not."""
    reading, previous = context.reading, None
    for value in reading.values:
        if value.kind == "date" and value.precision == "day" and not value.relative and "/" not in value.value:
            problem, start = _problem(value), value.start
            if problem is None and previous is not None:
                problem = _wrong_weekday(reading, previous, value)
                start = previous.start if problem else start
            if problem:
                yield Hit(
                    start=start, end=value.end, args={"date": reading.text[start : value.end], "problem": problem}
                )
        previous = value


def _problem(value: Value) -> str | None:
    year, month, day = value.value.split("-")
    leap = 2024 if year == "XXXX" else int(year)
    try:
        date(leap, int(month), int(day))
    except ValueError:
        return "there is no such day"
    return None


def _wrong_weekday(reading: Reading, weekday: Value, value: Value) -> str | None:
    """The right weekday where the words name another (``Friday, February 20, 2023``)."""
    if not weekday.value.startswith("XXXX-WXX-") or value.value.startswith("XXXX") or weekday.unit:
        return None
    if reading.text[weekday.end : value.start].strip() not in ("", ","):
        return None
    right = date.fromisoformat(value.value).isoweekday()
    return None if right == int(weekday.value[-1]) else f"that day was a {_WEEKDAYS[right - 1]}"


def full_month(number: int) -> str:
    """The English name of a month, 1 to 12."""
    words = vocabulary("en")
    return next(form for form, n in words.months.items() if n == number and words.roles[form] == "month").capitalize()
