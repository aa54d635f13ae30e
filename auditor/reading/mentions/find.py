"""Names of persons, organisations, places, vehicles and missions, found without a list of them.

Runs of words with a capital that the article or the lexicon show to be names; titles, role nouns, appositions and
heads ("agency", "island") say of what kind they are; an acronym in brackets or in apposition is joined to its long
form.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from auditor.reading.article import Abbreviation, Mention, Segment
from auditor.reading.mentions.evidence import Evidence, Line, line
from auditor.reading.mentions.persons import persons
from auditor.reading.mentions.runs import runs
from auditor.reading.mentions.types import Candidate, candidates, spells
from auditor.reading.mentions.words import name_words, seen_words
from auditor.text.lexicon import Lexicon
from auditor.text.tokens import Token

_start, _end = attrgetter("start"), attrgetter("end")


def mentions(
    text: str, tokens: Sequence[Token], segments: Sequence[Segment], language: str, lexicon: Lexicon
) -> tuple[tuple[Mention, ...], tuple[Abbreviation, ...]]:
    """The names in the segments, in text order, and the acronyms that the article explains.

    Spans leave out titles, articles and possessive endings. ``tokens`` are those of the whole text, in order.
    """
    data = name_words(language)
    lines = _lines(text, tokens, segments, data.language)
    evidence = Evidence(lines, data, lexicon)
    found = [
        candidate
        for ln in lines
        for run in runs(text, ln, evidence, data)
        for candidate in candidates(text, ln, run, data, lexicon)
    ]
    made = persons(text, found, data)
    return made, _abbreviations(text, found)


def _lines(text: str, tokens: Sequence[Token], segments: Sequence[Segment], language: str) -> list[Line]:
    lines: list[Line] = []
    last = 0
    for index, segment in enumerate(segments):
        first = bisect_left(tokens, segment.start, last, key=_start)
        last = bisect_right(tokens, segment.end, first, key=_end)
        if first < last:
            words = seen_words(tokens[first:last], language)
            lines.append(line(text, index, words, segment.end))
    return lines


def _abbreviations(text: str, found: Sequence[Candidate]) -> tuple[Abbreviation, ...]:
    """``Long Form (LF)``, ``LF (Long Form)`` and ``Long Form LF``."""
    pairs = []
    for i in range(len(found) - 1):
        left, right = found[i], found[i + 1]
        if left.line is not right.line:
            continue
        gap = text[left.words[-1].end : right.words[0].start]
        if gap not in (" ", " (", "\u00a0"):
            continue
        if len(right.words) == 1 and len(left.words) > 1 and spells(right.words[0].text, left.words):
            pairs.append(Abbreviation(i + 1, i))
        elif gap == " (" and len(left.words) == 1 and len(right.words) > 1 and spells(left.words[0].text, right.words):
            pairs.append(Abbreviation(i, i + 1))
    return tuple(pairs)
