"""What a single line shows by its form: photo credits, credit lines, datelines, attributions of posts, notices."""

from __future__ import annotations

import re
from functools import cache

from auditor.packs import data_path, load_toml
from auditor.reading.article import NoticeKind
from auditor.reading.lines import Line, phrase
from auditor.reading.zone_phrases import Phrases
from auditor.records import Record

_POST = re.compile(
    r"[—–-]{0,2} ?[^\n@]{1,80}\(@\w{1,30}\)[^\n]{0,12}\b[^\n]{0,30}\d{4}$|[—–-]{1,2} ?[^\n@]{1,80}\(@\w{1,30}\)$"
)
_NUMERIC_DATE = re.compile(r"\b(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})")
_INITIALS = re.compile(r"[a-zäöüß]{2,4}(?:/[a-zäöüß]{2,4}){1,5}")
_TAIL = re.compile(r"\s*\(([^()]{2,80})\)\.?$")
_COLON = re.compile(r"([^\W\d_]{2,20}(?: [^\W\d_]{2,12}){0,2}) ?[:：](?!//)")
_COPYRIGHT = re.compile(r"(?:©|\([cC]\)) ?(?=\S)")
_PREFIX = re.compile(
    r"\(?(?P<place>[^\W\d_][^\W\d_'’.-]*(?:[ /-][^\W\d_][^\W\d_'’.-]*){0,3})"
    r"(?P<date>,? [^\n()—–:;!?]{0,30})?? ?(?P<agency>\([^()\n]{2,40}\)|/[^/\n]{2,20}/)?[.,]? ?(?P<dash>[—–:-]|--) "
)
_NAME_LINKS = frozenset(
    [
        "von",
        "de",
        "van",
        "der",
        "den",
        "da",
        "do",
        "du",
        "la",
        "le",
        "via",
        "for",
        "für",
        "pour",
        "und",
        "and",
        "by",
        "par",
        "et",
        "y",
        "e",
    ]
)
_SET_OFF = re.compile(r"[\W_]{0,6}([^\W_][^:—–()\n]{1,60}?) ?(?:[:—–)]|- )")
_FIRST_WORDS = re.compile(r"\w+")
_SHOUT = 4


class Agencies(Record, frozen=True):
    """Short names of agencies."""

    schema: int
    agencies: tuple[str, ...]


@cache
def agencies() -> frozenset[tuple[str, ...]]:
    """Short names of agencies as word tuples."""
    pack = load_toml(data_path("zones", "agencies.toml"), Agencies)
    return frozenset(phrase(name) for name in pack.agencies)


def is_post_attribution(line: Line) -> bool:
    """``— Name (@handle) December 15, 2022``."""
    return "(@" in line.text and len(line.text) < 160 and bool(_POST.match(line.text))


def is_dateline(line: Line, table: Phrases) -> bool:
    """A line that holds a date and nothing else but what stands beside dates."""
    words = line.words
    if not 1 <= len(words) <= 16 or not any(w.isdigit() for w in words):
        return False
    dated = any(w in table.months for w in words) or bool(_NUMERIC_DATE.search(line.text))
    return dated and all(w in table.date_words or w[:1].isdigit() for w in words)


def is_credit_line(line: Line) -> bool:
    """``kb/wd (Reuters, AFP)``, ``dpa/afp``, ``(AFP, dpa)``: initials and agencies, nothing else."""
    text = line.text
    if len(text) > 80 or len(line.words) > 12:
        return False
    tail = _TAIL.search(text)
    head = text[: tail.start()].strip() if tail else text.strip(" ()")
    named = (
        bool(tail) and all(_is_agency(part) for part in re.split(r"[,/;&]| und | and | et ", tail[1]))
        if tail
        else False
    )
    if tail and not named:
        return False
    return (named and (not head or bool(_INITIALS.fullmatch(head)) or _all_agencies(head))) or (
        not tail and "/" in head and _all_agencies(head)
    )


