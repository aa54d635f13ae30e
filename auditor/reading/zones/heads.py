"""What stands between the top of a page and its first paragraph, known by its place: names of sites, places in
capitals, counters, captions; and the boxes on authors at its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from auditor.reading.lines import Line, phrase
from auditor.reading.zones.model import is_function
from auditor.reading.zones.photos import BRACKETS, is_news_agency
from auditor.reading.zones.rows import is_author_box
from auditor.reading.zones.runs import LONG_LINE, is_prose, prose_range
from auditor.reading.zones.titles import sections
from auditor.reading.zones.widgets import widgets
from auditor.records import ZoneKind
from auditor.text.source_places import is_place
from auditor.text.word_classes import AUXILIARIES, word_classes

Labels = Mapping[int, ZoneKind]
Found = Iterator[tuple[int, ZoneKind]]
_NAME = re.compile(r"(?<![\w-])[A-ZÀ-Þ][^\W\d_]{1,20} [A-ZÀ-Þ][^\W\d_]{2,20}(?![\w-])")
_PLACED = re.compile(r"[A-ZÀ-Þ][\w’'-]{2,20}(?: [-–—/] | (?=[A-Z]))")
_MARK = re.compile(r" ?[-–—/] $")
_WORD = re.compile(r"[A-Z][\w’'-]{0,20}(?=[ ,])")
_SHOWN = re.compile(
    r"(?::| [-–—|]|,) (?:[Tt]he |[Aa]ll |[Ss]ee )?(?:the )?([^\W\d_]{4,12})(?: (?:of|from) [^.:!?\n]{3,60})?$"
)
_BAR = " | "
_TITLE = 4  # words of a headline
_LETTERS = 4  # of a place in capitals
_SITE, _PLACE, _PART = 4, 3, 4  # words of the name of a site, of a place, of a part of a byline
_CAPTION = 7  # words of a caption that names somebody
_REPEATED = 6  # words of a caption that the article says again
_FAR = 40  # lines behind a picture, and from the end, that are looked at
_TOP = 12  # lines among which all this is looked for
_FINITE = frozenset(("VB", "VBD", "VBZ", "ED", "NV", "NZ"))
_DASHES = "-–—"
_SAYS = frozenset(["i", "we", "you", "me", "us", "my", "our", "says", "said", "tells", "told", "explains", "adds"])


def top(rows: Sequence[Line], labels: Labels) -> Found:
    """Lines before the first paragraph that are no headline, where one is left."""
    first = prose_range(rows, labels)[0]
    if first >= len(rows):
        return
    free = [i for i in range(min(first, _TOP)) if i not in labels]
    titles = [i for i in free if len(rows[i].words) >= _TITLE and not rows[i].marker]
    for i in free:
        others = [k for k in titles if k != i]
        if i == 0 and others and _is_site(rows[0]):
            yield i, "navigation"
        elif (others or i == 0) and _is_place(rows, i, first, titled=bool(others)):
            yield i, "dateline"
        elif others and not any(map(str.isalpha, rows[i].text)) and any(map(str.isdigit, rows[i].text)):
            yield i, "navigation"
        elif any(k < i for k in others) and (kind := _below_title(rows, i)):
            yield i, kind


def _is_site(line: Line) -> bool:
    """``Rus News Journal`` above a headline: words with capitals, one of which names of news sites are made of."""
    words = line.text.split()
    return not line.final and len(words) <= _SITE and not widgets().sites.isdisjoint(line.words) and _capitals(words)


def _capitals(words: Sequence[str]) -> bool:
    return all(word[0].isupper() or word[0].isdigit() for word in words)


def _is_place(rows: Sequence[Line], at: int, first: int, *, titled: bool) -> bool:
    """``BERLIN`` alone in a line: right above the first paragraph, or above the headline once more."""
    line = rows[at]
    if line.final or line.marker or not 0 < len(line.words) <= _PLACE or not line.text.isupper():
        return False
    if (
        len(line.text) < _LETTERS
        or any(map(str.isdigit, line.text))
        or (at + 1 != first and len(rows[at + 1].words) < _TITLE)
    ):
        return False
    return (titled and at > 0) or (at + 1 == first and any(map(is_place, line.text.title().split())))


def _below_title(rows: Sequence[Line], at: int) -> ZoneKind | None:
    """Between headline and first paragraph: a caption, or outlet and author between a bar."""
    line = rows[at]
    if line.final or line.marker or len(line.words) > LONG_LINE:
        return None
    bracket = BRACKETS.search(line.text, max(0, len(line.text) - 40)) if line.text[-1:] == ")" else None
    if bracket and is_news_agency(bracket[1]):
        return "caption"
    parts = line.text.split(_BAR)
    if len(parts) == 2 and all(_named(part) for part in parts):
        return "credit line"
    return "caption" if _names_somebody(rows, at) else None


def _named(text: str) -> bool:
    words = text.split()
    return 1 < len(words) <= _PART and _capitals(words)


def _names_somebody(rows: Sequence[Line], at: int) -> bool:
    """A line without a verb that ends with the full name of somebody of whom the article tells."""
    line = rows[at]
    if len(line.words) > _CAPTION or line.text[-1:] in ",:" or any(sign in line.text for sign in '“"«:?!|'):
        return False
    name = next((m for m in _NAME.finditer(line.text) if len(line.text) - m.end() <= _PART + 1), None)
    if name is None or not _verbless(line):
        return False
    return any(name[0] in row.text for row in rows[at + 1 :] if is_prose(row))


def _verbless(line: Line) -> bool:
    small = [word for word in line.text.replace(",", "").split() if word[0].islower()]
    return all(word != "to" and word not in AUXILIARIES and word_classes().get(word) not in _FINITE for word in small)


def placed(rows: Sequence[Line], first: int) -> int:
    """Length of ``Madrid - ``, ``Munich `` or ``SOUTH AFRICA `` before the first word of a paragraph, else 0."""
    text, at, found = rows[first].text, 0, 0
    if len(rows[first].words) < _TITLE * 2:
        return 0
    for _ in range(_PLACE):
        match = _PLACED.match(text, at)
        if match is None:
            break
        at = match.end()
        word = _WORD.match(text, at)
        if word and _leads(text[:at], word[0]):
            found = at
        if match[0][-2] in "-–—/":
            break
    return found


def _leads(head: str, word: str) -> bool:
    """The head is a place, and the word the first of a sentence."""
    mark = _MARK.search(head)
    place = head[: mark.start()] if mark else head.rstrip()
    if phrase(place) not in sections().heads and not all(map(is_place, place.title().split())):
        return False
    if mark:
        return True
    return not word.isupper() if place.isupper() and len(place) > _LETTERS else is_function(word)


def dashed(rows: Sequence[Line], first: int, last: int) -> int | None:
    """The only paragraph behind a dash: its dateline is gone. Who speaks, and who lists, has dashes again."""
    marked = [i for i, row in enumerate(rows) if row.marker and row.words]
    if len(marked) != 1 or not max(first, 1) <= marked[0] <= last:
        return None
    line = rows[marked[0]]
    own = line.bare
    plain = line.marker[0] in _DASHES and not own[:1].islower() and len(line.words) >= 2 * _TITLE and line.final
    told = any(f" {sign} " in own for sign in _DASHES) or not _SAYS.isdisjoint(line.words)
    return marked[0] if plain and not told else None


def pictured(rows: Sequence[Line], labels: Labels) -> Found:
    """The sentence right above a photo credit that the article says again further below: the caption."""
    for i, kind in labels.items():
        before = i - 1
        if kind != "photo credit" or before < 1 or before in labels or len(rows[before].words) < _REPEATED:
            continue
        if any(rows[before].text in row.text for row in rows[i + 1 : i + _FAR]):
            yield before, "caption"


def alternative(
    rows: Sequence[Line], labels: Labels, pieces: Mapping[int, Sequence[tuple[int, int, str | None]]]
) -> Found:
    """The line above a caption with its credit that has the same words: the picture's alternative text."""
    for i, cut in pieces.items():
        before = i - 1
        if before < 1 or before in labels or not any(kind == "photo credit" for _, _, kind in cut):
            continue
        own = rows[before].words
        if len(own) >= _PLACE and rows[i].words[: len(own)] == own:
            yield before, "caption"


