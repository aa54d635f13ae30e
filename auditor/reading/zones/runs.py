"""What only the neighbourhood of a line shows: consent runs, posts, captions, menus, tags and teasers.

Each rule looks at the lines and the labels given so far and yields ``(line index, kind)`` for lines it adds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from auditor.reading.lines import Line
from auditor.reading.zones.lines import is_breadcrumb
from auditor.reading.zones.phrases import Phrases
from auditor.records import ZoneKind

Labels = Mapping[int, ZoneKind]
Found = Iterator[tuple[int, ZoneKind]]

_POST_SIGN = re.compile(r"(?<!\w)[#@]\w{2}|pic\.(?:twitter|x)\.com/|//t\.co/")
_FURNITURE = frozenset(["navigation", "advertising", "newsletter", "consent"])
_INNER_STOP = re.compile(r"[^\W\d_]{3}[.!?]+ +[^\W\d_]")
_SHOP = frozenset("#@%《》☝")  # signs of posts and shop copy, which headlines do not have
PROSE_WORDS = 8  # a line of so many words that ends as sentences end is prose
LONG_LINE = 25  # a line of so many words is prose whatever its end
GAP = 4  # lines between two consent lines that may belong to the notice
GAP_WORDS = 60
MAX_POST = 300  # characters of a line of a post
MAX_CAPTION_GROUP = 4  # lines; a longer group is a text without blank lines
ALONE = 1.5  # weight of wording from which a consent line needs no other beside it
MIN_PROSE = 4  # paragraphs needed before the end of the body can be told
FEW_PROSE = 2  # the same where furniture follows them
TEASER_AVERAGE = 12  # words a paragraph, from which the lines after the last are looked at
FRAGMENT_AVERAGE = 20  # the same for a single line
MAX_OPEN = 0.3  # share of lines between first and last paragraph that may lack a final mark (sub-headlines)
TEASER_WORDS = (4, 25)
FRAGMENT_WORDS = 8
TAG_WORDS = 4
MENU_WORDS = 4


def is_prose(line: Line) -> bool:
    """A paragraph of body text by its looks."""
    size = len(line.words)
    return size >= LONG_LINE or (size >= PROSE_WORDS and line.final)


def consent(rows: Sequence[Line], labels: Labels, table: Phrases) -> Found:
    """Consent lines by weight of wording, and weaker lines and fragments between or right beside them."""
    weights = {i: table.weights(row.words).get("consent", 0.0) for i, row in enumerate(rows) if i not in labels}
    strong = [i for i, weight in weights.items() if weight >= 1.0 and _asks(i, rows[i], weights)]
    for at, nxt in zip_longest(strong, strong[1:]):
        yield at, "consent"
        between = range(at + 1, nxt) if nxt is not None else range(0)
        if len(between) <= GAP and sum(len(rows[i].words) for i in between) <= GAP_WORDS:
            yield from ((i, "consent") for i in between if i not in labels)
        for i in (at - 1, at + 1):
            if weights.get(i, 0.0) >= 0.5 and len(rows[i].words) <= 40:
                yield i, "consent"


def _asks(at: int, line: Line, weights: Mapping[int, float]) -> bool:
    """A sentence that speaks of cookies is a notice only when it does so strongly or among its like."""
    if not is_prose(line) or weights[at] >= ALONE:
        return weights[at] >= len(line.words) / 40
    return any(weights.get(i, 0.0) >= 0.5 for i in range(at - GAP, at + GAP + 1) if i != at)


def posts(rows: Sequence[Line], labels: Labels) -> Found:
    """The line before an embedded post's attribution is the end of its text; more lines need a post's signs."""
    for i, kind in labels.items():
        before = i - 1
        if kind != "embedded post" or "(@" not in rows[i].text or before < 0 or before in labels:
            continue
        if len(rows[before].text) > MAX_POST or rows[before].text.endswith(":"):
            continue
        yield before, "embedded post"
        for other in range(before - 1, max(before - 4, -1), -1):
            if other in labels or len(rows[other].text) > MAX_POST or not _POST_SIGN.search(rows[other].text):
                break
            yield other, "embedded post"


def captions(rows: Sequence[Line], labels: Labels, credits: Mapping[int, int]) -> Found:
    """A line without full stop right before a credit, in its group: the caption or the picture's alternative text."""
    sizes = Counter(row.group for row in rows)
    for i in credits:
        before = i - 1
        if (
            before < 0
            or sizes[rows[i].group] > MAX_CAPTION_GROUP
            or before in labels
            or rows[before].group != rows[i].group
        ):
            continue
        if not rows[before].final and len(rows[before].words) <= LONG_LINE:
            yield before, "caption"


def prose_range(rows: Sequence[Line], labels: Labels) -> tuple[int, int]:
    """Indexes of the first and the last line of prose; ``(len(rows), -1)`` when there is none."""
    places = range(len(rows))
    first = next((i for i in places if i not in labels and is_prose(rows[i])), len(rows))
    return first, next((i for i in reversed(places[first:]) if i not in labels and is_prose(rows[i])), -1)


