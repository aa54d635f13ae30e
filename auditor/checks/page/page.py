"""Finds furniture of the page in the copy, and copy that was cut, glued or doubled when the page became text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from auditor.checks.base import Context, Hit
from auditor.checks.page.chrome import stretches
from auditor.checks.page.page_ends import Cut, cut_end
from auditor.checks.page.spoken_to import spoken_to
from auditor.checks.spans import Spans
from auditor.reading.article import Block, Reading
from auditor.reading.lines import ends_sentence
from auditor.reading.open_ends import open_ends, open_ends_file
from auditor.records import Evidence, Severity, Suggestion
from auditor.text.memo import once

_QUOTES = re.compile(r"[\"“„«]\s{0,12}[\"”“»]")
_PAIRS = frozenset(['""', "“”", "„“", "„”", "«»"])
_LAST_WORDS = re.compile(r"(?:\S{1,40}\s{1,3}){0,4}\S{1,40}$")
_EXCERPT = re.compile(r"[\[(](?:…|\.{3})[\])]$")
_OPENED = re.compile(r"[\w,:] ?[“„«]$")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s]{3,200}$")
_FAR = 240  # characters of an address at the end of a paragraph
_DOTS = ("…", "...", ". . .")
_TRAIL = re.compile(rf"\w ?(?:{'|'.join(map(re.escape, _DOTS))})$")
_INNER_STOP = re.compile(r"[^\W\d_]{3}[.!?][”\"’»)]{0,2} [A-Z]")
_NOBODY = re.compile(r", (reports|reported|writes|wrote|informs|informed|specifies|announces|transmits)\.(?=\s|$)")
_LINKS = frozenset(["link", "source", "original", "continue", "read", "full", "more"])  # first words of what leads on
_CUT_DATE = re.compile(r"\b(?:19|20)\d\d,? (at|by|in)$")
_SHOWN = ("embedded post", "tags", "photo credit", "caption", "markup")  # what a last paragraph may announce
_LONG = 100  # characters of a paragraph as reports have them
_AROUND = 4  # the same for a paragraph of one sentence
_SOUND = 3  # other paragraphs, all of which must end well
_MIN_CUT = 5  # words of a block that may be called cut off
_MIN_OPEN = 14  # the same where only the full stop is missing


class _Ends(NamedTuple):
    """Of an article: how many paragraphs, three that do not end as sentences end, the start of the last block shown."""

    body: int
    loose: tuple[Block, ...]
    shown: int


def cut(context: Context) -> Iterator[Hit]:
    """Blocks of the body, and embedded posts, that break off: on a word after which nothing ends, or without an end."""
    reading, text = context.reading, context.reading.text
    words = open_ends(reading.base)
    stranded = open_ends_file().prose.get(reading.base, ())
    posts = Spans((z.start, z.end) for z in reading.layout.excluded if z.kind == "embedded post")
    if reading.base == "en":
        yield from _nobody(reading)
    loose = spoken_to(reading)  # lines of a chat end as they like
    unfinished = None if loose else cut_end(reading, words | frozenset(stranded), context.lexicon)
    for block, after in pairwise([*reading.layout.blocks, None]):
        assert block is not None
        posted = block.kind == "excluded" and posts.hits(block.start, block.start + 1)
        if block.kind == "excluded" and (dated := _CUT_DATE.search(text, max(block.start, block.end - 12), block.end)):
            yield _cut_hit(reading, block, dated[1], "the time is missing", "minor")
        if (block.kind == "excluded" and not posted) or (after is not None and text[after.start].islower()):
            continue
        size = text.count(" ", block.start, block.end) + 1
        last = text[max(block.start, block.end - 31) : block.end].split()[-1]
        mark = text[block.end - 1]
        if _ADDRESS.search(text, max(block.start, block.end - _FAR), block.end):
            continue
        if mark in "“„«" and size >= _MIN_CUT and _opened(text, block):
            yield _cut_hit(reading, block, last, f"nothing follows “{last[-1]}”", "minor")
        elif last in words and size >= _MIN_CUT:
            yield _cut_hit(reading, block, last, f"nothing ends on “{last}”")
        elif loose and mark not in "])":
            continue
        elif unfinished and block is unfinished.block:
            yield _cut_hit(reading, block, last, unfinished.why, "minor")
        elif last in stranded and size >= _MIN_OPEN and _punctuated(reading, block):
            yield _cut_hit(reading, block, last, f"no paragraph ends on “{last}” without a mark")
        elif size >= _MIN_OPEN and after is not None and text[block.end - 1].isalnum() and _unmarked(reading, block):
            yield _cut_hit(reading, block, last, "the only paragraph without a full stop", "minor")
        elif size >= _MIN_CUT and text[block.end - 1] == ":" and _announces_nothing(reading, block, after, unfinished):
            yield _cut_hit(reading, block, last, "what it announces does not follow", "minor")
        elif why := _loose_end(reading, block, after, size):
            yield _cut_hit(reading, block, last, why, "minor")
        elif mark in "])" and (excerpt := _EXCERPT.search(text, max(block.start, block.end - 8), block.end)):
            clue = _clue(reading, "the mark of an excerpt", excerpt.start(), block.end)
            yield Hit(
                start=excerpt.start(), end=block.end, args={"word": excerpt[0]}, evidence=(clue,), severity="minor"
            )


def _opened(text: str, block: Block) -> bool:
    """Whether the paragraph ends on a mark that opens a quotation; behind its other half it closes one (German)."""
    if not _OPENED.search(text, max(block.start, block.end - 4), block.end):
        return False
    half = {"“": "„", "«": "»"}.get(text[block.end - 1], "")
    return not half or text.count(half, block.start, block.end) < text.count(
        text[block.end - 1], block.start, block.end
    )


def _punctuated(reading: Reading, block: Block) -> bool:
    """A paragraph of the body with full stops inside, in a text whose other paragraphs end as sentences end.

    One without may do where enough others stand around it.
    """
    if block.kind != "body":
        return False
    return _ended(reading, block, _AROUND) or (_several(reading, block) and _ended(reading, block, 0))


def _several(reading: Reading, block: Block) -> bool:
    """Whether the paragraph has more than one sentence."""
    return _INNER_STOP.search(reading.text, block.start, block.end) is not None


def _ended(reading: Reading, block: Block, least: int) -> bool:
    """Whether all other paragraphs of the body, and so many at least, end as sentences end."""
    ends = _ends(reading)
    others = ends.body - (block.kind == "body")
    return others >= least and ends.loose in ((), (block,))


@once
def _ends(reading: Reading) -> _Ends:
    blocks = [block for block in reading.layout.blocks if block.kind == "body"]
    loose = (block for block in blocks if not ends_sentence(reading.text[block.start : block.end]))
    shown = max((block.start for block in reading.layout.blocks if block.kind != "excluded"), default=-1)
    return _Ends(len(blocks), tuple(islice(loose, 3)), shown)


def _loose_end(reading: Reading, block: Block, after: Block | None, size: int) -> str | None:
    """Why a paragraph that ends on a comma or on dots is no whole one; None where it may be."""
    text = reading.text
    if block.kind == "excluded":
        return None
    if text[block.end - 1] == "," and size >= _MIN_OPEN and after is not None and text[after.start].isupper():
        alone = after.kind == "body" and _several(reading, block) and _ended(reading, block, _SOUND)
        return "the last mark of the paragraph is a comma" if alone else None
    dotted = text.endswith(_DOTS, block.start, block.end)  # asked first: few blocks end so
    if not dotted or not _TRAIL.search(text, max(block.start, block.end - 6), block.end):
        return None
    if after is not None and "\n" not in text[block.end : after.start]:
        return "the paragraph trails off where a link leads on"
    if block.start < _ends(reading).shown:
        return None
    leads_on = after is not None and text[after.start : after.start + 40].lower().split()[0] in _LINKS
    return "the paragraph trails off where a link leads on" if leads_on else None


def _nobody(reading: Reading) -> Iterator[Hit]:
    """``The ferry sank, reports.``: whoever reports was a link or picture, and is gone."""
    for match in _NOBODY.finditer(reading.text):
        if reading.text[match.start() - 1].isspace():
            continue
        clue = _clue(reading, "a verb of saying behind a comma, and nobody who says it", match.start(), match.end())
        yield Hit(start=match.start(1), end=match.end(), args={"word": match[1]}, evidence=(clue,), severity="minor")


def _unmarked(reading: Reading, block: Block) -> bool:
    """A paragraph of several sentences without its last mark, between long ones that have theirs (but the last)."""
    if block.kind != "body" or not _several(reading, block) or ends_sentence(reading.text[block.start : block.end]):
        return False
    ends = _ends(reading)
    others = [other for other in ends.loose if other is not block]
    return len(others) <= (bool(others) and others[0].start == ends.shown) and _long(reading) > _AROUND


def _long(reading: Reading) -> int:
    """How many paragraphs of the body are as long as those of reports."""
    return sum(block.kind == "body" and block.end - block.start >= _LONG for block in reading.layout.blocks)


def _announces_nothing(reading: Reading, block: Block, after: Block | None, unfinished: Cut | None) -> bool:
    """A last paragraph behind whose colon there is nothing, a few words that were cut, or the page's furniture."""
    if unfinished and after is unfinished.block and reading.text.count(" ", after.start, after.end) < _MIN_CUT:
        return True
    if block.kind not in ("body", "list") or block.start < _ends(reading).shown:
        return False
    zones = reading.layout.excluded
    kind = next((zone.kind for zone in zones if zone.end > block.end), None) if after is not None else None
    return kind not in _SHOWN and _long(reading) > _SOUND and _ended(reading, block, _SOUND)


