"""Claims of siblings that cannot both hold: a date or a figure that differs."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit, LinkedClaim
from auditor.records import Evidence, Place

_DATED = {"date", "time"}


def _conflicts(context: Context, *, dated: bool) -> Iterator[Hit]:
    seen: set[tuple[int, int]] = set()
    for link in context.claims:
        key = (link.here.start, link.here.end)
        if link.state == "conflict" and (link.here.kind in _DATED) == dated and key not in seen:
            seen.add(key)
            yield _hit(link)


def _hit(link: LinkedClaim) -> Hit:
    there = link.there
    return Hit(
        start=link.here.start,
        end=link.here.end,
        args={"sibling": link.article, "other": there.text},
        evidence=(
            Evidence(
                kind="sibling",
                text=f"{link.article} has “{there.text}”",
                article=link.article,
                start=there.start,
                end=there.end,
            ),
        ),
        counterpart=Place(article=link.article, start=there.start, end=there.end),
    )


def date_conflict(context: Context) -> Iterator[Hit]:
    """Days that a sibling tells otherwise."""
    return _conflicts(context, dated=True)


def figure_conflict(context: Context) -> Iterator[Hit]:
    """Counts, sums and figures that a sibling tells otherwise."""
    return _conflicts(context, dated=False)


_PORT = (
    "The port of Ostend will open its new quay on May {day}, harbour master Pieter Goossens said on March 3.\n\n"
    "The port of Ostend spent {sum} million euros on the new quay, Goossens said.\n\n"
    "Fishing crews in Ostend had asked the port for a new quay since the storm of January 14."
)
CHECKS = (
    Check(
        id="DT301",
        slug="date-conflict",
        title="A sibling gives another day for the same event",
        mqm="accuracy/mistranslation/date-time",
        severity="major",
        scope="story",
        why="When two articles on one event give different days, one of them is wrong or one is older; a reader of "
        "either cannot know.",
        message="“{match}”, but {sibling} has “{other}”",
        run=date_conflict,
        sources=("Extended Date/Time Format, Library of Congress 2019",),
        examples=(
            Example(
                kind="bad",
                text=_PORT.format(day="⟦May 12⟧", sum=30).replace("May ⟦May", "⟦May"),
                siblings=(_PORT.format(day=21, sum=30),),
            ),
            Example(kind="good", text=_PORT.format(day=12, sum=30), siblings=(_PORT.format(day=12, sum=30),)),
        ),
    ),
    Check(
        id="NU301",
        slug="figure-conflict",
        title="A sibling gives another figure for the same thing",
        mqm="accuracy/mistranslation/number",
        severity="major",
        scope="story",
        why="A figure that changes between two articles on one event is the commonest factual drift in translation.",
        message="“{match}”, but {sibling} has “{other}”",
        run=figure_conflict,
        sources=("MQM Core, accuracy/mistranslation/number, themqm.org",),
        examples=(
            Example(
                kind="bad",
                text=_PORT.format(day=12, sum="⟦30⟧").replace("⟦30⟧ million euros", "⟦30 million euros⟧"),
                siblings=(_PORT.format(day=12, sum=50),),
            ),
            Example(kind="good", text=_PORT.format(day=12, sum=30), siblings=(_PORT.format(day=12, sum=30),)),
        ),
    ),
)
