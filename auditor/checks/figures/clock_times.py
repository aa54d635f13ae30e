"""NU102: clock times written as another language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.figures.date_forms import at_numbers
from auditor.checks.figures.english_forms import DAY_OF_24, times
from auditor.checks.figures.figures import english, hit, word_before

_OCLOCK = re.compile(r"(\d{1,2})[:.](\d\d) o['’]clock|(0\d|1[3-9]|2[0-4]) o['’]clock")
_POINTED = re.compile(
    r"(0\d|1[3-9]|2[0-3])\.([0-5]\d)(?!\d|[.,]\d| ?(?:[ap]\.?m|%|h\b|°|m\b|km|kg|sec|o['’]clock))(?: ([a-z]+))?"
)
# fmt: off
_COUNTED = frozenset((
    "billion", "cents", "crowns", "dollars", "euros", "francs", "kronor", "meters", "metres", "million", "over",
    "pence", "per", "percent", "pesos", "points", "pounds", "rand", "roubles", "rubles", "rupees", "seconds", "yen",
    "yuan",
))
_PRICED = frozenset((
    "higher", "lower", "offered", "pegged", "priced", "quoted", "steady", "trade", "traded", "trading", "unchanged",
    "valued",
))
# fmt: on
_FRENCH = re.compile(r"([01]?\d|2[0-4]) ?h ?([0-5]\d)(?![\w%]|[.,]\d)")
_HOUR = re.compile(r"([01]?\d|2[0-4]) ?[hH](?![\w:/-]|\.\w| [0-5]\d\b)")
_BOTH = re.compile(r"(1[3-9]|2[0-4])(?:[:.]([0-5]\d))? ?[ap]\.?m\b\.?", re.IGNORECASE)
_LETTERED = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d) ?h(?![\w:/-]|\.\w)")
_DASHED = re.compile(
    r"(1[3-9]|2[0-3])-(05|[1-5][05])(?= (?:after|in|on|when|and|for|local|Moscow|Kyiv|GMT|UTC)\b|[.,;])"
)
_TO_THE_HOUR = re.compile(r"([01]?\d|2[0-3])-00(?![\d-])")
_BEFORE_HOUR = frozenset(
    ("at", "around", "about", "from", "until", "till", "by", "since", "before", "after", "and", "to")
)
_BEFORE_POINT = frozenset(("at", "around", "until", "till"))


def _foreign_times(context: Context) -> Iterator[Hit]:
    reading = context.reading
    if not english(context):
        yield from (msgspec.structs.replace(hit(*form), points_to="en", weight=2.0) for form in times(reading))
        return
    for m in at_numbers(reading, _OCLOCK) if "clock" in reading.text else ():
        better = _twelve(int(m[1] or m[3]), m[2])
        yield hit(m.start(), m.end(), m[0], better)
    for m in at_numbers(reading, _FRENCH):
        yield hit(m.start(), m.end(), m[0], _twelve(int(m[1]), m[2]))
    for m in at_numbers(reading, _HOUR):
        if word_before(reading.text, m.start()) in _BEFORE_HOUR:
            yield hit(m.start(), m.end(), m[0], _twelve(int(m[1]), None))
    for m in at_numbers(reading, _TO_THE_HOUR):
        if word_before(reading.text, m.start()) in _BEFORE_HOUR:
            yield hit(m.start(), m.end(), m[0], _twelve(int(m[1]), None))
    for m in at_numbers(reading, _DASHED):
        if word_before(reading.text, m.start()) == "at":
            yield hit(m.start(), m.end(), m[0], _twelve(int(m[1]), m[2]))
    for m in at_numbers(reading, _LETTERED):
        yield hit(m.start(), m.end(), m[0], _twelve(int(m[1]), m[2]))
    for m in at_numbers(reading, _POINTED):
        before = word_before(reading.text, m.start())
        priced = word_before(reading.text, m.start() - len(before) - 1) in _PRICED
        if before in _BEFORE_POINT and m[3] not in _COUNTED and not priced:
            yield hit(m.start(), m.end(2), f"{m[1]}.{m[2]}", _twelve(int(m[1]), m[2]))
    for m in at_numbers(reading, _BOTH):
        yield hit(m.start(), m.end(), m[0], _twelve(int(m[1]), m[2]))


def _twelve(hour: int, minute: str | None) -> str:
    """The time as English papers print it."""
    return f"{(hour + 11) % 12 + 1}{':' + minute if minute else ''} {'a.m.' if hour % 24 < 12 else 'p.m.'}"


CHECKS: tuple[Check, ...] = (
    Check(
        id="NU102",
        slug="foreign-time-format",
        title="A clock time in another language's form",
        mqm="locale-conventions/time-format",
        severity="minor",
        why="“20 o'clock” and “14h30” are German and French habits; English papers print 8 p.m. and 2:30 p.m.",
        message="“{match}”: here, {better}",
        run=_foreign_times,
        languages=("en", *DAY_OF_24),
        examples=(
            Example(
                kind="bad",
                text="The show begins at ⟦20 o'clock⟧ in the old town.",
                fixed="The show begins at 8 p.m. in the old town.",
            ),
            Example(
                kind="bad",
                text="The thief entered the shop at around ⟦20h⟧ and fled.",
                fixed="The thief entered the shop at around 8 p.m. and fled.",
            ),
            Example(
                kind="bad",
                text="The thief entered the shop at ⟦20 h 30⟧ and fled.",
                fixed="The thief entered the shop at 8:30 p.m. and fled.",
            ),
            Example(
                kind="bad",
                text="The show begins at ⟦17:30 p.m.⟧ in the old town.",
                fixed="The show begins at 5:30 p.m. in the old town.",
            ),
            Example(
                kind="bad",
                text="Les pompiers sont arrivés vers ⟦8:30 p.m.⟧ et ont évacué l'immeuble du centre de la ville.",
                lang="fr",
            ),
            Example(kind="good", text="Około 12 000 osób przyszło o 20:30, a udział wyniósł 12,5 procent.", lang="pl"),
            Example(
                kind="bad",
                text="The show begins at ⟦15-30⟧ in the old town.",
                fixed="The show begins at 3:30 p.m. in the old town.",
            ),
            Example(kind="good", text="The show begins at eight o'clock in the old town and ends at 11 o'clock."),
        ),
        sources=("Unicode CLDR 47, time formats of en", "The Associated Press Stylebook, times"),
    ),
)
