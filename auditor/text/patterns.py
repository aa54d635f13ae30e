"""Matches token patterns by dictionary look-up, linear in the text. How they are written: `pattern_syntax`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

import msgspec

from auditor.text.memo import Memo
from auditor.text.pattern_marks import parted
from auditor.text.tokens import Token
from auditor.text.word_classes import TAGS, word_classes

_KEPT = 100_000  # words that are remembered with what they find
REACH = 16  # tokens from an anchor within which its guard is looked for
_AGED = re.compile(r"\d{1,3}[-‑–]years?[-‑–]olds?")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])h(?:[0-5]\d)?")


class Element(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One token: one of ``words``, or a member of one of the classes ``kinds``.

    ``before`` is what parts it from the token before: empty for blanks (at the first: for anything), a key of
    `pattern_marks.GLUED`, or a mark as `pattern_syntax` lists them. ``place``: which element of the pattern as
    written, from 1. ``but``: words that do not count as members of the classes.
    """

    words: frozenset[str]
    kinds: tuple[str, ...]
    before: str
    place: int
    but: frozenset[str] = frozenset()


class Variant(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One way to read a pattern; its mark is ``elements[first:last]``; ``after``: what must follow, if not empty.

    It is found by the words of the element ``anchor``, and tried where a word of ``guard``, or of one of its classes
    of `word_classes`, stands beside; the two are one where it has no other.
    """

    key: int
    elements: tuple[Element, ...]
    first: int
    last: int
    anchor: int
    guard: int
    after: str = ""


class Match(msgspec.Struct, frozen=True):
    """Pattern ``key`` on ``tokens[start:end]``, its marked part ``tokens[first:last]``; ``texts`` by element number."""

    key: int
    start: int
    end: int
    first: int
    last: int
    texts: Mapping[int, str]


Marked = Mapping[str, frozenset[int]]
"""Class of names (``VEHICLE``, ``PERSON``, ``PLACE``, ``ORG``) -> the starts of the tokens in such names."""
NAMED = ("VEHICLE", "PERSON", "PLACE", "ORG")

_TESTS: Mapping[str, Callable[[str], bool]] = {
    "ANY": lambda text: True,
    "NAME": lambda text: text[0].isupper(),
    "CAPS": lambda text: text.isupper(),
    "LOWER": str.islower,
    "NUM": lambda text: text[0].isdigit(),
    "DIGITS": str.isdecimal,
    "YEAR": lambda text: len(text) == 4 and text.isdecimal(),
    "ORDINAL": lambda text: bool(_ORDINAL.fullmatch(text)),
    "AGED": lambda text: bool(_AGED.fullmatch(text)),
    "CLOCK": lambda text: bool(_CLOCK.fullmatch(text)),
}
KINDS = frozenset((*_TESTS, *NAMED, *TAGS))
Guards = tuple[tuple[int, dict[str, tuple[int, ...]]], ...]


class Found(msgspec.Struct, frozen=True, array_like=True):
    """The numbers of the variants that an anchor word finds.

    At once (``free``), where some word stands so many tokens off (``guarded``), or a word of some class of
    `word_classes` (``tagged``).
    """

    free: tuple[int, ...]
    guarded: Guards
    tagged: Guards


_Plain = tuple[tuple[int, frozenset[str]], ...]
_Classed = tuple[tuple[int, Element], ...]
_Tried = tuple[int, int, bool, _Plain, _Classed, Variant]
"""What is asked of the words where the anchor and the guard of a variant stand: the anchor, how many elements it has,
whether it opens the sentence; place -> words, of the elements that have no class, the fewest words first; the others.

A bare tuple: others are unpacked slowly.
"""


def _tried(variant: Variant) -> _Tried:
    held = {variant.anchor, variant.guard if abs(variant.guard - variant.anchor) <= REACH else variant.anchor}
    plain = [(place, e.words) for place, e in enumerate(variant.elements) if not e.kinds and place not in held]
    plain.sort(key=lambda row: len(row[1]))
    classed = tuple((place, e) for place, e in enumerate(variant.elements) if e.kinds)
    opens = variant.elements[0].before == "^"
    return variant.anchor, len(variant.elements), opens, tuple(plain), classed, variant


class Matcher:
    """Many patterns at once: a variant is tried only where its anchor stands, and beside it the word that guards it.

    ``found`` tells what an anchor word finds (`pattern_index`), ``variant`` gives a variant by its number; both are
    asked once for what a text needs.
    """

    __slots__ = ("_known", "_variants")

    def __init__(self, found: Callable[[str], Found | None], variant: Callable[[int], Variant]) -> None:
        self._known: Memo[str, tuple[str, Found | None]] = Memo(lambda w: (word_classes().get(w, ""), found(w)), _KEPT)
        self._variants: Memo[int, _Tried] = Memo(lambda number: _tried(variant(number)), _KEPT)

    def find(
        self,
        text: str,
        tokens: Sequence[Token],
        words: Sequence[str],
        marked: Marked,
        near: Collection[int] | None = None,
    ) -> Iterator[Match]:
        """Matches in a sentence: its tokens, and these in lower case; ``marked`` tells which are parts of names.

        ``near``: the places of the words by which patterns are found; None for all of them.
        """
        count, beyond = len(words), ("",) * REACH  # behind the last word and, as places below 0, before the first
        beside, known = (*words, *beyond), [*map(self._known.__getitem__, words)]
        tags = (*[tag for tag, _ in known], *beyond)
        for at, (_, held) in enumerate(known):
            if held is None or (near is not None and at not in near):
                continue
            found = held.free
            for step, rows in held.guarded:
                if (word := beside[at + step]) in rows:
                    found += rows[word]
            for step, rows in held.tagged:
                if (tag := tags[at + step]) and tag in rows:  # most words have none
                    found += rows[tag]
            if not found:
                continue
            here: list[int] = []  # few of those that are tried stand here
            for number in found:
                anchor, size, opens, plain, classed, variant = self._variants[number]
                start = at - anchor
                if start < 0 or start + size > count or (opens and start):
                    continue
                for place, allowed in plain:
                    if words[start + place] not in allowed:
                        break
                else:
                    if _classed(classed, tokens, words, start, marked) and stands(variant, text, tokens, start):
                        here.append(number)
            for number in sorted({*here}) if here else ():
                variant = self._variants[number][-1]
                yield _match(variant, text, tokens, at - variant.anchor)


def _match(variant: Variant, text: str, tokens: Sequence[Token], start: int) -> Match:
    end, first, last = (start + n for n in (len(variant.elements), variant.first, variant.last))
    return Match(variant.key, start, end, first, last, _texts(variant, text, tokens, start))


def _texts(variant: Variant, text: str, tokens: Sequence[Token], start: int) -> dict[int, str]:
    """Element number -> its text; of an element of several tokens the whole."""
    spans: dict[int, tuple[int, int]] = {}
    for token, element in zip(tokens[start : start + len(variant.elements)], variant.elements, strict=True):
        spans[element.place] = (spans.get(element.place, (token.start, 0))[0], token.end)
    return {place: text[lo:hi] for place, (lo, hi) in spans.items()}


def _classed(elements: _Classed, tokens: Sequence[Token], words: Sequence[str], start: int, marked: Marked) -> bool:
    """True when the elements that have classes, each with its place, stand there."""
    for place, element in elements:
        word = words[start + place]
        if word not in element.words and not is_member(element, word, tokens[start + place], marked):
            return False
    return True


def stands(variant: Variant, text: str, tokens: Sequence[Token], start: int) -> bool:
    """True when the variant's marks stand between the tokens from ``start`` on, in a sentence that has so many."""
    for at, element in enumerate(variant.elements, start):
        mark = element.before
        if not mark:  # most words are parted by a blank: no call for these
            if at > start and text[tokens[at - 1].end : tokens[at].start].strip():
                return False
        elif not parted(mark, text, tokens, at):
            return False
    return not variant.after or parted(variant.after, text, tokens, start + len(variant.elements))


def is_member(element: Element, word: str, token: Token, marked: Marked) -> bool:
    """True for a token, ``word`` in lower case, that one of the element's classes has."""
    if word in element.but:
        return False
    for kind in element.kinds:
        if kind in TAGS:
            if word_classes().get(word) == kind and (token.text == word or element.before == "^"):
                return True
            continue
        test = _TESTS.get(kind)
        if test(token.text) if test else token.start in marked.get(kind, ()):
            return True
    return False
