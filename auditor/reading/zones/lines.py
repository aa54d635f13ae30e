"""What a single line shows by its form: datelines, attributions of posts, addresses, notices."""

from __future__ import annotations

import re

from auditor.reading.article import NoticeKind
from auditor.reading.lines import Line, phrase
from auditor.reading.zones.photos import is_news_agency
from auditor.reading.zones.phrases import Phrases
from auditor.reading.zones.titles import sections

_POST = re.compile(
    r"[—–-]{0,2} ?[^\n@]{1,80}\(@\w{1,30}\)[^\n]{0,12}\b[^\n]{0,30}\d{4}$|[—–-]{1,2} ?[^\n@]{1,80}\(@\w{1,30}\)$"
)
_NUMERIC_DATE = re.compile(r"\b(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}(?P<sign>[./-])\d{1,2}(?P=sign)\d{1,2})")
_COLLECTED = re.compile(r"date (?:19|20)\d\d-\d\d(?:-\d\d)?$")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_URL_LINE = re.compile(r"\S{0,300}(?:://|www\.|\.(?:jpe?g|png|webp|gif|svg|mp4)\b)\S{0,2000}$", re.I)
_IMPRINT = re.compile(r"(?:©|\([cC]\)|[Cc]opyright)[^\n]{0,40}\b(?:19|20)\d\d\b")
_CRUMB = re.compile(r" ?[>›»|] ")
_DASHED = re.compile(r" [/–-] ")
_CRUMBS = ("> ", "› ", "» ", "| ")
_SET_APART = (*_CRUMBS, " / ", " – ", " - ")
_TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?$")
_COUNTER = re.compile(
    r"\d{1,3} ?/ ?\d{1,3}$|(?:0|6|12|16|18)\+$|00?:\d\d$|\d{1,2}:\d\d(?::\d\d)? ?/ ?\d{1,2}:\d\d(?::\d\d)?$"
)
_FILE = re.compile(r"[\w ().,&–-]{1,90}\.(?:jpe?g|png|webp|gif|svg|mp4|pdf)$", re.I)
_STAMPED = re.compile(
    r"(?:\d{1,2}\.? ([^\W\d_]{3,12})\.?|([^\W\d_]{3,12})\.? \d{1,2}),? (?:19|20)\d\d,?(?: [-–|]| at)? \d{1,2}[:.]\d\d$"
)
_PLACED = re.compile(
    r"[A-Z][^\W\d_]{1,20}(?:[ -][A-Z][^\W\d_]{1,20}){0,2},? ?[—–-]$"
)  # a dateline whose paragraph is the next line
_AGO = re.compile(
    r"(?:[A-Z][a-z]{2,11}:? |[\w-]{2,30}(?:\.[a-z]{2,10}){1,2} )?(?:about )?(?:\d{1,3}|an?|one|two|three|a few) "
    r"(?:sec(?:ond)?|min(?:ute)?|hour|hr|h|day|week|month|year)s?\.? (?:ago|before|back)\b[^.!?\n]{0,30}$"
)
_CARD = re.compile(r", 1920, \d\d\.\d\d\.\d{4}$")  # a card of a Russian news site: its picture's width and day
_POINTER = re.compile(
    r"(?:Watch|See|Read|Listen|View|Check|Look|Find|Vote|Follow)\b(?:(?!\. )[^\n]){3,160}"
    r"[ ,](?:here|below|above|at (?:the|this) link|in (?:the|this) (?:video|link|gallery)):?$"
)
_ENDINGS = frozenset([".jpg", "jpeg", ".png", "webp", ".gif", ".svg", ".mp4", ".pdf"])
_ABOUT = re.compile(
    r"(?:I am|I['’]m|My name is|Hi,? (?:I|my)) [^\n]{0,80}\b(?:writer|journalist|blogger|editor|author|reporter)\b"
    r"|\S{3,40}\.[a-z]{2,6} (?:is|was|does|takes|has|and|may|assumes|bears) [^\n]{0,60}"
    r"\b(?:aggregator|news (?:site|portal|website|platform)|not (?:responsible|liable)|no responsibility)\b"
    r"|(?:[A-Z][^\W\d_]{1,20} ){1,2}[A-Z][^\W\d_]{1,20} ?[-–—] (?:an? )?(?:[a-z]{1,20} ){0,4}"
    r"(?:journalist|writer|editor|reporter|author|blogger|columnist)\b"
)
_POINTS = frozenset("👉👈👇➡⬇⤵🔗📲📸🎥📌🔴🎧📷📹▶")
_PREFIX = re.compile(
    r"\(?(?P<place>[^\W\d_][\w'’.]{0,30}(?:[ /-][^\W\d_][\w'’.]{0,30}){0,3})"
    r"(?P<date>,? [^\n()—–:;!?/]{0,30}?)??[.,]? ?"
    r"(?:(?:[—–-] )?(?P<agency>\([^()\n]{2,40}\)|/[^/\n]{2,20}/)[.,]? ?(?:(?:[—–:-]|--) )?|(?P<dash>[—–-]|--) )(?=\S)"
)
_BEHIND_PLACE = ("(", "/", "— ", "– ", "- ")  # what a prefix has: an agency, or a dash
_MARKED = re.compile(
    r"[A-ZÀ-Þ]{3,20}(?:[ ,]{1,2}[A-ZÀ-Þ]{2,20}){0,3}(?:_|\.[-–—_]|[-–—]) ?(?=[“\"]?[A-ZÀ-Þ][a-zß-ÿ])"
)  # "MADRID.- The"
_YEAR = re.compile(r", \d{4} $")
_WIRED = re.compile(
    r"[【\[(]?(?:[A-Z][\w’'-]{1,20} ){0,3}"
    r"(?:News Service|News Agency|News Network|News|Agency|[Nn]et|Network|Online|Daily|Times|Xinhuanet|Xinhua|CCTV)"
    r"(?: (?:news|photo|report))?(?:,? [A-Z][a-z]{2,15}| Beijing time)?,? "
    r"(?P<month>[A-Z][a-z]{2,8}) \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?(?P<end>[\])】]|,|:| ?(?=[(\[【]))? ?"
)
_SIGNED = re.compile(r"([^\W\d_]{2,12}(?: [^\W\d_]{2,12})?)\. ")
_SET_OFF = re.compile(r"[\W_]{0,6}([^\W_][^:—–()\n]{1,60}?) ?(?:[:—–)]|- )")
_FIRST_WORDS = re.compile(r"\w+")
_SHOUT = 4
_BARS = 2
_BOX = 8  # words of a box on an author
_STAMP_LINE = 10  # words of a line that ends on the page's date and time
_STEP = 4  # words of a step of a way
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
    if line.text[-1:] in "—–-" and _PLACED.match(line.text):
        return True
    if not 1 <= len(words) <= 16:
        return False
    if "ago" in words and _AGO.match(line.text):
        return True
    if not any(w[0].isdigit() for w in words):
        return False
    if not all(w in table.date_words or w[:1].isdigit() for w in words):
        stamp = _STAMPED.search(line.text) if len(words) <= _STAMP_LINE and line.text[-1:].isdigit() else None
        return stamp is not None and (stamp[1] or stamp[2]).lower() in table.months and line.text[:1].isupper()
    if any(w in table.months for w in words) or _COLLECTED.match(line.text) or _NUMERIC_DATE.search(line.text):
        return True
    if _CLOCK.search(line.text) and not table.stamps.isdisjoint(words):
        return True
    spoken = [w for w in words if w in table.date_words]  # "3 hours ago", "5 min read"
    return len(words) <= 5 and not line.final and len(spoken) >= 2 and max(map(len, spoken)) >= 4


