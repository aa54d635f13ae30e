"""Photo credits and agency credit lines, by their form: labels, slashes, known agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from auditor.packs import data_path, load_toml
from auditor.packs.agencies import Agency, Outlet
from auditor.packs.agencies import agencies as table
from auditor.reading.lines import Line, ends_sentence, phrase
from auditor.reading.zones.phrases import Phrases
from auditor.records import Record

Name = tuple[str, ...]
_COLON = re.compile(r"[:：](?!//)")
_LABEL = re.compile(r"([^\W\d_]{2,20}(?: [^\W\d_]{2,12}){0,2}) ?[:：]$")
_COPYRIGHT = re.compile(r"(?:©|\([cC]\)) ?(?=\S)")
_CREDIT_PARTS = re.compile(r"[,/;&]| with | avec | mit | con | und | and | et | e | y | i | и | en ")
_LICENCE = re.compile(r"[.,]? ?\(?CC(?:[ -](?:BY|NC|SA|ND|0|\d\.\d)){1,5}\)?\.?$")
BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{2,80})[)\]][.\s]{0,2}$")
_NAME_BEFORE = re.compile(r"(?:[^\W\d_][\w'’.-]{0,30}[ -]){0,3}[^\W\d_][\w'’.-]{0,30}$")
_PARTS = re.compile(r"//?|\||,| via | – | - ")
_GLUED = re.compile(r"(?<=\w[.!?])(?P<agency>[A-Z]\w{1,20})/(?:[A-Z][\w'’-]{1,20} ?){1,3}$")
_PICTURED = re.compile(
    r"[.!?”\"] (?=(?:The |This )?(?:picture|photo|image|photograph|file photo)"
    r"(?:,| shows| is | was | taken| above| below| provided))",
    re.I,
)
_MAX_LINE = 700
_SOURCE = 10  # words of where a picture was taken from


class CreditWords(Record, frozen=True):
    """The file ``data/zones/credit_words.toml``."""

    schema: int
    news: tuple[str, ...]
    picture: tuple[str, ...]
    links: frozenset[str]
    sources: frozenset[str]
    short: frozenset[str]
    media: frozenset[str]


class Signs(msgspec.Struct, frozen=True):
    """Names as word tuples: agencies that sign copy, and all that stand in photo credits."""

    news: frozenset[Name]
    all: frozenset[Name]
    links: frozenset[str]
    sources: frozenset[str]
    short: frozenset[str]
    outlets: frozenset[Name]
    media: frozenset[str]


@cache
def agencies() -> Signs:
    """The unambiguous forms of the table of agencies, and the words of credits that it lacks."""
    words = load_toml(data_path("zones", "credit_words.toml"), CreditWords)
    forms = [form for form in table().forms if isinstance(form.owner, Agency) and not form.weak]
    signed = [form.text for form in forms if form.owner.kind == "agency" and not form.translated_in]  # type: ignore[union-attr]
    news = frozenset(phrase(name) for name in (*words.news, *signed))
    every = news | frozenset(phrase(name) for name in (*words.picture, *(f.text for f in forms)))
    outlets = frozenset(phrase(f.text) for f in table().forms if isinstance(f.owner, Outlet) and not f.weak)
    return Signs(news, every, words.links, words.sources, words.short, outlets, words.media)


def is_news_agency(text: str) -> bool:
    """The text is the short name of an agency that signs copy."""
    return phrase(text) in agencies().news


def only_agencies(text: str, *, outlets: bool = False) -> bool:
    """Agencies and initials; ``outlets``: also names of outlets beside an agency (``Le Figaro with AFP``)."""
    parts = [part.strip() for part in _CREDIT_PARTS.split(text) if part.strip()]
    others = [part for part in parts if phrase(part) not in agencies().news]
    if len(others) == len(parts):
        return False
    return all((p.islower() and 2 <= len(p) <= 4) or (outlets and phrase(p) in agencies().outlets) for p in others)


def photo_credit(line: Line, table: Phrases) -> int | None:
    """Where in the line a photo credit begins (to the line's end), or None. Text before it is the caption."""
    text = line.text
    if len(text) > _MAX_LINE:
        return None
    for match in _labels(text):
        at = _label_start(text, match, table)
        if at is not None and _credits_someone(text, at, match):
            return at
    for match in _COPYRIGHT.finditer(text) if "©" in text or "(" in text else ():
        if is_name_list(text[match.end() :]):
            return match.start()
    if len(line.words) > 1 and line.words in agencies().all:
        return 0
    return _slashed(text) if "/" in text or "|" in text else None


def _labels(text: str) -> Iterator[re.Match[str]]:
    """Up to three words before each colon."""
    if ":" not in text and "：" not in text:
        return
    for colon in _COLON.finditer(text):
        match = _LABEL.search(text, max(0, colon.start() - 48), colon.end())
        if match:
            yield match


def picture_sentence(text: str) -> int:
    """Where, behind whole sentences, one begins that describes a picture (``The picture shows ...``); else 0."""
    return max((match.end() for match in _PICTURED.finditer(text)), default=0)


def _credits_someone(text: str, at: int, match: re.Match[str]) -> bool:
    """Names follow the label: at the line's start, glued to the caption, after its full stop, or with an agency."""
    tail = text[match.end() :]
    if at == 0:
        return not tail.strip() or is_name_list(tail) or _from_source(text, tail)
    known = any(phrase(part) in agencies().all for part in _PARTS.split(tail))
    return is_name_list(tail) and (known or not text[at - 1].isspace() or text[:at].rstrip()[-1:] in '.!?”"')


def _from_source(text: str, tail: str) -> bool:
    """``Photo: press service of the governor``: behind the label no name, but where the picture was taken from."""
    words = phrase(tail)
    return 0 < len(words) <= _SOURCE and words[0] in agencies().sources and not ends_sentence(text)


def is_bare_label(line: Line, table: Phrases) -> bool:
    """``Photo:`` and nothing else."""
    return line.text[-1:] in ":：" and table.labelled(line.words) == "photo credit"


def is_name_list(text: str) -> bool:
    """A short run of capitalised words, slashes and commas: names of people and agencies."""
    text = _LICENCE.sub("", text)
    if len(text) > 110:
        return False
    parts = [part.strip(" .©") for part in _PARTS.split(text)]
    others = [part for part in parts if part and phrase(part) not in agencies().all]
    words = [word for part in others for word in part.split() if word[:1].isalpha()]
    known = len(others) < sum(map(bool, parts))
    plain = sum(word[:1].islower() and word.lower() not in agencies().links for word in words)
    return (known or bool(words)) and plain <= known and len(words) <= (10 if known else 6)


def _label_start(text: str, match: re.Match[str], table: Phrases) -> int | None:
    """Start of the photo label that ends at the colon; also when it is glued to the word before (``skyImage:``)."""
    words = phrase(match[1])
    for size in range(min(len(words), 3), 0, -1):
        if table.labelled(words[-size:]) == "photo credit":
            start = match.end(1) - len(" ".join(words[-size:]))
            if start == 0 or text[start].isupper():
                return start
    last = match[1].rpartition(" ")[2]
    for at in range(len(last) - 1, 0, -1):
        if last[at].isupper() and last[at - 1].islower():
            glued = table.labelled(phrase(last[at:])) == "photo credit"
            return match.end(1) - len(last) + at if glued else None
    return None


def _slashed(text: str) -> int | None:
    """``Ivan Petrov/AFP via Getty Images``, ``AFP/Ivan Petrov``: whole, in brackets, or after a caption's last word."""
    if (glued := _GLUED.search(text, max(0, len(text) - 60))) and phrase(glued["agency"]) in agencies().all:
        return glued.start()
    bracket = BRACKETS.search(text, max(0, len(text) - 84))
    if bracket and _names_and_agency(bracket[1]) and not only_agencies(bracket[1]):
        return bracket.start()
    if len(text) <= 110 and _names_and_agency(text):
        return 0
    first = max(text.find("/", max(0, len(text) - 80)), 0)
    name = _NAME_BEFORE.search(text[max(0, first - 90) : first])
    start = first - len(name[0]) if name and first else 0
    ended = start and text[:start].rstrip()[-1:] in '.!?”"'
    return start if ended and _names_and_agency(text[start:]) else None


def _names_and_agency(text: str) -> bool:
    """At least two parts, one of them a known agency, every other a name of one to four capitalised words."""
    parts = [part.strip(" .©") for part in _PARTS.split(text)]
    parts = [part for part in parts if part]
    if not 2 <= len(parts) <= 6:
        return False
    others = [part for part in parts if phrase(part) not in agencies().all]
    named = all(
        len(part.split()) <= 4 and all(w[:1].isupper() or w in agencies().links for w in part.split())
        for part in others
    )
    return len(others) < len(parts) and named
