"""Which clauses tell a date as past, which as still to come."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from auditor.checks.base import Context, Hit
from auditor.packs import data_path, load_toml
from auditor.reading.article import Reading, Value
from auditor.reading.quotes.words import words
from auditor.reading.values.words import vocabulary
from auditor.records import Evidence
from auditor.text.lexicon import Lexicon
from auditor.text.tokens import Token

Tense = Literal["past", "future"]
_REACH = 16
_SHARED = 2
_SENTENCE = 120
_MOST = 60  # dates that are compared; a news article has far fewer
_RARE = 5.2  # zipf in English below which a word says what a clause is about


class TenseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``tense.toml``; its header says what each list holds."""

    future: frozenset[str]
    plans: frozenset[str]
    open: frozenset[str]
    past_auxiliaries: frozenset[str]
    past: frozenset[str]
    clause: frozenset[str]
    adjectives: frozenset[str]
    phrase_end: frozenset[str]


class Told(NamedTuple):
    """A date in a clause whose tense is plain; ``verb`` is the index of its first finite word."""

    value: Value
    tense: Tense
    verb: int
    about: frozenset[str]


@cache
def tense_words() -> TenseWords:
    """The file as shipped."""
    return load_toml(data_path("languages", "tense.toml"), TenseWords)


def past_and_future(context: Context) -> Iterator[Hit]:
    """One hit for each clause whose tense contradicts the others on the same date and matter."""
    reading = context.reading
    told = [told for value in _candidates(reading) if (told := _told(reading, value, context.lexicon))]
    for odd in told:
        alike = [t for t in told if t is not odd and _same_day(reading, t, odd)]
        others = [t for t in alike if t.tense != odd.tense and len(t.about & odd.about) >= _SHARED]
        same = [t for t in alike if t.tense == odd.tense]
        if others and _is_odd(reading, odd, others, same):
            yield _hit(reading, odd, others[0])


def tells_plan(reading: Reading, value: Value) -> bool:
    """True when the sentence of the value speaks of what is still to come (``is to start``, ``will land``)."""
    if value.segment is None:
        return False
    data, segment = tense_words(), reading.segments[value.segment]
    lo, hi = _index(reading.tokens, segment.start), _index(reading.tokens, segment.end)
    low = [token.text.lower() for token in reading.tokens[lo : min(hi, lo + _SENTENCE)]]
    return any(
        word in data.future or (word in ("is", "are") and not data.plans.isdisjoint(low[k + 1 : k + 3]))
        for k, word in enumerate(low)
    )


def _candidates(reading: Reading) -> list[Value]:
    """Days that the article names more than once, outside quotations and sentences about another year."""
    plain = [value for value in reading.values if _plain_day(value)]
    days = Counter(value.value[4:] for value in plain)
    plain = [value for value in plain if days[value.value[4:]] > 1][:_MOST]
    if not plain:
        return []
    yearly = {v.segment for v in reading.values if v.kind == "date" and v.precision in ("year", "decade")}
    quoted = [quote for quote in reading.quotes if quote.kind != "indirect"]
    return [
        value
        for value in plain
        if value.segment not in yearly and not any(q.start <= value.start < q.end for q in quoted)
    ]


def _plain_day(value: Value) -> bool:
    return value.kind == "date" and value.precision == "day" and not value.relative and value.modifier is None


def _same_day(reading: Reading, a: Told, b: Told) -> bool:
    """True for one day; where only one of them has a year, the article's own year must be that year."""
    years = {a.value.value[:4], b.value.value[:4]}
    if len(years) == 2 and "XXXX" in years:
        years = {(reading.source.published or "    ")[:4] if year == "XXXX" else year for year in years}
    return a.value.value[4:] == b.value.value[4:] and len(years) == 1


