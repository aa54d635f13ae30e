"""Finds furniture of the page in the copy: menus, notices, teasers, and the page's own dates and credits."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from auditor.checks.base import Context, Hit
from auditor.checks.page.spoken_to import spoken_to
from auditor.reading.article import Reading
from auditor.records import Evidence, Excluded

_CHROME = frozenset(["navigation", "consent", "tags", "teaser", "embedded post", "advertising", "newsletter"])
_MADE = frozenset(["dateline", "photo credit", "credit line", "markup"])
_STAMP = re.compile(  # a label or a time of day of the page's own
    r"\b(?:ago|min(?:ute)?s?|read|date|time|published|updated|posted|modified|created|added|thus|stand|status|uploaded|entered|"
    r"reporter|editor|author)\b|\bfrom:|\d:\d\d|\d{4}-\d\d|://|www\.|\.(?:jpe?g|png|webp|gif|svg|mp4)\b|\d[TZ]\d",
    re.I,
)
_SAID = {  # what the message calls a kind of furniture where its own name would not do
    "navigation": "a label, menu or link",
    "consent": "a consent notice",
    "tags": "a list of tags",
    "embedded post": "an embedded post",
    "advertising": "an advertisement",
    "newsletter": "a call to subscribe",
    "markup": "markup",
    "dateline": "a date or place line",
}
_INDENT = 40  # blanks before a line at most
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

    Who made the copy, and when, is furniture where the page's own stamp says so: a plain date or byline is none.
    """
    reading, text = context.reading, context.reading.text
    body = [block.start for block in reading.layout.blocks if block.kind == "body"]
    first, last = (body[0], body[-1]) if body else (0, 0)
    for zone in stretches(reading):
        if zone.kind == "consent":
            for block in reading.layout.blocks:
                if zone.start <= block.start < zone.end:
                    yield _chrome_hit(reading, block.start, block.end, zone.kind)
        elif zone.kind == "navigation" and first < zone.start and spoken_to(reading):
            continue  # a manual or a chat names buttons and links
        elif zone.kind in _CHROME or _of_page(text, zone, inside=first < zone.start < last):
            yield _chrome_hit(reading, zone.start, zone.end, zone.kind)


def _of_page(text: str, zone: Excluded, *, inside: bool) -> bool:
    """Whether a date line or credit is one of the page; ``inside``: it stands between paragraphs of the copy."""
    if zone.kind == "photo credit":
        before = text[max(0, zone.start - _INDENT) : zone.start].rstrip(" ")
        return inside and (text[zone.start] == "(" or before[-1:] in ("\n", ""))
    return zone.kind in _MADE and _stamped(text, zone)


def _stamped(text: str, zone: Excluded) -> bool:
    """A date line or credit line in the words of pages, not of copy: labels, times of day, initials of a desk."""
    if zone.kind == "dateline" and _leads_on(text, zone):
        stuck = text[zone.end - 1].isalpha()  # a place before the first word, without a mark
        return bool(stuck or _COLLECTED.match(text, zone.start) or _WIRE.search(text, zone.start, zone.end))
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
    clue = Evidence(
        kind="layout",
        text=f"worded and placed like {_SAID.get(kind, f'a {kind}')}",
        article=reading.id,
        start=start,
        end=end,
    )
    return Hit(
        start=start,
        end=end,
        args={"what": _SAID.get(kind, f"a {kind}")},
        evidence=(clue,),
        severity="major" if kind == "consent" else None,
    )
