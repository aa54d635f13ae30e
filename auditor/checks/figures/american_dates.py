"""DT108: dates in the form of English, in copy that is not."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.figures.english_forms import dates
from auditor.records import Suggestion


def run(context: Context) -> Iterator[Hit]:
    """``03/15/2021``, ``May 5, 2021``."""
    for form in dates(context.reading):
        yield Hit(
            start=form.start,
            end=form.end,
            args={"match": form.text, "better": form.better},
            suggestions=(Suggestion(text=form.better),),
            points_to="en",
            weight=2.0,
        )


CHECKS: tuple[Check, ...] = (
    Check(
        id="DT108",
        slug="american-date",
        title="A date in the form of English in copy of another language",
        mqm="locale-conventions/date-format",
        severity="minor",
        why="Outside the United States the day comes first; where the day is small, readers take it for the month.",
        message="“{match}”: here, {better}",
        run=run,
        languages=("de", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk", "cs", "sv"),
        examples=(
            Example(
                kind="bad",
                text="Der Vertrag lief bis zum ⟦03/15/2021⟧ und wurde danach nicht verlängert.",
                fixed="Der Vertrag lief bis zum 15.03.2021 und wurde danach nicht verlängert.",
                lang="de",
            ),
            Example(
                kind="bad",
                text="L'accord avait été signé le ⟦May 5, 2021⟧, puis prolongé par la ville voisine.",
                fixed="L'accord avait été signé le 5 mai 2021, puis prolongé par la ville voisine.",
                lang="fr",
            ),
            Example(
                kind="bad",
                text="Der Vertrag lief bis zum ⟦5 Mai⟧ 2021 und wurde danach nicht verlängert.",
                fixed="Der Vertrag lief bis zum 5. Mai 2021 und wurde danach nicht verlängert.",
                lang="de",
            ),
            Example(kind="good", text="Der Vertrag lief bis zum 15/03/2021, nach Angaben vom 3/4/2021.", lang="de"),
        ),
        sources=("Unicode CLDR 47, date formats",),
    ),
)
