"""Lines that only say who made the copy and when, and such words in brackets at the ends of paragraphs.

``By Anna Berg Photos by Leo Coen Published May 4, 2020 at 7:48 p.m.``, ``Release time: 2021-05-04 09:03:32 [Editor: Wu
Bo]``, ``(Reporter Wu Bo)``: a closed grammar of labels, names, dates and counts that must cover the line whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

import msgspec

from auditor.packs import data_path, load_toml
from auditor.reading.lines import Line, phrase
from auditor.reading.zones.photos import agencies
from auditor.reading.zones.phrases import Phrases
from auditor.reading.zones.pieces import Piece
from auditor.records import Record, ZoneKind

_TOKEN = re.compile(r"\d[\d:.,/-]*|[^\W\d_][\w.'’@-]*|[^\s\w]")
_BRACKETS = re.compile(r"[【\[(（]([^\[\]()【】（）\n]{3,90})[】\])）]\.?")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?![.:]?\d{4})|\d{1,2} ?[ap]\.?m\b")
_DAY = re.compile(r"(?:19|20)\d\d")
_WORDS = 26  # words of such a line
_CALLED = 10  # words of a call in brackets
_DATE = 3  # words of a day
_PLACE = 4  # words of a place or outlet behind the page's date and time
_NAMES = 6  # words that a label names
_LABEL = 3  # words of a label
_HEAD = 60  # characters before a credit in brackets at the head of a paragraph (an agency and a date)
_NOON = (("a.m",), ("p.m",), ("am",), ("pm",))
_WROTE = frozenset(
    phrase(text) for text in ("by", "written by", "published by", "posted by", "edited by", "text by", "story by")
)
_PLAIN = frozenset(
    [("by",), ("from",), ("in",), ("on",), ("at",), ("today",), ("yesterday",)]
)  # words of sentences, too


class MetaFile(Record, frozen=True):
    """The file ``data/zones/meta.toml``; its header says what each list holds."""

    schema: int
    who: tuple[str, ...]
    when: tuple[str, ...]
    count: frozenset[str]
    role: frozenset[str]
    key: frozenset[str]
    script: frozenset[str]
    body: frozenset[str]


class Meta(msgspec.Struct, frozen=True):
    """Labels as word tuples with ``who`` or ``when``, and the words of which such lines begin."""

    labels: dict[tuple[str, ...], str]
    firsts: frozenset[str]
    file: MetaFile


@cache
def meta() -> Meta:
    """The shipped words."""
    file = load_toml(data_path("zones", "meta.toml"), MetaFile)
    labels = {phrase(text): kind for kind in ("who", "when") for text in getattr(file, kind)}
    return Meta(labels, frozenset(words[0] for words in labels), file)


def meta_line(line: Line, table: Phrases) -> ZoneKind | None:
    """Kind of a line that labels, names and dates cover: a dateline where it has a date, else a credit line."""
    words = line.words
    if not words or len(words) > _WORDS:
        return None
    if line.text[-1] == ":" and meta().labels.get(words) == "when" and not table.stamps.isdisjoint(words):
        return "dateline"
    if len(words) < 2 or not (words[0] in meta().firsts or words[0] in table.date_words or words[0][0].isdigit()):
        return None
    read = _Read(table)
    if not all(map(read.takes, _parts(line.bare))):
        return None
    dated = read.numbers >= 2 and (bool(_DAY.search(line.text)) or read.months or bool(_CLOCK.search(line.text)))
    if dated and read.free == 0 and read.after:
        return "dateline" if _CLOCK.search(line.text) and len(read.after) <= _PLACE else None
    if (dated or (read.numbers and read.counted)) and (read.named or read.plain < read.labels):
        return "dateline"
    return "credit line" if read.named and _certain(line, read) else None


def _certain(line: Line, read: _Read) -> bool:
    """Two labels with names, or one with a colon that pages in English do not have (``From: Anna Berg``)."""
    if read.numbers:
        return False
    names = len(line.words) - len(read.first)
    if read.first in _WROTE and 2 <= names <= 6 and not line.final and read.named == 1:
        return True
    return read.named >= 2 or (read.first == ("from",) and line.bare[4:5] == ":" and 2 <= len(line.words) - 1 <= 3)


def _parts(text: str) -> Iterator[tuple[str, ...]]:
    """Tokens and runs of them that are labels."""
    labels, tokens = meta().labels, (found[0] for found in _TOKEN.finditer(text))  # most lines are left at the first
    ahead = list(islice(tokens, _LABEL))
    while ahead:
        runs = (ahead[:size] for size in range(len(ahead), 0, -1))
        size = next((len(run) for run in runs if _low(run) in labels), 1)
        yield tuple(ahead[:size])
        ahead = [*ahead[size:], *islice(tokens, size)]


def _low(tokens: Sequence[str]) -> tuple[str, ...]:
    """The form in which labels are known."""
    return tuple([token.lower().rstrip(".") for token in tokens if token not in "/-"])


class _Read:
    """Reads tokens one by one and says whether each may stand where it stands."""

    def __init__(self, table: Phrases) -> None:
        self.table, self.state, self.free = table, "", 0
        self.labels = self.plain = self.named = self.numbers = 0
        self.months = self.counted = False
        self.after: list[str] = []
        self.first: tuple[str, ...] = ()

    def takes(self, part: tuple[str, ...]) -> bool:
        word, low = part[0], _low(part)
        if not word[0].isalnum():
            return word not in '!?"“”'
        if low in _NOON:
            return self.numbers > 0
        kind = meta().labels.get(low)
        if word[0].isdigit():
            self.numbers += 1
            self.state = "when"
            return True
        if (
            self.state == "who"
            and self.free
            and low[0] not in self.table.date_words
            and (word[0].isupper() or "." in word[1:-1])
            and kind != "when"
        ):
            return self._name(low) if kind is None or not self._labelled(low) else True
        if kind and self._labelled(low):
            return True
        if self.state == "when" and self.numbers > 1 and word[0].isupper() and low[0] not in self.table.date_words:
            self.after.append(word)
            return True
        return self._other(low[0] if low else "")

    def _labelled(self, low: tuple[str, ...]) -> bool:
        """A label; ``in`` and ``on`` only where something was read before."""
        kind = meta().labels[low]
        if self.state == "" and low in (("in",), ("on",), ("at",)):
            return False
        self.first = self.first or low
        self.labels += 1
        self.plain += low in _PLAIN
        self.state, self.free = kind, _NAMES
        return True

    def _name(self, low: tuple[str, ...]) -> bool:
        self.named += self.free == _NAMES
        self.free -= 1
        return True

    def _other(self, word: str) -> bool:
        """Words of dates and counts, and small words between names."""
        if word in self.table.date_words:
            self.months = self.months or word in self.table.months
            return True
        if word in meta().file.count and self.numbers:
            self.counted = True
            return True
        if self.state != "who":
            return False
        between = word in agencies().links or word == "and"
        if between:
            self.free = _NAMES if self.free == 0 else self.free
        elif word in meta().file.body and self.free == _NAMES:
            self.named += 1
            return True
        return between


def bracketed(line: Line, table: Phrases) -> list[Piece] | None:
    """The line cut at credits in brackets at its ends: ``(Reporter Wu Bo)``, ``【Editor: Wu Bo】``, ``[Anchor]``."""
    text = line.text
    if text[:1] not in "【[(（" and text[-1:] not in "】])）." and "(" not in text[:_HEAD]:
        return None
    pieces: list[Piece] = []
    at = 0
    for match in _BRACKETS.finditer(text):
        start, end = match.span()
        placed = (start <= _HEAD or end == len(text)) and _apart(text[at:start].rstrip())
        known = placed and (_is_role(match[1], text[start]) or (not start and _is_source(match[1], table)))
        if known or (text[start] == "[" and end == len(text) and _calls(match[1], table)):
            if start > at:
                pieces.append((line.start + at, line.start + start, None))
            pieces.append((line.start + start, line.start + end, "navigation"))
            at = end
    if not pieces:
        return None
    return [*pieces, (line.start + at, line.end, None)] if at < len(text) else pieces


def _calls(text: str, table: Phrases) -> bool:
    """``Read the article in The Lindau Times``: a call in square brackets."""
    words = phrase(text)
    return 1 < len(words) <= _CALLED and words[0] in table.calls


def _is_source(text: str, table: Phrases) -> bool:
    """``The Epoch Times, March 26, 2023``: names and the day of another outlet's copy."""
    words = text.replace(",", " ").split()
    if not any(word.lower() in table.months for word in words) or not any(word[:1].isdigit() for word in words):
        return False
    return len(words) > _DATE and all(w[:1].isupper() or w[:1].isdigit() or w in ("time", "of", "the") for w in words)


def _apart(before: str) -> bool:
    """What stands before the bracket is a sentence that ended, or names and a date."""
    if not before or before[-1] in '.!?…。”"’】])）':
        return True
    return len(before) <= _HEAD and all(word[:1].isupper() or word[:1].isdigit() for word in before.split())


def _is_role(text: str, mark: str) -> bool:
    """Nothing but roles, names, agencies and dates, one role at least; a whole label of broadcast scripts."""
    file, words = meta().file, phrase(text)
    if mark in "[【" and " ".join(words) in file.script:
        return True
    head = phrase(re.split(r"[/:：]", text, maxsplit=1)[0])
    if file.key.isdisjoint(words) or not (set(head) & file.key or words[0] in file.key or words[-1] in file.role):
        return False
    every = text.replace("/", " ").replace(":", " ").replace("：", " ").split()
    return sum(word[:1].isupper() for word in every) > 0 and all(
        word[:1].isupper() or word[:1].isdigit() or word.lower().strip(",.") in file.role for word in every
    )
