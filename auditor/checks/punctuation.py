"""Punctuation, doubled words and capitals as no editor leaves them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.artifacts_spans import in_address, quoted
from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.marks import apostrophes, clusters, foreign_pairs, glued_marks, inner_blanks, turned
from auditor.checks.unpaired import lone_guillemets, unpaired
from auditor.packs import data_path, load_toml
from auditor.reading.article import Block
from auditor.records import Record, Suggestion

_DOUBLE = re.compile(r"(?<![\w'’-])(\w{1,8}) (?=\1(?![\w'’-]))", re.IGNORECASE)
_CAPITAL = re.compile(r"(?<=[a-z] )([A-Z][a-z]{1,8})(?= [a-z])")
_BODY = ("body", "list")
_SHOWN = 80  # characters of a quotation that are marked


class Wording(Record, frozen=True):
    """One language's words; see the header of ``data/checks/wording.toml``."""

    repeated: frozenset[str]
    lower: frozenset[str]
    closed: frozenset[str]


class WordingFile(Record, frozen=True):
    """The file."""

    schema: int
    en: Wording


@cache
def _wording() -> Wording:
    return load_toml(data_path("checks", "wording.toml"), WordingFile).en


def _blocks(context: Context) -> Iterator[tuple[Block, str]]:
    for block in context.reading.layout.blocks:
        if block.kind in _BODY:
            yield block, context.reading.text[block.start : block.end]


def stray_marks(context: Context) -> Iterator[Hit]:
    """Quotation marks that face the wrong way, stand twice or have a blank on the inner side; foreign ones once."""
    text = context.reading.text
    first = True
    for block, own in _blocks(context):
        spaced = ((a - block.start, b - block.start) for a, b in inner_blanks(text, block.start, block.end))
        wrong = sorted({*turned(own), *spaced})
        for start, end in wrong:
            yield Hit(start=block.start + start, end=block.start + end, args={"what": "stands wrong"})
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
    """Quotations that nothing closes or nothing opened, in paragraphs whose marks face the right way."""
    sound = [(b.start, b.end) for b, own in _blocks(context) if not any(True for _ in turned(own)) and "„" not in own]
    for at in unpaired(context.reading.text, sound):
        yield Hit(start=at, end=at + 1, args={"what": "has no other half"})


def stray(context: Context) -> Iterator[Hit]:
    """All of TX109."""
    yield from stray_marks(context)
    yield from halves(context)


def odd_marks(context: Context) -> Iterator[Hit]:
    """Marks that never stand together, and marks without the blank that belongs behind them."""
    lexicon, language = context.lexicon, context.reading.language.split("-")[0]
    for block, own in _blocks(context):
        for start, end in clusters(own):
            mark = "." if "." in own[start:end] else own[start]
            yield _marked(block, start, end, Suggestion(text=mark))
        for start, end, left, right in glued_marks(own):
            if min(lexicon.zipf(own[left:start], language), lexicon.zipf(own[end:right], language)) > 0:
                yield _marked(block, left, right, Suggestion(text=f"{own[left:end]} {own[end:right]}"))


def _marked(block: Block, start: int, end: int, suggestion: Suggestion, **args: str) -> Hit:
    return Hit(start=block.start + start, end=block.start + end, args=args, suggestions=(suggestion,))


def doubled(context: Context) -> Iterator[Hit]:
    """Function words that stand twice in a row."""
    words = _wording().repeated
    for block, own in _blocks(context):
        for match in _DOUBLE.finditer(own):
            if match[1].lower() in words and not match[1].isupper():
                yield _marked(block, match.start(), match.end() + len(match[1]), Suggestion(text=match[1]))


def lower_names(context: Context) -> Iterator[Hit]:
    """Days, months, peoples and countries in lower case, in copy that has capitals elsewhere."""
    reading, words = context.reading, _wording().lower
    bodies = [(block.start, block.end) for block, _ in _blocks(context)]
    for token in reading.tokens:
        if token.text not in words or in_address(reading.text, token) or _compound(reading.text, token.end):
            continue
        if any(start <= token.start < end for start, end in bodies):
            yield Hit(start=token.start, end=token.end, suggestions=(Suggestion(text=token.text.capitalize()),))


def _compound(text: str, end: int) -> bool:
    return text[end : end + 1] in ("-", ".", "_", "/") and text[end + 1 : end + 2].isalnum()


def stray_capitals(context: Context) -> Iterator[Hit]:
    """Function words with a capital between two words in lower case."""
    words, quotes = _wording().closed, quoted(context.reading)
    for block, own in _blocks(context):
        for match in _CAPITAL.finditer(own):
            start, end = block.start + match.start(), block.start + match.end()
            if match[1] in words and not quotes.hits(start, end):
                yield Hit(start=start, end=end, suggestions=(Suggestion(text=match[1].lower()),))


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
        title="Marks that never stand together, or no blank behind a mark",
        mqm="linguistic-conventions/punctuation",
        severity="minor",
        why="Words between the marks were lost, or two sentences were run together.",
        message="“{match}” is no punctuation of edited copy",
        run=odd_marks,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The bridge is closed⟦,,⟧ the mayor said on Monday.",
                fixed="The bridge is closed, the mayor said on Monday.",
            ),
            Example(
                kind="bad",
                text="The works began in spring, said the ⟦mayor,who⟧ follows them closely.",
                fixed="The works began in spring, said the mayor, who follows them closely.",
            ),
            Example(kind="good", text="Visit shop.Example.com, e.g., at 10:30, etc., or wait... He paid 1,200.50."),
        ),
        sources=("The Chicago Manual of Style, 17th ed., 6.120",),
    ),
    Check(
        id="TX111",
        slug="doubled-word",
        title="A small word twice in a row",
        mqm="linguistic-conventions/duplication",
        severity="minor",
        why="The reader stumbles; often words between the two were lost.",
        message="“{match}”: one of the two is too many",
        run=doubled,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The council closed ⟦the the⟧ bridge on Monday.",
                fixed="The council closed the bridge on Monday.",
            ),
            Example(kind="good", text="He had had enough, and said that that was it; what it is is a shame."),
        ),
        sources=("data/checks/wording.toml",),
    ),
    Check(
        id="TX112",
        slug="lower-case-name",
        title="A day, month, people or country in lower case",
        mqm="linguistic-conventions/spelling/capitalization",
        severity="minor",
        why="Most languages write these words small; in English it is a slip that shows where the copy comes from.",
        message="English copy writes “{match}” with a capital",
        run=lower_names,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The council voted on ⟦monday⟧ to close the bridge.",
                fixed="The council voted on Monday to close the bridge.",
            ),
            Example(
                kind="good", text="See germany.info, @france24, a bone china cup, a march in may, anti-american-ism."
            ),
        ),
        sources=("data/checks/wording.toml",),
    ),
    Check(
        id="TX113",
        slug="stray-capital",
        title="A function word with a capital inside a sentence",
        mqm="linguistic-conventions/spelling/capitalization",
        severity="minor",
        why="Two sentences were run together, or pieces of several were joined by a machine.",
        message="“{match}” has a capital inside the sentence",
        run=stray_capitals,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The riders were quick ⟦Again⟧ on the second day of the race.",
                fixed="The riders were quick again on the second day of the race.",
            ),
            Example(kind="good", text="He read The Times and wrote “and Then there were none” in Of Mice and Men."),
        ),
        sources=("data/checks/wording.toml",),
    ),
)
