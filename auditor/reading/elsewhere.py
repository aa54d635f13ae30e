"""Which paragraphs of an article are in another language than the article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from auditor.reading.article import Block, Reading
from auditor.text.lexicon import LANGUAGES
from auditor.text.memo import once


@once
def foreign_blocks(reading: Reading) -> tuple[Block, ...]:
    """Body paragraphs whose own language is plain and not the article's, in text order.

    None where the article's language is unknown or has no word list: paragraphs are told apart by word lists.
    """
    own = _base(reading.language)
    if own not in LANGUAGES:
        return ()
    told = [b for b in reading.layout.blocks if b.language not in (None, reading.language)]  # hardly ever any
    return tuple(b for b in told if b.kind != "excluded" and _base(b.language or own) != own)


def lies_in(blocks: Sequence[Block], start: int, end: int) -> bool:
    """True when a stretch that is not empty lies in one of the blocks (in text order)."""
    if not blocks:
        return False
    at = bisect_right(blocks, start, key=lambda block: block.start) - 1
    return at >= 0 and start < end <= blocks[at].end


def _base(tag: str) -> str:
    return tag.split("-")[0].lower()
