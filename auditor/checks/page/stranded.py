"""TX126: a name that stands as a sentence of its own, because its link was taken out of the sentence before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.spans import Sentence, sentences
from auditor.reading.article import Mention, Reading
from auditor.records import Evidence

_LONGEST = 4  # words of a name
_BEFORE = 6  # words of the sentence that it was taken from
_TYPES = frozenset(("person", "place", "org"))
_STOP = "."


def _stranded(context: Context) -> Iterator[Hit]:
    reading, text = context.reading, context.reading.text
    starts = [mention.start for mention in reading.mentions]
    triples = zip(*(sentences(reading)[skip:] for skip in range(3)), strict=False)
    for before, sentence, after in triples:
        size = len(sentence.tokens)
        if not 2 <= size <= _LONGEST or len(before.tokens) < _BEFORE or any(sentence.quoted):
            continue
        if not before.segment.block == sentence.segment.block == after.segment.block:
            continue
        if text[before.segment.end - 1] != _STOP or text[sentence.segment.end - 1] != _STOP:
            continue
        if name := _whole(reading, starts, sentence):
            clue = Evidence(
                kind="layout",
                text="a name between two sentences of one paragraph",
                article=reading.id,
                start=name.start,
                end=name.end,
            )
            yield Hit(start=name.start, end=name.end, evidence=(clue,))


def _whole(reading: Reading, starts: list[int], sentence: Sentence) -> Mention | None:
    """The name that is all of the sentence."""
    first, last = sentence.tokens[0], sentence.tokens[-1]
    at = bisect_left(starts, first.start)
    if at == len(starts) or starts[at] != first.start:
        return None
    found = reading.mentions[at]
    return found if found.end == last.end and found.type in _TYPES else None


TX126 = Check(
    id="TX126",
    slug="stranded-name",
    title="A name left standing as a sentence",
    mqm="linguistic-conventions/grammar",
    severity="minor",
    why="The name was a link, which was translated apart from the sentence that it belongs to.",
    message="“{match}” is not a sentence: it belongs to the one before it or after it",
    run=_stranded,
    languages=("en",),
    examples=(
        Example(
            kind="bad",
            text="The burglar was seen near the house where the flat of the mayor is located. ⟦Olaf Hansen⟧. This was "
            "told by the police on Monday.",
        ),
        Example(
            kind="good",
            text="Who would have thought that he could win the race after such a fall? Olaf Hansen. The crowd cheered.",
        ),
    ),
    sources=("Quirk et al., A Comprehensive Grammar of the English Language (1985), 11.38 (sentences without a verb)",),
)
CHECKS: tuple[Check, ...] = (TX126,)
