"""JSON as a tree whose strings know where they stand in the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import msgspec

from auditor.reading.decode import scalars
from auditor.reading.formats.draft import Piece

DEPTH = 100
_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"', re.S)
_ESCAPE = re.compile(
    r"[^\\]++|(?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[0-9a-fA-F]{4}|\\.", re.S
)
_PLAIN = re.compile(r"[^\s,\]}]++")
_BLANK = re.compile(r"[ \t\r\n]*+")


class String(msgspec.Struct, frozen=True):
    """A string literal: its value, and the span of its content, quotation marks left out."""

    value: str
    start: int
    end: int


Node: TypeAlias = "Mapping[str, Node] | Sequence[Node] | String | None"


def parse(text: str, start: int = 0, end: int | None = None) -> Node:
    """The document at ``start:end``; numbers, true and false are left out (None). Raises ``ValueError``."""
    stop = len(text) if end is None else end
    json.loads(text[start:stop])  # well formed, or an error that says where
    return _value(text, _blank(text, start), DEPTH)[0]


def _value(text: str, at: int, depth: int) -> tuple[Node, int]:
    if depth == 0:
        raise ValueError(f"nested more than {DEPTH} deep")
    if text[at] == "{":
        return _object(text, at + 1, depth - 1)
    if text[at] == "[":
        return _array(text, at + 1, depth - 1)
    if text[at] == '"':
        return _string(text, at)
    match = _PLAIN.match(text, at)
    return None, match.end() if match else at + 1


def _object(text: str, at: int, depth: int) -> tuple[Node, int]:
    out: dict[str, Node] = {}
    at = _blank(text, at)
    while text[at] != "}":
        key, at = _string(text, at)
        value, at = _value(text, _blank(text, _blank(text, at) + 1), depth)
        out[key.value] = value
        at = _blank(text, at)
        if text[at] == ",":
            at = _blank(text, at + 1)
    return out, at + 1


def _array(text: str, at: int, depth: int) -> tuple[Node, int]:
    out: list[Node] = []
    at = _blank(text, at)
    while text[at] != "]":
        value, at = _value(text, at, depth)
        out.append(value)
        at = _blank(text, at)
        if text[at] == ",":
            at = _blank(text, at + 1)
    return out, at + 1


def _string(text: str, at: int) -> tuple[String, int]:
    match = _STRING.match(text, at)
    if match is None:
        raise ValueError(f"no string at {at}")
    return String(_meant(match[0]), match.start() + 1, match.end() - 1), match.end()


def _meant(literal: str) -> str:
    """What a string literal stands for."""
    return scalars(json.loads(literal, strict=False))


def _blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def pieces(text: str, string: String) -> Iterator[Piece]:
    """The content of the string, escapes as what they stand for."""
    for match in _ESCAPE.finditer(text, string.start, string.end):
        exact = match[0][0] != "\\"
        meant = match[0] if exact else _meant(f'"{match[0]}"')
        yield Piece(meant, match.start(), match.end(), exact)
