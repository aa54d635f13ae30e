"""Lines that speak to the reader in copy that speaks to nobody, and labels of the page before a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from auditor.reading.lines import Line
from auditor.reading.zones import model
from auditor.reading.zones.frames import before_words
from auditor.reading.zones.phrases import Phrases
from auditor.reading.zones.pieces import Piece
from auditor.reading.zones.runs import article_like, is_prose
from auditor.records import ZoneKind

Labels = Mapping[int, ZoneKind]
_READER = re.compile(r"\b(?:[Yy]ou|[Yy]ours?|[Oo]urs?|us)\b(?!['’])")
_SPEAKER = re.compile(r"\b(?:[Yy]ou|[Yy]ours?|[Oo]urs?|us|I|[Ww]e|[Mm]y|me)\b(?!['’]s)")
_QUOTED = re.compile(r"“[^“”]*”?|\"[^\"]*\"?|‘[^‘’]*’|«[^«»]*»?|„[^„“”]*[“”]?")
_ASKS = frozenset(
    ["what", "why", "how", "who", "where", "when", "which", "whose", "if", "but", "and", "because", "as", "so"]
)
_SIZE = (3, 14)  # words of such a line
_AVERAGE = 14  # words a paragraph of copy that reports
_PROSE = 8  # words of a paragraph


@cache
def _label() -> re.Pattern[str]:
    """A label and what must follow it: in capitals, before a word with one; with one capital, before any word."""
    words = before_words()
    calm = "|".join(map(re.escape, words["advertising"]))
    loud = "|".join(re.escape(word.upper()) for word in words["advertising"])
    kicker = "|".join(re.escape(word.upper()) for word in words["kicker"])
    icons = "|".join(re.escape(word) for word in words["icon"])
    return re.compile(
        rf"(?:{loud})(?: [-–—|:]| ?[.:])? (?=[A-ZÀ-Þ“\"][^\W\d_]{{0,30}}[ ,])"
        rf"|(?P<calm>{calm})(?: [-–—|:]| ?[.:])? (?=(?P<next>[A-Z][a-z]{{0,30}})[ ,])"
        rf"|(?P<kicker>(?:{kicker})[.:] )(?=[A-ZÀ-Þ“\"])"
        rf"|(?P<icon>(?:{icons}) ?)(?=[A-ZÀ-Þ“\"])"
    )


def spoken(rows: Sequence[Line], labels: Labels, table: Phrases) -> Iterator[tuple[int, ZoneKind]]:
    """Short lines with a call or a word of furniture that speak to the reader, where no paragraph does."""
    found = [i for i, row in enumerate(rows) if i not in labels and i and _speaks(row, table)]
    if not found or not article_like(rows, labels, _AVERAGE):
        return
    others = (row for i, row in enumerate(rows) if i not in labels and i not in found and is_prose(row))
    if not any(_SPEAKER.search(_QUOTED.sub("", row.text)) for row in others):
        yield from ((i, "navigation") for i in found)


def _speaks(line: Line, table: Phrases) -> bool:
    words = line.words
    if not _SIZE[0] <= len(words) <= _SIZE[1] or words[0] in _ASKS or model.quoted(line.text):
        return False
    if not _READER.search(line.text):
        return False
    if not table.speech.isdisjoint(words):
        return False
    return words[0] in table.calls or (not line.final and model.speaking(line.text) > 1)


def icon(line: Line) -> int:
    """Length of the name of an icon that is stuck to the line's first word (``fullscreenAccording``), else 0."""
    match = _label().match(line.text) if line.text[:1].islower() else None
    return match.end() if match and match["icon"] else 0


def labelled_start(line: Line) -> list[Piece] | None:
    """The paragraph cut behind ``Advertisement The minister said ...``, ``VIDEO. The minister ...``."""
    if len(line.words) < _PROSE or not (match := _label().match(line.text)):
        return None
    if match["calm"] and not model.is_function(match["next"]):
        return None
    at = line.start + len(match[0].rstrip())
    kind: ZoneKind = "navigation" if match["kicker"] or match["icon"] else "advertising"
    return [(line.start, at, kind), (line.start + match.end(), line.end, None)]
