"""Numbers and amounts written as another language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.figures.date_forms import at_numbers
from auditor.checks.figures.decimals import decimals
from auditor.checks.figures.english_forms import GROUPING, numbers
from auditor.checks.figures.english_sums import sums
from auditor.checks.figures.figure_habits import grouped, measured_by_letter, open_prices, swapped_prices
from auditor.reading.values.words import vocabulary
from auditor.records import Suggestion

_SPACED = re.compile(r"([1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3}){1,3})(?=[ \u00a0]([a-z]+))")
_YEAR = re.compile(r"([12])\.(\d{3})(?![\w%€$£]|[.,]\d|[ \u00a0]\d)")
_BEFORE_YEAR = frozenset(("in", "year", "since", "until", "season"))
_YEARS = range(1800, 2101)
_APART = re.compile(r"[€£] (?=\d)")
_TRAILING = re.compile(
    r"(\d{1,3}(?:,\d{3}){0,4}(?:\.\d{1,2})?(?: (?:thousand|million|billion|trillion)| ?[MKk])?)"
    r"[ \u00a0]?([€£$])(?!\w)"
)
_SWISS = re.compile(r"([1-9]\d{0,2}(?:['’]\d{3}){1,4})(?!\d)")
_THOUSAND = re.compile(r"(\d{1,3})(?:\.(\d{1,3}))? thousand(?= [a-z])")
_SHORT = 3  # letters; a word of no more may be an abbreviation


def _foreign_numbers(context: Context) -> Iterator[Hit]:
    if not english(context):
        yield from (
            msgspec.structs.replace(hit(*form), points_to="en", weight=2.0) for form in numbers(context.reading)
        )
        for form in sums(context.reading):
            yield msgspec.structs.replace(hit(*form), severity="minor", points_to="en", weight=2.0)
        return
    words = vocabulary("en")
    for start, end, figure in grouped(context.reading):
        yield hit(start, end, figure, figure.replace(".", ","))
    for start, end, better in (*open_prices(context.reading), *measured_by_letter(context.reading)):
        found = hit(start, end, context.reading.text[start:end], better)
        yield msgspec.structs.replace(found, severity="minor")
    for m in at_numbers(context.reading, _SPACED) if not _blanks(context) else ():
        counted = m[2] in words.numbers.plurals or m[2] in words.money or m[2] in words.units or m[2].endswith("s")
        if counted and word_before(context.reading.text, m.start()) not in words.months:  # on April 3 410 people came
            found = hit(m.start(1), m.end(1), m[1], ",".join(m[1].split()))
            yield msgspec.structs.replace(found, severity="minor")
    yield from (hit(start, end, figure, figure.replace(",", ".")) for start, end, figure in decimals(context.reading))
    for m in at_numbers(context.reading, _SWISS):
        yield hit(m.start(), m.end(), m[0], re.sub("['’]", ",", m[0]))
    yield from (hit(start, end, price, better) for start, end, price, better in swapped_prices(context.reading.text))
    for m in at_numbers(context.reading, _YEAR) if "." in context.reading.between else ():
        if word_before(context.reading.text, m.start()) in _BEFORE_YEAR and int(m[1] + m[2]) in _YEARS:
            yield hit(m.start(), m.end(), m[0], m[1] + m[2])


def word_before(text: str, at: int) -> str:
    """The word, in lower case, that one blank parts from what stands at a place."""
    words = text[max(0, at - _SHORT * 4) : at].rsplit(maxsplit=1)
    return words[-1].lower() if words and text[at - 1] in " \u00a0" else ""


def _blanks(context: Context) -> bool:
    """The house groups figures with blanks."""
    grouped = context.style.rules.thousands if context.style else None
    return grouped is not None and grouped.separator == " "


def hit(start: int, end: int, match: str, better: str) -> Hit:
    """The hit on a form, with the better one."""
    return Hit(start=start, end=end, args={"match": match, "better": better}, suggestions=(Suggestion(text=better),))


def english(context: Context) -> bool:
    """Whether the copy is in English."""
    return context.reading.base == "en"


def _trailing_currency(context: Context) -> Iterator[Hit]:
    text, signs = context.reading.text, context.reading.characters
    for m in at_numbers(context.reading, _TRAILING) if not signs.isdisjoint("€£$") else ():
        yield hit(m.start(), m.end(), m[0], m[2] + m[1])
    for m in _APART.finditer(text) if not signs.isdisjoint("€£") else ():
        sign, figure = m[0].strip(), text[m.end()]
        args = {"match": m[0] + figure, "better": sign + figure}
        yield Hit(start=m.start(), end=m.end(), args=args, suggestions=(Suggestion(text=sign),))


def _thousand(context: Context) -> Iterator[Hit]:
    for m in at_numbers(context.reading, _THOUSAND) if " thousand" in context.reading.text else ():
        better = f"{int(m[1] + (m[2] or '').ljust(3, '0')):,}"
        yield msgspec.structs.replace(hit(m.start(), m.end(), m[0], better), points_to="ru", weight=2.0)


CHECKS: tuple[Check, ...] = (
    Check(
        id="NU101",
        slug="foreign-number-format",
        title="A number with another language's separators",
        mqm="locale-conventions/number-format",
        severity="major",
        why="“1.000 people” is one person to an English reader and a thousand to a German one.",
        message="“{match}” is written as another language writes it; here, {better}",
        run=_foreign_numbers,
        languages=("en", "es", *GROUPING),
        examples=(
            Example(
                kind="good",
                text="Norway led by 12.4 seconds. The rules (articles 3,4 and 5) allow it, said the judge.",
            ),
            Example(
                kind="bad",
                text="More than ⟦1.000⟧ people came to the square.",
                fixed="More than 1,000 people came to the square.",
            ),
            Example(kind="bad", text="Prices rose by ⟦5,5⟧ percent.", fixed="Prices rose by 5.5 percent."),
            Example(
                kind="bad",
                text="The club has many members, and its hall holds ⟦20.000⟧.",
                fixed="The club has many members, and its hall holds 20,000.",
            ),
            Example(
                kind="bad",
                text="The river is ⟦2.800⟧ kilometres long and was deep enough for the ship.",
                fixed="The river is 2,800 kilometres long and was deep enough for the ship.",
            ),
            Example(
                kind="bad",
                text="A ticket costs ⟦20,-⟧ euros at the door.",
                fixed="A ticket costs 20 euros at the door.",
            ),
            Example(
                kind="bad",
                text="The thief is ⟦1m80⟧ tall, the police said.",
                fixed="The thief is 1.80 m tall, the police said.",
            ),
            Example(
                kind="good",
                text="She got a score of 10.000 on the beam, and the lens is 20.125 mm wide in version 20.000.1.",
            ),
            Example(
                kind="bad",
                text="He won the race in ⟦1:09:14,8⟧, ahead of an Austrian and two Swiss.",
                fixed="He won the race in 1:09:14.8, ahead of an Austrian and two Swiss.",
            ),
            Example(
                kind="bad",
                text="He won the race ahead of an Austrian (+⟦28,7⟧) and two Swiss.",
                fixed="He won the race ahead of an Austrian (+28.7) and two Swiss.",
            ),
            Example(
                kind="bad",
                text="A coffee costs €⟦2,80⟧ at the station now.",
                fixed="A coffee costs €2.80 at the station now.",
            ),
            Example(
                kind="bad",
                text="The bridge was opened in ⟦1.987⟧ by the mayor.",
                fixed="The bridge was opened in 1987 by the mayor.",
            ),
            Example(
                kind="bad",
                text="Zu dem Fest kamen nach Angaben der Stadt rund ⟦12,000⟧ Besucher, mehr als im Jahr davor.",
                fixed="Zu dem Fest kamen nach Angaben der Stadt rund 12.000 Besucher, mehr als im Jahr davor.",
                lang="de",
            ),
            Example(
                kind="bad",
                text="Para reparar el puente, la ciudad pidió ⟦$3 million⟧ al banco, según el alcalde.",
                fixed="Para reparar el puente, la ciudad pidió 3 millones de dólares al banco, según el alcalde.",
                lang="es",
            ),
            Example(
                kind="bad",
                text="La obra del puente costará ⟦1,250,000⟧ euros, según el ayuntamiento de la ciudad.",
                fixed="La obra del puente costará 1.250.000 euros, según el ayuntamiento de la ciudad.",
                lang="es",
            ),
            Example(
                kind="bad",
                text="In der Nacht fiel das Thermometer in der Stadt auf ⟦14.5⟧ Grad, teilte der Wetterdienst mit.",
                fixed="In der Nacht fiel das Thermometer in der Stadt auf 14,5 Grad, teilte der Wetterdienst mit.",
                lang="de",
            ),
            Example(kind="good", text="El puente costó 1,250,000 pesos, según el ayuntamiento.", lang="es"),
            Example(
                kind="good", text="Der Anteil stieg auf 12,375 Prozent, und rund 12.000 Menschen kamen.", lang="de"
            ),
            Example(
                kind="good",
                text="The lens is 1.234 inches wide; prices rose by 5.5 percent; €1,000. On May 3 410 men came.",
            ),
        ),
        sources=("Unicode CLDR 47, number symbols",),
        limits=("Spanish copy is left alone: Mexico and Central America write figures as English does.",),
    ),
    Check(
        id="NU103",
        slug="trailing-currency",
        title="A currency sign behind the amount or apart from it",
        mqm="locale-conventions/currency-format",
        severity="minor",
        why="“179€” and “€ 179” are how the continent writes a sum; English puts the sign in front, without a blank.",
        message="“{match}”: in English, {better}",
        run=_trailing_currency,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The ticket costs ⟦179 €⟧ at the door of the hall.",
                fixed="The ticket costs €179 at the door of the hall.",
            ),
            Example(
                kind="bad",
                text="The ticket costs ⟦€ ⟧179 at the door of the hall.",
                fixed="The ticket costs €179 at the door of the hall.",
            ),
            Example(kind="good", text="The ticket costs €179 at the door of the hall, or 179 euros by post."),
        ),
        sources=("European Union, Interinstitutional Style Guide (2022), 7.3.3",),
    ),
    Check(
        id="NU104",
        slug="figure-with-thousand",
        title="Figures followed by the word thousand",
        mqm="locale-conventions/number-format",
        severity="neutral",
        why="“7 thousand people” follows the Russian and Ukrainian «7 тыс.»; English papers print 7,000.",
        message="“{match}”: English papers print {better}",
        run=_thousand,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="About ⟦75.9 thousand⟧ cars were sold in the region last year.",
                fixed="About 75,900 cars were sold in the region last year.",
            ),
            Example(kind="good", text="About 75,900 cars and a thousand boats were sold in the region last year."),
        ),
        sources=("The Associated Press Stylebook, millions and billions; numerals",),
    ),
)
