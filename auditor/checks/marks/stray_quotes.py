"""Quotation marks that stand wrong, are foreign, or lack their other half."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.marks.foreign_quotes import LANGUAGES, foreign_quotes
from auditor.checks.marks.marks import apostrophes, foreign_pairs, inner_blanks, reopened, turned, unlike
from auditor.checks.marks.punctuation import body_blocks, marked
from auditor.checks.marks.quote_sides import bare_ends, outer_commas, wrong_sides
from auditor.checks.marks.quoted_names import quoted_names
from auditor.checks.marks.typed_marks import typed_marks
from auditor.checks.marks.unpaired import lone_guillemets, unpaired
from auditor.reading.article import Block
from auditor.reading.quotes.words import words
from auditor.records import Suggestion

# a paragraph without one of these has no mark that could be wrong; one class of characters first: found at once
_SIGNS = re.compile(r"[“”\"„«»‹‘`´',<>’″](?:(?<![',<>’])|(?<=')'|(?<=’)’|(?<=,),|(?<=<)<|(?<=>)>)")
_SHOWN = 80  # characters of a quotation that are marked


class _Paragraph(NamedTuple):
    """A paragraph with what is wrong with its marks by themselves; all empty where it has no sign to look at."""

    block: Block
    own: str
    signs: bool
    turned: Sequence[tuple[int, int]] = ()
    sides: Sequence[tuple[int, int, str]] = ()
    lone: Sequence[int] = ()

    @property
    def sound(self) -> bool:
        """Whether all marks face the right way."""
        return not (self.turned or self.sides or self.lone or "„" in self.own)


def _paragraphs(context: Context) -> Iterator[_Paragraph]:
    verbs, text = words("en").verbs, context.reading.text
    for block, own in body_blocks(context.reading):
        if _SIGNS.search(own):
            lone = list(lone_guillemets(text, block.start, block.end))
            yield _Paragraph(block, own, True, list(turned(own)), list(wrong_sides(own, verbs)), lone)
        else:
            yield _Paragraph(block, own, False)


def stray_marks(text: str, paragraphs: Iterable[_Paragraph]) -> Iterator[Hit]:
    """Quotation marks that face the wrong way, stand twice or have a blank on the inner side; foreign ones once."""
    first = True
    for block, own, signs, facing, sides, lone in paragraphs:
        if not signs:
            continue
        spaced = ((a - block.start, b - block.start) for a, b in inner_blanks(text, block.start, block.end))
        for start, end in sorted({*facing, *spaced}):
            yield Hit(start=block.start + start, end=block.start + end, args={"what": "stands wrong"})
        for start, end, mended in sides:
            yield marked(block, start, end, Suggestion(text=mended), what="has its blank on the wrong side")
        for start, end, mended in outer_commas(own, words("en").verbs):
            yield marked(block, start, end, Suggestion(text=mended), what="stands before the comma of its speech")
        for start, end, mended in bare_ends(own, words("en").verbs):
            yield marked(block, start, end, Suggestion(text=mended), what="has no comma before who speaks")
        halves_of_two = list(unlike(own))
        for start, end in halves_of_two:
            yield Hit(start=block.start + start, end=block.start + end, args={"what": "has no half of its own kind"})
        for start, end in typed_marks(own) if not halves_of_two else ():
            yield Hit(start=block.start + start, end=block.start + end, args={"what": "is typed with other signs"})
        for start, end, name in quoted_names(own):
            yield marked(block, start, end, Suggestion(text=name), what="sets off a name that English writes without")
        for at in reopened(own, words("en").verbs):
            yield marked(block, at, at + 1, Suggestion(text=""), what="opens a second time")
        for start, end in apostrophes(own):
            yield marked(block, start, end, Suggestion(text="’"), what="stands for an apostrophe")
        for at in lone:
            yield Hit(start=at, end=at + 1, args={"what": "is foreign to English copy and has no other half"})
        for start, end in foreign_pairs(own) if first else ():
            first = False
            stop = min(end, start + _SHOWN)
            yield Hit(
                start=block.start + start, end=block.start + stop, args={"what": "is foreign to English copy"},
                suggestions=(Suggestion(text=f"“{own[start + 1 : end - 1].strip(',')}”"),) if stop == end else (),
            )  # fmt: skip
            break


def halves(text: str, paragraphs: Iterable[_Paragraph]) -> Iterator[Hit]:
    """Quotations that nothing closes or nothing opened, in paragraphs whose marks face the right way.

    What a lone guillemet opens or closes is told once, by `stray_marks`.
    """
    for at in unpaired(text, [(p.block.start, p.block.end) for p in paragraphs if p.sound]):
        yield Hit(start=at, end=at + 1, args={"what": "has no other half"})


def stray(context: Context) -> Iterator[Hit]:
    """All of TX109."""
    if context.reading.base != "en":
        yield from foreign_quotes(context)
        return
    paragraphs = list(_paragraphs(context))
    yield from stray_marks(context.reading.text, paragraphs)
    yield from halves(context.reading.text, paragraphs)


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
        languages=("en", *LANGUAGES),
        examples=(
            Example(
                kind="bad",
                text="Der Bürgermeister nannte den Plan ⟦“einen schlechten Scherz”⟧ und verließ den Saal.",
                fixed="Der Bürgermeister nannte den Plan „einen schlechten Scherz“ und verließ den Saal.",
                lang="de",
            ),
            Example(kind="good", text="Il sindaco ha definito il piano “uno scherzo” e «una farsa».", lang="it"),
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
                text='The factory ⟦"Aurora"⟧ will open a second mill in May.',
                fixed="The factory Aurora will open a second mill in May.",
            ),
            Example(kind="bad", text="We wait for the end of the worst of all days⟦''⟧ he said of the mill."),
            Example(kind="bad", text="The mayor of the town said: ⟦″⟧The mill will be shut."),
            Example(kind="bad", text="The mayor of the town said: ⟦<< ⟧The mill will be shut, and soon."),
            Example(
                kind="bad",
                text="“We will open the bridge in the spring,” ⟦“⟧said the mayor of the town.",
                fixed="“We will open the bridge in the spring,” said the mayor of the town.",
            ),
            Example(
                kind="bad",
                text="“We will open the bridge in the spring⟦”,⟧ the mayor of the town said.",
                fixed="“We will open the bridge in the spring,” the mayor of the town said.",
            ),
            Example(
                kind="bad",
                text="“We will open the old bridge in spring⟦” said⟧ the mayor of the town.",
                fixed="“We will open the old bridge in spring,” said the mayor of the town.",
            ),
            Example(kind="good", text="The paper “Blic” said the mayor had left, and “all of us” said the heirs."),
            Example(kind="bad", text="“We cannot wait for the spring. ⟦“⟧We want to leave,” said Anna Berg."),
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
