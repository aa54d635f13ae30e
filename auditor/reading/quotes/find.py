"""Quoted and reported speech of an article, with speaker, verb and medium."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from auditor.reading.article import Mention, QuoteMention, Segment
from auditor.reading.quotes.dashes import dialogue
from auditor.reading.quotes.frames import Frame, after, before, inside
from auditor.reading.quotes.indirect import indirect
from auditor.reading.quotes.marks import Pair, pairs
from auditor.reading.quotes.speakers import resolve
from auditor.reading.quotes.subjects import Field, Speaker
from auditor.reading.quotes.words import words
from auditor.records import QuoteKind
from auditor.text.tokens import Token, in_lower

_LONG = 5
_WINDOW = 600  # characters around a quotation in which its frame is sought
_END = ".!?…"
_CUT = frozenset(",—–")


def quotes(
    text: str,
    segments: Sequence[Segment],
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    language: str,
    low: Sequence[str] | None = None,
) -> tuple[QuoteMention, ...]:
    """Direct, partial and indirect quotations in text order. Spans leave the marks out; pronouns are led back to
    the nearest fitting mention where there is just one, else the speaker is the pronoun as written.

    ``low``: the tokens in lower case, where they are known.
    """
    low = in_lower([token.text for token in tokens]) if low is None else low
    field = Field(text, segments, tokens, low, mentions, words(language))
    blocks = [list(group) for _, group in groupby(segments, key=lambda segment: segment.block)]
    found = pairs(text, [(block[0].start, block[-1].end) for block in blocks])
    found = _apart(found, dialogue(field, language))
    out = [*_quoted(field, found), *indirect(field, found)]
    return tuple(sorted(out, key=lambda q: (q.start, q.end, q.kind)))


def _apart(marked: list[Pair], spoken: list[Pair]) -> list[Pair]:
    """Both kinds in order; marks inside a dialogue, or around it, belong to what begins first."""
    out: list[Pair] = []
    for pair in sorted([*marked, *spoken]):
        if not out or pair.open >= out[-1].close:
            out.append(pair)
    return out


def _quoted(field: Field, found: Sequence[Pair]) -> Iterator[QuoteMention]:
    segments = field.segments
    starts = [segment.start for segment in segments]
    last: tuple[int, Speaker | None] | None = None
    for k, pair in enumerate(found):
        first = max(0, bisect_right(starts, pair.open) - 1)
        final = max(first, bisect_right(starts, max(pair.open, pair.close - 1)) - 1)
        floor = max(segments[first].start, found[k - 1].close + 1 if k else 0)
        if first and floor == pair.open and field.text[segments[first - 1].end - 1] == ":":
            floor = segments[first - 1].start
        roof = min(segments[final].end, found[k + 1].open if k + 1 < len(found) else segments[final].end)
        heir = last[1] if last and last[0] == segments[first].block else None
        rest = [later.close + 1 for later in found[k + 1 : k + 6] if later.close < segments[final].end]
        quote, speaker = _one(field, pair, floor, roof, max([roof, *rest]), first, heir)
        if quote is not None:
            last = (segments[final].block, speaker)
            yield quote


def _one(
    field: Field, pair: Pair, floor: int, roof: int, rest: int, segment: int, heir: Speaker | None
) -> tuple[QuoteMention | None, Speaker | None]:
    start, end = _trimmed(field.text, pair.open + 1, pair.close)
    lo, hi = field.span(start, end)
    if lo == hi:
        return None, None
    floor, roof = max(floor, pair.open - _WINDOW), min(roof, pair.close + _WINDOW)
    frame = _frame(field, pair, floor, roof) or _wider(field, pair, floor, rest)
    frame = frame or inside(field, start, end)
    alone = floor >= pair.open and not field.text[pair.close + 1 : roof].strip(" .,!?")
    kind = _kind(field, lo, hi, end, frame, alone, pair)
    if kind is None:
        return None, None
    speaker = frame.speaker if frame else (heir if alone or kind == "direct" else None)
    verb = field.tokens[frame.verb].text if frame and frame.verb is not None else None
    return _quote(field, start, end, kind, segment, speaker, verb, frame.medium if frame else None), speaker


def _frame(field: Field, pair: Pair, floor: int, roof: int) -> Frame | None:
    """The frame behind the quotation where it ends in a comma or with its sentence, else the one before it."""
    lead = before(field, floor, pair.open)
    if lead and (lead.strong or lead.verb is None) and field.text[floor : pair.open].rstrip().endswith((":", ",")):
        return lead
    if not pair.closed:
        return lead
    ends = field.text[pair.close - 1 : pair.close + 2]
    trail = after(field, pair.close + 1, roof, floor)
    if trail and (floor >= pair.open or not lead or not lead.strong or any(mark in ends for mark in ",!?—–")):
        return trail
    return lead or trail


def _wider(field: Field, pair: Pair, floor: int, rest: int) -> Frame | None:
    """The frame that the quotation shares with another of its sentence (``both "bad" and "late", she said``)."""
    starts = field.segment_starts
    first, final = bisect_right(starts, pair.open) - 1, bisect_right(starts, max(pair.open, pair.close - 1)) - 1
    begin = max(field.segments[max(0, first)].start, floor - _WINDOW)
    end = min(field.segments[max(0, final)].end, rest + _WINDOW)
    frame = before(field, begin, floor) if begin < floor else None
    if frame is None and rest < end and pair.closed:
        frame = after(field, rest, end, begin)
    return frame if frame and frame.strong else None


def _kind(field: Field, lo: int, hi: int, end: int, frame: Frame | None, alone: bool, pair: Pair) -> QuoteKind | None:
    """Direct, partial, or None for a title, a nickname, a word held at arm's length."""
    size, text = hi - lo, field.text
    first = field.tokens[lo].text
    closed = text[end - 1] in _END or text[end - 1] == "," or text[pair.close + 1 : pair.close + 4].lstrip()[:1] in _CUT
    sentence = first[0].isupper() or first[0].isdigit() or not first[0].isalpha()
    if field.low[lo - 1] in field.words.agreed and lo and size < _LONG:
        return None
    if size < _LONG and sentence and _amid(text, pair.open) and not closed:
        return None
    if 1 < size < 9 and text[end - 1] not in _END and _title(field, lo, hi):
        return None
    if sentence and size >= 2 and (frame or size >= 8) and (closed or alone or size >= 8 or not pair.closed):
        return "direct"
    if size >= _LONG:
        return "direct" if alone and sentence else "partial"
    if frame is None or not frame.strong or (size == 1 and first[0].isupper()):
        return None
    return "partial" if _tied(frame, lo, hi) else None


def _amid(text: str, mark: int) -> bool:
    """True when the mark stands in the midst of a clause: a word before it, no comma or colon."""
    return text[max(0, mark - 20) : mark].rstrip()[-1:].isalnum()


def _title(field: Field, lo: int, hi: int) -> bool:
    """True when every longer word is capitalised: a title or a name."""
    long = [token.text for token in field.tokens[lo:hi] if len(token.text) > 3]
    return bool(long) and all(word[0].isupper() or word[0].isdigit() for word in long)


def _tied(frame: Frame, lo: int, hi: int) -> bool:
    """True when a short quotation stands close to the words that attribute it."""
    if frame.verb is None:
        return True
    return min(abs(frame.verb - hi), abs(lo - frame.verb)) <= 14


def _quote(
    field: Field,
    start: int,
    end: int,
    kind: QuoteKind,
    segment: int | None,
    speaker: Speaker | None,
    verb: str | None,
    medium: str | None,
) -> QuoteMention:
    named = resolve(field, speaker, start) if speaker else None
    return QuoteMention(
        start,
        end,
        field.text[start:end],
        kind,
        segment,
        field.text[named.start : named.end] if named else None,
        named.start if named else None,
        named.end if named else None,
        verb,
        medium,
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
