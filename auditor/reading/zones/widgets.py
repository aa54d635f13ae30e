"""Widgets of page themes that come along as lines: the weather of a town, posts, excerpts of other articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from auditor.packs import data_path, load_toml
from auditor.reading.lines import Line
from auditor.reading.zones.phrases import Phrases
from auditor.reading.zones.runs import headline_like
from auditor.records import Record, ZoneKind

Labels = Mapping[int, ZoneKind]
Found = Iterator[tuple[int, ZoneKind]]

_DEGREES = re.compile(r"-?\d{1,3}(?:[.,]\d)? ?[°º]? ?[CF]$")
_TEMPERATURE = re.compile(
    r"(?:[^\W\d_]{2,20}[ :,-]{0,2}){0,3}[+–-]?\d{1,3}(?:[.,]\d)? ?[°º] ?[CFc]?(?: ?[/|.] ?[+–-]?\d{1,3} ?[°º] ?[CF]?)?"
)
_RATE = re.compile(
    r"([^\W\d_][^\W\d_ ]{1,12}(?:/[^\W\d_]{3})?):? ([$€£₺₴₽]?\d[\d.,]{0,12}) ?[₺₴₽$€£%]?"
    r"(?: ?[(]?[+–-]?\d[\d.,]{0,6} ?%[)]?)?"
)
_NAME = re.compile(
    r"[A-ZÀ-Þ][^\W\d_]{1,15}(?: (?:van|de|von|der|den|di|da|el|al|[A-Z]\.))? "
    r"[A-ZÀ-Þ][^\W\d_]{1,20}(?:-[A-ZÀ-Þ][^\W\d_]{1,20})?$"
)
_TITLED = 200  # characters of a title with its date
_FIELD = 4  # words of what stands below such a label
_DATED = re.compile(r"\w.{8,160} [-–—|] (?:\d{1,2} )?([A-Z][a-z]{2,8})(?: \d{1,2},)? (?:19|20)\d\d$")
_TOWN = re.compile(r"[^\W\d_a-z][^\W\d_]{1,20}(?:[ -][^\W\d_]{1,20}){0,2}(?:, [A-Z][^\W\d_]{1,20})?$")
_POSTED = re.compile(
    r"(?:Posted by|Post by|A post shared by|A post by|A contribution shared by|A photo posted by|A video posted by|"
    r"Gepostet von|Publiée? par|Publicad[ao] por|Pubblicato da|Geplaatst door|Opublikowany przez) "
    r"[^\n]{1,60}?,? (?:on|am|en|em|sur|op|da|at|dnia)? ?[^\n\d]{0,14}\d{1,2}\b[^\n]{0,40}$"
)
_SHARED = re.compile(
    r"(?:An? )?(?:[Pp]ost|[Pp]ublication|[Mm]essage|[Cc]ontribution|[Pp]hoto|[Vv]ideo|[Ss]tory|[Ee]ntry|[Rr]eel) "
    r"(?:shared|published|posted|divided|sent) (?:by|from|of|on)\b[^\n@]{0,60}\(?@[\w.]{1,30}\)?"
)
_TICKED = re.compile(r"(?:at )?\d{1,2}(?::\d\d|h\d\d)(?: ?(?:[ap]\.?m\.?|h|hrs|o['’]clock|[A-Z]{3,4}))?:?$")
_TRAIL = re.compile(r"[\w,] ?(?:…|\.\.\.)$")
_EXCERPT = (6, 60)  # words of the beginning of another article
_TITLE = (4, 25)
_BROKEN = 8  # words of a paragraph that a box breaks, and of the one behind it
_BOX, _LABEL = 4, 6  # lines of a box, words of its lines
_PLACE = 3  # lines from the weather within which its town stands


class Widgets(Record, frozen=True):
    """The file ``data/zones/widgets.toml``; its header says what each list holds."""

    schema: int
    markets: frozenset[str]
    fields: frozenset[str]
    others: frozenset[str]
    networks: frozenset[str]
    languages: frozenset[str]
    coded: frozenset[str]
    sites: frozenset[str]


@cache
def widgets() -> Widgets:
    """The shipped words."""
    return load_toml(data_path("zones", "widgets.toml"), Widgets)


def weather(rows: Sequence[Line], labels: Labels) -> Found:
    """``12.4 C`` alone in a line is the weather of the town that stands beside it before any prose."""
    for i, row in enumerate(rows):
        if not _DEGREES.match(row.text) or labels.get(i) not in (None, "markup"):
            continue
        yield i, "navigation"
        after = i + 1
        if after < len(rows) and after not in labels and _TOWN.match(rows[after].text):
            near = rows[after + 1 : after + _PLACE]
            if any(labels.get(k) == "dateline" for k in range(after + 1, after + 1 + len(near))):
                yield after, "navigation"


def is_rates(line: Line) -> bool:
    """``USD 28.35 EUR 30.12 GOLD 1,820``, ``Lindau +12 °C``: what markets or the weather are at, and nothing else."""
    text = line.text
    if len(text) > 160 or not any(map(str.isdigit, text)) or line.final:
        return False
    if "°" in text or text[-2:] in ("ºC", "ºF"):
        return bool(_TEMPERATURE.fullmatch(text))
    pairs = _RATE.findall(text)
    return (
        len(pairs) > 1
        and not _RATE.sub("", text).strip(" |,;•/")
        and all(w.lower().partition("/")[0] in widgets().markets for w, _ in pairs)
    )


def bylines(rows: Sequence[Line], labels: Labels) -> Found:
    """A name alone in a line beside the page's date: the author."""
    for i, kind in labels.items():
        for k in (i - 1, i + 1) if kind == "dateline" else ():
            if 0 < k < len(rows) and k not in labels and _NAME.match(rows[k].text):
                yield k, "credit line"


