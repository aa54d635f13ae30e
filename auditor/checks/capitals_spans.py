"""Capitals that are missing in names, and capitals that common nouns do not have: spans, no checks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from auditor.checks.artifacts_spans import Sentence, in_address, quoted, sentences
from auditor.checks.wording import wording
from auditor.reading.article import Reading
from auditor.text.tokens import Token

_MOST = 0.4  # share of capitals from which a sentence is a title
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "both"))
_TERM = 3  # a noun that has its capital so often is a term that the text has defined


@cache
def _phrases() -> Mapping[str, tuple[tuple[str, bool], ...]]:
    """First word in lower case -> the phrases that begin with it, and whether none may be in lower case throughout."""
    table: dict[str, list[tuple[str, bool]]] = {}
    for always, rows in ((True, wording().names), (False, wording().mixed)):
        for row in rows:
            table.setdefault(row.split()[0].lower(), []).append((row, always))
    return {word: tuple(sorted(rows, key=lambda r: (-len(r[0]), r[0]))) for word, rows in table.items()}


def phrases(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """``european Commission``, ``the Prime minister``: ``(start, end, right form)`` outside quotation marks."""
    text, table, quotes, done = reading.text, _phrases(), quoted(reading), 0
    if table.keys().isdisjoint(reading.vocabulary):
        return
    for token, word in zip(reading.tokens, reading.lower, strict=True):
        if word not in table:
            continue
        for right, always in table[word] if token.start >= done else ():
            end = token.start + len(right)
            own = text[token.start : end]
            if own.lower() != right.lower() or own == right or text[end : end + 1].isalnum() or own.isupper():
                continue
            if _is_slip(own, right, always, text, token) and not quotes.hits(token.start, end):
                done = end
                yield token.start, end, right
                break


def _is_slip(own: str, right: str, always: bool, text: str, token: Token) -> bool:
    """Lower case throughout in a name; elsewhere one capital of two, in the midst of a sentence."""
    if in_address(text, token) or text[token.start + len(own) : token.start + len(own) + 1] == "-":
        return False
    if own.islower():
        return always
    before = text[max(0, token.start - 2) : token.start]
    inside = bool(re.fullmatch(r"[a-z,] ", before))
    return inside and (own[0].islower() or any(a.islower() and b.isupper() for a, b in zip(own, right, strict=True)))


def ordinary_capitals(reading: Reading) -> Iterator[tuple[int, int]]:
    """``the Trailer was pushed``: ordinary nouns with a capital inside a sentence that is no title."""
    lower = {*map(str.lower, filter(str.istitle, reading.places))} & wording().ordinary
    near = (sentence for sentence in sentences(reading) if not lower.isdisjoint(sentence.words)) if lower else ()
    found = [(token.start, token.end) for sentence in near for token in _capitals(sentence, reading.text)]
    for start, end in found:
        word = reading.text[start:end]
        if sum(reading.text[a:b] == word for a, b in found) < _TERM:
            yield start, end


def _capitals(sentence: Sentence, text: str) -> Iterator[Token]:
    words, tokens = wording().ordinary, sentence.tokens
    if sum(token.text[0].isupper() for token in tokens) > _MOST * len(tokens):
        return
    for index, token in enumerate(tokens):
        if index == 0 or sentence.words[index] not in words or not token.text.istitle() or sentence.quoted[index]:
            continue
        before, after = tokens[index - 1], tokens[index + 1 : index + 2]
        first = index == 1 and sentence.words[0] in _DETERMINERS
        plain = (before.text.islower() or first) and text[before.end : token.start] == " "
        gap = text[token.end : after[0].start] if after else ""
        named = bool(after) and gap in (" ", "-", "'", "’") and not after[0].text.islower()
        title = index > 2 and tokens[index - 2].text[0].isupper()  # Songs for Children
        if plain and not named and not title and gap not in ("-", "'", "’"):
            yield token
