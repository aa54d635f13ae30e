"""Marks parted from what they join (``2: 0``, ``it’ s``, ``so - called``), or opened twice (``‘mill‘``): spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.marks.wording import wording

_FIGURES = re.compile(r"(?<![\w:.,/’'-])(\d{1,2})(?:: | : | :(?=\d\b))(\d{1,2})(?![\w:/%°]|[.,]\d)")
_AT = re.compile(r"\b(?:at|until|till|around)(?: (?:about|around|approximately|exactly))? $", re.IGNORECASE)
_NEXT = re.compile(r" ([a-z]{1,20})\b")
_BEFORE = re.compile(r"([\w’'-]{1,30})(?: of)? $")
_REACH = 40  # characters in which a label ends before a figure
_ENDS = ("", "\n", ".", ",", ";", "!", "?", ")", "…", "”")
_SCORES = 3  # of a paragraph, that make each of them one
_MINUTES = 10  # from which the second figure may be a clock's
_APART = re.compile(r"(?<=[a-z])[’'] (?=(?:s|t|re|ve|ll)\b)")
_OPENED = re.compile(r"(?<![^\s(])‘[^‘’\n]{1,60}(?<=[^\s‘])(‘)(?=[\s.,;:!?)]|$)")
_TWO_NAMES = re.compile(r"(?<![\w’'-])([A-ZÀ-Þ][a-zß-ÿ]{2,30}) -([A-ZÀ-Þ][a-zß-ÿ]{2,30})(?![\w’'-])")
_PREFIXED = re.compile(r"(?<![\w’'-])([a-z]{2,5}) - (\w{4,30})(?![\w’'-])")
_OWNED_TWICE = re.compile(r"(?<=\w)[’']s( [’']s)(?= )")
_PER = re.compile(r"(?<=\d )(km|kg|mg|m|g|l|kWh) / (h|s|kg|km|l|dl|min)(?!\w)")
_TRAILED = re.compile(r"(?<=\w) (?:…|\.\.\.)(?= [–—] )")
_MIXED = re.compile(r"(?<![^\s(“])‘[^‘’\n]{1,200}?(')(?=”)")
_HEAD = re.compile(r"\A(?:[.,;:][ \u00a0]{1,3}(?=[A-ZÀ-Þ])|\.\.(?=[A-Za-z])|>{2,3}[ \u00a0]?(?=[“\"A-ZÀ-Þ]))")
_DATELINE = re.compile(
    r"\A[A-ZÀ-Þ][\wÀ-ÿ]{2,20}(?:,? [\wÀ-ÿ]{2,20}){0,4}( ?\. ?[-–—]{1,2}|[-–—](?= )) ?(?=[A-ZÀ-Þ“\"])"
)
_STATE = re.compile(r", [A-Z][A-Za-z]{1,5}\. ?[-–—]")  # CHICAGO, Ill. —: the stop is of the shortened state
_TICKER = re.compile(r"(?<=\S) \+\+\+(?= \S)")  # what German tickers part items with
_STRAY_STOP = re.compile(r"(?<=[a-z]{2})\.( \.{1,2})(?=[ \n]|$)(?! ?\.)")  # government. .
_STRAY_COMMA = re.compile(r"(?<![\w.])[A-ZÀ-Þ][a-zß-ÿ]{3,20}(\. ,)(?= )")
_TWO_DASHES = re.compile(r"(?<=\w )[–—]{2}(?= \w)")
_DASHED_COMMA = re.compile(r"(?<=\w) [-–—],(?=\s)")


def loose_marks(text: str) -> Iterator[tuple[int, int, str]]:
    """``(start, end, mended)`` of the marks of a paragraph."""
    yield from _scores(text)
    yield from _at_head(text)
    for match in _APART.finditer(text) if "’ " in text or "' " in text else ():
        yield match.start(), match.end(), match[0][0]
    for match in _OPENED.finditer(text) if text.count("‘") > 1 else ():
        yield match.start(1), match.end(1), "’"
    for match in _TWO_NAMES.finditer(text) if " -" in text else ():
        yield match.start(), match.end(), f"{match[1]}-{match[2]}"
    for match in _PREFIXED.finditer(text) if " - " in text else ():
        if match[1] in wording().bound or (match[1], match[2]) == ("so", "called"):
            yield match.start(), match.end(), f"{match[1]}-{match[2]}"
    for match in _OWNED_TWICE.finditer(text) if "'s 's" in text or "’s ’s" in text else ():
        yield match.start(1), match.end(1), ""
    for match in _PER.finditer(text) if " / " in text else ():
        yield match.start(), match.end(), f"{match[1]}/{match[2]}"
    for match in _TRAILED.finditer(text) if " –" in text or " —" in text else ():
        yield match.start(), match.end(), ""
    for match in _MIXED.finditer(text) if "'”" in text else ():
        yield match.start(1), match.end(1), "’"
    for match in _TICKER.finditer(text) if " +++ " in text else ():
        yield match.start(), match.end(), "."
    for match in _STRAY_STOP.finditer(text) if ". ." in text else ():
        yield match.start(), match.end(), "."
    for match in _STRAY_COMMA.finditer(text) if ". ," in text else ():
        yield match.start(1), match.end(1), ","
    for match in _TWO_DASHES.finditer(text) if "––" in text or "——" in text else ():
        yield match.start(), match.end(), "–"
    for match in _DASHED_COMMA.finditer(text) if "-," in text or "–," in text or "—," in text else ():
        yield match.start(), match.end(), match[0][:-1]


def _at_head(text: str) -> Iterator[tuple[int, int, str]]:
    """A mark before the first word of a paragraph; the full stop and dash behind a dateline (``Madrid.- The``)."""
    if match := _HEAD.match(text):
        yield match.start(), match.end(), ""
    if (match := _DATELINE.match(text)) and not _STATE.search(match[0]):
        yield match.start(1), match.end(1), " –"


def _scores(text: str) -> Iterator[tuple[int, int, str]]:
    """Scores and times of day with a blank beside the colon; no figures that a label or a list in order counts."""
    every = list(_FIGURES.finditer(text)) if ": " in text or " :" in text else []
    found = [m for m in every if _clock(text, m) or not _labelled(text, m.start())]
    firsts = [int(match[1]) for match in found]
    several = len(found) >= _SCORES and firsts != sorted(set(firsts))
    for match in found:
        if several or _clock(text, match) or _ended(text, match.end()):
            clock = _clock(text, match) or (len(match[2]) == 2 and int(match[2]) >= _MINUTES)
            mark = ":" if clock else "-"
            yield match.start(), match.end(), f"{match[1]}{mark}{match[2]}"


def _clock(text: str, match: re.Match[str]) -> bool:
    """``at 10: 30``."""
    return len(match[2]) == 2 and _AT.search(text, max(0, match.start() - _REACH), match.start()) is not None


def _labelled(text: str, at: int) -> bool:
    """True behind a word with a capital, or one that counts: ``Day 2: 10 miles``, ``round 3: 4 to a table``.

    The name of who was beaten may have its capital: ``defeated the Swedes 3: 1``.
    """
    before = _BEFORE.search(text, max(0, at - _REACH), at)
    if before is None or before[1] in wording().labels:
        return before is not None
    told = not wording().scoring.isdisjoint(text[max(0, at - 2 * _REACH) : at].split())
    return before[1][0].isupper() and not told


def _ended(text: str, at: int) -> bool:
    """True where no noun follows that the second figure could count."""
    after = _NEXT.match(text, at)
    return after[1] in wording().behind_score if after else text[at : at + 1] in _ENDS
