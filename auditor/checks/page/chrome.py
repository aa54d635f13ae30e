"""Finds furniture of the page in the copy: menus, notices, teasers, and the page's own dates and credits."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from auditor.checks.base import Context, Hit
from auditor.reading.article import Reading
from auditor.records import Evidence, Excluded

_CHROME = frozenset(["navigation", "consent", "tags", "teaser", "embedded post", "advertising", "newsletter"])
_MADE = frozenset(["dateline", "photo credit", "credit line", "markup"])
_STAMP = re.compile(  # a label or a time of day of the page's own
    r"\b(?:ago|min(?:ute)?s?|read|date|time|published|updated|posted|modified|created|added|thus|stand|status|uploaded|entered|"
    r"reporter|editor|from|author)\b|\d:\d\d|\d{4}-\d\d|://|www\.|\.(?:jpe?g|png|webp|gif|svg|mp4)\b|\d[TZ]\d",
    re.I,
)
_PLACE = re.compile(r"[^\W\d_]{2,30}(?:[ -][^\W\d_]{2,30}){0,2}, \d")  # "Paris, 4 May 2020"
_COLLECTED = re.compile(r"date \d{4}-\d\d")
_WIRE = re.compile(
    r"[_]$|\.[–—_-]$|[A-ZÀ-Þ][-–—]$|[–—-] [A-Z][\w ]{1,30}\.$|"
    r"\b(?:News|Service|Network|Net|Daily|Times|Online|photo|Xinhua\w*|CCTV)\b"
)
_DESK = re.compile(r"(?:^|(?<=[ (]))[a-zäöüß]{2,4}(?:[/,] ?[a-zäöüß]{2,4}){0,4}/?\)?\.?$")


def stretches(reading: Reading) -> Iterator[Excluded]:
    """Excluded stretches that the text itself gave away; what markup declared is no fault of the copy."""
    declared = reading.source.zones
    ends = [zone.end for zone in declared]
    for zone in reading.layout.excluded:
        at = bisect_right(ends, zone.start)
        if at >= len(declared) or declared[at].start >= zone.end:
            yield zone


def chrome(context: Context) -> Iterator[Hit]:
    """Stretches of furniture: consent notices line by line, the others as a whole.

    Who made the copy, and when, is furniture where the page's own stamp says so, or where other furniture came along.
    """
    reading = context.reading
    zones = list(stretches(reading))
    text = reading.text
    body = [block.start for block in reading.layout.blocks if block.kind == "body"]
    first, last = (body[0], body[-1]) if body else (0, 0)
    furnished = any(zone.kind in _CHROME or _stamped(text, zone) for zone in zones)
    for zone in zones:
        if zone.kind == "consent":
            for block in reading.layout.blocks:
                if zone.start <= block.start < zone.end:
                    yield _chrome_hit(reading, block.start, block.end, zone.kind)
        elif zone.kind in _CHROME or (
            zone.kind in _MADE and _of_page(text, zone, furnished=furnished, inside=first < zone.start < last)
        ):
            yield _chrome_hit(reading, zone.start, zone.end, zone.kind)


def _of_page(text: str, zone: Excluded, *, furnished: bool, inside: bool) -> bool:
    """Whether a date line or credit is one of the page; a dateline that a paragraph begins with is none.

    ``inside``: it stands between paragraphs.
    """
    if zone.kind == "dateline" and _leads_on(text, zone):
        return _stamped(text, zone)
    if zone.kind == "dateline" and not _PLACE.match(text, zone.start, zone.end):
        return True
    if zone.kind == "credit line" and text[zone.end - 1] in ".?!":
        return _stamped(text, zone)  # none where an editor says something in an interview
    alone = text[zone.start] == "(" or text[: zone.start].rstrip(" ")[-1:] in ("\n", "")
    return furnished or _stamped(text, zone) or (zone.kind == "photo credit" and inside and alone)


def _stamped(text: str, zone: Excluded) -> bool:
    """A date line or credit line in the words of pages, not of copy: labels, times of day, initials of a desk."""
    if zone.kind not in _MADE or zone.kind == "photo credit":
        return False
    if zone.kind == "dateline" and _leads_on(text, zone):
        return bool(_COLLECTED.match(text, zone.start) or _WIRE.search(text, zone.start, zone.end))
    if zone.kind == "credit line":
        spoken = text[zone.end - 1] in "?!" or (text[zone.end - 1] == "." and ":" in text[zone.start : zone.end])
        return not spoken and bool(
            _DESK.search(text, zone.start, zone.end) or _STAMP.search(text, zone.start, zone.end)
        )
    return _STAMP.search(text, zone.start, zone.end) is not None


def _leads_on(text: str, zone: Excluded) -> bool:
    """True of a dateline with which a paragraph begins."""
    end = text.find("\n", zone.end)
    return bool(text[zone.end : end if end >= 0 else len(text)].strip())


def _chrome_hit(reading: Reading, start: int, end: int, kind: str) -> Hit:
    clue = Evidence(kind="layout", text=f"wording and place of {kind} text", article=reading.id, start=start, end=end)
    return Hit(
        start=start, end=end, args={"kind": kind}, evidence=(clue,), severity="major" if kind == "consent" else None
    )
