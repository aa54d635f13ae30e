"""One statement told otherwise in two articles: denied in one, a possibility in one, on somebody's word in one.

Only sentences that are each other's counterpart beyond doubt are compared, and short ones: in a long sentence the word
that turns it may belong to something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from auditor.checks.base import Shift
from auditor.corpus.align import Aligned
from auditor.corpus.features import Featured
from auditor.corpus.stance import Stance, modality_changed, negation_turned, stance
from auditor.packs.load import data_path, load_toml
from auditor.reading.article import Reading, Span
from auditor.records import Record


class Lines(Record, frozen=True):
    """``data/corpus/statements.toml``: how alike two sentences must be before their stance is compared."""

    schema: int
    same: float
    across: float
    attributed: float
    margin: float
    longest: int
    lengths: float


class Told(msgspec.Struct, frozen=True):
    """A sentence with its stance; ``quoted``: it holds quoted words of some length; ``size`` in words."""

    span: Span
    stance: Stance
    quoted: bool
    size: int


class Statement(msgspec.Struct, frozen=True):
    """Sentence ``a`` of one article and ``b`` of another differ in ``change``; the cues are the words that show it."""

    change: Shift
    article: str
    other: str
    a: Span
    b: Span
    cue_a: Span | None
    cue_b: Span | None
    score: float


@cache
def lines() -> Lines:
    """The lines as shipped."""
    return load_toml(data_path("corpus", "statements.toml"), Lines)


_QUOTED = 4  # words of a quotation that make its sentence one of quoted speech


def told(reading: Reading) -> tuple[Told, ...]:
    """Every segment of an article with its stance, quoted words left aside."""
    quotes = [q for q in reading.quotes if q.kind != "indirect"]
    spans = [Span(q.start, q.end) for q in quotes]
    aside = [*spans, *(Span(v.start, v.end) for v in reading.values if v.kind == "date")]
    long = [s for s, q in zip(spans, quotes, strict=True) if len(q.text.split()) >= _QUOTED]
    rows = []
    for segment in reading.segments:
        language = (segment.language or reading.language).split("-")[0]
        held = stance(reading.text, reading.tokens, segment.start, segment.end, language, aside)
        quoted = any(s.start < segment.end and s.end > segment.start for s in long)
        size = len(reading.text[segment.start : segment.end].split())
        rows.append(Told(Span(segment.start, segment.end), held, quoted, size))
    return tuple(rows)


def differing(
    one: Featured, other: Featured, aligned: Sequence[Aligned], tellings: Mapping[str, Sequence[Told]]
) -> Iterator[Statement]:
    """The statements of two articles that differ in stance."""
    rules = lines()
    least = rules.same if one.language == other.language else rules.across
    for pair in aligned:
        a, b = tellings[one.id][pair.a], tellings[other.id][pair.b]
        if not pair.mutual or pair.score < least or pair.margin < rules.margin or max(a.size, b.size) > rules.longest:
            continue
        one_language = one.language == other.language
        changes = [*_attribution(a, b)] if not one_language or pair.score >= rules.attributed else []
        if not (a.quoted or b.quoted) and max(a.size, b.size) <= rules.lengths * min(a.size, b.size):
            changes += _changes(a.stance, b.stance, one_language=one_language)
        for change, cue_a, cue_b in changes:
            yield Statement(change, one.id, other.id, a.span, b.span, cue_a, cue_b, pair.score)


def _changes(a: Stance, b: Stance, *, one_language: bool) -> Iterator[tuple[Shift, Span | None, Span | None]]:
    if negation_turned(a, b):
        yield "negation", a.negated, b.negated
    if modality_changed(a, b, one_language=one_language):
        yield "modality", a.doubt, b.doubt


def _attribution(a: Told, b: Told) -> Iterator[tuple[Shift, Span | None, Span | None]]:
    """One says on somebody's word what the other says as a fact: no source, no marks, no event of saying."""
    one, other = a.stance, b.stance
    plain, told = (b, a) if one.attributed else (a, b)
    if told.stance.attributed and not plain.stance.attributed and not plain.stance.speaks and not plain.quoted:
        yield "attribution", one.attributed, other.attributed
