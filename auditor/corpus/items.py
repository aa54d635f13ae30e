"""Quotes and claims of a corpus with what they are about, ready to be compared."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

import msgspec

from auditor.corpus.anchors import NOTHING, ArticleAnchors, weights
from auditor.corpus.concepts import concepts, is_event
from auditor.corpus.features import Features, Stretches
from auditor.corpus.resolve import resolved
from auditor.corpus.stance import Stance, stance
from auditor.entities.view import EntityView
from auditor.reading.article import QuoteMention, Reading, Value
from auditor.text.lexicon import Lexicon
from auditor.text.tokens import tokens


class QuoteItem(msgspec.Struct, frozen=True):
    """A quote, the entity that speaks (None where untold), what it says and how, and the words of its sentence.

    ``person``: the speaker is a person, not a body or a place. ``stems`` and ``sentence`` hold words by weight.
    """

    id: str
    article: str
    quote: QuoteMention
    speaker: str | None
    person: bool
    language: str
    stems: Mapping[str, float]
    sentence: Mapping[str, float]
    features: Features
    stance: Stance


class ClaimItem(msgspec.Struct, frozen=True):
    """A value and its surroundings: the entity it is said of, entities and words of its sentence.

    ``events`` are the classes of event that its sentence tells; ``near`` holds the entities of the sentence before,
    which a pronoun or "the craft" may stand for.
    """

    id: str
    article: str
    value: Value
    subject: str | None
    entities: frozenset[str]
    near: frozenset[str]
    stems: Mapping[str, float]
    events: frozenset[str]
    language: str
    published: str | None


def quote_items(
    reading: Reading, view: EntityView, anchors: ArticleAnchors | None, lexicon: Lexicon
) -> tuple[QuoteItem, ...]:
    """The article's quotes in text order; without anchors (nothing to compare with) their words are not weighed."""
    speakers, stretches = _Speakers(view), Stretches(reading, view, lexicon)
    return tuple(
        _quote_item(f"{reading.id}:q{number}", quote, speakers.entity(quote), stretches, anchors)
        for number, quote in enumerate(reading.quotes, 1)
    )


def _quote_item(
    id: str, quote: QuoteMention, speaker: str | None, stretches: Stretches, anchors: ArticleAnchors | None
) -> QuoteItem:
    reading, view, language = stretches.reading, stretches.view, stretches.language
    words = tokens(reading.text, quote.start, quote.end) if anchors else []
    return QuoteItem(
        id=id,
        article=reading.id,
        quote=quote,
        speaker=speaker,
        person=speaker is not None and view.entities[speaker].type == "person",
        language=language,
        stems=weights(words, language, stretches.lexicon),
        sentence=_sentence(quote, anchors),
        features=stretches.features(quote.start, quote.end) if anchors else {},
        stance=stance(reading.text, words, quote.start, quote.end, language),
    )


def _sentence(quote: QuoteMention, anchors: ArticleAnchors | None) -> Mapping[str, float]:
    return anchors.segments[quote.segment].stems if anchors and quote.segment is not None else {}


class _Speakers:
    """Who a quote's speaker is: the entity mentioned at its span, else the first one mentioned by its words."""

    def __init__(self, view: EntityView) -> None:
        self.mentions = view.mentions
        self.starts = [m.start for m in view.mentions]
        self.by_text = {m.text: m.entity for m in reversed(view.mentions)}

    def entity(self, quote: QuoteMention) -> str | None:
        if quote.speaker is None:
            return None
        if quote.speaker_start is not None and quote.speaker_end is not None:
            first = max(0, bisect_left(self.starts, quote.speaker_start) - 1)
            for mention in self.mentions[first : bisect_left(self.starts, quote.speaker_end)]:
                if mention.end > quote.speaker_start:
                    return mention.entity
        return self.by_text.get(quote.speaker)


def claim_items(reading: Reading, view: EntityView, anchors: ArticleAnchors | None) -> tuple[ClaimItem, ...]:
    """The article's values in text order, relative dates resolved, with their surroundings (none without anchors)."""
    return tuple(_claim_items(reading, view, anchors))


def _claim_items(reading: Reading, view: EntityView, anchors: ArticleAnchors | None) -> Iterator[ClaimItem]:
    for number, value in enumerate(resolved(reading), 1):
        at = value.segment
        here = anchors.segments[at] if anchors and at is not None else NOTHING
        before = anchors.segments[at - 1].entities if anchors and at else {}
        yield ClaimItem(
            id=f"{reading.id}:c{number}",
            article=reading.id,
            value=value,
            subject=_subject(reading, view, value),
            entities=frozenset(here.entities),
            near=frozenset(before),
            stems=here.stems,
            events=_events(reading, at) if anchors else frozenset(),
            language=reading.language.split("-")[0],
            published=reading.source.published,
        )


def _events(reading: Reading, segment: int | None) -> frozenset[str]:
    """The classes of event told by the words of a segment."""
    if segment is None:
        return frozenset()
    place, language = reading.segments[segment], reading.language.split("-")[0]
    words = tokens(reading.text, place.start, place.end)
    return frozenset(c for word in words for c in concepts(word.text.lower(), language) if is_event(c))


_FAR = 1000  # code points on each side of a value within which what it is said of is sought
_ABOUT = {"vehicle": 0, "mission": 0, "person": 1, "org": 2, "other": 3, "place": 4}


def _subject(reading: Reading, view: EntityView, value: Value) -> str | None:
    """What the value is said of: the thing, else the person, else the body named in its sentence; nearest first."""
    if value.segment is None:
        return None
    segment = reading.segments[value.segment]
    start, end = max(segment.start, value.start - _FAR), min(segment.end, value.end + _FAR)
    first = bisect_left(view.mentions, start, key=lambda m: m.start)
    last = bisect_left(view.mentions, end, first, key=lambda m: m.start)
    nearest = min(
        view.mentions[first:last],
        key=lambda m: (_ABOUT.get(view.entities[m.entity].type, 3), abs(m.start - value.start), m.start),
        default=None,
    )
    return nearest.entity if nearest else None
