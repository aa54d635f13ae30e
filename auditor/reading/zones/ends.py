"""Furniture by structure: lines, and ends of lines, whose words, form and place together say that they are no text.

Each rule looks at the lines and the labels given so far and yields what it adds. A line that ends as sentences end is
taken only when its own words speak for it; a text never loses all its titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile
from math import inf

from auditor.reading.lines import Line, phrase
from auditor.reading.zones import model
from auditor.reading.zones.calls import labelled_start
from auditor.reading.zones.photos import agencies
from auditor.reading.zones.phrases import Phrases
from auditor.reading.zones.pieces import Piece
from auditor.reading.zones.runs import (
    FEW_PROSE,
    MIN_PROSE,
    TEASER_AVERAGE,
    article_like,
    headline_like,
    is_prose,
    prose_range,
)
from auditor.records import ZoneKind

Labels = Mapping[int, ZoneKind]
Found = Iterator[tuple[int, ZoneKind]]
_LAST = re.compile(r"[.!?…][\"”’»)]{0,2}[ \u00a0]{0,3}(?=[^\W\d_])")
_GLUED = 60  # characters behind the last sentence that may be glued furniture
_GLUED_WORDS = 10
_GLUED_ODDS = 3.0
_TITLE = (1, 25)  # words of a headline of another article
_MIN_TITLES = 4  # such headlines in a row that need no other furniture beside them
_HEADLINE = 3  # words of a line that may be the title of this one
_TITLE_ODDS = 4.0  # from which the only title of a text is none
_FURNISHED = 0.3  # log-odds asked of a line without a word of content where other lines are furniture beyond doubt
_CHROME = frozenset(["navigation", "consent", "teaser", "embedded post", "advertising", "newsletter"])
_CREDIT_LINE = 8  # words of a line that names an agency
_CREDIT_WORDS = 4  # words of a credit glued to the head of a paragraph
_PROSE = 8  # words of prose; a shorter line has no furniture glued to it


def judged(rows: Sequence[Line], labels: Labels, pieces: Mapping[int, object], table: Phrases) -> Found:
    """Lines that are furniture by all their evidence; more is asked of the first and between paragraphs."""
    ends = prose_range(rows, labels)
    if ends[1] < 0:
        return
    found: dict[int, float] = {}
    furnished = not _CHROME.isdisjoint(labels.values())
    for i, row in enumerate(rows):
        if i in labels or i in pieces or len(row.words) > model.MAX_WORDS or not _may_be(row):
            continue
        values = model.features(rows, i, labels, ends, table)
        odds = model.odds(values)
        bare = furnished and not row.final and model.bare(values) and _lettered(row)
        if odds >= (_FURNISHED if bare and i else _asked(i, row, ends, model.plain_words(values))):
            found[i] = odds
    spared = _spared(rows, labels, found, ends[0])
    yield from ((i, _kind(rows[i])) for i in found if i != spared)


def _asked(at: int, line: Line, ends: tuple[int, int], plain: float) -> float:
    """The log-odds that a line needs; ``plain``: how many of its words are neither furniture's nor function words.

    Between paragraphs a whole sentence is furniture only where it speaks to readers.
    """
    weights = model.line_weights()
    inside = ends[0] <= at <= ends[1]
    if not _lettered(line):
        return weights.inside if inside else 0.0
    sentence = line.final and line.text[-1:] not in ":："
    addressed = model.addresses(line.text)
    if sentence and inside and not addressed:
        return inf
    more = weights.sentence * (sentence or model.quoted(line.text))
    if inside and not addressed:
        more += weights.plain * plain
    return more + (weights.inside if at == 0 or inside else weights.outside)


def _kind(line: Line) -> ZoneKind:
    """``(With AFP and Reuters)`` tells who wrote the copy: no fault of it."""
    news = agencies().news
    words = line.words
    named = any(words[k : k + n] in news for k in range(len(words)) for n in (1, 2))
    return "credit line" if named and len(words) <= _CREDIT_LINE else "navigation"


def _may_be(line: Line) -> bool:
    """Words of furniture, several in a sentence and none in quotation marks, or nothing but figures and signs."""
    if not model.may_speak(line):
        return not line.final and not _lettered(line)
    return not line.final or (not model.quoted(line.text) and model.speaking(line.text) > 1)


def _lettered(line: Line) -> bool:
    return any(map(str.isalpha, line.text))


def _spared(rows: Sequence[Line], labels: Labels, found: Mapping[int, float], first: int) -> int | None:
    """The line before the first paragraph that is its title, where no other is left."""
    if any(i not in labels and i not in found and len(rows[i].words) >= _HEADLINE for i in range(first)):
        return None
    low = min((i for i in found if i < first), key=lambda i: found[i], default=None)
    return low if low is not None and found[low] < _TITLE_ODDS else None


def announced(rows: Sequence[Line], labels: Labels, table: Phrases) -> Found:
    """Behind a line that says ``Read also`` and nothing else: the list that follows, or the next headline."""
    for i in labels:
        if table.labelled(rows[i].words) != "teaser":
            continue
        listed = list(takewhile(lambda k: k not in labels and _is_item(rows[k]), range(i + 1, len(rows))))
        if not listed and rows[i].text[-1:] == ":":
            listed = _listed_below(rows, labels, i)
        yield from ((k, "teaser") for k in listed)
        after = i + 1
        if listed or after >= len(rows) or after in labels:
            continue
        row = rows[after]
        if _TITLE[0] < len(row.words) <= _TITLE[1] and not is_prose(row) and headline_like(row, table):
            yield after, "teaser"


def _listed_below(rows: Sequence[Line], labels: Labels, label: int) -> list[int]:
    """The lines right under a label that are as titles are."""
    found: list[int] = []
    for k in range(label + 1, len(rows)):
        if k in labels or not _is_below(rows[k], rows[label]):
            break
        found.append(k)
    return found


def _is_below(line: Line, label: Line) -> bool:
    """A line right under the label, as titles are."""
    return line.group == label.group and 0 < len(line.words) <= _TITLE[1] and line.text[-1:] not in ".:"


def _is_item(line: Line) -> bool:
    """An item of a list, empty or not longer than a headline, that does not end as sentences do."""
    ends = not line.final or line.text[-1:] in "?!"
    return bool(line.marker or not line.words) and len(line.words) <= _TITLE[1] and ends


def headlines(rows: Sequence[Line], labels: Labels, table: Phrases) -> Found:
    """After the last paragraph: headlines of other articles behind furniture, or several in a row."""
    last = prose_range(rows, labels)[1]
    rest = [i for i in range(last + 1, len(rows)) if i not in labels]
    if last < 0 or not rest or rows[last].text.endswith((":", "：")):
        return
    chrome = [i for i in labels if i > last and labels[i] in _LEADS_ON]
    behind = [i for i in rest if chrome and i > min(chrome)]
    for group, least, paragraphs in ((behind, 1, FEW_PROSE), (rest, _MIN_TITLES, MIN_PROSE)):
        if len(group) < least or not all(_is_title(rows[i], table) for i in group):
            continue
        if article_like(rows, labels, TEASER_AVERAGE, paragraphs):
            yield from ((i, "teaser") for i in group)
            return


_LEADS_ON = frozenset(["navigation", "teaser", "newsletter", "advertising"])


def _is_title(line: Line, table: Phrases) -> bool:
    """A line as headlines are, questions and calls among them."""
    if not _TITLE[0] <= len(line.words) <= _TITLE[1]:
        return False
    return headline_like(line, table) or (line.text[-1:] in "!?" and len(line.words) < _PROSE)


def glued(rows: Sequence[Line], labels: Labels, pieces: Mapping[int, object], table: Phrases) -> dict[int, list[Piece]]:
    """Paragraphs cut where furniture is glued to them: ``… on Friday. Read more``, ``Getty Images The minister …``."""
    free = (i for i in range(len(rows)) if i not in labels and i not in pieces and len(rows[i].words) >= _PROSE)
    cuts = ((i, _glued_end(rows[i], table) or _glued_start(rows[i]) or labelled_start(rows[i])) for i in free)
    return {i: cut for i, cut in cuts if cut}


def _glued_end(line: Line, table: Phrases) -> list[Piece] | None:
    text = line.text
    if model.no_words(line.words[-_GLUED_WORDS:]):
        return None
    at = 0
    for stop in _LAST.finditer(text, max(0, len(text) - _GLUED)):
        rest = text[stop.end() :]
        if not rest[0].islower() and model.speaking(rest):
            at = stop.end()
            break
    rest = text[at:]
    if not at or (line.final and not model.addresses(rest)):
        return None
    values = (*model.of_text(rest, table), 0.0, 1.0, 0.0, 0.0)
    if model.odds(values) < _GLUED_ODDS:
        return None
    return [(line.start, line.start + at, None), (line.start + at, line.end, "navigation")]


def _glued_start(line: Line) -> list[Piece] | None:
    """A paragraph behind the name of a picture agency, which the first word of a sentence follows."""
    if _last_words().isdisjoint(line.words[:_CREDIT_WORDS]):
        return None
    words = line.text[:_GLUED].split(" ")
    for size in range(1, min(_CREDIT_WORDS, len(words) - 1) + 1):
        after = words[size]
        if not after[:1].isupper() or after.isupper() or not model.is_function(after):
            continue
        head = phrase(" ".join(words[:size]))
        if any(head[k:] in agencies().all and model.all_speak(head[:k]) for k in range(len(head))):
            at = line.start + len(" ".join(words[:size]))
            return [(line.start, at, "photo credit"), (at + 1, line.end, None)]
    return None


@cache
def _last_words() -> frozenset[str]:
    """The last words of the names of agencies."""
    return frozenset(name[-1] for name in agencies().all if name)
