"""Who says it, with which verb, through which medium: the words around quoted or reported speech."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from auditor.reading.article import Mention, Segment
from auditor.reading.quote_words import ReportingWords, reporting
from auditor.text.tokens import Token

_REACH = 25
_PHRASE = 12


class Speaker(NamedTuple):
    """The words that name the one who speaks; ``word`` is a pronoun still to be resolved, else None."""

    start: int
    end: int
    gender: str | None = None


class Frame(NamedTuple):
    """An attribution: token index of its verb (or of the last word before the source), speaker, medium."""

    verb: int | None
    speaker: Speaker | None
    medium: str | None
    strong: bool


class Field:
    """An article's tokens and mentions with quick look-ups by offset."""

    __slots__ = (
        "heads",
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
        mentions: Sequence[Mention],
        words: ReportingWords,
    ) -> None:
        self.text, self.segments, self.tokens, self.words = text, segments, tokens, words
        self.low = [token.text.lower() for token in tokens]
        self.segment_starts = [segment.start for segment in segments]
        self.starts = [token.start for token in tokens]
        self.heads = {phrase.partition(" ")[0] for phrase in words.attribution}
        self.mentions = sorted(mentions, key=lambda m: (m.start, -m.end))
        self.mention_starts = [mention.start for mention in self.mentions]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Indexes of the tokens that begin in ``start:end``."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def inside(self, start: int, end: int) -> list[Mention]:
        """Mentions of persons, organisations and the like that begin in ``start:end``."""
        return self.mentions[bisect_left(self.mention_starts, start) : bisect_left(self.mention_starts, end)]


def after(field: Field, start: int, end: int, sentence: int) -> Frame | None:
    """The frame that follows a quotation, in ``start:end``: ``," he said.``, ``, said the president``.

    ``sentence`` is where its sentence begins: ``She praised the "legacy" and said`` has its subject there.
    """
    lo, hi = field.span(start, end)
    reach = range(lo, min(hi, lo + _REACH))
    verb = next((i for i in reach if is_saying(field, i, lo, hi) and not _relative(field, i, lo)), None)
    if verb is None:
        return _attributed(field, lo, hi)
    speaker = subject(field, lo, verb) if verb > lo or "-" in field.low[verb] else None
    if speaker is None and sentence < start and verb > lo:
        speaker = _opening(field, sentence, start)
    if speaker is None and field.words.inverted and not _object(field, verb):
        speaker = following(field, verb + 1, hi)
    return Frame(verb, speaker, _medium(field, verb, hi, speaker), field.low[verb] not in field.words.weak)


def before(field: Field, start: int, end: int) -> Frame | None:
    """The frame that leads to a quotation, in ``start:end``: ``He said: "``, ``according to her, "``."""
    lo, hi = field.span(start, end)
    verb = next((i for i in range(hi - 1, max(lo, hi - _REACH) - 1, -1) if is_saying(field, i, lo, hi)), None)
    if verb is None:
        return _attributed(field, lo, hi)
    speaker = subject(field, lo, verb) or following(field, verb + 1, hi)
    return Frame(verb, speaker, _medium(field, verb, hi, speaker), field.low[verb] not in field.words.weak)


def is_saying(field: Field, i: int, lo: int, hi: int) -> bool:
    """True for a verb of saying that is finite: not ``the plan announced by X``, ``the reported loss``, ``to say``."""
    low, words = field.low, field.words
    if low[i] not in words.verbs and not ("-" in low[i] and low[i].partition("-")[0] in words.verbs):
        return False
    last = low[i - 1] if i > lo else ""
    helper = low[i - 2] if last in words.trail and i - 1 > lo else last
    return not (helper in words.passive or last in words.articles or "by" in low[i + 1 : min(hi, i + 3)])


def _object(field: Field, verb: int) -> bool:
    """True where what follows the verb is the one told, not the one who speaks (English ``told``)."""
    return not field.words.pronoun_after and field.low[verb] in field.words.told


def _relative(field: Field, i: int, lo: int) -> bool:
    """True for the verb of a relative clause (``one resident, who asked not to be named, told ...``)."""
    return i > lo and field.low[i - 1] in field.words.selves


