"""When an article says that it was published: a line near its top that is a date and nothing else, or its dateline."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter

from auditor.packs import data_path, load_toml
from auditor.reading.article import Segment, Value
from auditor.reading.lines import Line
from auditor.reading.values.find import values
from auditor.reading.values.words import vocabulary
from auditor.records import Record
from auditor.text.tokens import Token

_HEAD = 25  # lines that are looked at
_LONGEST = 90  # characters of a line of its own
_PLACE = 60  # characters before the date of a dateline
_READ = 200  # characters of a line in which a date is sought
_REACH = _READ + 50  # characters after which no dateline ends
_end = attrgetter("end")
_MARK = re.compile(r"[-–—:]\s")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_])?")
_BEFORE = re.compile(
    r"(?:[A-Z][\w.'’/-]{0,30}[,.]?\s{1,3}|\([\w /]{2,20}\)\s{1,3}){1,6}"
)  # "NEW YORK, ", "BERLIN (dpa) "
_AFTER = re.compile(r"\.?\s{0,2}(?:\([^()\n]{2,30}\)|/[^/\n]{2,20}/)?\s{0,2}[-–—:]{1,2}\s")


class Cues(Record, frozen=True):
    """The file as it stands: language -> words."""

    schema: int
    words: dict[str, tuple[str, ...]]


@cache
def _beside(language: str) -> frozenset[str]:
    """Words that a line with nothing but the date may hold, names of weekdays among them."""
    pack = load_toml(data_path("zones", "dates.toml"), Cues)
    roles = vocabulary(language).roles
    return frozenset(pack.words.get(language.split("-")[0], ())) | {
        word for word, role in roles.items() if role == "weekday"
    }


def published(text: str, rows: Sequence[Line], tokens: Sequence[Token], language: str) -> str | None:
    """The day of publication (ISO 8601), the first that the head of the text states; None where it states none.

    ``rows`` are the lines of the text.
    """
    head = [line for line in rows[:_HEAD] if _may_tell(text, line)]
    if not head:
        return None
    segments = [
        Segment(start=line.start, end=min(line.end, line.start + _READ), block=0, language=None) for line in head
    ]
    within = tokens[: bisect_right(tokens, head[-1].end, key=_end)]
    found = values(text, segments, within, language)
    for number, line in enumerate(head):
        own = [v for v in found if v.segment == number]
        for value in own:
            if _DAY.fullmatch(value.value) and (
                _alone(text, line.start, line.end, own, language) or _dated(text, line.start, value)
            ):
                return value.value
    return None


def _may_tell(text: str, line: Line) -> bool:
    """A year stands in the line, and it is short or has a dash or a colon as a dateline ends in."""
    short = line.end - line.start <= _LONGEST or _MARK.search(text, line.start, line.start + _REACH)
    return bool(short and _YEAR.search(text, line.start, line.end))


def _alone(text: str, start: int, end: int, own: Sequence[Value], language: str) -> bool:
    """Whether the line holds dates, times and words that stand beside them, and no more."""
    if end - start > _LONGEST:
        return False
    known = _beside(language) | _beside("en")
    return all(word.casefold() in known for piece in _rest(text, start, end, own) for word in _WORD.findall(piece))


def _rest(text: str, start: int, end: int, own: Sequence[Value]) -> Iterator[str]:
    for value in own:
        if value.kind in ("date", "time"):
            yield text[start : value.start]
            start = max(start, value.end)
    yield text[start:end]


def _dated(text: str, start: int, value: Value) -> bool:
    """Whether the date stands in a dateline: after a place at the line's start, before a dash or a colon."""
    place = _BEFORE.fullmatch(text, start, value.start) if value.start - start <= _PLACE else None
    return place is not None and _AFTER.match(text, value.end) is not None
