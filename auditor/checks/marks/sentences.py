"""TX108: a sentence that begins in lower case, as copy does that was cut, pasted or translated piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.marks.punctuation import body_blocks
from auditor.checks.marks.wording import wording
from auditor.reading.article import Block
from auditor.records import Suggestion
from auditor.text.segments import shortened

_STOP = re.compile(r"[.!?](?<=[a-zß-öø-ÿ]{3}.)\s{1,3}(?=([a-zß-öø-ÿ]{2,30})(?:[\s,]|(\.)(?:\s|$)))")
_REST = re.compile(r"(?:[\w’'-]{1,30}\s){0,2}[\w’'-]{1,30}[.!?](?:\s|$)")  # too short for a sentence of its own
_FIRST = re.compile(r"(?:(?:…|\.{3}) ?)?([a-zß-öø-ÿ]{2,30})(?=[\s,])")
_ENDS = (".", "!", "?", "”", '"', "»")
_SEVERAL = 2  # paragraphs, of which the first may be the only one that lost its beginning
_PARAGRAPH = 60  # characters of a paragraph that is no caption, label or item
_INNER = re.compile(  # Lima”. but, the fire. “the old
    r"[.!?](?:(?<=[a-zß-ÿ]{3}[”)].)\s(?=([a-zß-ÿ]{2,30})[\s,])|(?<=[a-zß-ÿ]{3}\.)\s“(?=([a-zß-ÿ]{3,30})[\s,]))"
)
_CLOSED = ("”. ", "). ", ". “")  # what of these stands in each match
_FIGURE = re.compile(r"\.(?<=[\d ]\d\.) (?=([a-zß-ÿ]{2,30})[\s,])")
_DATED = re.compile(  # December 6. the, in 2019. the
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}$|\b[a-z]{2,6} (?:19|20)\d\d$"
)
_BEHIND = 30  # characters before a stop that tell a date
_EVERYDAY, _KNOWN = 5.0, 2.5  # zipf of the word behind the stop, and of a long one before it that is no abbreviation
_NAME, _LONG = 1.0, 5  # the same, and its letters, before a word that begins sentences
_END = 4.0  # zipf that the word before the stop needs, so that it is no abbreviation


def lower_case_start(context: Context) -> Iterator[Hit]:
    """Words in lower case right after a full stop, where both neighbours are ordinary words of the language.

    Without a suggestion where it is the stop that is wrong: what follows is the rest of the sentence before.
    """
    reading, lexicon = context.reading, context.lexicon
    text, language = reading.text, reading.base
    yield from _lower_paragraphs(context)
    if language == "en":
        yield from _inner_stops(context)
    short = wording().shortened if language == "en" else shortened(language)
    for block in reading.layout.blocks:
        if block.kind not in ("body", "list"):
            continue
        for stop in _STOP.finditer(text, block.start, block.end):
            start = text.rfind(" ", block.start, stop.start()) + 1
            before, word = text[start : stop.start()].strip("“”\"'()«»"), stop[1]
            rest = _REST.match(text, stop.start(1), block.end)
            whole = rest is None and word not in wording().fragment
            if before.lower() in short or (stop[2] and word not in wording().spoke):
                continue
            least = _NAME if language == "en" and word in wording().openers and len(before) >= _LONG else _END
            if language == "en" and len(before) > _LONG and lexicon.zipf(word, language) >= _EVERYDAY:
                least = min(least, _KNOWN)
            if before.isalpha() and lexicon.zipf(before, language) >= least and lexicon.zipf(word, language) >= _END:
                yield Hit(
                    start=stop.start(1),
                    end=stop.end(1),
                    suggestions=(Suggestion(text=word.capitalize()),) if whole else (),
                )


def _inner_stops(context: Context) -> Iterator[Hit]:
    """Words in lower case behind the stop after a date or a closing mark, or behind the mark that opens after one."""
    zipf, text = context.lexicon.zipf, context.reading.text
    figured, closed = _FIGURE.search(text) is not None, any(map(text.__contains__, _CLOSED))
    for block, own in body_blocks(context.reading) if figured or closed else ():
        stops = _FIGURE.finditer(own) if figured else ()
        found = [stop for stop in stops if _DATED.search(own, max(0, stop.start() - _BEHIND), stop.start())]
        if closed and any(map(own.__contains__, _CLOSED)):
            found += _INNER.finditer(own)
        for stop in found:
            at = stop.lastindex or 1
            if zipf(stop[at], "en") >= _END:
                yield Hit(start=block.start + stop.start(at), end=block.start + stop.end(at))


def _lower_paragraphs(context: Context) -> Iterator[Hit]:
    """The first words of whole paragraphs, first or behind one that has ended, where most have their capital."""
    reading, text = context.reading, context.reading.text
    bodies = [block for block in reading.layout.blocks if block.kind == "body"]
    capitals = sum(text[block.start].isupper() for block in bodies)
    if capitals * 2 <= len(bodies):
        return
    for before, block in pairwise((None, *bodies)):
        low = block is not None and not text[block.start].isupper()
        word = _FIRST.match(text, block.start, block.end) if block and low else None
        if block is None or word is None or block.end - block.start < _PARAGRAPH or not _ends(text, block):
            continue
        sound = len(bodies) > _SEVERAL and capitals == len(bodies) - 1
        if sound if before is None else _ends(text, before) and not _opened(text, before, block):
            if context.lexicon.zipf(word[1], reading.base) < _END or (word[0] != word[1] and before):
                continue  # behind the first paragraph dots go on with what was quoted before
            yield Hit(start=word.start(), end=word.end(), suggestions=(Suggestion(text=word[1].capitalize()),))


def _opened(text: str, before: Block, block: Block) -> bool:
    """A line that announces a list stands right before the block."""
    return text[before.end : block.start].rstrip().endswith(":")


def _ends(text: str, block: Block) -> bool:
    return text[block.start : block.end].rstrip().endswith(_ENDS)


CHECKS = (
    Check(
        id="TX108",
        slug="lower-case-sentence",
        title="A sentence begins in lower case",
        mqm="linguistic-conventions/spelling/capitalization",
        severity="minor",
        why="A sentence without its capital is a sign that copy was cut or put together by a machine; words before "
        "it may be missing.",
        message="“{match}” begins a sentence in lower case",
        run=lower_case_start,
        sources=("The Chicago Manual of Style, 17th ed., 6.12: a sentence begins with a capital",),
        examples=(
            Example(kind="bad", text="The police led off a thatcher. ⟦from⟧ the old town who had set the fire."),
            Example(kind="bad", text="The fire broke out on December 6. ⟦the⟧ mill burned down."),
            Example(kind="bad", text="The mayor called the mill “a ruin”. ⟦but⟧ the heirs would not sell it."),
            Example(
                kind="bad",
                text="The fire broke out in the old town. ⟦two⟧ people were taken to hospital.",
                fixed="The fire broke out in the old town. Two people were taken to hospital.",
            ),
            Example(kind="bad", text="The shock was felt over a wide area. ⟦said⟧."),
            Example(kind="bad", text="The prosecutors asked for four years in prison. ⟦from⟧ the old owner."),
            Example(
                kind="bad",
                text="The mayor opened the new hall in the old town on Monday.\n\n⟦the⟧ town has paid two million "
                "euros for it in the last three years.\n\nHe spoke of luck.",
            ),
            Example(kind="good", text="The vote (approx. two thirds in favour) was held vs. expectations."),
            Example(kind="good", text="The firm sells shoes at shoes.com and on its app. eBay sells them as well."),
        ),
    ),
)
