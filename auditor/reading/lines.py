"""Lines of a text: where they stand, how they look, which of them make one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

_LINE = re.compile(r"[^\n\r\u2028\u2029\x85\x0b\x0c]+")
_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029\x85\x0b\x0c]")
_WORDS = re.compile(r"\w+")
_MARKER = re.compile(r"(?:[•‣▪●◦■►▶»›*·–—-]|\d{1,2}[.)]|#{1,6})[ \t\u00a0]+(?=\S)")
_SIGNED = re.compile(r"(?<=[.!?”\"])\s?(?:/[A-Za-z]{2,4}(?:/[A-Za-z]{2,4}){1,3}|_[A-Z]{2,3})$")
_CLOSERS = "\"'”’»›“‘)]}*_ \t\u00a0"
_FINAL = ".!?…。！？؟;:"
_STAMPED = re.compile(
    r"\s{0,4}(date (?:19|20)\d\d-\d\d(?:-\d\d)?)[ \t]{1,4}(?=\S)"
)  # set before a page by its collector
WRAP = 100


class Line(msgspec.Struct, frozen=True, gc=False):
    """A paragraph or stand-alone line, white space trimmed. ``group`` counts the stretches between blank lines.

    ``words`` are its words in lower case, without the list marker (``marker``); ``final`` is true when it ends as
    sentences end.
    """

    start: int
    end: int
    text: str
    group: int
    words: tuple[str, ...]
    marker: str
    final: bool

    @property
    def bare(self) -> str:
        """The text without its list marker."""
        return self.text[len(self.marker) :]

    @property
    def title_like(self) -> bool:
        """Begins like a title or sentence (capital, digit, opening mark) and ends without a full stop."""
        return not self.final and not self.bare[:1].islower()


def lines(text: str) -> list[Line]:
    """The non-blank lines of the text in order; hard-wrapped lines of one paragraph are one."""
    found: list[Line] = []
    stamped = _STAMPED.match(text)
    for group, rows in enumerate(_groups(text)):
        if stamped and rows[0][0] == stamped.start(1):
            rows[:1] = [stamped.span(1), (stamped.end(), rows[0][1])]
        pieces = [(rows[0][0], rows[-1][1])] if _wrapped(text, rows) else rows
        found.extend(make_line(text, start, end, group) for start, end in pieces)
    return found


def make_line(text: str, start: int, end: int, group: int) -> Line:
    """The line at a span whose ends are no white space."""
    own = text[start:end]
    found = _MARKER.match(own)
    marker = found[0] if found else ""
    return Line(start, end, own, group, phrase(own[len(marker) :]), marker, ends_sentence(own))


def ends_sentence(text: str) -> bool:
    """True when the text ends in closing punctuation; quotation marks, ``(AFP)``, initials after it are left aside."""
    if text.rstrip(_CLOSERS)[-1:] in _FINAL:
        return bool(text.strip())
    opening = text.rfind("(", -80) if text[-1:] in ").]" else -1
    return (opening > 0 and text[:opening].rstrip(_CLOSERS)[-1:] in _FINAL) or signed(text) > 0


def signed(text: str) -> int:
    """Where the initials of an agency's desk begin behind the last sentence (``/ab/CD/ef``, ``_AB``); 0 without any."""
    found = _SIGNED.search(text, max(0, len(text) - 24)) if text[-1:].isalpha() else None
    return found.start() if found else 0


def phrase(text: str) -> tuple[str, ...]:
    """The words of a text in lower case: the form in which wordings are compared."""
    return tuple(_WORDS.findall(text.lower()))


def _groups(text: str) -> Iterator[list[tuple[int, int]]]:
    rows: list[tuple[int, int]] = []
    last = 0
    for match in _LINE.finditer(text):
        own = match[0]
        left, right = match.start() + len(own) - len(own.lstrip()), match.start() + len(own.rstrip())
        if left >= right:
            continue
        if rows and len(_BREAK.findall(text, last, left)) > 1:
            yield rows
            rows = []
        rows.append((left, right))
        last = right
    if rows:
        yield rows


def _wrapped(text: str, rows: list[tuple[int, int]]) -> bool:
    """Hard-wrapped prose: all lines but the last nearly fill a common width, and most break within a sentence."""
    if len(rows) < 2:
        return False
    sizes = [end - start for start, end in rows[:-1]]
    width = max(sizes)
    if width > WRAP or width < 40 or min(sizes) < width * 0.6 or rows[-1][1] - rows[-1][0] > width:
        return False
    inside = sum(not ends_sentence(text[start:end]) for start, end in rows[:-1])
    lower = sum(text[start : start + 1].islower() for start, _ in rows[1:])
    return inside * 2 > len(sizes) and lower * 2 >= len(sizes)