def is_address(line: Line) -> bool:
    """A web address, file name, timestamp (ISO 8601), temperature, counter or time of a player, and nothing else."""
    if (
        _COUNTER.match(line.text)
        or (line.text[-4:].lower() in _ENDINGS and _FILE.match(line.text))
        or _TIMESTAMP.match(line.text)
        or _DEGREES.match(line.text)
    ):
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
    long = [part for part in parts[:-1] if not 1 <= len(part.split()) <= _STEP]
    led = parts.index(long[0]) >= _BARS if len(long) == 1 else not long  # the headline, a section behind it
    first = phrase(parts[0])
    return len(parts) >= 2 and led and table.entire(first) == "navigation" and first not in sections().media


def is_about(line: Line) -> bool:
    """``I am a writer and ...``, ``site.news is an aggregator of ...``: the box on an author or a site."""
    return bool(_ABOUT.match(line.text)) if len(line.words) >= _BOX else False


def is_pointer(line: Line) -> bool:
    """``Watch the video of the storm here:``, ``👉 The ferry sinks``, ``..., 1920, 03.03.2023``: it leads elsewhere."""
    text = line.text
    if text[:1] in _POINTS and not line.final:
        return True
    return text[-1:] in ":ekow2345678901" and bool(_POINTER.match(text) or _CARD.search(text, max(0, len(text) - 20)))


def is_barred(line: Line) -> bool:
    """``War in the east | Vladimir Putin | Russia``: at least three short parts with capitals between bars."""
    if line.final or line.text.count(" | ") < _BARS or len(line.text) > 160:
        return False
    parts = line.text.split(" | ")
    even = len({part[:1].islower() for part in parts}) == 1
    return even and all(1 <= len(part.split()) <= 4 for part in parts)


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
    wired = _WIRED.match(line.text[:120])
    if (
        wired
        and (wired["end"] is not None or _YEAR.search(wired[0]))
        and wired["month"].lower() in table.months
        and len(line.words) >= 8
    ):
        return wired.end()
    if (marked := _MARKED.match(line.text[:60])) and len(line.words) >= 8:
        return marked.end()
    head = line.text[:120]
    match = _PREFIX.match(head) if len(line.words) >= 8 and any(map(head.__contains__, _BEHIND_PLACE)) else None
    if not match:
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
