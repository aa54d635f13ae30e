"""What the artifact checks share: sentences as tokens, and the stretches that they leave alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

import msgspec

from auditor.reading.article import Mention, Reading, Segment
from auditor.text.memo import once
from auditor.text.tokens import Token

_PAIRS = re.compile(r"“[^“”\n]{1,2000}”|\"[^\"\n]{1,2000}\"|„[^„“”\n]{1,2000}[“”]|«[^«»\n]{1,2000}»")
_SPOKEN = 2  # quoted words on either side of a word of speech
_TITLE = 90  # characters of a title in quotation marks
_ADDRESS_BEFORE, _ADDRESS_AFTER = frozenset("@#/._&="), frozenset("@/_=")


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of body text with its tokens, and whether each token stands inside quotation marks."""

    segment: Segment
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    quoted: tuple[bool, ...]


class Spans:
    """Sorted half-open spans; ``hits`` tells whether a span overlaps one of them."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        merged: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]

    def hits(self, start: int, end: int) -> bool:
        """True when ``start:end`` overlaps one of the spans."""
        at = bisect_right(self._ends, start)
        return at < len(self._starts) and self._starts[at] < end

    def cover(self, tokens: Iterable[Token]) -> tuple[bool, ...]:
        """For each token whether one of the spans overlaps it."""
        return tuple([self.hits(token.start, token.end) for token in tokens])


@once
def sentences(reading: Reading) -> tuple[Sentence, ...]:
    """The sentences of the body, in order."""
    return tuple(_sentences(reading))


def _sentences(reading: Reading) -> Iterable[Sentence]:
    starts, quotes = reading.starts, quoted(reading)
    for segment in reading.segments:
        low, high = bisect_left(starts, segment.start), bisect_left(starts, segment.end)
        tokens = reading.tokens[low:high]
        yield Sentence(
            segment,
            tokens,
            reading.lower[low:high],
            quotes.cover(tokens) if quotes.hits(segment.start, segment.end) else (False,) * len(tokens),
        )


def set_off(sentence: Sentence, index: int) -> bool:
    """True for a word in quotation marks, or beside one that is; in speech of some length only at its edges."""
    if not sentence.quoted[index]:
        return False
    around = sentence.quoted[max(0, index - _SPOKEN) : index + _SPOKEN + 1]
    return not all(around) or len(around) <= _SPOKEN


@once
def quoted(reading: Reading) -> Spans:
    """Stretches inside quotation marks: the quotes as read, and any pair of marks within a line."""
    spans = [(q.start, q.end) for q in reading.quotes if q.kind != "indirect"]
    return Spans([*spans, *(match.span() for match in _PAIRS.finditer(reading.text))])


def titles(reading: Reading) -> Spans:
    """The stretches inside quotation marks that are short enough for a title or a name."""
    pairs = (match.span() for match in _PAIRS.finditer(reading.text))
    spans = [*((q.start, q.end) for q in reading.quotes if q.kind != "indirect"), *pairs]
    return Spans([(start, end) for start, end in spans if end - start <= _TITLE])


def occurrences(reading: Reading, word: str) -> int:
    """How often a word stands in the text as it is written."""
    return len(reading.places.get(word, ()))


def mention_spans(mentions: Iterable[Mention]) -> Spans:
    """Where the names stand."""
    return Spans((m.start, m.end) for m in mentions)


def in_address(text: str, token: Token) -> bool:
    """True inside a handle, hashtag, web or mail address, or file name."""
    before, after = text[max(0, token.start - 1) : token.start], text[token.end : token.end + 2]
    if before in _ADDRESS_BEFORE or after[:1] in _ADDRESS_AFTER:
        return True
    return after[:1] == "." and after[1:2].isalnum()
