"""TX124: speech behind a colon that stands in no quotation marks, as Arabic, Persian and Turkish copy may have it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.marks.punctuation import body_blocks
from auditor.checks.spans import quoted
from auditor.reading.quotes.words import words

_COLON = re.compile(r":[ \u00a0]{1,2}(?=(?:[A-Z][\w'’]*,?|we|our|my) [\w'’]+ [\w'’]+)")
_ENDS = re.compile(r"[.!?…:;“”\"«»\n]")
_WORD = re.compile(r"\w+")
_FAR = 120  # code points in which the verb is sought
_MOST = 9  # words between the verb and the colon
_WEAK = frozenset(("adding", "asked", "continued", "saying", "stating", "writing"))
_STOPS = frozenset(("by", "i", "that", "we", "which", "who", "you"))  # with these the colon opens nobody's speech


def unquoted(context: Context) -> Iterator[Hit]:
    """``The minister said: We will wait.``: the colon, where a verb of saying leads up to it."""
    if ": " not in context.reading.text:
        return
    inside = quoted(context.reading)
    for block, own in body_blocks(context.reading):
        for colon in _COLON.finditer(own) if ": " in own or ":\u00a0" in own else ():
            start = block.start + colon.start()
            before, low = own[max(0, colon.start() - _FAR) : colon.start()], own[colon.end()].islower()
            if (
                (not low or before.rpartition(" ")[2] in _verbs())
                and _speaks(before)
                and not inside.hits(start, start + 1)
            ):
                yield Hit(start=start, end=start + 1)


@cache
def _verbs() -> frozenset[str]:
    return (words("en").verbs - words("en").weak) | _WEAK


def _speaks(before: str) -> bool:
    """True where a verb of saying, no passive and not the writer's own, leads up to the end without a mark."""
    known, verbs = words("en"), _verbs()
    sentence = _WORD.findall(_ENDS.split(before)[-1].rpartition(",")[2].lower())
    for at in range(len(sentence) - 1, max(-1, len(sentence) - _MOST - 2), -1):
        if sentence[at] in verbs:
            return not (known.passive | _STOPS).intersection(sentence[max(0, at - 2) : at])
        if sentence[at] in _STOPS:
            return False
    return False


CHECKS: tuple[Check, ...] = (
    Check(
        id="TX124",
        slug="unquoted-speech",
        title="Speech after a colon without quotation marks",
        mqm="linguistic-conventions/punctuation",
        severity="minor",
        why="English copy sets a speaker's own words in quotation marks; without them nobody sees where they end.",
        message="a speaker’s words after a colon need quotation marks in English copy",
        run=unquoted,
        languages=("en",),
        examples=(
            Example(kind="bad", text="The minister spoke of the dam and said⟦:⟧ We will open it in the spring."),
            Example(
                kind="bad", text="The two sides met on Monday, the envoy said, adding⟦:⟧ The talks will go on in May."
            ),
            Example(
                kind="bad",
                text="The mayor told the newspaper in an interview⟦:⟧ The bridge was never safe for lorries.",
            ),
            Example(kind="bad", text="The mayor went on and said⟦:⟧ we will not let the bridge be shut once more."),
            Example(kind="good", text="The minister said: “We will open it in the spring.” She added one thing: hope."),
            Example(kind="good", text="The council said two things: we must save and we must build."),
            Example(kind="good", text="The report was written by three authors: Anna Berg and two of her students."),
        ),
        sources=("The Chicago Manual of Style, 17th ed., 13.9-13.16",),
        limits=("A line of verse or a slogan after a colon is taken for speech.",),
    ),
)
