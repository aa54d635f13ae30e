"""Lines that are rows of names or codes and nothing else: share buttons, languages, numbers, authors' boxes."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from auditor.packs import data_path, load_toml
from auditor.reading.lines import Line, phrase
from auditor.reading.zones.widgets import widgets
from auditor.records import Record

_GAP = re.compile(r"[\s|/,•·:;()\[\]>»-]+")
_HUMP = re.compile(r"(?<=[^\W\d_])(?=[A-ZÀ-ÞА-ЯЁІЇЄҐΑ-Ω])(?<=[a-zß-ÿа-яёіїєґα-ωά-ώ])")
_CODE = re.compile(
    r"([A-Z][a-z]{2,14})(?:['’]s)? ?(?:[Cc]odes?|ID|[Nn]umber|[Nn]o\.?|[Rr]ef\.?)"
    r" ?[:#] ?[A-Z]{0,4}[-/]?\d[\w/-]{1,14}\b"
)
_HASH = re.compile(r"(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{24,64}(?![0-9A-Za-z])")
_STAMP = re.compile(
    r"\d{0,6}(?:0[1-9]|[12]\d|3[01])[./](?:0[1-9]|1[0-2])[./](?:19|20)\d\d,? (?:[01]?\d|2[0-3]):[0-5]\d(?::\d\d)?$"
)
_SUM = re.compile(r"(?:\d{1,3}|[a-z]{3,9}) ?[-+−–×*] ?(?:\d{1,3}|[a-z]{3,9}) ?= ?\??$")
_FOLLOW = re.compile(
    r"(?:Also )?(?:[Ff]ollow|[Ll]ike|[Jj]oin|[Ff]ind|[Ww]atch|[Ss]ubscribe to|[Ss]upport) "
    r"(?:(?!(?:You|Me|Him|Her|Them|The) )[A-Z][\w.’'&-]{1,24} ){1,4}(?:also |too |here )?"
    r"(?:on|in|via) ([A-Z][\w ]{0,20}?)(?=[ .!,:]|$)"
)
_FONT = re.compile(r"[-+–]?A{1,2}[-+–]?(?: ?[|/]? ?[-+–]?A{1,2}[-+–]?){0,3}$")
_FULL = re.compile(r"(?:[A-Z][\w.’'-]{1,20} ){1,3}is (?:an?|the|our|one) ")
_SENTENCE = re.compile(r"[^.!?\n]{3,80}[.!?]")
_ROW = 300  # characters of a row
_NETWORKS, _LANGUAGES = 3, 3  # names of a row, at least
_STRANGE = 0.34  # share of its words that may be none
_LINKED = 8  # words of a link
_SHORT = 6  # words of a sentence of an invented profile
_PROFILE = 4  # such sentences, at least
_BOX = (8, 120)  # words of a box on an author
_OPENING = 16  # words in which it says what he is


class BioFile(Record, frozen=True):
    """The file ``data/zones/bios.toml``; its header says what each list holds."""

    schema: int
    kinds: frozenset[str]
    fans: frozenset[str]
    works: frozenset[str]
    cues: tuple[str, ...]


class Bios(msgspec.Struct, frozen=True):
    """The words of boxes on authors; ``cues`` stand between blanks."""

    file: BioFile
    cues: tuple[str, ...]


@cache
def bios() -> Bios:
    """The shipped words."""
    file = load_toml(data_path("zones", "bios.toml"), BioFile)
    return Bios(file, tuple(f" {cue} " for cue in file.cues))


def is_row(line: Line) -> bool:
    """``Facebook Twitter Viber``, ``EnglishFrançaisDeutsch``: names of networks or languages, hardly anything else."""
    text = line.text
    if line.final or len(text) > _ROW or len(line.words) > 40:
        return False
    first = line.words[0] if line.words else ""
    if first not in widgets().networks and not text.lower().startswith(_languages()):
        return False
    return _names(text, widgets().networks, _NETWORKS) or _names(_HUMP.sub(" ", text), widgets().languages, _LANGUAGES)


@cache
def _languages() -> tuple[str, ...]:
    return tuple(sorted(widgets().languages))


def _names(text: str, known: frozenset[str], least: int) -> bool:
    """At least so many different names, with few other words between them."""
    words = [word for word in _GAP.split(text.lower()) if word]
    found: set[str] = set()
    at = strange = 0
    while at < len(words):
        size = next((n for n in (3, 2, 1) if " ".join(words[at : at + n]) in known), 0)
        if size:
            found.add(" ".join(words[at : at + size]))
        strange += not size
        at += size or 1
    return len(found) >= least and strange <= _STRANGE * len(found)


def is_follow(line: Line) -> bool:
    """``Follow Lindau Post on Instagram to see pictures!``: a call to a network, whatever the site's name."""
    match = _FOLLOW.match(line.text) if line.words[:1] and len(line.words) <= 30 else None
    return match is not None and match[1].lower().split(" ")[0] in widgets().networks


def is_code(line: Line) -> bool:
    """``Reporter's code: 50101``, ``36413.11.2025, 16:11``: numbers of a page; a file's name in hexadecimal digits."""
    text = line.text
    if text[-1:] in ">»→➜➔›" and not line.marker and "«" not in text and 0 < len(line.words) <= _LINKED:
        return True  # a link with an arrow behind it
    if len(text) == 1 and text.isupper():
        return True  # the picture of an author without one
    if text[-2:].strip("A+-–") == "" and _FONT.match(line.bare) and line.bare.strip("A"):
        return True  # the buttons for the size of letters
    if "=" in text[-3:] and _SUM.match(text):
        return True  # what a form asks of people, to keep programs out
    if not line.words or not text[-1:].isalnum() or not any(map(str.isdigit, text[-24:])):
        return False
    if _HASH.fullmatch(text) or _STAMP.match(text):
        return True  # a file, or a counter stuck to the time of another article
    match = _CODE.match(text) if ":" in text or "#" in text else None
    return match is not None and match[1].lower() in widgets().coded


def is_profile(line: Line) -> bool:
    """``Typical entrepreneur. Lifelong coffee expert. Avid reader.``: what generators of profiles make."""
    text = line.text.strip("“”\"' ")
    if not 4 <= len(line.words) <= 40 or line.words[0] not in _first_words():
        return False
    told = [phrase(part) for part in _SENTENCE.findall(text)]
    short = [words for words in told if 0 < len(words) <= _SHORT]
    if len(short) < _PROFILE or len(short) < len(told):
        return False
    file = bios().file
    return sum(words[0] in file.kinds or words[-1] in file.fans for words in short) >= len(short) - 1


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word.partition("-")[0] for word in bios().file.kinds)


def is_author_box(line: Line) -> bool:
    """``Anna Berg is a seasoned journalist who writes about energy.``: a profile, not news on somebody."""
    if not _BOX[0] <= len(line.words) <= _BOX[1] or not (match := _FULL.match(line.text)):
        return False
    if bios().file.works.isdisjoint(line.words[:_OPENING]):
        return False
    told = f" {' '.join(line.words)} "
    found = [cue for cue in bios().cues if cue in told]
    return len(found) >= (1 if match[0].endswith("our ") else 2)
