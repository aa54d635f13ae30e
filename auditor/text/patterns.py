"""Token patterns: a small language for fixed phrases, matched by dictionary look-up, linear in the text.

A pattern is a row of elements: ``word``, ``one|of|these``, ``word?`` (may be missing), ``<CLASS>`` (a class of tokens).
Parentheses mark the part that is meant; without them it is the whole. Words are compared in lower case and must be
neighbours: only blanks, or a comma written as ``,``, may stand between them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from auditor.text.tokens import Token

BUILT_IN = ("NAME", "ANY", "LOWER", "NUM", "YEAR", "VEHICLE")
_ELEMENT = re.compile(r"[(),]|<[A-Z]+>\??|[^\s(),<>]+")


class Element(msgspec.Struct, frozen=True):
    """One token: one of ``words``, or a member of the built-in class ``kind``. ``comma``: a comma stands before it."""

    words: frozenset[str]
    kind: str | None
    comma: bool
    place: int  # which element of the pattern as written, from 1


class Variant(msgspec.Struct, frozen=True):
    """A pattern without its missing optional elements; the mark is ``elements[first:last]``."""

    key: int
    elements: tuple[Element, ...]
    first: int
    last: int
    anchor: int


class Match(msgspec.Struct, frozen=True):
    """Pattern ``key`` on ``tokens[start:end]``, its marked part ``tokens[first:last]``; ``texts`` by element number."""

    key: int
    start: int
    end: int
    first: int
    last: int
    texts: Mapping[int, str]


Commonness = Callable[[str], float]


def parse(pattern: str, classes: Mapping[str, frozenset[str]], key: int, commonness: Commonness) -> list[Variant]:
    """All variants of a pattern. Raises ``ValueError`` where it cannot be read or has no word to be found by.

    ``commonness`` of a word decides by which element a text is searched: the rarest.
    """
    row: list[tuple[Element, bool]] = []
    first, last, comma = 0, None, False
    if pattern.count("(") > 1 or pattern.count(")") > 1:
        raise ValueError("only one part can be marked")
    for piece in _ELEMENT.findall(pattern):
        if piece == "(":
            first = len(row)
        elif piece == ")":
            last = len(row)
        elif piece == ",":
            comma = True
        else:
            optional = piece.endswith("?")
            row.append((_element(piece.removesuffix("?"), classes, comma, len(row) + 1), optional))
            comma = False
    return list(_variants(row, first, len(row) if last is None else last, key, commonness))


def _element(piece: str, classes: Mapping[str, frozenset[str]], comma: bool, place: int) -> Element:
    if piece.startswith("|") or piece.endswith("|"):
        raise ValueError("a class cannot stand beside words in one element")
    if not piece.startswith("<"):
        return Element(frozenset(piece.lower().split("|")), None, comma, place)
    name = piece[1:-1]
    if name in classes:
        return Element(classes[name], None, comma, place)
    if name in BUILT_IN:
        return Element(frozenset(), name, comma, place)
    raise ValueError(f"no class of tokens is called {name}")


def _variants(
    row: Sequence[tuple[Element, bool]], first: int, last: int, key: int, commonness: Commonness
) -> Iterator[Variant]:
    optional = [index for index, (_, may_miss) in enumerate(row) if may_miss]
    if len(optional) > 4:
        raise ValueError("at most four elements may be optional")
    for mask in range(1 << len(optional)):
        missing = {index for bit, index in enumerate(optional) if mask >> bit & 1}
        kept = [index for index in range(len(row)) if index not in missing]
        elements = tuple(row[index][0] for index in kept)
        lo, hi = sum(i < first for i in kept), sum(i < last for i in kept)
        anchors = [i for i, e in enumerate(elements) if e.words]
        if not anchors or lo == hi:
            raise ValueError("a pattern needs a word to be found by, inside and outside of what may be missing")
        costs = {i: (sum(10 ** commonness(word) for word in elements[i].words), i) for i in anchors}
        yield Variant(key, elements, lo, hi, min(anchors, key=costs.__getitem__))


class Matcher:
    """Many patterns at once: a pattern is read and tried only where one of its anchor words stands.

    ``index`` maps a word to the keys of the patterns that are found by it (see `anchors`); ``variants`` gives those of
    a key when they are first needed.
    """

    __slots__ = ("_by_word", "_index", "_variants")

    def __init__(self, index: Mapping[str, Sequence[int]], variants: Callable[[int], Sequence[Variant]]) -> None:
        self._index = index
        self._variants = variants
        self._by_word: dict[str, tuple[Variant, ...]] = {}

    def find(
        self, text: str, tokens: Sequence[Token], words: Sequence[str], vehicles: frozenset[int] = frozenset()
    ) -> Iterator[Match]:
        """Matches in a sentence: its tokens, and these in lower case. ``vehicles``: starts of tokens in craft names."""
        index = self._index
        for at, word in enumerate(words):
            if word not in index:
                continue
            for variant in self._found_by(word):
                start = at - variant.anchor
                if start >= 0 and _fits(variant, text, tokens, words, start, vehicles):
                    texts = {e.place: tokens[start + i].text for i, e in enumerate(variant.elements)}
                    end, first, last = (start + n for n in (len(variant.elements), variant.first, variant.last))
                    yield Match(variant.key, start, end, first, last, texts)

    def _found_by(self, word: str) -> tuple[Variant, ...]:
        held = self._by_word.get(word)
        if held is None:
            every = (v for key in self._index[word] for v in self._variants(key))
            held = self._by_word[word] = tuple(v for v in every if word in v.elements[v.anchor].words)
        return held


def anchors(variants: Sequence[Variant]) -> frozenset[str]:
    """The words that a pattern is found by."""
    return frozenset(word for v in variants for word in v.elements[v.anchor].words)


def _fits(
    variant: Variant, text: str, tokens: Sequence[Token], words: Sequence[str], start: int, vehicles: frozenset[int]
) -> bool:
    if start + len(variant.elements) > len(tokens):
        return False
    for offset, element in enumerate(variant.elements):
        at = start + offset
        if not _is(element, tokens[at], words[at], vehicles):
            return False
        if offset:
            between = text[tokens[at - 1].end : tokens[at].start].strip()
            if between != ("," if element.comma else ""):
                return False
    return True


def _is(element: Element, token: Token, word: str, vehicles: frozenset[int]) -> bool:
    if element.kind is None:
        return word in element.words
    if element.kind == "NAME":
        return token.text[0].isupper()
    if element.kind == "NUM":
        return token.text[0].isdigit()
    if element.kind == "YEAR":
        return len(word) == 4 and word.isdigit()
    if element.kind == "VEHICLE":
        return token.start in vehicles
    return element.kind == "ANY" or token.text.islower()
