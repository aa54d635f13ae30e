"""What a single line shows by its form: datelines, attributions of posts, addresses, notices."""

from __future__ import annotations

import re

from auditor.reading.article import NoticeKind
from auditor.reading.lines import Line, phrase
from auditor.reading.zone_photos import is_news_agency
from auditor.reading.zone_phrases import Phrases

_POST = re.compile(
    r"[—–-]{0,2} ?[^\n@]{1,80}\(@\w{1,30}\)[^\n]{0,12}\b[^\n]{0,30}\d{4}$|[—–-]{1,2} ?[^\n@]{1,80}\(@\w{1,30}\)$"
)
_NUMERIC_DATE = re.compile(r"\b(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_URL_LINE = re.compile(r"\S{0,300}(?:://|www\.|\.(?:jpe?g|png|webp|gif|svg|mp4)\b)\S{0,2000}$", re.I)
_IMPRINT = re.compile(r"(?:©|\([cC]\)|[Cc]opyright)[^\n]{0,40}\b(?:19|20)\d\d\b")
_CRUMB = re.compile(r" ?[>›»|] ")
_DASHED = re.compile(r" [/–-] ")
_CRUMBS = ("> ", "› ", "» ", "| ")
_SET_APART = (*_CRUMBS, " / ", " – ", " - ")
_TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?$")
_COUNTER = re.compile(r"\d{1,3} ?/ ?\d{1,3}$|(?:0|6|12|16|18)\+$")
_PREFIX = re.compile(
    r"\(?(?P<place>[^\W\d_][\w'’.]{0,30}(?:[ /-][^\W\d_][\w'’.]{0,30}){0,3})"
    r"(?P<date>,? [^\n()—–:;!?/]{0,30}?)??[.,]? ?"
    r"(?:(?:[—–-] )?(?P<agency>\([^()\n]{2,40}\)|/[^/\n]{2,20}/)[.,]? ?(?:(?:[—–:-]|--) )?|(?P<dash>[—–-]|--) )(?=\S)"
)
_SIGNED = re.compile(r"([^\W\d_]{2,12}(?: [^\W\d_]{2,12})?)\. ")
_SET_OFF = re.compile(r"[\W_]{0,6}([^\W_][^:—–()\n]{1,60}?) ?(?:[:—–)]|- )")
_FIRST_WORDS = re.compile(r"\w+")
_SHOUT = 4
_BARS = 2
_PAGER = re.compile(r"(?:PREV|PREVIOUS|NEXT) [“\"]?[A-Z][a-z]")
_TITLE = 20  # words of a headline that a link names
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BUTTONS = 60  # characters of a row of labels
_LABELS = 3  # labels of a row, and words of a label
_DEGREES = re.compile(r"-?\d{1,2}(?:[.,]\d)? ?°? ?[CF]$")


def is_post_attribution(line: Line) -> bool:
    """``— Name (@handle) December 15, 2022``."""
    return "(@" in line.text and len(line.text) < 160 and bool(_POST.match(line.text))


def is_dateline(line: Line, table: Phrases) -> bool:
    """A line that holds a date and nothing else but what stands beside dates."""
    words = line.words
    if not 1 <= len(words) <= 16 or not any(w[0].isdigit() for w in words):
        return False
    if not all(w in table.date_words or w[:1].isdigit() for w in words):
        return False
    if any(w in table.months for w in words) or _NUMERIC_DATE.search(line.text):
        return True
    if _CLOCK.search(line.text) and not table.stamps.isdisjoint(words):
        return True
    spoken = [w for w in words if w in table.date_words]  # "3 hours ago", "5 min read"
    return len(words) <= 5 and not line.final and len(spoken) >= 2 and max(map(len, spoken)) >= 4


def is_address(line: Line) -> bool:
    """A web address, file name, timestamp (ISO 8601), temperature or picture counter (``3/16``), and nothing else."""
    if _COUNTER.match(line.text) or _TIMESTAMP.match(line.text) or _DEGREES.match(line.text):
        return True
    return " " not in line.text and bool(_URL_LINE.match(line.text))


def is_hashtags(line: Line) -> bool:
    """``#bridge #ferry``: at least two tags and nothing else."""
    words = line.text[:300].split()
    return line.text.startswith("#") and len(words) >= 2 and all(w[0] == "#" and len(w) > 1 for w in words)


def is_trail(line: Line, table: Phrases) -> bool:
    """``Home » Sport » The whole headline``: a way from the start page to the headline; ``NEXT The headline``."""
    if _PAGER.match(line.text) and not line.final and len(line.words) <= _TITLE:
        return True
    if len(line.text) > 300 or not any(map(line.text.__contains__, _SET_APART)):
        return False
    parts = _CRUMB.split(line.text)
    parts = parts if len(parts) > 1 else _DASHED.split(line.text)
    short = all(1 <= len(part.split()) <= 4 for part in parts[:-1])
    return len(parts) >= 2 and short and table.entire(phrase(parts[0])) == "navigation"


def is_barred(line: Line) -> bool:
    """``War in the east | Vladimir Putin | Russia``: at least three short parts with capitals between bars."""
    if line.final or line.text.count(" | ") < _BARS or len(line.text) > 160:
        return False
    return all(1 <= len(part.split()) <= 4 and not part[:1].islower() for part in line.text.split(" | "))


def is_breadcrumb(line: Line) -> bool:
    """``Home > World > Asia``: at least three short parts, set off by one sign."""
    parts = _CRUMB.split(line.text) if len(line.text) <= 120 and not line.final else []
    return len(parts) >= 3 and all(1 <= len(part.split()) <= 3 for part in parts)


def is_buttons(line: Line, table: Phrases) -> bool:
    """``Print Email Share``, ``CommentsPrint Share``: three labels of a menu at least, and nothing else."""
    if line.final or len(line.text) > _BUTTONS or len(line.words) < _LABELS - 1:
        return False
    words = phrase(_HUMP.sub(" ", line.text))
    labels = {0: 0}  # where the labels so far may end -> how many they are
    for end in range(1, len(words) + 1):
        sizes = (size for size in range(min(_LABELS, end), 0, -1) if end - size in labels)
        for size in sizes:
            if table.entire(words[end - size : end]) == "navigation":
                labels[end] = max(labels.get(end, 0), labels[end - size] + 1)
    return labels.get(len(words), 0) >= _LABELS


def is_imprint(line: Line) -> bool:
    """``© 2019 The Paper - Privacy``: who owns the page, not who took a picture."""
    return bool(_IMPRINT.match(line.text)) and len(line.words) <= 14 and "/" not in line.text


def dateline_prefix(line: Line, table: Phrases) -> int | None:
    """Length of ``BERLIN, Jan 3 (Reuters) - `` at the head of a paragraph, or None."""
    match = _PREFIX.match(line.text[:120])
    if not match or len(line.words) < 8:
        return None
    date = phrase(match["date"] or "")
    if date and not any(w in table.months or w.isdigit() for w in date):
        return None
    agency, end = match["agency"], match.end()
    shouted = match["place"].isupper() and len(match["place"]) > _SHOUT
    if agency:
        return end if shouted or is_news_agency(agency.strip("()/")) else None
    if not (shouted or (date and match["place"].isupper())):
        return None
    signed = _SIGNED.match(line.text, end)
    return signed.end() if signed and is_news_agency(signed[1]) else end


def notice_kind(line: Line, table: Phrases) -> NoticeKind | None:
    """Kind of a line to editors: a known opening, set off by a colon or dash, by brackets or by capitals."""
    for size in range(min(len(line.words), 5), 0, -1) if table.may_begin(line.words) else ():
        kind = table.notice.get(line.words[:size])
        if kind is None:
            continue
        head = _SET_OFF.match(line.text)
        opening = phrase(head[1]) if head else ()
        inside = bool(opening) and opening == line.words[: len(opening)] and len(opening) <= size
        if not (inside or _shouted(line.text, size)):
            continue
        if kind != "embargo" or any(char.isdigit() for char in line.text):
            return kind
    return None


def _shouted(text: str, size: int) -> bool:
    """The first ``size`` words stand in capitals; a single one only if the next does not (a headline in capitals)."""
    words = _FIRST_WORDS.findall(text[:200])
    first, after = words[:size], words[size : size + 1]
    if not first or not all(w.isupper() for w in first) or len("".join(first)) <= _SHOUT:
        return False
    return size > 1 or not (after and after[0].isalpha() and after[0].isupper())