def _is_odd(reading: Reading, told: Told, others: Sequence[Told], same: Sequence[Told]) -> bool:
    """The publication date decides; without one the majority; in a draw what was said first holds."""
    published, day = reading.source.published, told.value.value
    if published:
        over = (day if day[:4] != "XXXX" else published[:4] + day[4:]) <= published[:10]
        return told.tense == ("future" if over else "past")
    if len(others) != len(same) + 1:
        return len(others) > len(same) + 1
    return min(t.value.start for t in others) < min(t.value.start for t in (told, *same))


def _told(reading: Reading, value: Value, lexicon: Lexicon) -> Told | None:
    if value.segment is None:
        return None
    segment = reading.segments[value.segment]
    tokens = reading.tokens
    first = _index(tokens, segment.start)
    day = _index(tokens, value.start)
    first = max(first, day - 2 * _REACH)
    low = [token.text.lower() for token in tokens[first:day]]
    start = max((k + 1 for k in range(len(low) - 1) if _cut(reading.text, tokens, first + k)), default=0)
    found = _finite(low, max(start, len(low) - _REACH))
    if found is None or any(w in tense_words().clause for w in low[found[1] :]) or reading.text[segment.end - 1] == "?":
        return None
    return Told(value, found[0], first + found[1], _about(reading, segment.start, segment.end, lexicon))


def _index(tokens: Sequence[Token], offset: int) -> int:
    return bisect_left(tokens, offset, key=lambda token: token.start)


def _cut(text: str, tokens: Sequence[Token], k: int) -> bool:
    return any(mark in text[tokens[k].end : tokens[k + 1].start] for mark in ",;:—–()")


def _finite(low: Sequence[str], start: int) -> tuple[Tense, int] | None:
    """Tense and place of the clause's finite verb; None where it is open or cannot be told."""
    data, saying = tense_words(), words("en").verbs
    for k in range(start, len(low)):
        word, rest = low[k], low[k + 1 : k + 4]
        if word in data.clause:
            continue
        if word in data.future:
            return "future", k
        if word in ("is", "are"):
            return ("future", k) if rest and any(w in data.plans for w in rest[:2]) else None
        if word in data.past_auxiliaries:
            return None if any(w in data.plans for w in rest) else ("past", k)
        if word in data.open:
            return None
        if word in saying or (k and low[k - 1] in ("the", "a", "an", "its", "his", "her", "their", "to", "of")):
            continue
        if k > start and (word in data.past or (word.endswith("ed") and len(word) > 4 and word not in data.adjectives)):
            return "past", k
    return None


def _about(reading: Reading, start: int, end: int, lexicon: Lexicon) -> frozenset[str]:
    """The words that say what the sentence is about: names and rare words, dates left out."""
    idle = vocabulary("en").months.keys() | words("en").verbs
    lo, hi = _index(reading.tokens, start), _index(reading.tokens, end)
    low = {token.text.lower() for token in reading.tokens[lo : min(hi, lo + _SENTENCE)]} - idle
    return frozenset(w for w in low if len(w) > 2 and not w[0].isdigit() and lexicon.zipf(w, "en") < _RARE)


def _hit(reading: Reading, odd: Told, other: Told) -> Hit:
    start, end = _phrase(reading, odd)
    a, b = _phrase(reading, other)
    clue = Evidence(kind="article", text=f"“{reading.text[a:b]}”", article=reading.id, start=a, end=b)
    return Hit(
        start=start,
        end=end,
        args={
            "words": reading.text[start:end],
            "date": odd.value.text,
            "tense": odd.tense,
            "other": reading.text[a:b],
            "other_tense": other.tense,
        },
        evidence=(clue,),
    )


def _phrase(reading: Reading, told: Told) -> tuple[int, int]:
    """The verb with the words right behind it, up to the next small word."""
    tokens, last = reading.tokens, told.verb + 1
    while last < told.verb + 4 and tokens[last].start < told.value.start:
        if tokens[last].text.lower() in tense_words().phrase_end:
            break
        last += 1
    return tokens[told.verb].start, tokens[last - 1].end
