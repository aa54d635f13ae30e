"""Punctuation as no editor leaves it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.blank_marks import blank_marks
from auditor.checks.loose_marks import loose_marks
from auditor.checks.marks import (
    apostrophes,
    clusters,
    foreign_pairs,
    glued_marks,
    glued_quotes,
    inner_blanks,
    lone_bracket,
    loose_hyphens,
    reopened,
    turned,
    unlike,
)
from auditor.checks.quote_sides import wrong_sides
from auditor.checks.unpaired import lone_guillemets, unpaired
from auditor.reading.article import Block
from auditor.reading.quote_words import words
from auditor.records import Suggestion

_BODY = ("body", "list")
_SHOWN = 80  # characters of a quotation that are marked
_WORD, _ORDINARY = 3.0, 4.0  # zipf of a word, and of one that is no ending
_LAST_WORD = re.compile(r"[^\W\d_]{1,40}$")


def body_blocks(context: Context) -> Iterator[tuple[Block, str]]:
    """The paragraphs and list items of the body, with their text."""
    for block in context.reading.layout.blocks:
        if block.kind in _BODY:
            yield block, context.reading.text[block.start : block.end]


def stray_marks(context: Context) -> Iterator[Hit]:
    """Quotation marks that face the wrong way, stand twice or have a blank on the inner side; foreign ones once."""
    text = context.reading.text
    first = True
    for block, own in body_blocks(context):
        spaced = ((a - block.start, b - block.start) for a, b in inner_blanks(text, block.start, block.end))
        wrong = sorted({*turned(own), *spaced})
        for start, end in wrong:
            yield Hit(start=block.start + start, end=block.start + end, args={"what": "stands wrong"})
        for start, end, mended in wrong_sides(own, words("en").verbs):
            yield _marked(block, start, end, Suggestion(text=mended), what="has its blank on the wrong side")
        for start, end in unlike(own):
            yield Hit(start=block.start + start, end=block.start + end, args={"what": "has no half of its own kind"})
        for at in reopened(own, words("en").verbs):
            yield _marked(block, at, at + 1, Suggestion(text=""), what="opens a second time")
        for start, end in apostrophes(own):
            yield _marked(block, start, end, Suggestion(text="’"), what="stands for an apostrophe")
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
        if not any(True for _ in turned(own))
        and not any(True for _ in wrong_sides(own, verbs))
        and "„" not in own
        and not any(lone_guillemets(text, b.start, b.end))
    ]
    for at in unpaired(text, sound):
        yield Hit(start=at, end=at + 1, args={"what": "has no other half"})


def stray(context: Context) -> Iterator[Hit]:
    """All of TX109."""
    yield from stray_marks(context)
    yield from halves(context)


def odd_marks(context: Context) -> Iterator[Hit]:
    """Marks that never stand together, marks without the blank behind them, hyphens with one before them."""
    lexicon, language = context.lexicon, context.reading.language.split("-")[0]
    uneven = context.reading.text.count("(") != context.reading.text.count(")")
    english = language == "en"  # German hangs hyphens on words (und -steuern); dashes before commas are sound there
    for block, own in body_blocks(context):
        for start, end in clusters(own):
            mark = "." if "." in own[start:end] else own[start]
            yield _marked(block, start, end, Suggestion(text=mark))
        for start, end in lone_bracket(own, round_too=uneven):
            yield _marked(block, start, end, Suggestion(text=""))
        for start, end in loose_hyphens(own) if english else ():
            yield _marked(block, start, end, Suggestion(text=own[start:end].replace(" -", "-")))
        for start, end, mended in (*loose_marks(own), *blank_marks(own)) if english else ():
            yield _marked(block, start, end, Suggestion(text=mended))
        for start, end, at in glued_quotes(own) if english else ():
            if _known(own[start:at], own[at:end], lexicon.zipf):
                yield _marked(block, start, end, Suggestion(text=f"{own[start:at]} {own[at:end]}"))
        for start, end, left, right in glued_marks(own):
            if min(lexicon.zipf(own[left:start], language), lexicon.zipf(own[end:right], language)) > 0:
                yield _marked(block, left, right, Suggestion(text=f"{own[left:end]} {own[end:right]}"))


def _known(left: str, right: str, zipf: Callable[[str, str], float]) -> bool:
    """Whether the letters outside the quotation are a word, and no prefix or ending (``"Brexit"er``)."""
    if left[-1] in '"”':
        return right[0].isupper() or zipf(right, "en") >= _ORDINARY
    word = _LAST_WORD.search(left)
    return word is not None and zipf(word[0].lower(), "en") >= _WORD


def _marked(block: Block, start: int, end: int, suggestion: Suggestion, **args: str) -> Hit:
    return Hit(start=block.start + start, end=block.start + end, args=args, suggestions=(suggestion,))


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
    Check(
        id="TX110",
        slug="odd-punctuation",
        title="Marks that never stand together, or a blank too few or too many beside one",
        mqm="linguistic-conventions/punctuation",
        severity="minor",
        why="Words between the marks were lost, or two sentences were run together.",
        message="“{match}” is no punctuation of edited copy",
        run=odd_marks,
        languages=("en", "de", "es", "fr", "it", "nl", "pl", "pt"),
        examples=(
            Example(
                kind="bad",
                text="The bridge is closed⟦,,⟧ the mayor said on Monday.",
                fixed="The bridge is closed, the mayor said on Monday.",
            ),
            Example(
                kind="bad",
                text="The ⟦36 -year -old⟧ driver of the lorry was not hurt, the police said on Monday.",
                fixed="The 36-year-old driver of the lorry was not hurt, the police said on Monday.",
            ),
            Example(
                kind="bad",
                text="The works began in spring, said the ⟦mayor,who⟧ follows them closely.",
                fixed="The works began in spring, said the mayor, who follows them closely.",
            ),
            Example(
                kind="bad",
                text="The hosts had lost ⟦2: 0⟧ in the spring.",
                fixed="The hosts had lost 2-0 in the spring.",
            ),
            Example(
                kind="bad",
                text="The mayor said that it⟦’ ⟧s a bad plan.",
                fixed="The mayor said that it’s a bad plan.",
            ),
            Example(
                kind="bad",
                text="The mill – the oldest of the town⟦ –,⟧ burned down.",
                fixed="The mill – the oldest of the town – burned down.",
            ),
            Example(
                kind="bad",
                text="The mayor was asked about it on Monday: “The mill is ⟦closed”said⟧ the mayor.",
                fixed="The mayor was asked about it on Monday: “The mill is closed” said the mayor.",
            ),
            Example(
                kind="bad",
                text='The heirs called the mill ⟦their"home⟧ of many years" and left.',
                fixed='The heirs called the mill their "home of many years" and left.',
            ),
            Example(
                kind="bad",
                text="The mill ⟦wasn 't⟧ for sale, the heirs told reporters.",
                fixed="The mill wasn't for sale, the heirs told reporters.",
            ),
            Example(kind="bad", text="The mill, built in ⟦1745.It⟧ was, is the oldest of the county."),
            Example(kind="bad", text="The hosts won ⟦3- 0⟧ in the spring.", fixed="The hosts won 3-0 in the spring."),
            Example(kind="bad", text="The mill ⟦was– and⟧ is the oldest of the county."),
            Example(kind="bad", text="The police closed the road in ⟦Villers-sur-.⟧ Nobody was hurt."),
            Example(kind="bad", text="The mill ⟦(⟧the oldest of the county burned down on Monday night."),
            Example(kind="bad", text="The wheel of the mill turned ⟦3 .5⟧ times a minute."),
            Example(kind="good", text="Two- or three-story mills, pre- and post-war, and Dr. Berg's wheel (a pair)."),
            Example(
                kind="bad",
                text="La mairie a fermé le ⟦pont.Les⟧ habitants passent par le bac.",
                fixed="La mairie a fermé le pont. Les habitants passent par le bac.",
                lang="fr",
            ),
            Example(kind="good", text="Die Mehrwert- und -steuern, sagte er – und das -, bleiben.", lang="de"),
            Example(kind="good", text="Day 2: 10 miles. Romans 8: 28 in round 3: 4 at a table; a ratio of 1: 5."),
            Example(kind="good", text="Visit shop.Example.com, e.g., at 10:30, etc., or wait... He paid 1,200.50."),
        ),
        sources=("The Chicago Manual of Style, 17th ed., 6.120",),
    ),
)
