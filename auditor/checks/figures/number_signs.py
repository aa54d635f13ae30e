"""NU111 and NU112: signs for “number” and ages in brackets that other languages write so, in English copy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.figures.figure_signs import signs
from auditor.checks.spans import quoted
from auditor.records import Suggestion

_AGED = re.compile(r" \((\d{1,3}) (?:years?|years old|y\.o\.|yrs?\.?)\)")


@cache
def _numero() -> re.Pattern[str]:
    """A sign for “number” before its figure."""
    return re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, signs().numero))}) ?(\d{{1,4}})(?![\w,/]|\.\d)")


def number_signs(context: Context) -> Iterator[Hit]:
    """``№ 5``, ``n° 5``, ``Nr. 5``."""
    text = context.reading.text
    for match in _numero().finditer(text) if any(map(text.__contains__, signs().numero)) else ():
        if not quoted(context.reading).hits(*match.span()):
            better = f"No. {match[1]}"
            yield Hit(
                start=match.start(), end=match.end(), args={"better": better}, suggestions=(Suggestion(text=better),)
            )


def bracketed_ages(context: Context) -> Iterator[Hit]:
    """``Anna Berg (45 years)``."""
    text = context.reading.text
    if " (" not in text or "y" not in context.reading.characters:
        return
    people = {mention.end for mention in context.reading.mentions if mention.type == "person"}
    for match in _AGED.finditer(text):
        if match.start() in people:
            start, better = match.start() + 1, f"({match[1]})"
            yield Hit(start=start, end=match.end(), args={"better": better}, suggestions=(Suggestion(text=better),))


CHECKS: tuple[Check, ...] = (
    Check(
        id="NU111",
        slug="foreign-number-sign",
        title="Another language's sign for “number”",
        mqm="locale-conventions/number-format",
        severity="minor",
        why="Russian writes №, French n°, German Nr. before a number; English copy has “No.”",
        message="“{match}”: in English, {better}",
        run=number_signs,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The fire broke out in hall ⟦№ 5⟧ of the old mill.",
                fixed="The fire broke out in hall No. 5 of the old mill.",
            ),
            Example(kind="good", text="The fire broke out in hall No. 5, near a bottle of Chanel N°5, on 3 nr 5."),
        ),
        sources=("data/checks/figure_signs.toml", "The Chicago Manual of Style, 17th ed., 10.42"),
    ),
    Check(
        id="NU112",
        slug="bracketed-age",
        title="An age in brackets with the word “years”",
        mqm="style/unidiomatic",
        severity="minor",
        why="“Anna Berg (45 years)” is how Romance and Slavic copy gives an age; English has the figure alone.",
        message="“{match}”: in English, {better}",
        run=bracketed_ages,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The mill belongs to Anna Berg ⟦(45 years)⟧ and her brother.",
                fixed="The mill belongs to Anna Berg (45) and her brother.",
            ),
            Example(
                kind="good", text="Anna Berg (45) led the mill for two terms (eight years), her brother one (4 years)."
            ),
        ),
        sources=("The Guardian style guide, ages",),
    ),
)