def inside(field: Field, start: int, end: int) -> Frame | None:
    """An attribution printed inside the marks: ``"Il pleut, dit la maire. Partez."`` in languages that invert so."""
    lo, hi = field.span(start, end)
    if not field.words.pronoun_after:
        return None
    for i in range(lo + 1, hi - 1):
        if "," in field.text[field.tokens[i - 1].end : field.tokens[i].start] and is_saying(field, i, lo, hi):
            speaker = following(field, i + 1, hi)
            return Frame(i, speaker, None, True) if speaker else None
    return None


def attribution(field: Field, lo: int, hi: int) -> tuple[int, int, Speaker] | None:
    """``according to X`` among the tokens ``lo:hi``: where it begins, where it ends (token indexes), and X."""
    low, words = field.low, field.words
    for i in range(lo, hi):
        for size in (3, 2, 1) if low[i] in field.heads else ():
            if i + size < hi and " ".join(low[i : i + size]) in words.attribution:
                speaker = following(field, i + size, hi)
                if speaker:
                    return i, field.span(0, speaker.end)[1], speaker
    if lo < hi and low[lo] in words.opinion:
        person = next((m for m in field.inside(*_reach(field, lo + 1, min(hi, lo + 5))) if m.type == "person"), None)
        if person and person.start == field.starts[lo + 1]:
            return lo, field.span(0, person.end)[1], Speaker(person.start, person.end)
    return None


def _attributed(field: Field, lo: int, hi: int) -> Frame | None:
    found = attribution(field, lo, hi)
    return Frame(None, found[2], _medium(field, lo, hi, found[2]), True) if found else None


def _reach(field: Field, lo: int, hi: int) -> tuple[int, int]:
    """Offsets that the tokens ``lo:hi`` cover; empty where there are none."""
    if lo >= hi:
        return 0, 0
    return field.tokens[lo].start, field.tokens[hi - 1].end


def _opening(field: Field, start: int, end: int) -> Speaker | None:
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
    named = field.inside(*_reach(field, lo, verb))
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
        if stop < hi and set(field.text[field.tokens[stop - 1].end : field.tokens[stop].start]) & set(',;:()—–\n"“”«»'):
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
        if field.low[i] in field.words.small or (i < hi - 1 and field.text[field.tokens[i].end] == ","):
            lo = i + 1
            break
    if lo >= hi or hi - lo > _PHRASE:
        return None
    start, end = _reach(field, lo, hi)
    if any(word in field.words.selves for word in field.low[lo:hi]):
        return None
    if field.low[lo] not in field.words.articles and not any(t.text[0].isupper() for t in field.tokens[lo:hi]):
        return None
    return None if any(mark in field.text[start:end] for mark in '\n("“”«»') else Speaker(start, end)


def _medium(field: Field, lo: int, hi: int, speaker: Speaker | None) -> str | None:
    """The channel: a network, the one who was told, or a noun such as ``statement``."""
    low, words = field.low, field.words
    for i in range(max(0, lo - 3), min(hi, lo + _REACH)):
        if field.tokens[i].text in reporting().media.names:
            return field.tokens[i].text
    told = _told(field, lo, hi, speaker)
    if told:
        return told
    for i in range(lo, min(hi, lo + _REACH)):
        for size in (2, 1):
            phrase = " ".join(low[i : i + size])
            if i + size <= hi and phrase in words.medium and low[i - 1] not in words.verbs:
                return phrase
    return None


def _told(field: Field, verb: int, hi: int, speaker: Speaker | None) -> str | None:
    """``told the German Press Agency``: the organisation right behind a verb of telling."""
    words, i = field.words, verb + 1
    if verb >= hi or field.low[verb] not in words.told:
        return None
    if words.to:
        i = next((k for k in range(verb + 1, min(hi, verb + 8)) if field.low[k] in words.to), hi) + 1
    while i < hi and field.low[i] in words.articles:
        i += 1
    if i >= hi:
        return None
    mention = next((m for m in field.inside(field.starts[i], field.starts[i] + 40) if m.type in ("org", "other")), None)
    if (
        mention is None
        or mention.start - field.starts[i] > 12
        or (speaker and mention.start < speaker.end > mention.start)
    ):
        return None
    named = all(token.text[0].isupper() for token in field.tokens[i : field.span(0, mention.start)[1]])
    return field.text[field.starts[i] : mention.end] if named else mention.text
