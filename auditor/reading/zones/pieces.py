"""Lines of which only a part is furniture: what markup declared, and teasers set into a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from auditor.reading.lines import Line, phrase
from auditor.reading.zones.phrases import Phrases
from auditor.records import Excluded, ZoneKind

Piece = tuple[int, int, ZoneKind | None]
_CUE = re.compile(r"(?:(?<=[.!?…”\"»)] )|(?<=[(\[]))([^\W\d_]{2,12}(?: [^\W\d_]{2,12}){1,4}) ?([:|]) ?(?=\S)")
_STOP = re.compile(r"[^\W\d_]{3}[.!?] +[A-Z]")
_TRAIL = re.compile(
    r"(?:…|\.\.\.)[ \u00a0]?(?P<dots>[^\W\d_][^\n.…]{2,40})$|"
    r"[.!?”\"»] (?P<stop>[A-ZÀ-Þ][^\W\d_]{1,20} [^\n.…!?]{3,40})$"
)
_LONGEST = 30  # words of the title that a teaser names


def trim(text: str, piece: Piece) -> Piece:
    """The piece without white space at its ends."""
    start, end, kind = piece
    own = text[start:end]
    return start + len(own) - len(own.lstrip()), start + len(own.rstrip()), kind


def declared(rows: Sequence[Line], zones: Sequence[Excluded]) -> tuple[dict[int, ZoneKind], dict[int, list[Piece]]]:
    """Lines that lie in a declared zone, and the pieces of lines that a zone covers in part."""
    labels: dict[int, ZoneKind] = {}
    pieces: dict[int, list[Piece]] = {}
    ends = [zone.end for zone in zones]
    for i, row in enumerate(rows):
        at = bisect_right(ends, row.start)
        if at >= len(zones) or zones[at].start >= row.end:
            continue
        if zones[at].start <= row.start and row.end <= zones[at].end:
            labels[i] = zones[at].kind
        else:
            pieces[i] = list(_cut(row, zones[at:]))
    return labels, pieces


def _cut(row: Line, zones: Iterable[Excluded]) -> Iterable[Piece]:
    """The line cut at the zones that begin before its end."""
    at = row.start
    for zone in zones:
        if zone.start >= row.end:
            break
        start, end = max(zone.start, at), min(zone.end, row.end)
        if at < start:
            yield at, start, None
        if start < end:
            yield start, end, zone.kind
        at = end
    if at < row.end:
        yield at, row.end, None


def teaser(line: Line, table: Phrases) -> list[Piece] | None:
    """The line cut at ``Read also: A headline``, which runs to the line's end or to the closing bracket.

    Also at a link behind dots, ``… Read more``, and at one of several words behind a sentence.
    """
    text = line.text
    trail = _TRAIL.search(text, max(0, len(text) - 48)) if text[-1:].isalpha() or text[-1:] in "»>→" else None
    if trail and trail.start() and table.entire(phrase(trail[trail.lastgroup or 0])) == "navigation":
        at = line.start + trail.start(trail.lastgroup or 0)
        return [(line.start, at, None), (at, line.end, "navigation")]
    for cue in _CUE.finditer(text) if ":" in text or "|" in text else ():
        if table.labelled(phrase(cue[1])) != "teaser":
            continue
        opening = text[cue.start() - 1]
        end = text.find(")" if opening == "(" else "]", cue.end()) + 1 if opening in "([" else len(text)
        start = cue.start() - (opening in "([")
        rest = text[cue.end() : end]
        if end and rest.count(" ") < _LONGEST and (opening in "([" or not _STOP.search(rest)):
            at = line.start
            parts: list[Piece] = [(at, at + start, None), (at + start, at + end, "teaser")]
            return parts if end == len(text) else [*parts, (at + end, line.end, None)]
    return None
