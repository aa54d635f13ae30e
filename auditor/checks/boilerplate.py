"""Furniture of the page in the copy, and copy that was cut, glued or doubled when the page was turned into text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from auditor.checks.base import Check, Context, Example, Hit
from auditor.packs import data_path, load_toml
from auditor.reading.article import Reading, Span
from auditor.records import Evidence, Excluded, Record, Suggestion

_CHROME = frozenset(["navigation", "consent", "tags", "teaser", "embedded post", "advertising", "newsletter"])
_QUOTES = re.compile(r"[\"“„«]\s{0,12}[\"”“»]")
_PAIRS = frozenset(['""', "“”", "„“", "„”", "«»"])
_LAST_WORDS = re.compile(r"(?:\S{1,40}\s{1,3}){0,4}\S{1,40}$")
_MIN_CUT = 5  # words of a block that may be called cut off
_MIN_REPEAT = 8  # words of a block that may be called repeated


class OpenEnds(Record, frozen=True):
    """Language -> words after which nothing ends."""

    schema: int
    words: dict[str, tuple[str, ...]]


@cache
def open_ends(language: str) -> frozenset[str]:
    """Words after which nothing ends in a language."""
    pack = load_toml(data_path("zones", "open_ends.toml"), OpenEnds)
    return frozenset(pack.words.get(language, ()))


def _stretches(reading: Reading) -> Iterator[Excluded]:
    """Excluded stretches that the text itself gave away; what markup declared is no fault of the copy."""
    declared = reading.source.zones
    ends = [zone.end for zone in declared]
    for zone in reading.layout.excluded:
        at = bisect_right(ends, zone.start)
        if at >= len(declared) or declared[at].start >= zone.end:
            yield zone


def _chrome(context: Context) -> Iterator[Hit]:
    reading = context.reading
    for zone in _stretches(reading):
        if zone.kind == "consent":
            for block in reading.layout.blocks:
                if zone.start <= block.start < zone.end:
                    yield _chrome_hit(reading, block.start, block.end, zone.kind)
        elif zone.kind in _CHROME:
            yield _chrome_hit(reading, zone.start, zone.end, zone.kind)


def _chrome_hit(reading: Reading, start: int, end: int, kind: str) -> Hit:
    clue = Evidence(kind="layout", text=f"wording and place of {kind} text", article=reading.id, start=start, end=end)
    return Hit(
        start=start, end=end, args={"kind": kind}, evidence=(clue,), severity="major" if kind == "consent" else None
    )


def _cut(context: Context) -> Iterator[Hit]:
    """Blocks of the body, and embedded posts, that end on a word after which nothing ends."""
    reading, text = context.reading, context.reading.text
    words = open_ends(reading.language.split("-")[0])
    posts = [z for z in reading.layout.excluded if z.kind == "embedded post"]
    blocks = reading.layout.blocks
    for block, after in pairwise([*blocks, None]):
        assert block is not None
        posted = block.kind == "excluded" and any(z.start <= block.start < z.end for z in posts)
        if block.kind == "excluded" and not posted:
            continue
        if after is not None and text[after.start].islower():
            continue
        last = text[max(block.start, block.end - 31) : block.end].split()[-1]
        if last not in words or text.count(" ", block.start, block.end) < _MIN_CUT - 1:
            continue
        tail = _LAST_WORDS.search(text, max(block.start, block.end - 120), block.end)
        start = block.end - len(last)
        clue = Evidence(kind="layout", text=f"nothing ends on “{last}”", article=reading.id, start=start, end=block.end)
        yield Hit(start=tail.start() if tail else start, end=block.end, args={"word": last}, evidence=(clue,))


def _leftover(context: Context) -> Iterator[Hit]:
    """A fragment after the end of the body: a caption whose picture is gone."""
    reading = context.reading
    zone = next(reversed(list(_stretches(reading))), None)
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


def _empty_quotes(context: Context) -> Iterator[Hit]:
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


def _glued(context: Context) -> Iterator[Hit]:
    text, zones = context.reading.text, context.reading.layout.excluded
    for caption, credit in pairwise(zones):
        if (caption.kind, credit.kind) != ("caption", "photo credit") or caption.end != credit.start:
            continue
        left = re.search(r"\S{1,40}$", text[max(0, credit.start - 40) : credit.start])
        right = re.match(r"[^\s:：]{1,40}", text[credit.start : credit.end])
        if left and right:
            start, end = credit.start - len(left[0]), credit.start + len(right[0])
            yield Hit(
                start=start, end=end, args={"caption": left[0], "credit": right[0]},
                suggestions=(Suggestion(text=f"{left[0]}\n{right[0]}"),),
            )  # fmt: skip


def _repeated(context: Context) -> Iterator[Hit]:
    reading = context.reading
    seen: dict[str, Span] = {}
    for block in reading.layout.blocks:
        if block.kind not in ("body", "list"):
            continue
        first = seen.setdefault(reading.text[block.start : block.end].lower(), Span(block.start, block.end))
        if first.start == block.start or reading.text.count(" ", block.start, block.end) < _MIN_REPEAT - 1:
            continue
        clue = Evidence(
            kind="article", text="the same words stand here", article=reading.id, start=first.start, end=first.end
        )
        yield Hit(start=block.start, end=block.end, evidence=(clue,))


CLEAN = "WMT22 general test, English: 66,000 words native, 175,000 words of human translation"
_BODY = """The council voted on Monday to close the bridge for repairs.

