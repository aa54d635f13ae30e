"""Who says it, with which verb, through which medium: the words around quoted or reported speech."""

from __future__ import annotations

from typing import NamedTuple

from auditor.reading.quotes.subjects import Field, Speaker, following, opening, reach, subject
from auditor.reading.quotes.words import reporting

_REACH = 25


class Frame(NamedTuple):
    """An attribution: token index of its verb (or of the last word before the source), speaker, medium."""

    verb: int | None
    speaker: Speaker | None
    medium: str | None
    strong: bool


def after(field: Field, start: int, end: int, sentence: int) -> Frame | None:
    """The frame that follows a quotation, in ``start:end``: ``," he said.``, ``, said the president``.

    ``sentence`` is where its sentence begins: ``She praised the "legacy" and said`` has its subject there.
    """
    lo, hi = field.span(start, end)
    near = field.saying(lo, min(hi, lo + _REACH))
    verb = next((i for i in near if is_saying(field, i, lo, hi) and not _relative(field, i, lo)), None)
    if verb is None:
        return _attributed(field, lo, hi)
    speaker = subject(field, lo, verb) if verb > lo or "-" in field.low[verb] else None
    if speaker is None and field.words.pronoun_after:
        speaker = following(field, verb + 1, hi)
    if speaker is None and sentence < start and verb > lo:
        speaker = opening(field, sentence, start)
    if speaker is None and not _object(field, verb):
        speaker = following(field, verb + 1, hi)
    return Frame(verb, speaker, _medium(field, verb, hi, speaker), _strong(field, verb))


def before(field: Field, start: int, end: int) -> Frame | None:
    """The frame that leads to a quotation, in ``start:end``: ``He said: "``, ``according to her, "``."""
    lo, hi = field.span(start, end)
    verb = next((i for i in reversed(field.saying(max(lo, hi - _REACH), hi)) if is_saying(field, i, lo, hi)), None)
    if verb is None:
        return _attributed(field, lo, hi)
    speaker = subject(field, lo, verb) or following(field, verb + 1, hi)
    return Frame(verb, speaker, _medium(field, verb, hi, speaker), _strong(field, verb))


def _strong(field: Field, verb: int) -> bool:
    """True for a verb that by itself makes a short quotation a quoted word."""
    return field.low[verb] not in field.words.weak or field.low[verb] in field.words.naming


def is_saying(field: Field, i: int, lo: int, hi: int) -> bool:
    """True where a verb of saying (`Field.saying`) is finite.

    Not ``the plan announced by X``, ``the reported loss``, ``to say``.
    """
    low, words = field.low, field.words
    if i > lo and field.tokens[i].text[0].isupper():
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
    for i in field.saying(lo + 1, hi - 1):
        if "," in field.text[field.tokens[i - 1].end : field.tokens[i].start] and is_saying(field, i, lo, hi):
            speaker = following(field, i + 1, hi)
            return Frame(i, speaker, None, True) if speaker else None
    return None


def attribution(field: Field, lo: int, hi: int) -> tuple[int, int, Speaker] | None:
    """``according to X`` among the tokens ``lo:hi``: where it begins, where it ends (token indexes), and X."""
    low, words = field.low, field.words
    for i in field.heading(lo, hi):
        for size in (3, 2, 1):
            if i + size < hi and " ".join(low[i : i + size]) in words.attribution:
                speaker = following(field, i + size, hi)
                if speaker:
                    return i, field.span(0, speaker.end)[1], speaker
    if lo < hi and low[lo] in words.opinion:
        person = next((m for m in field.inside(*reach(field, lo + 1, min(hi, lo + 5))) if m.type == "person"), None)
        if person and person.start == field.starts[lo + 1]:
            return lo, field.span(0, person.end)[1], Speaker(person.start, person.end)
    return None


def _attributed(field: Field, lo: int, hi: int) -> Frame | None:
    found = attribution(field, lo, hi)
    return Frame(None, found[2], _medium(field, lo, hi, found[2]), True) if found else None


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
            if i + size <= hi and phrase in words.medium and not (i and low[i - 1] in words.verbs):
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
