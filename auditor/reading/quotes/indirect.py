"""Indirect speech: ``X said that ...``, ``According to X, ...``, ``..., X said.``"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.reading.article import QuoteMention
from auditor.reading.quotes.frames import attribution, is_saying
from auditor.reading.quotes.marks import Pair
from auditor.reading.quotes.speakers import resolve
from auditor.reading.quotes.subjects import Field, Speaker, following, subject

_SHORTEST = 4
_THAT_REACH = 9
_TAIL = 14
_HEAD = 14


class Reported(NamedTuple):
    """Token range of the reported words, who said them, and the token index of the verb."""

    first: int
    last: int
    speaker: Speaker
    verb: int | None


def indirect(field: Field, marked: Sequence[Pair]) -> Iterator[QuoteMention]:
    """Reported speech of every sentence that holds no quotation."""
    quoted = iter(marked)
    pair = next(quoted, None)
    for index, segment in enumerate(field.segments):
        while pair and pair.close < segment.start:
            pair = next(quoted, None)
        if pair and pair.open < segment.end:
            continue
        lo, hi = field.span(segment.start, segment.end)
        found = _said(field, lo, hi) or _attributed(field, lo, hi)
        if found and found.last - found.first >= _SHORTEST:
            yield _quote(field, index, found)


def _quote(field: Field, index: int, found: Reported) -> QuoteMention:
    start, end = field.tokens[found.first].start, field.tokens[found.last - 1].end
    named = resolve(field, found.speaker, start)
    name = field.text[named.start : named.end]
    verb = None if found.verb is None else field.tokens[found.verb].text
    text = field.text[start:end]
    return QuoteMention(start, end, text, "indirect", index, name, named.start, named.end, verb, None)


def _said(field: Field, lo: int, hi: int) -> Reported | None:
    words, low = field.words, field.low
    for verb in field.saying(lo, hi):
        if not is_saying(field, verb, lo, hi) or low[verb] in words.weak or (verb > lo and _denied(field, verb)):
            continue
        return _that(field, lo, verb, hi) or _tail(field, lo, verb, hi) or _bare(field, lo, verb, hi)
    return None


def _denied(field: Field, verb: int) -> bool:
    """``to say``, ``did not say``, ``doesn't say``."""
    before = field.low[verb - 1]
    return before == "to" or before in field.words.negative or before.endswith(("n't", "n’t"))


def _that(field: Field, lo: int, verb: int, hi: int) -> Reported | None:
    for that in range(verb + 1, min(hi, verb + _THAT_REACH)):
        if field.low[that] in field.words.that:
            speaker = subject(field, lo, verb) or following(field, verb + 1, that)
            return Reported(that + 1, hi, speaker, verb) if speaker else None
    return None


def _tail(field: Field, lo: int, verb: int, hi: int) -> Reported | None:
    """``..., X said on Monday.`` and ``..., said X.``: the words before the comma."""
    comma = next((i for i in range(verb - 1, max(lo, verb - 10), -1) if "," in _gap(field, i)), None)
    aside = "," in _gap(field, verb) and verb + 1 < hi
    if comma is None or (not aside and (hi - verb > _TAIL or any("," in _gap(field, i) for i in range(verb, hi - 1)))):
        return None
    between = verb - comma - 1
    speaker = subject(field, comma + 1, verb) if between else following(field, verb + 1, hi)
    return Reported(lo, comma + 1, speaker, verb) if speaker else None


def _bare(field: Field, lo: int, verb: int, hi: int) -> Reported | None:
    """``X said it was ready`` and ``X sagte, er sei bereit``: reported speech without a word that opens it."""
    if verb - lo > _HEAD or verb + 1 >= hi or verb == lo:
        return None
    comma = "," in _gap(field, verb)
    if field.words.pronoun_after and not comma:
        return None
    if not comma and (field.low[verb + 1] in field.words.small or field.low[verb] not in field.words.bare):
        return None
    speaker = subject(field, lo, verb)
    return Reported(verb + 1, hi, speaker, verb) if speaker and field.span(0, speaker.end)[1] >= verb - 2 else None


def _attributed(field: Field, lo: int, hi: int) -> Reported | None:
    found = attribution(field, lo, hi)
    if found is None or field.low[found[0]] in field.words.opinion:
        return None
    first, last, speaker = found
    if first <= lo + 1:
        return Reported(last, hi, speaker, None)
    return Reported(lo, first, speaker, None) if hi - last <= 2 or "," in _gap(field, first - 1) else None


def _gap(field: Field, i: int) -> str:
    return field.text[field.tokens[i].end : field.tokens[i + 1].start] if i + 1 < len(field.tokens) else ""
