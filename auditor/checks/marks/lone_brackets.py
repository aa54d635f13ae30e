"""Brackets that lack their other half (``( The mayor met``, ``60 miles))``): spans, no checks."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SQUARE = re.compile(r"[\[\]]")
_ROUND = re.compile(r"[()]")
_LISTED = re.compile(r"(?:^|[\s(])(?:\w{1,2}|[ivx]{1,5})$|[:;=8]['’-]?$|\d$")  # 1), a), iv), :-), (3)
_FACE = re.compile(r"[:;=]['’-]?$")
_OPENED = re.compile(r"(?:^|(?<=[\w,.;:!?”\"’] ))\($")
_ASIDE = re.compile(r"\( ?\w[^()\n]{1,600}[.!?…”\"]$|\( ?\w[^()\n]{20,600}\(|\( ?[A-Z]\w{1,20} ")
_CLOSED = re.compile(r"\)(?<=\w[\w ,.]{12}\))(?<=[a-z]{3}\))(?=[.,;]| [a-z])")  # no face of a chat at the end
_MOST = 12  # brackets of a paragraph; more are a table or a formula
_REACH = 8  # characters before a bracket that tell a list or a face
_NO_CHAT = 1  # brackets too many of one paragraph


def lone_brackets(text: str, *, round_too: bool) -> Iterator[tuple[int, int]]:
    """The only square bracket of a paragraph, and round ones with no other half that are no list, face or number."""
    found = [match.span() for match in _SQUARE.finditer(text)] if "[" in text or "]" in text else []
    if len(found) == 1:
        yield found[0]
    if round_too and text.count("(") != text.count(")") and text.count("(") + text.count(")") <= _MOST:
        yield from _unmatched(text)


def _unmatched(text: str) -> Iterator[tuple[int, int]]:
    """Round brackets without their other half; none where what closes a list or a face makes up the number."""
    waiting: list[int] = []
    shut: list[int] = []
    twice: list[int] = []
    for match in _ROUND.finditer(text):
        at = match.start()
        if match[0] == "(":
            if _FACE.search(text, max(0, at - _REACH), at):
                return
            waiting.append(at)
        elif waiting:
            waiting.pop()
            twice.append(at + 1)
        elif _LISTED.search(text, max(0, at - _REACH), at):
            continue
        else:
            shut.append(at)
    for at in waiting:
        if _OPENED.search(text, max(0, at - 2), at + 1) and _ASIDE.match(text, at):
            yield at, at + 1
    for at in shut if len(shut) == _NO_CHAT else ():
        if _CLOSED.match(text, at) or at in twice:
            yield at, at + 1