def _cut_hit(reading: Reading, block: Block, last: str, why: str, severity: Severity | None = None) -> Hit:
    tail = _LAST_WORDS.search(reading.text, max(block.start, block.end - 120), block.end)
    start = block.end - len(last)
    return Hit(
        start=tail.start() if tail else start,
        end=block.end,
        args={"word": last},
        evidence=(_clue(reading, why, start, block.end),),
        severity=severity,
    )


def _clue(reading: Reading, text: str, start: int, end: int) -> Evidence:
    return Evidence(kind="layout", text=text, article=reading.id, start=start, end=end)


def leftover(context: Context) -> Iterator[Hit]:
    """A fragment after the end of the body: a caption whose picture is gone."""
    reading = context.reading
    zone = next(reversed(list(stretches(reading))), None)
    if zone is None or zone.kind != "caption" or reading.text[zone.end :].strip():
        return
    clue = Evidence(
        kind="layout",
        text="the only line without full stop, after the last paragraph",
        article=reading.id,
        start=zone.start,
        end=zone.end,
    )
    yield Hit(start=zone.start, end=zone.end, evidence=(clue,))


def empty_quotes(context: Context) -> Iterator[Hit]:
    """A pair of quotation marks with nothing, or only white space, between."""
    text = context.reading.text
    for match in _QUOTES.finditer(text):
        start, end = match.span()
        if match[0][0] + match[0][-1] not in _PAIRS or not _opens(text[start - 1 : start] if start else ""):
            continue
        if _closes(text[end : end + 1], match[0][0]):
            yield Hit(start=start, end=end)


def _opens(before: str) -> bool:
    """An opening mark stands at the beginning, after white space or after a bracket."""
    return not before or before.isspace() or before in "(["


def _closes(after: str, mark: str) -> bool:
    """What follows a closing mark; straight marks may as well open the next word."""
    return not after or after.isspace() or after in ",.;:!?)]" or (mark != '"' and not after.isalnum())


def glued(context: Context) -> Iterator[Hit]:
    """The last word of a caption and the first of its credit, without a space between."""
    text, zones = context.reading.text, context.reading.layout.excluded
    for caption, credit in pairwise(zones):
        if (caption.kind, credit.kind) != ("caption", "photo credit") or caption.end != credit.start:
            continue
        left = re.search(r"\S{1,40}$", text[max(0, credit.start - 40) : credit.start])
        right = re.match(r"[^\s:：]{1,40}", text[credit.start : credit.end])
        if left and right and left[0][-1].isalnum():
            start, end = credit.start - len(left[0]), credit.start + len(right[0])
            yield Hit(
                start=start, end=end, args={"caption": left[0], "credit": right[0]},
                suggestions=(Suggestion(text=f"{left[0]}\n{right[0]}"),),
            )  # fmt: skip