def signed_again(rows: Sequence[Line], labels: Labels) -> Found:
    """Behind the last paragraph, the few words of a line before the first one: the author, or the section."""
    first, last = prose_range(rows, labels)
    heads = {row.words for row in rows[: min(first, _TOP)] if 1 < len(row.words) <= _PART and not row.final}
    for i in range(last + 1, len(rows)) if heads and last >= 0 else ():
        if i not in labels and rows[i].words in heads and not rows[i].final and _capitals(rows[i].text.split()):
            yield i, "credit line"


def galleries(rows: Sequence[Line], labels: Labels) -> Found:
    """Between paragraphs, a title that ends on what the page shows: ``Fair in Lindau: the pictures of the evening``."""
    first, last = prose_range(rows, labels)
    for i in range(first + 1, last):
        if i not in labels and not rows[i].final and _TITLE <= len(rows[i].words) <= LONG_LINE:
            shown = _SHOWN.search(rows[i].text)
            if shown and phrase(shown[1]) in sections().media:
                yield i, "teaser"


def boxes(rows: Sequence[Line], labels: Labels) -> Found:
    """Profiles of authors behind the last paragraph, of people whom the article does not name."""
    for i in reversed(range(max(1, len(rows) - _FAR), len(rows))):
        if i in labels:
            continue
        if not is_author_box(rows[i]):
            return
        name = rows[i].text.partition(" is ")[0]
        if any(name in row.text for k, row in enumerate(rows) if k != i and k not in labels):
            return
        yield i, "navigation"
