"""Labels of the page around a headline: ``... | Abroad``, ``... - News``, ``Home Politics ...``; sections named alone.

A headline is known by its place before the first paragraph. What stands behind a bar or dash is a label when sections,
countries, sites and outlets are all that it names; what stands around words that another line repeats is one too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from auditor.packs import data_path, load_toml, load_tsv
from auditor.packs.agencies import agencies as table
from auditor.packs.institutions import LANGUAGES
from auditor.reading.lines import Line, phrase
from auditor.reading.zones.pieces import Piece
from auditor.records import Record

Labels = Mapping[int, object]
_APART = re.compile(r" [|｜] | [–—-] | :: | » | › | • ")
_BAR = (" | ", " ｜ ", " :: ")
_SITE = re.compile(r"[\w-]{2,30}(?:\.[\w-]{2,20}){0,2}\.([a-z]{2,6})$", re.I)
_NUMBER = re.compile(r"\(\d{1,2}\) (?=[A-Z])")
_TIME = re.compile(r"(?:at )?\d{1,2}[:.h]\d\d ?(?:[ap]\.?m\.?|h|hrs?|Uhr|UTC|GMT|CES?T|EES?T|MSK|IST|o['’]clock)?\.?$")
_NEWS = re.compile(r"(?:[A-Z][A-Za-z]{1,12} ){1,2}News (?=[A-Z])")
_MEDIA = re.compile(r" ?[(\[+/]{1,2} ?([^\W\d_][\w ,+/&-]{2,24}?) ?[)\]]?$")  # "... (VIDEO)", "... + PHOTOS"
_SHOWN = 32  # characters of such a label
_LABEL = 5  # words of a label
_SMALL = 2  # the same in lower case, behind a bar
_SENTENCE = 6  # words of a headline in sentence case
_TITLE = 4  # words of a headline
_HEAD = 8  # lines at the head of a text among which its headline is
_LONGEST = 400  # characters of a headline with all its labels
_ALONE = 4  # words of a label that stands alone


class SectionFile(Record, frozen=True):
    """The file ``data/zones/sections.toml``; its header says what each list holds."""

    schema: int
    heads: tuple[str, ...]
    beside: tuple[str, ...]
    alone: tuple[str, ...]
    home: tuple[str, ...]
    media: tuple[str, ...]
    glued: frozenset[str]
    leads_in: frozenset[str]
    acronyms: frozenset[str]
    sites: frozenset[str]


class Sections(msgspec.Struct, frozen=True):
    """Word tuples: what names a section, what may stand with it, what is a label alone, words for the start page."""

    heads: frozenset[tuple[str, ...]]
    beside: frozenset[tuple[str, ...]]
    alone: frozenset[tuple[str, ...]]
    home: frozenset[tuple[str, ...]]
    media: frozenset[tuple[str, ...]]
    outlets: frozenset[tuple[str, ...]]
    file: SectionFile

    @property
    def named(self) -> tuple[frozenset[tuple[str, ...]], ...]:
        """What may stand in a label."""
        return self.heads, self.beside, self.outlets


@cache
def sections() -> Sections:
    """The shipped words; countries are sections, and so are the names of outlets beside a headline."""
    file = load_toml(data_path("zones", "sections.toml"), SectionFile)
    rows = load_tsv(data_path("exonyms", "territories.tsv"), ("id", *LANGUAGES))
    lands = [row["en"] for row in rows]
    outlets = frozenset(phrase(form.text) for form in table().forms if not form.weak)
    heads, beside, alone, home, media = (
        frozenset(map(phrase, texts))
        for texts in (file.heads + tuple(lands), file.beside, file.alone, file.home, file.media)
    )
    return Sections(heads, beside, alone, home, media, outlets, file)


def titles(rows: Sequence[Line], labels: Labels, pieces: Labels, first: int) -> dict[int, list[Piece]]:
    """Headlines cut at the labels around them; ``first`` is the first paragraph."""
    found: dict[int, list[Piece]] = {}
    top = range(min(first + 1, len(rows), _HEAD))
    free = [i for i in top if i not in labels and i not in pieces and len(rows[i].text) <= _LONGEST]
    for i in free:
        row = rows[i]
        if i < first and len(free) > 1 and (_section_line(row) or _TIME.match(row.text)):
            found[i] = [(row.start, row.end, "navigation")]
        elif i < first or not row.final or row.text[-1] == "?":
            cut = _repeated(row, [rows[k] for k in free if k != i]) or _behind(row) or _before(row) or _stuck(row)
            if cut:
                found[i] = cut
    return found


def _section_line(line: Line) -> bool:
    """A line before the first paragraph that names a section: ``Economy``, ``World > Europe``."""
    return len(line.words) <= _ALONE and not line.final and line.text[:1].isupper() and is_label(line.text)


def _repeated(line: Line, others: Sequence[Line]) -> list[Piece] | None:
    """``Home Politics The whole headline`` where ``The whole headline`` is a line of its own."""
    for other in others:
        title = other.text
        if len(other.words) < _TITLE or not line.text.endswith(title) or other.final:
            continue
        size = len(line.text) - len(title)
        before = line.text[:size]
        if size and before[-1].isspace() and 1 <= len(before.split()) <= _LABEL and before[0].isupper():
            at = line.start + size
            return [(line.start, at, "navigation"), (at, line.end, None)]
    return None


def _behind(line: Line) -> list[Piece] | None:
    text = line.text
    for mark in _APART.finditer(text):
        head, tail = text[: mark.start()], text[mark.end() :]
        if len(head.split()) < _TITLE:
            continue
        if is_label(tail) or phrase(tail) in sections().media or (mark[0] in _BAR and _named(tail)):
            at = line.start + mark.start() + 1
            return [(line.start, at - 1, None), (at, line.end, "navigation")]
    return None


def _stuck(line: Line) -> list[Piece] | None:
    """``... want to join NATO World``: a section behind the last word of a headline in sentence case."""
    words = line.text.split()
    known = sections().file
    if len(words) > _TITLE and (size := _shown(line.text, words[-1])):
        return [(line.start, line.end - size, None), (line.end - size, line.end, "navigation")]
    if len(words) < _SENTENCE or words[-1] not in known.glued:
        return None
    before, rest = words[-2], words[1:-1]
    plain = before[0].islower() and len(before) > _SMALL + 1 and before not in known.leads_in
    if not (plain or before in known.acronyms) or sum(w[0].islower() for w in rest) * 2 < len(rest):
        return None
    at = line.end - len(words[-1])
    return [(line.start, at - 1, None), (at, line.end, "navigation")]


def _shown(text: str, last: str) -> int:
    """Length of ``(VIDEO)``, ``+ PHOTOS``, ``VIDEO`` at the end of a headline, else 0."""
    end = _MEDIA.search(text, max(0, len(text) - _SHOWN))
    if end and phrase(end[1]) in sections().media:
        return len(end[0])
    return len(last) if last.isupper() and phrase(last) in sections().media and not text.isupper() else 0


def _before(line: Line) -> list[Piece] | None:
    """``(7) The headline`` of a gallery, ``World News The headline``."""
    bar = _APART.search(line.text)
    if bar and phrase(line.text[: bar.start()]) in sections().media and len(line.words) > _TITLE:
        at = line.start + bar.end()
        return [(line.start, at, "navigation"), (at, line.end, None)]
    if size := _way(line):
        return [(line.start, line.start + size, "navigation"), (line.start + size, line.end, None)]
    match = _NUMBER.match(line.text) or _NEWS.match(line.text)
    if not match or len(line.words) < _TITLE + 2 or (match.re is _NEWS and not _covered(phrase(match[0]))):
        return None
    at = line.start + match.end()
    return [(line.start, at, "navigation"), (at, line.end, None)]


def _way(line: Line) -> int:
    """Length of ``Home World `` before a headline, else 0."""
    words = line.text.split(" ")
    home = next((n for n in (2, 1) if phrase(" ".join(words[:n])) in sections().home), 0)
    size = home + (1 if home and phrase(words[home] if len(words) > home else "") in sections().heads else 0)
    if not home or size == home or len(words) < size + _TITLE or not words[size][:1].isupper():
        return 0
    return len(" ".join(words[:size])) + 1


def _named(text: str) -> bool:
    """Behind a bar: a few words with capitals and no sentence, the name of a site or section that no table has."""
    words = text.split()
    if 0 < len(words) <= _SMALL and text.replace(" ", "").isalpha():
        return True
    return 0 < len(words) <= _LABEL and all(w[0].isupper() or not w[0].isalpha() for w in words) and text[-1].isalnum()


def is_label(text: str) -> bool:
    """Sections, countries, outlets and sites, and nothing else."""
    parts = [part.strip() for part in re.split(r"[|/•·»›>]|(?: [–—-] )", text)]
    return bool(parts) and all(map(_is_section, parts))


def _is_section(text: str) -> bool:
    words = phrase(text)
    if not 0 < len(words) <= _LABEL:
        return False
    if site := _SITE.fullmatch(text):
        return site[1].lower() in sections().file.sites
    known = sections()
    if words in known.outlets:
        return True
    return _covered(words) and any(
        words[k : k + n] in names
        for names in (known.heads, known.outlets)
        for k in range(len(words))
        for n in (1, 2, 3)
    )


def _covered(words: tuple[str, ...]) -> bool:
    known, at = sections(), 0
    while at < len(words):
        size = next((n for n in (4, 3, 2, 1) if any(words[at : at + n] in names for names in known.named)), 0)
        if not size:
            return False
        at += size
    return True


def section_alone(line: Line) -> bool:
    """``NATO World``, ``Home page politics``, ``advertisement``: a label of the page and nothing else."""
    words = line.words
    if not 0 < len(words) <= _ALONE or line.final:
        return False
    known = sections()
    if words in known.alone:
        return True
    home = next((n for n in (2, 1) if words[:n] in known.home), 0)
    if home and len(words) > home:
        return _covered(words[home:])
    return len(words) > 1 and _is_section(line.bare) and all(part[0].isupper() for part in line.bare.split())