def fields(rows: Sequence[Line], labels: Labels) -> Found:
    """``Country:`` and, in the next line, ``Slovakia``: what a site files an article under."""
    for i, row in enumerate(rows[:-1]):
        after = rows[i + 1]
        if row.text[-1:] == ":" and len(row.words) == 1 and row.words[0] in widgets().fields and i not in labels:
            yield i, "tags"
            if i + 1 not in labels and len(after.words) <= _FIELD and not after.final and after.group == row.group:
                yield i + 1, "tags"


def _ends_dated(line: Line) -> bool:
    return line.text[-1:].isdigit() and len(line.text) <= _TITLED


def dated_titles(rows: Sequence[Line], labels: Labels, table: Phrases) -> Found:
    """``Title of an article - November 6, 2020``, several of them: the list of what else the site has."""
    ends = ((i, _DATED.search(row.text)) for i, row in enumerate(rows) if _ends_dated(row) and i not in labels)
    found = [i for i, end in ends if end and end[1].lower() in table.months]
    if len(found) > 1:
        yield from ((i, "teaser") for i in found)


def ticker(rows: Sequence[Line], labels: Labels) -> Found:
    """Times of day alone on lines of their own, several of them: the entries of a live ticker."""
    found = [i for i, row in enumerate(rows) if row.text[:1] in "0123456789a" and _TICKED.match(row.text)]
    yield from ((i, "dateline") for i in found if len(found) > 1 and labels.get(i) in (None, "markup"))


def posted(line: Line) -> bool:
    """``Posted by Somebody on Monday, 4 May 2020``, which stands below what a post says."""
    if not line.text[:1].isupper() or line.final:
        return False
    return bool(_POSTED.match(line.text) or ("@" in line.text and _SHARED.match(line.text)))


def excerpts(rows: Sequence[Line], labels: Labels, table: Phrases, open_words: frozenset[str]) -> Found:
    """Beginnings of other articles before or between paragraphs, each below its title, all cut by dots.

    One of them must break off at a comma or after a word that nothing ends on, and the article have its own title.
    """
    own = next((i for i, row in enumerate(rows) if i not in labels and _is_title(row, table)), len(rows))
    found = [i for i in range(own + 2, len(rows) - 1) if i not in labels and _is_excerpt(rows, labels, i, table)]
    if not any(_open(rows[i].text, open_words) for i in found):
        return
    for i in found:
        yield i, "teaser"
        if i - 1 not in labels:
            yield i - 1, "teaser"


def _is_excerpt(rows: Sequence[Line], labels: Labels, at: int, table: Phrases) -> bool:
    row, title = rows[at], rows[at - 1]
    if not _EXCERPT[0] <= len(row.words) <= _EXCERPT[1] or not _TRAIL.search(row.text[-6:]):
        return False
    if labels.get(at - 1) == "teaser":
        return True
    return at - 1 not in labels and _is_title(title, table)


def _is_title(line: Line, table: Phrases) -> bool:
    if not _TITLE[0] <= len(line.words) <= _TITLE[1]:
        return False
    return headline_like(line, table) or (line.text[-1:] in "’”'\"" and not line.final)


def boxes(rows: Sequence[Line], labels: Labels, open_words: frozenset[str]) -> Found:
    """Lines of a box (a name, ``Forward, 31 years old``) in the middle of a sentence, which breaks off before them."""
    for i, row in enumerate(rows):
        last = row.words[-1] if row.words and row.text[-1:].isalnum() else ""
        if i in labels or row.final or len(row.words) < _BROKEN or last not in open_words:
            continue
        size = next(
            (k for k in range(_BOX + 1) if i + 1 + k < len(rows) and not _boxed(rows[i + 1 + k], labels, i + 1 + k)), 0
        )
        if size and len(rows[i + 1 + size].words) >= _BROKEN:
            yield from ((i + 1 + k, "teaser") for k in range(size))


def _boxed(row: Line, labels: Labels, at: int) -> bool:
    return at not in labels and not row.final and 0 < len(row.words) <= _LABEL and row.title_like


def _open(text: str, open_words: frozenset[str]) -> bool:
    """The text before the dots is no whole one."""
    bare = text.rstrip(".… ")
    return bare.endswith(",") or bare.rpartition(" ")[2].lower() in open_words
