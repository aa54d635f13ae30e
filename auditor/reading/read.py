"""Reads one article: the order of the reading stages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

import msgspec

from auditor.reading.article import Block, Layout, Reading, Segment, Source
from auditor.reading.credits.find import credits
from auditor.reading.lines import lines
from auditor.reading.mentions.find import mentions
from auditor.reading.published import published
from auditor.reading.quotes.find import quotes
from auditor.reading.values.find import values
from auditor.reading.zones.find import layout
from auditor.text.language import LanguageGuess, detect, leader, vote
from auditor.text.lexicon import Lexicon
from auditor.text.segments import sentences
from auditor.text.tokens import Token, in_lower, tokens

UNKNOWN = "und"
FALLBACK = "en"
_MIN_WORDS = 8  # below, a paragraph's own vote is not trusted
_MIN_VOTE = 0.9
_start, _end = attrgetter("start"), attrgetter("end")


def read(source: Source, lexicon: Lexicon, language: str | None = None) -> Reading:
    """The article as read. ``language`` overrides what the text and its metadata say."""
    rows = lines(source.text)
    raw = layout(source, rows)
    words = tokens(source.text)
    texts = [word.text for word in words]
    guess = _language(source, raw, language)
    code = FALLBACK if guess.code == UNKNOWN else guess.code
    where = _with_languages(raw, words, texts, code, lexicon)
    segments = _segments(source.text, where.blocks, code)
    low = in_lower(texts)
    named, abbreviations = mentions(source.text, words, segments, code, lexicon)
    if source.published is None:
        told = published(source.text, rows, words, code) or source.assumed
        source = msgspec.structs.replace(source, published=told)
    return Reading(
        source=source,
        language=guess.code,
        language_score=guess.score,
        layout=where,
        segments=segments,
        tokens=tuple(words),
        mentions=named,
        abbreviations=abbreviations,
        quotes=quotes(source.text, segments, words, named, code, low),
        values=values(source.text, segments, words, code, low),
        credits=credits(source, where, segments, words, code, texts),
    )


def _language(source: Source, where: Layout, override: str | None) -> LanguageGuess:
    if override:
        return LanguageGuess(code=override, score=1.0)
    body = "\n".join(source.text[b.start : b.end] for b in where.blocks if b.kind != "excluded")
    guess = detect(body)
    if guess.code == UNKNOWN and source.declared_language:
        return LanguageGuess(code=source.declared_language, score=0.5)
    return guess


def _with_languages(where: Layout, words: Sequence[Token], texts: Sequence[str], code: str, lexicon: Lexicon) -> Layout:
    """The same layout, each body block with its own language where it clearly differs or agrees.

    ``texts``: the words as written.
    """
    blocks: list[Block] = []
    last = 0
    for block in where.blocks:
        first = bisect_left(words, block.start, last, key=_start)
        last = bisect_right(words, block.end, first, key=_end)
        own = code
        if block.kind != "excluded" and last - first >= _MIN_WORDS:
            words_here = texts[first:last]
            guess = vote(words_here, lexicon) if leader(words_here, lexicon) != code else None
            own = guess.code if guess and guess.score >= _MIN_VOTE and guess.code != UNKNOWN else code
        blocks.append(msgspec.structs.replace(block, language=own))
    return msgspec.structs.replace(where, blocks=tuple(blocks))


def _segments(text: str, blocks: Sequence[Block], code: str) -> tuple[Segment, ...]:
    return tuple(
        Segment(start, end, index, block.language)
        for index, block in enumerate(blocks)
        if block.kind != "excluded"
        for start, end in sentences(text, block.start, block.end, block.language or code)
    )
