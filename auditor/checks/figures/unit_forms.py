"""NU113: units, currencies and measures in compounds in the form of another language (``5 Euro``, ``58-years-old``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.figures.date_forms import at_numbers
from auditor.checks.figures.figure_signs import signs
from auditor.checks.figures.odd_forms import odd_forms
from auditor.records import Suggestion

_YEARS = range(1900, 2101)  # what stands before the name of a championship or currency, and counts nothing
_PLURAL = re.compile(r"\d{1,4}-([a-z]{3,10}s)(-old)?(?![\w-])")
_NOUN = re.compile(r" [a-z]{3,20}\b")
_NEAR = 10  # characters in which the word before a compound stands


@cache
def _measured() -> re.Pattern[str]:
    """A figure, with its magnitude, before a form of the table."""
    forms = "|".join(map(re.escape, sorted(signs().forms, key=len, reverse=True)))
    return re.compile(
        rf"(\d[\d.,]{{0,12}})(?: (?:thousand|million|billion|trillion))? ({forms})(?![\w/²³'’-]| [A-Z]|\.\w)"
    )


def unit_forms(context: Context) -> Iterator[Hit]:
    """``5 Euro``, ``400 Km``, ``30 qm``, ``58-years-old``, ``a 5-years war``."""
    reading = context.reading
    if not signs().forms.keys().isdisjoint(reading.places) or "US-" in reading.text:
        for match in at_numbers(reading, _measured()):
            if not (match[1].isdecimal() and int(match[1]) in _YEARS):
                yield _hit(*match.span(2), signs().forms[match[2]])
    for match in at_numbers(reading, _PLURAL) if "s" in reading.characters else ():
        if match[1] in signs().compounded:
            old = match[2] is not None
            before = reading.text[max(0, match.start() - _NEAR) : match.start()].split()[-1:]
            led = (
                bool(before) and before[0].lower() in signs().led and _NOUN.match(reading.text, match.end()) is not None
            )
            if old or led:
                better = f"{match[0].split('-')[0]}-{match[1][:-1]}{match[2] or ''}"
                yield _hit(match.start(), match.end(), better)
    for start, end, better in odd_forms(reading):
        yield _hit(start, end, better)


def _hit(start: int, end: int, better: str) -> Hit:
    return Hit(start=start, end=end, args={"better": better}, suggestions=(Suggestion(text=better),))


CHECKS: tuple[Check, ...] = (
    Check(
        id="NU113",
        slug="foreign-unit-form",
        title="A unit or currency in the form of another language",
        mqm="locale-conventions/number-format",
        severity="minor",
        why="German writes Euro and Dollar with a capital and without a plural, Spanish and French Km, and "
        "compounds of other languages keep the plural; English has 5 euros, 5 km, a five-year war.",
        message="“{match}”: in English, {better}",
        run=unit_forms,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The lake is 350 ⟦km.⟧ from the capital.",
                fixed="The lake is 350 km from the capital.",
            ),
            Example(
                kind="bad",
                text="The verdict came on ⟦2021. 03. 12.⟧ in the old town.",
                fixed="The verdict came on March 12, 2021 in the old town.",
            ),
            Example(
                kind="bad",
                text="The ticket for the ferry costs 5 ⟦Euro⟧ at the door.",
                fixed="The ticket for the ferry costs 5 euros at the door.",
            ),
            Example(
                kind="bad",
                text="The ferry sails 400 ⟦Kms⟧ a day along the coast.",
                fixed="The ferry sails 400 km a day along the coast.",
            ),
            Example(
                kind="bad",
                text="The ⟦58-years-old⟧ captain left the ferry last.",
                fixed="The 58-year-old captain left the ferry last.",
            ),
            Example(
                kind="bad",
                text="The ferry came back after a ⟦3-days⟧ journey to the islands.",
                fixed="The ferry came back after a 3-day journey to the islands.",
            ),
            Example(
                kind="bad",
                text="The film of ⟦16min38s⟧ shows the ferry.",
                fixed="The film of 16 minutes 38 seconds shows the ferry.",
            ),
            Example(
                kind="bad",
                text="The ⟦22-year old⟧ captain left the ferry last.",
                fixed="The 22-year-old captain left the ferry last.",
            ),
            Example(
                kind="bad",
                text="The ticket cost ⟦R$ 645 thousand⟧ in all.",
                fixed="The ticket cost R$645,000 in all.",
            ),
            Example(
                kind="good", text="At the 2024 Euro, in 5 Euro NCAP tests, a 58-year-old spent 3 days and 5 euros."
            ),
        ),
        sources=("data/checks/figure_signs.toml", "The Associated Press Stylebook, euro; numerals"),
    ),
)
