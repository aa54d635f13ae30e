"""Claims of siblings that cannot both hold: a date or a figure that differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit, LinkedClaim
from auditor.records import Evidence, Place

_DATED = {"date", "time"}
_SHOWN = 4  # siblings that are named as evidence


def _conflicts(context: Context, *, dated: bool) -> Iterator[Hit]:
    """One hit for each value of the article that siblings contradict, told against the value that most of them have."""
    links: dict[tuple[int, int], list[LinkedClaim]] = {}
    for link in context.claims:
        if (link.here.kind in _DATED) == dated:
            links.setdefault((link.here.start, link.here.end), []).append(link)
    for found in links.values():
        against = [link for link in found if link.state == "conflict"]
        if against:
            yield _hit(against, {link.article for link in found if link.state == "agrees"})


def _hit(against: list[LinkedClaim], agreeing: set[str]) -> Hit:
    """A value that more articles have than have the other one is the lesser worry."""
    values = Counter(link.there.value for link in against)
    most = max(values, key=lambda value: values[value])  # of equals that which the first sibling has
    held = [link for link in against if link.there.value == most]
    first, more = held[0], len({link.article for link in held}) - 1
    there = first.there
    outvoted = 1 + len(agreeing) > 1 + more
    return Hit(
        start=first.here.start,
        end=first.here.end,
        args={
            "alike": f", as in {_others(len(agreeing))}" if outvoted else "",
            "sibling": first.article + (f" and {_others(more)}" if more else ""),
            "have": "have" if more else "has",
            "other": there.text,
        },
        evidence=tuple(
            Evidence(
                kind="sibling",
                text=f"{link.article} has “{link.there.text}”",
                article=link.article,
                start=link.there.start,
                end=link.there.end,
            )
            for link in held[:_SHOWN]
        ),
        counterpart=Place(article=first.article, start=there.start, end=there.end),
        severity="minor" if outvoted else None,
    )


def _others(count: int) -> str:
    return f"{count} other article{'s' if count > 1 else ''}"


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
        message="“{match}”{alike}, but {sibling} {have} “{other}”",
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
        message="“{match}”{alike}, but {sibling} {have} “{other}”",
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