def article_like(rows: Sequence[Line], labels: Labels, average: int, least: int = MIN_PROSE) -> bool:
    """Real paragraphs (``average`` words, ``least`` of them) that end in punctuation: a line without it stands out."""
    first, last = prose_range(rows, labels)
    inside = [row for i, row in enumerate(rows) if first <= i <= last and i not in labels]
    prose = [row for row in inside if is_prose(row)]
    words = sum(len(row.words) for row in prose)
    if len(prose) < least or words < average * len(prose):
        return False
    open_lines = sum(not row.final for row in inside)
    return open_lines <= MAX_OPEN * len(inside) and sum(row.final for row in prose) >= 0.9 * len(prose)


def head(rows: Sequence[Line], labels: Labels) -> Found:
    """Before the body: breadcrumbs, and menus of at least three very short lines in a row."""
    first, last = prose_range(rows, labels)
    if last < 0:
        return
    free = sum(k not in labels for k in range(first))
    run: list[int] = []
    for i in range(first + 1):
        if i < first and i not in labels and is_breadcrumb(rows[i]):
            yield i, "navigation"
        elif i < first and _menu_item(rows[i], labels.get(i)):
            run.append(i)
            continue
        found = [k for k in run if k not in labels]
        if len(run) >= 3 and len(found) < free:  # a title, too, stands there
            yield from ((k, "navigation") for k in found)
        run = []


def _menu_item(line: Line, kind: ZoneKind | None) -> bool:
    """A very short line that is navigation already or may be; no row of a table, no item of a numbered list."""
    if kind == "navigation":
        return len(line.words) < MENU_WORDS and not line.final
    return kind is None and len(line.words) < MENU_WORDS and not line.final and not any(map(str.isdigit, line.text))


def tail(rows: Sequence[Line], labels: Labels, table: Phrases) -> Found:
    """After the last prose of an article whose paragraphs end in punctuation: tags, teasers, a left-over fragment."""
    if not article_like(rows, labels, TEASER_AVERAGE):
        return
    last = prose_range(rows, labels)[1]
    rest = [i for i in range(last + 1, len(rows)) if i not in labels]
    if rest and rows[rest[0] - 1].text.endswith((":", "：")):
        return  # the text announces a list
    tags = {i: None for i in rest if _is_tag(rows[i])}  # in order
    if len(tags) >= 2 or (tags and "," in rows[next(iter(tags))].text):
        yield from ((i, "tags") for i in tags)
        rest = [i for i in rest if i not in tags]
    teasers = [i for i in rest if _is_teaser(rows[i], table)]
    chrome_after = any(i > last for i in labels) or len(tags) >= 2
    if teasers and len(teasers) == len(rest) and (len(teasers) >= 2 or chrome_after):
        yield from ((i, "teaser") for i in teasers)
    elif _lone_fragment(rows, rest, table) and article_like(rows, labels, FRAGMENT_AVERAGE):
        yield rest[0], "caption"


def _lone_fragment(rows: Sequence[Line], rest: Sequence[int], table: Phrases) -> bool:
    """One short line is left, and it is the last of the text."""
    return len(rest) == 1 and rest[0] == len(rows) - 1 and _is_fragment(rows[rest[0]], table)


def between(rows: Sequence[Line], labels: Labels) -> Found:
    """After the last prose: what stands between two lines of navigation, and very short lines among furniture."""
    last = prose_range(rows, labels)[1]
    if last < 0:
        return
    chrome = [i for i, kind in labels.items() if i > last and kind in _FURNITURE]
    marks = [i for i in chrome if labels[i] == "navigation"]
    if len(marks) >= 2:
        inside = range(min(marks) + 1, max(marks))
        yield from ((i, "navigation") for i in inside if labels.get(i) in (None, "teaser") and not is_prose(rows[i]))
    if len(chrome) >= 2 and article_like(rows, labels, TEASER_AVERAGE, FEW_PROSE):
        rest = (i for i in range(last + 1, len(rows)) if i not in labels and len(rows[i].words) < MENU_WORDS)
        yield from ((i, "navigation") for i in rest if rows[i].title_like and not _figures(rows[i]))


def _is_tag(line: Line) -> bool:
    """``• Traffic``, or the whole list in one line: ``Traffic, Bridges, City council``."""
    if line.final or _figures(line) or not line.words:
        return False
    if line.marker:
        return not line.marker[0].isdigit() and len(line.words) <= TAG_WORDS
    parts = line.text.split(", ") if len(line.text) <= 200 else []
    return len(parts) >= 4 and all(1 <= len(p.split()) <= 3 and p[:1].isupper() for p in parts)


def _is_teaser(line: Line, table: Phrases) -> bool:
    low, high = TEASER_WORDS
    return low <= len(line.words) <= high and headline_like(line, table)


def _is_fragment(line: Line, table: Phrases) -> bool:
    return 1 <= len(line.words) <= FRAGMENT_WORDS and not line.marker and headline_like(line, table)


def headline_like(line: Line, table: Phrases) -> bool:
    """One line of a title: no full stop at its end or inside, nothing that people say to each other, no table row."""
    return (
        line.title_like
        and line.text[-1:] not in "…,)"
        and not _figures(line)
        and _SHOP.isdisjoint(line.text)
        and not _INNER_STOP.search(line.text)
        and table.speech.isdisjoint(line.words)
    )


def _figures(line: Line) -> bool:
    """A line of a table: a third of its words are numbers."""
    return sum(word[:1].isdigit() for word in line.words) * 3 >= len(line.words)
