"""Headlines that stand twice: at once, shortened, or at the head of the paragraph below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import dropwhile, islice, pairwise, takewhile
from unicodedata import combining, normalize

from auditor.checks.base import Hit
from auditor.reading.article import Block, Reading, Span
from auditor.reading.lines import phrase
from auditor.records import Evidence

_CUT_TITLE = 300  # characters of a line that may be a headline
_BETWEEN = " \t\r\n\u00a0|"
_OPENING = 24  # characters of a headline by which it is known again
_NEAR = 4  # lines from the headline among which it may be told again
_LONGEST = 30  # words of such a line
_OPENED, _CORE = 4, 3  # first words that are the same, and words of content among them
_STEM, _WORD = 5, 4  # letters by which words are compared, and of a word of content
_MIN_HEADING = 3  # the same of a headline that stands twice in a row
_MIN_SENTENCE = 6  # the same of one that stands anywhere


def headlines(reading: Reading) -> Iterator[Hit]:
    """A headline or subhead in the words of one before it; one that is cut off right before it stands in full.

    Also a line with the first words of the headline, and a heading that the paragraph below it begins with.
    """
    seen: dict[str, Span] = {}
    text = reading.text
    title = before = last = None
    for block, after in pairwise([*reading.layout.blocks, None]):
        assert block is not None
        if block.kind == "excluded":
            continue
        heading = block.kind in ("headline", "subhead")
        if before and block.kind == "body" and _led_by(text, block, before):
            yield repeat(reading, block.start, block.start + before.end - before.start, "headline", before)
        before = None
        if not heading and (
            block.kind not in ("body", "list") or block.end - block.start > _CUT_TITLE or _ended(text, block)
        ):
            continue
        own, here = _bare(text[block.start : block.end].lstrip("•*-–»>· ")), Span(block.start, block.end)
        at_once = own in seen and (seen[own] == last or not text[seen[own].end : block.start].strip(_BETWEEN))
        last = here
        if heading and own.count(" ") >= _MIN_HEADING and own[-1:] not in ".:":
            before = here
        if block.kind == "headline":
            title = own, here
        elif title and _shortened(own, title[0]):
            yield repeat(reading, block.start, block.end, "headline", title[1])
            continue
        long = own.count(" ") >= (_MIN_HEADING if at_once else _MIN_SENTENCE) - 1
        if own in seen and long and (heading or at_once):
            yield repeat(reading, block.start, block.end, "headline", seen[own])
        elif heading and after is not None and _in_full(own, text[after.start : after.end].lower()):
            yield repeat(reading, block.start, block.end, "headline", Span(after.start, after.end))
        seen[own] = here


def retold(reading: Reading) -> Iterator[Hit]:
    """The line below the headline that says it again: with the same first words, or as a headline of its own."""
    if reading.base != "en":
        return
    shown = (block for block in reading.layout.blocks if block.kind != "excluded")
    heads = list(islice(dropwhile(lambda block: block.kind != "headline", shown), _NEAR))
    if len(heads) < 2:
        return
    title = reading.text[heads[0].start : heads[0].end]
    for block in heads[1:]:
        own = reading.text[block.start : block.end]
        if own.count(" ") >= _LONGEST or _bare(own) == _bare(title):
            return
        if _opens_as(title, own) or (not _ended(reading.text, block) and _says_again(title, own)):
            yield repeat(reading, block.start, block.end, "headline", Span(heads[0].start, heads[0].end))


def _opens_as(title: str, own: str) -> bool:
    """The same first words, three of them of content, in a line that is no shortened form of the other."""
    one, two = phrase(title), phrase(own)
    same = [a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False))]
    return _OPENED <= len(same) < min(len(one), len(two)) and len(_content(same)) >= _CORE


def _says_again(title: str, own: str) -> bool:
    one, two = _content(phrase(title)), _content(phrase(own))
    shared = len(one & two)
    least = min(len(one), len(two))
    return (shared >= _CORE + 1 and shared >= 0.6 * least) or (shared >= _CORE + 2 and shared >= 0.5 * least)


def _content(words: Iterable[str]) -> set[str]:
    """The first letters of the words that are no small ones."""
    return {word[:_STEM] for word in words if len(word) >= _WORD}


def _ended(text: str, block: Block) -> bool:
    return text[block.end - 1] in ".!?:" and not text.endswith("...", block.start, block.end)


def _led_by(text: str, block: Block, heading: Span) -> bool:
    """The paragraph begins with the heading above it, behind which a sentence or a credit begins."""
    size = heading.end - heading.start
    if block.end - block.start <= size or not text[block.start + size].isspace():
        return False
    after = text[block.start + size : block.end].lstrip()[:1]
    return (
        text.startswith(text[heading.start : heading.end], block.start)
        and not after.islower()
        and after not in ".,:;–-"
    )


def _bare(heading: str) -> str:
    """A heading in lower case, without accents and the name of the site behind a bar, its apostrophes straight."""
    own = (heading.rpartition(" | ")[0].strip() or heading.strip()).lower().replace("’", "'")
    return own if own.isascii() else "".join(c for c in normalize("NFKD", own) if not combining(c))


def _shortened(own: str, title: str) -> bool:
    """The first words of the headline alone, or the headline with a few words more, and no sentence."""
    short, long = sorted((own.rstrip(".… "), title), key=len)
    if own == title or short.count(" ") < _MIN_HEADING or not long.startswith(short):
        return False
    return long[len(short) : len(short) + 1] in " ,:;.–-" and own[-1:] not in ".!?" and len(short) * 3 > len(long)


def _in_full(cut: str, whole: str) -> bool:
    """True when a heading that was cut off, trail and all, ends in the first words of the next line."""
    if not cut.endswith(("...", "…")):
        return False
    cut = cut.rstrip(".… ")
    at = cut.find(whole[:_OPENING])
    return at >= 0 and len(cut) - at >= _OPENING and whole.startswith(cut[at:])


def repeat(reading: Reading, start: int, end: int, what: str, first: Span) -> Hit:
    clue = Evidence(
        kind="article", text="the same words stand here", article=reading.id, start=first.start, end=first.end
    )
    return Hit(start=start, end=end, args={"what": what}, evidence=(clue,))
