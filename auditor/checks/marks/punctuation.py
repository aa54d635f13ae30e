"""Punctuation as no editor leaves it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.marks.blank_marks import blank_marks
from auditor.checks.marks.forms import Suspects, suspects
from auditor.checks.marks.lone_brackets import lone_brackets
from auditor.checks.marks.loose_marks import loose_marks
from auditor.checks.marks.marks import (
    begins_sentence,
    clusters,
    glued_marks,
    glued_quotes,
    loose_hyphens,
    may_cluster,
    may_glue,
    stopped_names,
)
from auditor.checks.marks.wording import wording
from auditor.reading.article import Block, Reading
from auditor.records import Suggestion
from auditor.text.memo import once

_BODY, _HEADS = ("body", "list"), ("headline", "subhead")
_WORD, _ORDINARY = 3.0, 4.0  # zipf of a word, and of one that is no ending
_NAME = 3  # letters of a name and of the word behind it
_ENDS = frozenset(".,!?")  # marks that end what is said, so that what follows the quotation is no ending
_DOUBLE_QUOTES = '“”"'
_LAST_WORD = re.compile(r"[^\W\d_]{1,40}$")


@once
def body_blocks(reading: Reading) -> Sequence[tuple[Block, str]]:
    """The paragraphs and list items of the body, with their text."""
    body = [block for block in reading.layout.blocks if block.kind in _BODY]
    return [(block, reading.text[block.start : block.end]) for block in body]


def odd_marks(context: Context) -> Iterator[Hit]:
    """Marks that never stand together, marks without the blank behind them, hyphens with one before them."""
    words, language = context.lexicon, context.reading.base
    text, signs = context.reading.text, context.reading.characters
    uneven = text.count("(") != text.count(")")
    brackets = uneven or not signs.isdisjoint("[]")  # what the whole has not is sought in no paragraph
    clustered, glued = may_cluster(context.reading.between), may_glue(text)
    english = language == "en"  # German hangs hyphens on words (und -steuern); dashes before commas are sound there
    quoted = english and not signs.isdisjoint(_DOUBLE_QUOTES)
    forms = suspects(text, {*signs, *context.reading.places, *context.reading.between}) if english else ((), ())
    if english:
        yield from _heads(context.reading, forms, clustered)
    names = stopped_names(own for _, own in body_blocks(context.reading)) if glued else frozenset()
    for block, own in body_blocks(context.reading):
        for start, end in clusters(own) if clustered else ():
            mark = "." if "." in own[start:end] else own[start]
            yield marked(block, start, end, Suggestion(text=mark))
        for start, end in lone_brackets(own, round_too=uneven) if brackets else ():
            yield marked(block, start, end, Suggestion(text=""))
        for start, end, mended in (*loose_hyphens(own), *loose_marks(own), *blank_marks(own, forms)) if english else ():
            yield marked(block, start, end, Suggestion(text=mended))
        for start, end, at in glued_quotes(own) if quoted else ():
            if _known(own[start:at], own[at:end], words.zipf):
                yield marked(block, start, end, Suggestion(text=f"{own[start:at]} {own[at:end]}"))
        for start, end, left, right in glued_marks(own) if glued else ():
            domain = (
                own[start] == "." and own[left : left + 1].isupper() and own[end:right].lower() in wording().domains
            )
            if domain or own[left:right] in names:
                continue
            least = min(words.zipf(own[left:start], language), words.zipf(own[end:right], language))
            listed = english and own[start] == "," and min(start - left, right - end) >= _NAME
            if (
                least > 0
                or listed
                or (english and own[start] in ".!?" and begins_sentence(own[left:start], own[end:right]))
            ):
                yield marked(block, left, right, Suggestion(text=f"{own[left:end]} {own[end:right]}"))


def _heads(reading: Reading, forms: Suspects, clustered: bool) -> Iterator[Hit]:
    """Marks that never stand together, and the forms of English, in headlines."""
    for block in reading.layout.blocks:
        if block.kind in _HEADS:
            own = reading.text[block.start : block.end]
            for start, end in clusters(own) if clustered else ():
                yield marked(block, start, end, Suggestion(text=own[start]))
            for start, end, mended in blank_marks(own, forms):
                yield marked(block, start, end, Suggestion(text=mended))


def _known(left: str, right: str, zipf: Callable[[str, str], float]) -> bool:
    """Whether the letters outside the quotation are a word, and no prefix or ending (``"Brexit"er``)."""
    if left[-1] in '"”':
        ended = left[-2:-1] in _ENDS
        return right[0].isupper() or zipf(right, "en") >= (_WORD if ended else _ORDINARY)
    word = _LAST_WORD.search(left)
    return word is not None and (word[0][0].isupper() or zipf(word[0].lower(), "en") >= _WORD)


def marked(block: Block, start: int, end: int, suggestion: Suggestion, **args: str) -> Hit:
    """A hit with one suggestion, whose span is counted from the start of the block."""
    return Hit(start=block.start + start, end=block.start + end, args=args, suggestions=(suggestion,))


CHECKS: tuple[Check, ...] = (
    Check(
        id="TX110",
        slug="odd-punctuation",
        title="Marks that never stand together, or a missing or extra space beside one",
        mqm="linguistic-conventions/punctuation",
        severity="minor",
        why="Words between the marks were lost, or two sentences were run together.",
        message="“{match}”: edited copy is not punctuated like this",
        run=odd_marks,
        languages=("en", "de", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk"),
        examples=(
            Example(kind="good", text="CHICAGO, Ill. — The governor opened the bridge on Monday before the rain."),
            Example(
                kind="bad",
                text="The bridge is closed⟦,,⟧ the mayor said on Monday.",
                fixed="The bridge is closed, the mayor said on Monday.",
            ),
            Example(
                kind="bad",
                text="The mayor denied the ⟦report,he⟧ said that the ferry was safe.",
                fixed="The mayor denied the report, he said that the ferry was safe.",
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
                text="The lorry was going at 90 ⟦km / h⟧ when it left the road.",
                fixed="The lorry was going at 90 km/h when it left the road.",
            ),
            Example(
                kind="bad",
                text="“I heard ‘wait for me⟦'⟧” and turned round, the man said.",
                fixed="“I heard ‘wait for me’” and turned round, the man said.",
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
            Example(kind="bad", text="The heirs are ⟦Zorik,Vahan⟧ and Anahit."),
            Example(kind="bad", text="The mill, built in ⟦1745.It⟧ was, is the oldest of the county."),
            Example(kind="bad", text="The hosts won ⟦3- 0⟧ in the spring.", fixed="The hosts won 3-0 in the spring."),
            Example(
                kind="bad",
                text="The mill burned down.\n\n⟦. ⟧But nobody was hurt, the mayor of the town said on Monday.",
                fixed="The mill burned down.\n\nBut nobody was hurt, the mayor of the town said on Monday.",
            ),
            Example(
                kind="bad",
                text="Lugo⟦.-⟧ The mill burned down on Monday night, and nobody was hurt.",
                fixed="Lugo – The mill burned down on Monday night, and nobody was hurt.",
            ),
            Example(kind="bad", text="The mill burned at about ⟦17: 30⟧ on Monday, the police said."),
            Example(kind="bad", text="The mill ⟦was– and⟧ is the oldest of the county."),
            Example(kind="bad", text="The mill is on a river of ⟦90 km.The⟧ town has 300 houses."),
            Example(kind="bad", text="The mill was closed in ⟦2022,the⟧ mayor of the town said."),
            Example(kind="bad", text="The mill belongs to the ⟦BBC.The⟧ town has 300 houses."),
            Example(kind="bad", text="The police closed the road in ⟦Villers-sur-.⟧ Nobody was hurt."),
            Example(kind="bad", text="The mill ⟦(⟧the oldest of the county burned down on Monday night."),
            Example(kind="bad", text="⟦(⟧ The heirs met the mayor of the town on Monday night."),
            Example(kind="bad", text="The river is 60 miles (97 kilometers)⟦)⟧ from the mill."),
            Example(kind="bad", text="The wheel of the mill turned ⟦3 .5⟧ times a minute."),
            Example(
                kind="bad",
                text="The talks with the ⟦U.S⟧ envoy went on for six hours.",
                fixed="The talks with the U.S. envoy went on for six hours.",
            ),
            Example(
                kind="bad",
                text="The fire took three⟦ (3)⟧ mills.",
                fixed="The fire took three mills.",
            ),
            Example(
                kind="bad",
                text="ROME (RAN⟦) _ ⟧A mill burned down on Monday.",
                fixed="ROME (RAN) – A mill burned down on Monday.",
            ),
            Example(kind="bad", text="The mayor⟦ –Berg⟧ is her name – lost the vote."),
            Example(kind="bad", text="He called it “a fine old m⟦ill.”.⟧ The heirs had left."),
            Example(kind="bad", text="The plan ⟦is's⟧ not an easy one, the heirs said."),
            Example(kind="bad", text="Towns ⟦including, ⟧Lugo have mills of their own."),
            Example(kind="bad", text="⟦These, took⟧ place in the old town of Lugo on Monday night."),
            Example(
                kind="bad",
                text="“We will open the old mill in the ⟦spring.”⟧ said the mayor of the town.",
                fixed="“We will open the old mill in the spring,” said the mayor of the town.",
            ),
            Example(
                kind="bad",
                text="The mayor spoke of the ⟦heirs‘⟧ plan for the mill.",
                fixed="The mayor spoke of the heirs’ plan for the mill.",
            ),
            Example(kind="bad", text="The mayor said that there ⟦are'⟧sound grounds' to sell the mill."),
            Example(kind="bad", text="The mill stands in ⟦Orehovo - Zuevsky⟧ district."),
            Example(kind="bad", text="The fire took an area of ⟦??⟧1.5 hectares near the old town."),
            Example(kind="bad", text="The heirs closed the mill⟦ ’⟧ of the town on Monday night."),
            Example(kind="bad", text="The mayor ⟦of, (⟧the lawyer) met the heirs on Monday night."),
            Example(kind="good", text="Two- or three-story mills, pre- and post-war, and Dr. Berg's wheel (a pair)."),
            Example(
                kind="bad",
                text="La mairie a fermé le ⟦pont.Les⟧ habitants passent par le bac.",
                fixed="La mairie a fermé le pont. Les habitants passent par le bac.",
                lang="fr",
            ),
            Example(kind="good", text="Die Mehrwert- und -steuern, sagte er – und das -, bleiben.", lang="de"),
            Example(kind="good", text="Day 2: 10 miles. Romans 8: 28 in round 3: 4 at a table; a ratio of 1: 5."),
            Example(kind="good", text="Visit shop.Example.com, e.g., at 10:30, etc. Two.Ray shut, and Two.Ray left."),
        ),
        sources=("The Chicago Manual of Style, 17th ed., 6.120",),
    ),
)
