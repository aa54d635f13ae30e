"""NU107 to NU109: ordinals that cannot be, a unit told twice, a blank before the percent sign, in English copy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.figures.date_forms import at_numbers
from auditor.packs import data_path, load_toml
from auditor.records import Record, Suggestion

_ORDINAL = re.compile(r"(\d{1,6})([- .]?)(st|nd|rd|th)(?!\w)")
_PERCENT = re.compile(r"\d{1,12}(?:[.,]\d{1,9})?([ \u00a0\u202f])%(?!\w)")
_TEENS = range(11, 14)
_SCALE = r"(?: (?:thousand|million|billion|trillion))?"


class Signs(Record, frozen=True):
    """``figure_signs.toml``; its comments say what each table holds."""

    schema: int
    numero: tuple[str, ...]
    compounded: tuple[str, ...]
    led: frozenset[str]
    dotted: tuple[str, ...]
    leads: tuple[str, ...]
    forms: Mapping[str, str]
    sums: Mapping[str, tuple[str, ...]]
    units: Mapping[str, tuple[str, ...]]


@cache
def signs() -> Signs:
    """The file."""
    return load_toml(data_path("checks", "figure_signs.toml"), Signs)


@cache
def _dotted() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, signs().dotted))
    return re.compile(rf"(\d{{1,2}})(?:\.|e(?= centur)) (?=(?:{nouns})\b)")


@cache
def _twice() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What follows a figure: words that say the sign before it once more, or that behind it (in the last group)."""
    pack = signs()
    sums = (rf"(?<={re.escape(sign)})[\d.,]{{1,20}}{_SCALE} ({_any(words)})" for sign, words in pack.sums.items())
    units = (rf" ?{re.escape(sign)} ?({_any(words)})" for sign, words in pack.units.items())
    return re.compile("|".join(sums)), re.compile("|".join(units))


def _any(words: tuple[str, ...]) -> str:
    return "|".join(rf"{re.escape(word)}(?!\w)" for word in words)


def ordinals(context: Context) -> Iterator[Hit]:
    """``21th``, ``2th``, ``11st``, ``20-th``, ``20. century``."""
    for match in at_numbers(context.reading, _ORDINAL):
        number, better = int(match[1]), ending(int(match[1]))
        if match[3] != better or match[2]:
            yield Hit(
                start=match.start(), end=match.end(), args={"better": f"{number}{better}"},
                suggestions=(Suggestion(text=f"{match[1]}{better}"),),
            )  # fmt: skip
    for match in at_numbers(context.reading, _dotted()) if ". " in context.reading.text else ():
        better = f"{match[1]}{ending(int(match[1]))}"
        before = context.reading.text[max(0, match.start() - 5) : match.start()].lower()
        if before.endswith(signs().leads):
            yield Hit(
                start=match.start(),
                end=match.end() - 1,
                args={"better": better},
                suggestions=(Suggestion(text=better),),
            )


def ending(number: int) -> str:
    """The letters behind an ordinal in figures: ``st``, ``nd``, ``rd``, ``th``."""
    return "th" if number % 100 in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def twice(context: Context) -> Iterator[Hit]:
    """``$5 dollars``, ``5% percent``."""
    text, (sums, units) = context.reading.text, _twice()
    for token in context.reading.numerals:
        match = sums.match(text, token.start) or units.match(text, token.end)
        if match:
            start, end = match.span(match.lastindex or 0)
            blank = text[start - 1] == " "
            yield Hit(start=start - blank, end=end, args={"unit": text[start:end]}, suggestions=(Suggestion(text=""),))


def percent(context: Context) -> Iterator[Hit]:
    """``5 %``."""
    for match in at_numbers(context.reading, _PERCENT) if "%" in context.reading.text else ():
        yield Hit(
            start=match.start(1), end=match.end(), args={"better": f"{match[0][: match.start(1) - match.start()]}%"},
            suggestions=(Suggestion(text="%"),),
        )  # fmt: skip


CHECKS: tuple[Check, ...] = (
    Check(
        id="NU107",
        slug="impossible-ordinal",
        title="An ordinal with another number's ending",
        mqm="locale-conventions/number-format",
        severity="minor",
        why="“21th” is the work of a machine that put the ending of one language's ordinals on every figure.",
        message="“{match}”: {better}",
        run=ordinals,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The town grew in the ⟦20.⟧ century and lost people after it.",
                fixed="The town grew in the 20th century and lost people after it.",
            ),
            Example(kind="good", text="He was born in May of 20. century by century the town grew; it is the 20th."),
            Example(
                kind="bad",
                text="The town opened its ⟦22th⟧ library on Monday.",
                fixed="The town opened its 22nd library on Monday.",
            ),
            Example(
                kind="bad",
                text="The town opened its ⟦20-th⟧ library on Monday.",
                fixed="The town opened its 20th library on Monday.",
            ),
            Example(kind="good", text="The 11th, 12th, 13th, 21st, 22nd, 111th and 1,001st visitors got a prize."),
        ),
        sources=("Unicode CLDR 47, rule-based number formatting, en digits-ordinal",),
    ),
    Check(
        id="NU108",
        slug="unit-twice",
        title="A unit that is told twice",
        mqm="linguistic-conventions/duplication",
        severity="minor",
        why="The sign was kept and the word added: one of the two came from the source.",
        message="“{unit}” is told by the sign already",
        run=twice,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The repair costs $5 million⟦ dollars⟧ in all.",
                fixed="The repair costs $5 million in all.",
            ),
            Example(kind="bad", text="The fee rose by 5%⟦ percent⟧ in May.", fixed="The fee rose by 5% in May."),
            Example(kind="good", text="A $5 dollar-store toy, 5 percent, 10 km, and €5 a day; it is 25°C in May."),
        ),
        sources=("data/checks/figure_signs.toml",),
    ),
    Check(
        id="NU109",
        slug="blank-before-percent",
        title="A blank before the percent sign",
        mqm="locale-conventions/number-format",
        severity="minor",
        why="German, French, Czech, Russian and others part the sign from its figure; papers in English do not.",
        message="“{match}” stands apart from its figure; in English, {better}",
        run=percent,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The share of bicycles rose to 12.5⟦ %⟧ in May.",
                fixed="The share of bicycles rose to 12.5% in May.",
            ),
            Example(kind="good", text="The share of bicycles rose to 12.5% in May, from 11 percent."),
        ),
        sources=("Unicode CLDR 47, percent formats of en", "The Chicago Manual of Style, 17th ed., 9.18"),
        limits=("Scientific copy that follows the SI Brochure (5.4.7) sets the blank on purpose.",),
    ),
)
