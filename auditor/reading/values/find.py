"""Dates, times, durations and figures of an article, in text order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress
from operator import attrgetter

from auditor.packs.elisions import elisions
from auditor.reading.article import Segment, Value
from auditor.reading.values import dates, figures
from auditor.reading.values.scan import Found, Scan
from auditor.reading.values.words import vocabulary
from auditor.text.memo import Memo
from auditor.text.tokens import Token, in_lower

_FIRST_REACH = 18
_KEPT = 50_000  # words of a language that are remembered
_start, _end = attrgetter("start"), attrgetter("end")


def values(
    text: str,
    segments: Sequence[Segment],
    tokens: Sequence[Token],
    language: str,
    low: Sequence[str] | None = None,
) -> tuple[Value, ...]:
    """Every value of the sentences, in text order, never overlapping; ``text[start:end] == value.text``.

    Sentences in a language of their own are read by its rules, others by those of ``language``. ``low``: the tokens in
    lower case, where they are known.
    """
    low = lowered(tokens, language, low)
    out: list[Value] = []
    hi = 0
    for index, segment in enumerate(segments):
        lo = bisect_left(tokens, segment.start, hi, key=_start)
        hi = bisect_right(tokens, segment.end, lo, key=_end)
        scan = Scan(text, tokens, low, lo, hi, vocabulary(segment.language or language))
        out.extend(_values(scan, index))
    return tuple(out)


def _found(scan: Scan) -> Iterator[Found]:
    after, may_open = 0, _openers(scan.words.language)
    for i in compress(range(scan.lo, scan.hi), map(may_open.__getitem__, scan.low[scan.lo : scan.hi])):
        found = _read(scan, i, scan.low[i]) if i >= after else None
        if found is not None:
            yield found
            after = found.after


@cache
def _openers(language: str) -> Memo[str, bool]:
    """Whether a value may begin with a word of the language: with one that plays a role, a figure or a compound."""
    roles = vocabulary(language).roles
    return Memo(lambda word: word in roles or word[0].isdigit() or "-" in word, _KEPT)


def _read(scan: Scan, i: int, word: str) -> Found | None:
    if word[0].isdigit():
        return dates.at_digits(scan, i) or dates.cued_year(scan, i) or figures.at_number(scan, i) or dates.year(scan, i)
    role = scan.words.roles.get(word)
    if role == "number":
        return figures.at_number(scan, i)
    if role in ("month", "month-short"):
        return dates.at_month(scan, i, short=role == "month-short")
    if role == "weekday":
        return dates.at_weekday(scan, i)
    if role == "day":
        return dates.at_day(scan, i)
    if role == "span":
        return dates.at_span(scan, i)
    parts = word.split("-")
    return dates.stuck(scan, i, parts[0], parts[-1]) or figures.at_compound(scan, i, parts)


def _values(scan: Scan, segment: int) -> Iterator[Value]:
    """The values of a sentence. ``initially`` holds for the first value of each kind behind it."""
    firsts = scan.words.calendar.first
    if firsts.isdisjoint(scan.low[scan.lo : scan.hi]):
        cue = None
    else:
        cue = next(k for k in range(scan.lo, scan.hi) if scan.low[k] in firsts)
    used: set[str] = set()
    for found in _found(scan):
        modifier = found.modifier
        if cue is not None and found.kind not in used and scan.tokens[cue].start < found.start:
            used.add(found.kind)
            modifier = "initially" if found.after - cue <= _FIRST_REACH else modifier
        if modifier is None and found.precision == "part-of-month":
            modifier = found.unit
        text = scan.text[found.start : found.end]
        yield Value(
            found.start,
            found.end,
            text,
            found.kind,
            found.value,
            found.precision,
            segment,
            found.unit,
            found.relative,
            modifier,
        )


def lowered(tokens: Sequence[Token], language: str, low: Sequence[str] | None = None) -> Sequence[str]:
    """The tokens in lower case, without an elided article (``l'an``, ``d'avril``) where the language has such."""
    low = in_lower([token.text for token in tokens]) if low is None else low
    if language.split("-")[0] not in elisions().eliding:
        return low
    return [word[2:] if word[1:2] in ("'", "’") and word[0] in "ldjnstmc" else word for word in low]
