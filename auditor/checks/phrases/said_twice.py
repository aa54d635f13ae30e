"""TA314: a quotation with a verb of saying before it and another one of the same speaker behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.base import Check, Context, Example, Hit
from auditor.reading.article import QuoteMention
from auditor.reading.quotes.words import words

_BEFORE = re.compile(r"\b([a-z]{3,14})[,:]?\s?[“\"„‘]$")
_AFTER = re.compile(r"[,.!?…]?[”\"“’],? ((?:he|she|they) (?:also )?([a-z]{3,14}))(?=[.,;]|\s*$)", re.MULTILINE)
_NEAR = 24  # characters before a quotation that hold its verb
_FAR = 60  # characters behind it that hold the other one
_SHORT = 24  # characters of a quotation that may be a word that somebody used rather than a statement
_AROUND = 200  # characters before a quotation that may hold the beginning of its clause
_CLAUSE = re.compile(r"\b(?:when|after|before|if|as|while|once|because)\b", re.IGNORECASE)


def run(context: Context) -> Iterator[Hit]:
    """Hits on the second attribution.

    “When they said …, she answered” has two speakers, and who speaks in paragraphs may be named again: left alone.
    """
    reading = context.reading
    for quote in reading.quotes:
        if quote.kind != "indirect" and quote.end - quote.start >= _SHORT and "\n" not in quote.text:
            yield from _second(reading.text, quote)


@cache
def _verbs() -> frozenset[str]:
    """Verbs of saying in a form that a subject can stand before."""
    return frozenset(verb for verb in words("en").verbs if not verb.endswith("ing"))


def _second(text: str, quote: QuoteMention) -> Iterator[Hit]:
    after = _AFTER.match(text, quote.end, quote.end + _FAR)
    if after is None:
        return
    line = text.rfind("\n", 0, quote.start) + 1
    before = _BEFORE.search(text, max(line, quote.start - _NEAR), quote.start)
    if before is None or not _verbs().issuperset((before[1], after[2])):
        return
    if not _CLAUSE.search(text, max(line, quote.start - _AROUND), quote.start):
        yield Hit(start=after.start(1), end=after.end(1), args={"verb": before[1]})


CHECKS: tuple[Check, ...] = (
    Check(
        id="TA314",
        slug="said-twice",
        title="A quotation that is attributed twice",
        mqm="linguistic-conventions/grammar",
        severity="minor",
        why="Turkish and other languages that have the verb last say who speaks before a quotation and close it with a "
        "verb of saying; in English the speaker says it twice.",
        message="“{match}” attributes a quotation that “{verb}” has already introduced",
        run=run,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The mayor said, “We will open the new bridge before the harvest,” ⟦he said⟧. The crowd left.",
            ),
            Example(
                kind="bad",
                text="Ayla Demir stated: “Nobody told the farmers that the road would be closed”, ⟦she added⟧.",
            ),
            Example(kind="good", text="The mayor said: “We will open the new bridge.” He said it twice, in May."),
            Example(kind="good", text="When the mayor said “nobody will have to pay for the bridge,” she replied."),
            Example(kind="good", text="“We will open it before the harvest,” the mayor said. “It is ready,” he said."),
        ),
        sources=(
            "Göksel and Kerslake, Turkish: A Comprehensive Grammar (2005), 24.3",
            "data/languages/reporting/en.toml",
        ),
    ),
)