Traffic will be led over the old ferry until May.

The works cost four million euros, the mayor told reporters in the town hall.

Opponents of the plan want to collect signatures against it until the end of the month."""

_LONG = """The city council voted on Monday evening to close the old river bridge for repairs until next summer.

Traffic will be led over the small ferry and through the villages on the other bank, the mayor told reporters.

The works will cost four million euros, half of which comes from the state and the other half from the city itself.

Opponents of the plan want to collect signatures against it and to bring the matter before the court this month."""

TX501 = Check(
    id="TX501",
    slug="page-chrome",
    title="Text of the page in the copy",
    mqm="design-markup/boilerplate",
    severity="minor",
    why="Menus, cookie notices, tags and teasers are no part of the report, but are read and translated as if.",
    message="{kind} text of the page stands in the copy",
    run=_chrome,
    examples=(
        Example(kind="bad", text=f"⟦Skip to main content⟧\n\n{_BODY}"),
        Example(
            kind="bad",
            text=f"{_BODY}\n\n⟦By clicking on Accept all cookies, you consent to their use.⟧",
        ),
        Example(kind="bad", text=f"{_BODY}\n\n  ⟦• Traffic\n  • Bridges\n  • Budget⟧"),
        Example(
            kind="good",
            text=f"{_BODY}\n\nThe watchdog fined the firm because it set cookies without asking.",
        ),
    ),
    sources=("MQM Core: design and markup",),
    false_alarms=f"0 in the native, 8 in the translated words (chat and shop texts); {CLEAN}",
    status="stable",
)
TX502 = Check(
    id="TX502",
    slug="truncated-sentence",
    title="Sentence that breaks off",
    mqm="design-markup/truncation",
    severity="major",
    why="The rest of the sentence was lost on the way; what it said may matter.",
    message="the text breaks off after “{word}”",
    run=_cut,
    examples=(
        Example(
            kind="bad",
            text="The council voted on Monday to close ⟦the bridge for repairs and⟧\n\nTraffic will use the old ferry.",
        ),
        Example(kind="good", text="What are we waiting for\n\nThe council voted on Monday to close the bridge."),
    ),
    sources=("MQM Core: truncation",),
    false_alarms=f"0 in the native, 3 in the translated words (chat segments that do break off); {CLEAN}",
    status="stable",
    languages=("en", "de", "fr", "es", "it", "nl", "pl", "ru", "uk", "pt", "cs", "sv"),
)
TX503 = Check(
    id="TX503",
    slug="leftover-fragment",
    title="Left-over fragment after the end",
    mqm="design-markup/truncation",
    severity="minor",
    why="A caption or teaser without its picture or link reads like the beginning of a lost paragraph.",
    message="a fragment stands after the last paragraph",
    run=_leftover,
    examples=(
        Example(kind="bad", text=f"{_LONG}\n\n⟦Statement of the council⟧"),
        Example(kind="good", text=_BODY),
    ),
    sources=("MQM Core: truncation",),
    false_alarms=f"0 in the native, 10 in the translated words (slogans and headlines); {CLEAN}",
    status="stable",
)
TX504 = Check(
    id="TX504",
    slug="empty-quotes",
    title="Empty quotation marks",
    mqm="linguistic-conventions/punctuation",
    severity="minor",
    why="The quoted words, often a button or a link, were lost.",
    message="nothing stands between the quotation marks",
    run=_empty_quotes,
    examples=(
        Example(kind="bad", text='The minister called the plan ⟦""⟧ and left the room.'),
        Example(kind="good", text='“Yes.” “No.” He said "never" "again" and left.'),
    ),
    sources=("MQM Core: punctuation",),
    false_alarms=f"0; {CLEAN}",
    status="stable",
)
TX505 = Check(
    id="TX505",
    slug="caption-credit-glued",
    title="Caption glued to its photo credit",
    mqm="design-markup/markup-tag",
    severity="minor",
    why="The line break between caption and credit was lost; the two words are now one that nobody knows.",
    message="“{caption}” and “{credit}” are stuck together",
    run=_glued,
    examples=(
        Example(
            kind="bad",
            text=f"A bridge.\n\nThe ferry was used in the great ⟦floodImage⟧: Anna Berg/AFP/Getty Images\n\n{_BODY}",
        ),
        Example(
            kind="good", text=f"{_BODY}\n\nThe ferry in the flood Image: Anna Berg/AFP/Getty Images\n\nThe mayor left."
        ),
    ),
    sources=("MQM Core: markup",),
    false_alarms=f"0; {CLEAN}",
    status="stable",
)
TX506 = Check(
    id="TX506",
    slug="repeated-text",
    title="Paragraph that stands twice",
    mqm="linguistic-conventions/duplication",
    severity="minor",
    why="The paragraph was pasted twice, or a pull quote was taken for text.",
    message="this paragraph stands twice",
    run=_repeated,
    examples=(
        Example(kind="bad", text=f"{_BODY}\n\n⟦The council voted on Monday to close the bridge for repairs.⟧"),
        Example(kind="good", text=_BODY),
    ),
    sources=("MQM Core: duplication",),
    false_alarms=f"11, all of them paragraphs that do stand twice; {CLEAN}",
)
CHECKS: tuple[Check, ...] = (TX501, TX502, TX503, TX504, TX505, TX506)
