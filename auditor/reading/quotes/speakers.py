"""Leads pronouns and nouns such as ``the agency`` back to the name that they stand for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from auditor.reading.article import Mention
from auditor.reading.quotes.subjects import Field, Speaker

_LOOK_BACK = 14
_SENTENCES = 2
_FAR = 200


def resolve(field: Field, speaker: Speaker, words: int) -> Speaker:
    """The mention meant where the text leaves no doubt, else the words as they stand.

    A pronoun goes to the one fitting name of the nearest sentence that has any; a noun to the organisation that an
    earlier apposition calls so (``the space agency Exa ... the agency``). ``words`` is where the reported words
    begin: a pronoun behind them does not stand for a name in them.
    """
    if speaker.gender in ("m", "f"):
        found = _person(field, speaker, words)
    elif speaker.gender == "n":
        found = _organisation(field, speaker, words)
    else:
        found = _institution(field, speaker)
    return Speaker(found.start, found.end) if found else speaker


def _before(field: Field, speaker: Speaker, words: int) -> list[Mention]:
    """The mentions before the speaker's words in the same and the last sentences, nearest first."""
    here = bisect_left(field.mention_starts, min(speaker.start, words))
    segment = bisect_right(field.segment_starts, speaker.start) - 1
    near = field.mentions[max(0, here - _LOOK_BACK) : here]
    return [m for m in reversed(near) if m.segment is None or m.segment >= segment - _SENTENCES]


def _person(field: Field, speaker: Speaker, words: int) -> Mention | None:
    fitting = [m for m in _before(field, speaker, words) if m.type == "person" and m.gender in (None, speaker.gender)]
    nearest = [m for m in fitting if m.segment == fitting[0].segment]
    known = [m for m in nearest if m.gender == speaker.gender]
    choice = known or nearest
    return choice[0] if len({m.family or m.text for m in choice}) == 1 else None


def _organisation(field: Field, speaker: Speaker, words: int) -> Mention | None:
    fitting = [m for m in _before(field, speaker, words) if m.type == "org"]
    return fitting[0] if len({m.text for m in fitting}) == 1 else None


def _institution(field: Field, speaker: Speaker) -> Mention | None:
    first, last = field.span(speaker.start, speaker.end)
    if last - first > 4 or first == last or field.low[first] not in field.words.articles:
        return None
    noun = field.low[last - 1]
    if noun not in field.words.institutions:
        return None
    here = bisect_right(field.mention_starts, speaker.start)
    for mention in reversed(field.mentions[max(0, here - _FAR) : here]):
        at = field.span(0, mention.start)[1]
        if mention.type == "org" and mention.end <= speaker.start and at and field.low[at - 1] == noun:
            return mention
    return None
