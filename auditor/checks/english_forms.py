"""NU106: figures and clock times as English writes them, in copy of another language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.date_forms import at_numbers
from auditor.records import Suggestion

_POINT = frozenset(("de", "it", "nl", "pt"))  # languages that part thousands by a full stop; the others by a space
_TWELVE = frozenset(("de", "fr", "it", "nl", "pl", "ru", "uk", "cs"))  # languages whose press counts 24 hours
_GROUPED = re.compile(r"([1-9]\d{0,2}(?:,\d{3}){1,4})(?![\d,]|\.\d)(?=[ \u00a0][^\W\d_])")
_CLOCK = re.compile(r"([01]?\d|2[0-4])(?:[:.]([0-5]\d))?[ \u00a0]?([ap])\.?m\b\.?", re.IGNORECASE)
_TO_24 = 12


def _forms(context: Context) -> Iterator[Hit]:
    """English groups of thousands, and a.m. and p.m."""
    reading = context.reading
    language = reading.language.split("-")[0]
    for m in at_numbers(reading, _GROUPED) if "," in reading.text else ():
        if m[1].count(",") > 1 or m[1].endswith("000"):
            yield _hit(m.start(1), m.end(1), m[1], m[1].replace(",", "." if language in _POINT else "\u00a0"))
    for m in at_numbers(reading, _CLOCK) if language in _TWELVE else ():
        yield _hit(m.start(), m.end(), m[0], f"{_hour(int(m[1]), m[3].lower())}:{m[2] or '00'}")


def _hour(hour: int, half: str) -> int:
    if hour > _TO_24:
        return hour
    return hour % _TO_24 + (_TO_24 if half == "p" else 0)


def _hit(start: int, end: int, match: str, better: str) -> Hit:
    args = {"match": match, "better": better}
    return Hit(start=start, end=end, args=args, suggestions=(Suggestion(text=better),), points_to="en", weight=2.0)


NU106 = Check(
    id="NU106",
    slug="english-figure-format",
    title="A figure or time as English writes it",
    mqm="locale-conventions/number-format",
    severity="minor",
    why="In most of Europe “1,000” is one, to three decimals, and no clock shows p.m.: the figure came over unread.",
    message="“{match}” is written as English writes it; here, {better}",
    run=_forms,
    examples=(
        Example(
            kind="bad",
            text="Zu dem Fest kamen nach Angaben der Stadt rund ⟦12,000⟧ Besucher, mehr als im Jahr davor.",
            fixed="Zu dem Fest kamen nach Angaben der Stadt rund 12.000 Besucher, mehr als im Jahr davor.",
            lang="de",
        ),
        Example(
            kind="bad",
            text="Les pompiers sont arrivés vers ⟦8:30 p.m.⟧ et ont évacué l'immeuble du centre de la ville.",
            lang="fr",
        ),
        Example(kind="good", text="Der Anteil stieg auf 12,375 Prozent, und rund 12.000 Menschen kamen.", lang="de"),
        Example(kind="good", text="Około 12 000 osób przyszło o 20:30, a udział wyniósł 12,5 procent.", lang="pl"),
    ),
    sources=("Unicode CLDR 47, number symbols and time formats of the languages",),
    languages=("de", "fr", "it", "nl", "pl", "ru", "uk", "cs", "pt", "sv"),
    limits=("Spanish is left out: the press of Mexico and Central America writes figures and times as English does.",),
)

CHECKS: tuple[Check, ...] = (NU106,)