def _all_agencies(text: str) -> bool:
    parts = [part for part in re.split(r"[,/]", text) if part.strip()]
    return bool(parts) and all(_is_agency(part) or _INITIALS.fullmatch(part.strip()) for part in parts)


def _is_agency(text: str) -> bool:
    return phrase(text) in agencies()


def photo_credit(line: Line, table: Phrases) -> int | None:
    """Where in the line a photo credit begins (to the line's end), or None. Text before it is the caption."""
    text = line.text
    if len(text) > 600:
        return None
    for match in _COLON.finditer(text):
        at = _label_start(text, match, table)
        if at is not None and _name_like(text[match.end() :], labelled=True):
            return at
    for match in _COPYRIGHT.finditer(text):
        if _name_like(text[match.end() :], labelled=True):
            return match.start()
    return _bare_credit(text)


def _label_start(text: str, match: re.Match[str], table: Phrases) -> int | None:
    """Start of the photo label that ends at the colon; also when it is glued to the word before (``skyImage:``)."""
    words = phrase(match[1])
    for size in range(min(len(words), 3), 0, -1):
        if table.label.get(words[-size:]) == "photo credit":
            start = match.end(1) - len(" ".join(words[-size:]))
            if start == 0 or text[start].isupper():
                return start
    last = match[1].rpartition(" ")[2]
    for at in range(len(last) - 1, 0, -1):
        if last[at].isupper() and last[at - 1].islower():
            glued = table.label.get(phrase(last[at:])) == "photo credit"
            return match.end(1) - len(last) + at if glued else None
    return None


def _bare_credit(text: str) -> int | None:
    """A trailing run that names a picture agency by its form: ``Ivan Petrov/AFP via Getty Images``."""
    head, slash, _ = text.rpartition("/")
    if not slash or len(text) > 300:
        return None
    first = text.find("/")
    tail = text[first + 1 :]
    if not all(_is_agency(part) for part in re.split(r"/| via ", tail.rstrip("."))):
        return None
    name = re.search(r"(?:[^\W\d_][\w'’.-]*[ -]){0,3}[^\W\d_][\w'’.-]*$", text[:first])
    start = name.start() if name else first
    return start if start == 0 and _name_like(head, labelled=True) else None


def _name_like(text: str, *, labelled: bool) -> bool:
    """A short run of capitalised words, slashes and commas: names of people and agencies."""
    words = text.replace("/", " ").replace("|", " ").split()
    if not 1 <= len(words) <= 12 or len(text) > 110:
        return False
    plain = [w for w in words if w[:1].islower() and w.lower() not in _NAME_LINKS and phrase(w) not in agencies()]
    joined = " ".join(phrase(text))
    allowed = 2 if any(" ".join(name) in joined for name in agencies()) else 0
    return labelled and len(plain) <= allowed and (len(words) <= 6 or "/" in text or "," in text)


def dateline_prefix(line: Line, table: Phrases) -> int | None:
    """Length of ``BERLIN, Jan 3 (Reuters) - `` at the head of a paragraph, or None."""
    match = _PREFIX.match(line.text[:120])
    if not match or len(line.words) < 8:
        return None
    date = phrase(match["date"] or "")
    if date and not any(w in table.months or w.isdigit() for w in date):
        return None
    agency = match["agency"]
    shouted = match["place"].isupper() and len(match["place"]) >= _SHOUT
    if agency:
        return match.end() if shouted or _is_agency(agency.strip("()/")) else None
    return match.end() if shouted and match["dash"] != ":" else None


def notice_kind(line: Line, table: Phrases) -> NoticeKind | None:
    """Kind of a line to editors: a known opening, set off by a colon or dash, by brackets or by capitals."""
    head = _SET_OFF.match(line.text)
    opening = phrase(head[1]) if head else ()
    for size in range(min(len(line.words), 5), 0, -1):
        kind = table.notice.get(line.words[:size])
        if kind is None or not (opening == line.words[:size] or _shouted(line.text, size)):
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
