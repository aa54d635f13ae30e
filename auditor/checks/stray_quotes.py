"""Quotation marks that stand wrong, are foreign, or lack their other half."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.marks import apostrophes, foreign_pairs, inner_blanks, reopened, turned, unlike
from auditor.checks.punctuation import body_blocks, marked
from auditor.checks.quote_sides import wrong_sides
from auditor.checks.unpaired import lone_guillemets, unpaired
from auditor.reading.quote_words import words
from auditor.records import Suggestion

# a paragraph without one of these has no mark that could be wrong; one class of characters first: found at once
_SIGNS = re.compile(r"[“”\"„«»‹‘`´',<](?:(?<![',<])|(?<=')'|(?<=,),|(?<=<)<)")
_SHOWN = 80  # characters of a quotation that are marked


def stray_marks(context: Context) -> Iterator[Hit]:
    """Quotation marks that face the wrong way, stand twice or have a blank on the inner side; foreign ones once."""
    text = context.reading.text
    first = True
    for block, own in body_blocks(context):
        if not _SIGNS.search(own):
            continue
        spaced = ((a - block.start, b - block.start) for a, b in inner_blanks(text, block.start, block.end))
        wrong = sorted({*turned(own), *spaced})
        for start, end in wrong:
            yield Hit(start=block.start + start, end=block.start + end, args={"what": "stands wrong"})
        for start, end, mended in wrong_sides(own, words("en").verbs):
            yield marked(block, start, end, Suggestion(text=mended), what="has its blank on the wrong side")
        for start, end in unlike(own):
            yield Hit(start=block.start + start, end=block.start + end, args={"what": "has no half of its own kind"})
        for at in reopened(own, words("en").verbs):
            yield marked(block, at, at + 1, Suggestion(text=""), what="opens a second time")
        for start, end in apostrophes(own):
            yield marked(block, start, end, Suggestion(text="’"), what="stands for an apostrophe")
        for at in lone_guillemets(text, block.start, block.end):
            yield Hit(start=at, end=at + 1, args={"what": "is foreign to English copy and has no other half"})
        for start, end in foreign_pairs(own) if first else ():
            first = False
            stop = min(end, start + _SHOWN)
            yield Hit(
                start=block.start + start, end=block.start + stop, args={"what": "is foreign to English copy"},
                suggestions=(Suggestion(text=f"“{own[start + 1 : end - 1].strip(',')}”"),) if stop == end else (),
            )  # fmt: skip
            break


def halves(context: Context) -> Iterator[Hit]:
    """Quotations that nothing closes or nothing opened, in paragraphs whose marks face the right way.

    What a lone guillemet opens or closes is told once, by `stray_marks`.
    """
    text, verbs = context.reading.text, words("en").verbs
    sound = [
        (b.start, b.end)
        for b, own in body_blocks(context)
        if not _SIGNS.search(own)
        or not (
            next(turned(own), None)
            or next(wrong_sides(own, verbs), None)
            or "„" in own
            or any(lone_guillemets(text, b.start, b.end))
        )
    ]
    for at in unpaired(text, sound):
        yield Hit(start=at, end=at + 1, args={"what": "has no other half"})


def stray(context: Context) -> Iterator[Hit]:
    """All of TX109."""
    yield from stray_marks(context)
    yield from halves(context)


CHECKS: tuple[Check, ...] = (
    Check(
        id="TX109",
        slug="stray-quotation-mark",
        title="A quotation mark that stands wrong or is foreign",
        mqm="linguistic-conventions/punctuation",
        severity="minor",
        why="Where a quotation begins and ends is part of what it says; marks turned or foreign show unread copy.",
        message="the quotation mark {what}",
        run=stray,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="“We had no choice,” the mayor said. “It was a bad winter. ⟦“⟧",
            ),
            Example(
                kind="bad",
                text="The mayor called the plan ⟦„a bad joke“⟧ and left the room.",
                fixed="The mayor called the plan “a bad joke” and left the room.",
            ),
            Example(kind="bad", text="The mayor called the plan ⟦“ ⟧a bad joke” and left the room."),
            Example(kind="bad", text="The mayor called the plan ⟦“”⟧a bad joke” and left the room."),
            Example(
                kind="bad",
                text='"We will open the bridge in May,⟦ "⟧said the mayor of the town.',
                fixed='"We will open the bridge in May," said the mayor of the town.',
            ),
            Example(kind="bad", text='The mayor called the plan "a bad joke⟦”⟧ and left the room.'),
            Example(kind="bad", text="The mayor called the plan ⟦''⟧a bad joke'' and left the room."),
            Example(
                kind="bad",
                text="“We will open the bridge in the spring”, ⟦“⟧said the mayor of the town.",
                fixed="“We will open the bridge in the spring”, said the mayor of the town.",
            ),
            Example(
                kind="bad",
                text="The mayor called the plan ⟦“⟧a bad joke and left.\n\nThe council met later that evening.",
            ),
            Example(
                kind="bad",
                text="The mayor⟦‘⟧s plan is a bad joke, the council said.",
                fixed="The mayor’s plan is a bad joke, the council said.",
            ),
            Example(kind="bad", text="It was the best meal of the year. ⟦»⟧ The cook opened a second house in spring."),
            Example(
                kind="good",
                text="“We waited.\n\n“Then the bus came,” she said. He called it “a trip to “Hell” and back”.",
            ),
            Example(kind="good", text="“It's 'over',” he said. The 12\" disc is called \"Ten\". (“No.” “Yes.”)"),
        ),
        sources=("The Chicago Manual of Style, 17th ed., 6.9 and 6.115",),
    ),
)
