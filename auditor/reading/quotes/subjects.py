"""The words that name the speaker: pronoun, name or noun phrase beside a verb or preposition."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from auditor.reading.article import Mention, Segment
from auditor.reading.quotes.words import ReportingWords
from auditor.text.tokens import Token, places_of

_BREAK = frozenset(',;:()—–\n"“”«»')
_PHRASE = 12


class Speaker(NamedTuple):
    """The words that name the one who speaks; ``gender``: that of a pronoun which is still to be resolved."""

    start: int
    end: int
    gender: str | None = None


class Field:
    """An article's tokens and mentions with quick look-ups by offset."""

    __slots__ = (
        "_heading",
        "_saying",
        "low",
        "mention_starts",
        "mentions",
        "segment_starts",
        "segments",
        "starts",
        "text",
        "tokens",
        "words",
    )

    def __init__(
        self,
        text: str,
        segments: Sequence[Segment],
        tokens: Sequence[Token],
        low: Sequence[str],
        mentions: Sequence[Mention],
        words: ReportingWords,
    ) -> None:
        self.text, self.segments, self.tokens, self.words = text, segments, tokens, words
        self.low = low
        self.segment_starts = [segment.start for segment in segments]
        self.starts = [token.start for token in tokens]
        joined = {word for word in {*self.low} if "-" in word and word.partition("-")[0] in words.verbs}
        self._heading = places_of(words.heads, self.low)
        self._saying = places_of(words.sayings | joined if joined else words.sayings, self.low)
        self.mentions = sorted(mentions, key=lambda m: (m.start, -m.end))
        self.mention_starts = [mention.start for mention in self.mentions]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Indexes of the tokens that begin in ``start:end``."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def saying(self, lo: int, hi: int) -> list[int]:
        """The tokens of ``lo:hi`` that are forms of a verb of saying, with a pronoun stuck to them or not."""
        return _between(self._saying, lo, hi)

    def heading(self, lo: int, hi: int) -> list[int]:
        """The tokens of ``lo:hi`` with which the words of an attribution may begin."""
        return _between(self._heading, lo, hi)

    def inside(self, start: int, end: int) -> list[Mention]:
        """Mentions of persons, organisations and the like that begin in ``start:end``."""
        return self.mentions[bisect_left(self.mention_starts, start) : bisect_left(self.mention_starts, end)]


def _between(places: list[int], lo: int, hi: int) -> list[int]:
    return places[bisect_left(places, lo) : bisect_left(places, hi)]


def opening(field: Field, start: int, end: int) -> Speaker | None:
    """The subject with which a sentence opens: its first name or pronoun."""
    lo, hi = field.span(start, min(end, start + 60))
    if lo < hi and (gender := field.words.gender(field.low[lo])):
        return Speaker(field.tokens[lo].start, field.tokens[lo].end, gender)
    first = next((m for m in field.inside(start, end) if m.type in ("person", "org")), None)
    return Speaker(first.start, first.end) if first else None


def _pronoun(field: Field, i: int) -> Speaker | None:
    """The pronoun at a token, or at its end (``a-t-il``)."""
    gender = field.words.gender(field.low[i])
    end = field.tokens[i].end
    return Speaker(end - len(field.low[i].rpartition("-")[2]), end, gender) if gender else None


def subject(field: Field, lo: int, verb: int) -> Speaker | None:
    """The speaker before the verb: the pronoun beside it, the nearest person, the nearest organisation, a phrase."""
    if "-" in field.low[verb] and (joined := _pronoun(field, verb)):
        return joined
    near = range(verb - 1, max(lo, verb - 4) - 1, -1)
    for i in near:
        if spoken := _pronoun(field, i):
            return spoken
    named = field.inside(*reach(field, lo, verb))
    people = [m for m in named if m.type == "person"]
    for mention in (people or [m for m in named if m.type == "org"] or [m for m in named if m.type != "place"])[-1:]:
        return Speaker(mention.start, mention.end)
    head = next((i + 1 for i in range(lo, verb) if field.text[field.tokens[i].end] == ","), verb)
    return _phrase(field, max(lo, verb - _PHRASE), verb) or _phrase(field, lo, head)


def following(field: Field, lo: int, hi: int) -> Speaker | None:
    """The speaker after the verb or preposition: a pronoun, a name, or the noun phrase up to the next small word."""
    if lo >= hi:
        return None
    if spoken := _pronoun(field, lo):
        return spoken if field.words.pronoun_after or field.low[lo - 1] not in field.words.verbs else None
    stop = _phrase_end(field, lo, hi)
    if stop == lo:
        return None
    start, end = field.tokens[lo].start, field.tokens[stop - 1].end
    named = [m for m in field.inside(start, end) if m.type in ("person", "org")]
    people = [m for m in named if m.type == "person"]
    chosen = people[0] if people else next((m for m in named if field.text[start : m.start].count(" ") <= 5), None)
    if chosen and not (chosen.type != "person" and _governed(field, lo, chosen)):
        return Speaker(chosen.start, chosen.end)
    return _phrase(field, lo, stop)


def _governed(field: Field, lo: int, mention: Mention) -> bool:
    """True when the organisation hangs on a noun before it (``the president of the Academy``)."""
    first, last = field.span(field.tokens[lo].start, mention.start)
    return any(field.low[i] not in field.words.articles and len(field.low[i]) <= 3 for i in range(first, last))


def _phrase_end(field: Field, lo: int, hi: int) -> int:
    stop = lo
    while stop < min(hi, lo + _PHRASE) and field.low[stop] not in field.words.small:
        stop += 1
        if field.words.noun_capitals and _after_noun(field, stop, hi):
            break
        gap = field.text[field.tokens[stop - 1].end : field.tokens[stop].start] if stop < hi else ""
        if _BREAK.intersection(gap) or (gap == ". " and len(field.low[stop - 1]) > 3):
            break
    return stop


def _after_noun(field: Field, i: int, hi: int) -> bool:
    """True where a noun phrase of a language that capitalises nouns is over: a small word behind a noun."""
    if i >= hi or not field.tokens[i - 1].text[0].isupper() or field.tokens[i].text[0].isupper():
        return False
    return field.low[i] not in field.words.articles and field.low[i] != "von"


def _phrase(field: Field, lo: int, hi: int) -> Speaker | None:
    """A noun phrase as the speaker; it must begin with an article or hold a capital, and be short."""
    while hi > lo and field.low[hi - 1] in field.words.trail:
        hi -= 1
    for i in range(hi - 1, lo - 1, -1):
        cut = field.low[i] in field.words.joins or field.low[i] in field.words.that
        if cut or (i < hi - 1 and field.text[field.tokens[i].end] == ","):
            lo = i + 1
            break
    if lo < hi and field.low[lo] in field.words.small:
        return None
    if lo >= hi or hi - lo > _PHRASE:
        return None
    start, end = reach(field, lo, hi)
    if any(word in field.words.selves for word in field.low[lo:hi]):
        return None
    if field.low[lo] not in field.words.articles and not any(t.text[0].isupper() for t in field.tokens[lo:hi]):
        return None
    return None if any(mark in field.text[start:end] for mark in '\n("“”«»') else Speaker(start, end)


def reach(field: Field, lo: int, hi: int) -> tuple[int, int]:
    """Offsets that the tokens ``lo:hi`` cover; empty where there are none."""
    if lo >= hi:
        return 0, 0
    return field.tokens[lo].start, field.tokens[hi - 1].end
