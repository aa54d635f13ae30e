"""Quotation marks that lack their other half: spans, no checks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

_MARKS = re.compile(r"[“”\"]")
_OTHERS = frozenset("“”„«»\"'‘")  # before the first mark: what it closes may stand there, in marks of another kind
_BEFORE = frozenset(" \t\n\u00a0([—–-/‘'“\"")
_AFTER = frozenset(" \t\n\u00a0.,;:!?)]—–-/’'”\"…")
_SENTENCE = re.compile(r"[^\W\d_][.!?] [“\"]")  # the mark behind it opens what is open already
_MOST = 60  # marks of a paragraph; more are a list or code
_RUN_ON = 100  # blanks of a text in one paragraph, from which it is taken to have lost its breaks


class Mark(msgspec.Struct, frozen=True):
    """A double quotation mark: where, which way it faces, in which paragraph."""

    at: int
    opens: bool
    block: int


def unpaired(text: str, blocks: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Places of opening marks that nothing closes and of closing marks that nothing opened, paragraph by paragraph.

    A quotation may run over several paragraphs; each of them may open it again, and the last one closes it.
    Paragraphs with as many marks of one kind as of the other are taken to be sound (one quotation in another).
    The first mark may close and the last may open what lies outside an excerpt; behind a paragraph without any mark
    nothing lies outside. Copy that lost its breaks has the marks with which its paragraphs went on speaking.
    """
    run_on = len(blocks) == 1 and text.count(" ", *blocks[0]) > _RUN_ON
    marks = [mark for number, (start, end) in enumerate(blocks) for mark in _marks(text, start, end, number)]
    count = Counter((mark.block, mark.opens) for mark in marks)
    pending = not marks or marks[0].block == 0 or not _OTHERS.isdisjoint(text[: marks[0].at])
    for mark, after in zip(marks, [*marks, None][1:], strict=True):
        even = count[mark.block, True] == count[mark.block, False]
        found = not _goes_on(mark, after, blocks) if mark.opens else not pending
        if found and not even:
            again = mark.opens and after and after.block == mark.block and _SENTENCE.match(text, after.at - 3)
            if not (again and run_on):
                yield after.at if after and again else mark.at
        pending = mark.opens


def _goes_on(mark: Mark, after: Mark | None, blocks: Sequence[tuple[int, int]]) -> bool:
    """True where the next mark closes the quotation, or opens it again at the head of a paragraph."""
    if after is None:
        return mark.block == len(blocks) - 1
    return not after.opens or after.at == blocks[after.block][0]


def _marks(text: str, start: int, end: int, number: int) -> Iterator[Mark]:
    """The marks of a paragraph; none where one faces neither way, or inches and code may be meant."""
    found = []
    for match in _MARKS.finditer(text, start, end):
        at, sign = match.start(), match[0]
        opens = sign == "“"
        if sign == '"':
            before, after = text[at - 1 : at] if at > start else "\n", text[at + 1 : at + 2] or "\n"
            opens = before in _BEFORE
            if before.isdigit() or opens == (after in _AFTER):
                return
        found.append(Mark(at, opens, number))
    if len(found) <= _MOST:
        yield from found


def lone_guillemets(text: str, start: int, end: int) -> Iterator[int]:
    """The only guillemet of a paragraph, unless the paragraph begins with it (``» Read more``)."""
    if text.count("«", start, end) + text.count("»", start, end) == 1:
        at = max(text.find("«", start, end), text.find("»", start, end))
        if at > start:
            yield at
