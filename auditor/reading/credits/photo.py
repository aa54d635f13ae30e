"""Picture credits: "Image: A. Person/TASS/dpa", "(Photo by A. Person / AFP)", "A. Person/Getty Images"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.packs.agencies import PhotoCues
from auditor.reading.credits.names import Found, is_name
from auditor.records import Credit

_MARK = re.compile(r"[:©]")
_BEFORE_MARK = re.compile(r"([^\W\d_]+(?:['’]s)?)\.?(?: (credit|credits|by|courtesy|caption))?\s?$", re.I)
_GLUED = re.compile(r"[^\W\d_]*[^\W\d_A-ZÀ-ÞА-ЯЁ]([A-ZÀ-ÞА-ЯЁ][^\W\d_A-ZÀ-ÞА-ЯЁ]+)$")
_BY = re.compile(r"[FIP](?:hotos?|hotograph|icture|mage|otos?|magen|mmagine|otografía) (\w{2,8}) ")
_SENTENCE_END = re.compile(r"[)\]\n\r\t]|  |(?<=[^\W\d_]{3})[.!?](?:\s|$)")
_SPLIT = re.compile(r"\s*[/|,;&©]\s*|\s+(?:via|and|und|et|y|e)\s+|\s[–—-]\s")
_NAME_BEFORE = re.compile(r"((?:[^\W\d_](?:[\w'’-]{0,30}[. ]|[\w'’-]{0,30}\. )){1,4}[^\W\d_][\w.'’-]{0,30}) ?[/|] ?$")
_NAME_AFTER = re.compile(r" ?[/|] ?((?:[^\W\d_](?:[\w'’-]{0,30}[. ]|[\w'’-]{0,30}\. )){1,4}[^\W\d_][\w.'’-]{0,30})")
_DASHED = re.compile(r" [-–—] ((?:[^\W\d_][\w.'’-]{0,30} ){1,4}[^\W\d_][\w.'’-]{0,30})\)")
_YEAR = re.compile(r"\s?(?:\d{4}|dpa-)")
_REACH = 160


class Stretch(NamedTuple):
    """The words of a picture credit after its mark. ``certain``: the mark names a picture."""

    start: int
    end: int
    certain: bool


def stretches(text: str, cues: PhotoCues) -> Iterator[Stretch]:
    """Every stretch that a mark such as "Image:", "rocketImage:", "©" or "Photo by" opens."""
    for match in _MARK.finditer(text):
        if match[0] == "©":
            yield _stretch(text, match.end(), False)
        elif _is_mark(text[max(0, match.start() - 40) : match.start()], cues):
            yield _stretch(text, match.end(), True)
    for match in _BY.finditer(text):
        if match[1] in cues.by and not text[max(0, match.start() - 1) : match.start()].isalnum():
            yield _stretch(text, match.end(), True)


def _is_mark(before: str, cues: PhotoCues) -> bool:
    match = _BEFORE_MARK.search(before)
    if not match:
        return False
    word = match[1]
    if word[0].isupper() and word.casefold() in cues.marks:
        return True
    glued = _GLUED.fullmatch(word)
    return bool(glued) and glued[1].casefold() in cues.marks  # type: ignore[index]


def _stretch(text: str, start: int, certain: bool) -> Stretch:
    limit = min(len(text), start + _REACH)
    stop = _SENTENCE_END.search(text, start + 1, limit)
    return Stretch(start, stop.start() if stop else limit, certain)


def credits_in(text: str, stretch: Stretch, found: Sequence[Found], sure: bool) -> list[Credit]:
    """Agencies, outlets and photographers of a stretch. ``sure``: the layout calls it a picture credit, so that a
    person needs no agency beside."""
    first = bisect_left(found, stretch.start, key=_start)
    last = bisect_left(found, stretch.end, key=_start)
    inside = _joined(text, stretch, [hit for hit in found[first:last] if hit.end <= stretch.end])
    if not inside and not sure:
        return []
    dated = _YEAR.match(text, stretch.start)  # "© 2023 AFP" is a right to the whole page
    agency = any(hit.is_photo_agency or (sure and not dated and hit.is_agency) for hit in inside)
    role = "photo" if stretch.certain or agency or not inside else "text"
    credits = [hit.credit(text, role) for hit in inside]  # type: ignore[arg-type]
    return credits + (list(_people(text, stretch, inside)) if role == "photo" else [])


def _start(hit: Found) -> int:
    return hit.start


def _joined(text: str, stretch: Stretch, inside: list[Found]) -> list[Found]:
    """The names up to the first long stretch of other words: what follows that is prose."""
    kept: list[Found] = []
    at = stretch.start
    for hit in inside:
        if len(text[at : hit.start].split()) > 6:
            break
        kept.append(hit)
        at = hit.end
    return kept


def _people(text: str, stretch: Stretch, inside: Sequence[Found]) -> Iterator[Credit]:
    edges = [stretch.start, *(edge for hit in inside for edge in (hit.start, hit.end)), stretch.end]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        at = start
        for part in [*_SPLIT.finditer(text, start, end), None]:
            stop = part.start() if part else end
            name = text[at:stop].strip(" .(")
            if is_name(name):
                yield person(text, text.index(name, at), name)
            at = part.end() if part else end


def person(text: str, start: int, name: str) -> Credit:
    """A photographer."""
    return Credit(name=name, kind="photographer", role="photo", text=name, start=start, end=start + len(name))


def beside(text: str, chain: Sequence[Found]) -> list[Credit]:
    """Photographers beside a chain of names without a mark: "A. Person/Getty Images", "(AFP - A. Person)"."""
    people: list[Credit] = []
    left = text[max(0, chain[0].start - 80) : chain[0].start]
    before = _NAME_BEFORE.search(left) if left.rstrip(" ").endswith(("/", "|")) else None
    if before and is_name(before[1]):
        people.append(person(text, text.rindex(before[1], 0, chain[0].start), before[1]))
    bracket = text[chain[0].start - 1 : chain[0].start] == "("
    after = _NAME_AFTER.match(text, chain[-1].end) or (_DASHED.match(text, chain[-1].end) if bracket else None)
    if after and is_name(after[1]):
        people.append(person(text, after.start(1), after[1]))
    return people
