"""What stands on which line of a glossary file: concepts, terms, keys, and the comments that belong to them.

A TOML parser gives values without places. This scan knows just enough of TOML's lexis (strings, comments, brackets)
to say where the parts of a glossary begin, for errors that point to a line and for comments that survive `fmt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\']|\'(?!\'\'))*\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\''
    r"|#[^\n]*|[\[\]{}=]|\n|[^\s\"'#\[\]{}=]+|[\"']",
    re.S,
)
_HEAD = re.compile(r"[ \t]*\[\[?\s*([\w.\"'-]+)\s*\]\]?")


class Anchor(msgspec.Struct, frozen=True):
    """A part of the file. ``concept`` is -1 in the head of the file; ``key`` is empty for the concept as such.

    ``term`` counts the terms of a concept, None for a key; ``closes`` marks the end of a key's array.
    """

    concept: int
    key: str = ""
    term: int | None = None
    closes: bool = False


class Lines(msgspec.Struct, frozen=True):
    """Lines (from 1) of the anchors; comments before each anchor, and the one behind it on its line; the rest."""

    at: dict[Anchor, int]
    before: dict[Anchor, tuple[str, ...]]
    behind: dict[Anchor, str]
    tail: tuple[str, ...]

    def concept(self, index: int, key: str = "") -> int | None:
        """Line of a concept, or of one of its keys."""
        return self.at.get(Anchor(index, key)) or self.at.get(Anchor(index))

    def term(self, concept: int, index: int) -> int | None:
        """Line of a term."""
        return self.at.get(Anchor(concept, "terms", index)) or self.concept(concept)

    def heads(self) -> list[int]:
        """Line of each concept."""
        return [line for anchor, line in self.at.items() if anchor.concept >= 0 and not anchor.key]


class _Scan:
    """State of one pass over the tokens."""

    def __init__(self) -> None:
        self.at: dict[Anchor, int] = {}
        self.before: dict[Anchor, list[str]] = {}
        self.behind: dict[Anchor, str] = {}
        self.waiting: list[str] = []
        self.last: Anchor | None = None
        self.concept, self.term, self.depth, self.key, self.in_term = -1, -1, 0, "", False

    def anchor(self, anchor: Anchor, line: int) -> None:
        self.at.setdefault(anchor, line)
        self.last = anchor
        if self.waiting:
            self.before.setdefault(anchor, []).extend(self.waiting)
            self.waiting = []

    def head(self, name: str, line: int) -> None:
        if name == "concept":
            self.concept, self.term = self.concept + 1, -1
            self.anchor(Anchor(self.concept), line)
        elif name == "concept.terms":
            self.term += 1
            self.anchor(Anchor(self.concept, "terms", self.term), line)
        self.key, self.in_term = "", name == "concept.terms"

    def pair(self, key: str, line: int) -> None:
        """A key; those of a term written as a table of its own belong to the term."""
        self.key = key
        if not self.in_term:
            self.anchor(Anchor(self.concept, key), line)

    def comment(self, text: str, line: int, own: bool) -> None:
        if own or self.last is None or self.at[self.last] != line or self.last in self.behind:
            self.waiting.append(text)
        else:
            self.behind[self.last] = text

    def bracket(self, token: str, line: int) -> None:
        if token in "[{":
            self.depth += 1
            if token == "{" and self.depth == 2 and self.key == "terms":
                self.term += 1
                self.anchor(Anchor(self.concept, "terms", self.term), line)
            return
        self.depth = max(0, self.depth - 1)
        if token == "]" and self.depth == 0:
            self.anchor(Anchor(self.concept, self.key, closes=True), line)


def scan(text: str) -> Lines:
    """The lines of a glossary file; of a broken one, as far as they can be followed."""
    state, headed = _Scan(), 0
    for token, line, rest in _tokens(text):
        if token.startswith("#"):
            state.comment(token, line, own=rest is not None)
        elif line == headed:
            continue
        elif rest is not None and state.depth == 0 and (head := _HEAD.match(rest)):
            state.head(head[1].strip("\"'"), line)
            headed = line
        elif token in "[]{}":
            state.bracket(token, line)
        elif rest is not None and state.depth == 0:
            state.pair(token.strip("\"'"), line)
    before = {anchor: tuple(found) for anchor, found in state.before.items()}
    return Lines(state.at, before, state.behind, tuple(state.waiting))


def _tokens(text: str) -> Iterator[tuple[str, int, str | None]]:
    """Token, its line, and for the first one on a line the whole line from it on."""
    line, first = 1, True
    for found in _TOKEN.finditer(text):
        token = found[0]
        if token == "\n":
            line, first = line + 1, True
            continue
        end = text.find("\n", found.start())
        yield token, line, (text[found.start() : end if end >= 0 else None] if first else None)
        line, first = line + token.count("\n"), False
