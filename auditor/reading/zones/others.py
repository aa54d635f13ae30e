"""What stands behind the end of an article: titles and beginnings of others, below a label that announces them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from auditor.reading.lines import Line
from auditor.reading.zones.phrases import Phrases
from auditor.reading.zones.widgets import widgets
from auditor.records import ZoneKind

Labels = Mapping[int, ZoneKind]
Found = Iterator[tuple[int, ZoneKind]]
_RELATED = 2  # lines, and ends on dots, of a list of other articles
_FORM = 2  # lines of the comments before such a label
_ANNOUNCED = 6  # words of its label
_PAIRS = 2  # titles with their beginnings
_TEXT = (8, 60)  # words of the beginning of an article
_LONG = 25  # words of a line that is no title


def related(rows: Sequence[Line], labels: Labels, table: Phrases) -> Found:
    """Behind a label of other articles near the end: titles and beginnings of articles, cut by dots, up to the end."""
    kinds = ("navigation", "teaser")
    last = max((i for i, kind in labels.items() if kind in kinds and _announces(rows[i], table)), default=-1)
    rest = [i for i in range(last + 1, len(rows)) if i not in labels]
    if last < len(rows) // 3 or len(rest) < _RELATED:
        return
    if all(labels.get(i) == "navigation" for i in range(last - _FORM, last)):
        yield from ((i, "teaser") for i in rest)  # behind the comments
        return
    cut = sum(rows[i].text.endswith(("…", "...")) for i in rest)
    long = any(rows[i].text[-1] == "." and len(rows[i].words) > _LONG for i in rest)
    if cut >= _RELATED and not long:
        yield from ((i, "teaser") for i in rest)


def pairs(rows: Sequence[Line], labels: Labels, table: Phrases) -> Found:
    """Behind a label of other articles, up to the end of the text: titles, each with the beginning of its article."""
    last = max((i for i in labels if _calls_others(rows[i], table)), default=len(rows))
    behind = range(last + 1, len(rows))
    rest = [i for i in behind if any(map(str.isalpha, rows[i].text))]
    if last < len(rows) // 3 or len(rest) < 2 * _PAIRS:
        return
    titles = all(not rows[i].final and len(rows[i].words) <= _LONG for i in rest[::2])
    texts = all(_TEXT[0] <= len(rows[i].words) <= _TEXT[1] for i in rest[1::2])
    if titles and texts and all(rows[i].final for i in rest[1:-1:2]):
        yield from ((i, "teaser") for i in behind)


def _calls_others(line: Line, table: Phrases) -> bool:
    return 0 < len(line.words) <= _ANNOUNCED and (_announces(line, table) or table.labelled(line.words) == "teaser")


def _announces(line: Line, table: Phrases) -> bool:
    words = set(line.words)
    return (
        len(words) <= _ANNOUNCED
        and not widgets().others.isdisjoint(words)
        and table.labelled(line.words) in ("teaser", None)
    )
