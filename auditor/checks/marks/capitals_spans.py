"""Capitals that are missing in names, and capitals that common nouns do not have: spans, no checks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from functools import cache

from auditor.checks.marks.wording import wording
from auditor.checks.spans import Sentence, Spans, in_address, quoted, sentences
from auditor.packs.institutions import institutions
from auditor.reading.article import Mention, Reading
from auditor.text.tokens import Token, places_of
from auditor.text.traits import trait
from auditor.text.word_classes import word_classes

_MOST = 0.4  # share of capitals from which a sentence is a title
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "both"))
_NOUNS = frozenset(("JJ", "NM", "NN", "NNS"))
_SPEECH = 8  # quoted words of a sentence, from which they are speech and no title of a work
_MANY = frozenset(("African", "Asian", "European"))  # peoples of whom no single state has its own body
_TERM = 3  # a noun that has its capital so often is a term that the text has defined


_Phrases = Mapping[str, Mapping[str, tuple[tuple[str, bool], ...]]]


@cache
def _phrases() -> _Phrases:
    """First and second word in lower case -> their phrases, and whether none may be in lower case throughout."""
    table: dict[str, dict[str, list[tuple[str, bool]]]] = {}
    for always, rows in ((True, wording().names), (False, (*wording().mixed, *_bodies()))):
        for row in rows:
            first, second = row.lower().replace(".", "").split()[:2]
            table.setdefault(first, {}).setdefault(second, []).append((row, always))
    return {
        first: {second: tuple(sorted(rows, key=lambda r: (-len(r[0]), r[0]))) for second, rows in found.items()}
        for first, found in table.items()
    }


def _bodies() -> tuple[str, ...]:
    """Names of the table of institutions that all papers write with capitals, unlike ``the US Treasury``."""
    named = frozenset((*wording().names, *wording().mixed))
    capitals = (name for name in institutions().in_capitals("en") if not name.endswith(" Group"))
    return tuple(name for name in capitals if name not in named and not _of_country(name))


def _of_country(name: str) -> bool:
    """True for the name of a body that begins with the country, its people or their letters."""
    first = name.split()[0]
    return first not in _MANY and (first.lower() in wording().lower or first.isupper() or not first.isalpha())


def phrases(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """``european Commission``, ``the Prime minister``: ``(start, end, right form)`` outside quotation marks."""
    text, table, quotes, done = reading.text, _phrases(), quoted(reading), 0
    if table.keys().isdisjoint(reading.vocabulary):
        return
    for at in places_of(table, reading.lower[:-1]):
        token, rows = reading.tokens[at], table[reading.lower[at]].get(reading.lower[at + 1], ())
        for right, always in rows if token.start >= done else ():
            end = token.start + len(right)
            own = text[token.start : end]
            if own.lower() != right.lower() or own == right or text[end : end + 1].isalnum() or own.isupper():
                continue
            if _is_slip(own, right, always, text, token) and not quotes.hits(token.start, end):
                done = end
                yield token.start, end, right
                break


def _is_slip(own: str, right: str, always: bool, text: str, token: Token) -> bool:
    """Lower case throughout in a name; elsewhere no first capital, or no later one in the midst of a sentence."""
    if in_address(text, token) or text[token.start + len(own) : token.start + len(own) + 1] == "-":
        return False
    if own.islower():
        return always
    if own[0].islower():
        return True
    inside = bool(re.fullmatch(r"[A-Za-z,] ", text[max(0, token.start - 2) : token.start]))
    return inside and any(a.islower() and b.isupper() for a, b in zip(own, right, strict=True))


def _is_ordinary(word: str) -> bool:
    lower, table = word.lower(), wording()
    return word.istitle() and (lower in table.ordinary or lower in table.people or lower in table.spoke)


_ORDINARY = trait(_is_ordinary, "en")


def ordinary_capitals(reading: Reading) -> Iterator[tuple[int, int]]:
    """``the Trailer was pushed``: ordinary words with a capital inside a sentence that is no title.

    Nouns for people (``an Engineer``) count behind “a”; in an article that has such capitals they count everywhere.
    """
    if lower := {*map(str.lower, reading.traits.having(_ORDINARY))}:
        near = [sentence for sentence in sentences(reading) if not lower.isdisjoint(sentence.words)]
        found = [token for sentence in near for token in _capitals(sentence, reading.text, lower)]
        sure = {token.text for token in found if _alone(reading.text, token)}
        if len(sure) > 1:
            other = frozenset(map(str.lower, filter(_common, reading.places)))
            every = (sentence for sentence in sentences(reading) if not other.isdisjoint(sentence.words))
            found += [token for sentence in every for token in _capitals(sentence, reading.text, other - lower)]
        often = Counter(token.text for token in found)
        named = Spans((m.start, m.end) for m in reading.mentions if m.type == "vehicle" or _two_word_place(m))
        for token in found:
            if named.hits(token.start, token.end):
                continue
            if often[token.text] < _TERM and (sure - {token.text} or _alone(reading.text, token)):
                yield token.start, token.end


def _two_word_place(mention: Mention) -> bool:
    """Port Said."""
    return mention.type == "place" and " " in mention.text


def _common(word: str) -> bool:
    """True for a word with its capital that is a common noun or adjective, and neither an office nor a body."""
    lower = word.lower()
    return word.istitle() and word_classes().get(lower) in _NOUNS and lower not in wording().offices


def _alone(text: str, token: Token) -> bool:
    """True where nothing else need show that the capital is a slip."""
    article = text[max(0, token.start - 4) : token.start].rstrip().rsplit(None, 1)[-1:]
    return token.text.lower() not in wording().people or article in (["a"], ["an"])


def _capitals(sentence: Sentence, text: str, words: Container[str]) -> Iterator[Token]:
    """Those of the words (lower case) that stand inside the sentence with a capital, and begin no name or title."""
    table, tokens = wording(), sentence.tokens
    if sum(token.text[0].isupper() for token in tokens[1:]) > _MOST * len(tokens[1:]):
        return
    speech = sum(sentence.quoted) >= _SPEECH
    for index, token in enumerate(tokens):
        word = sentence.words[index]
        if word not in words or index == 0 or not token.text.istitle() or (sentence.quoted[index] and not speech):
            continue
        before, after = tokens[index - 1], tokens[index + 1 : index + 2]
        gap = text[token.end : after[0].start] if after else ""
        if word in table.spoke:
            if before.text.istitle() and text[before.end : token.start] == " " == gap and after[0].text.islower():
                yield token
            continue
        first = index == 1 and sentence.words[0] in _DETERMINERS
        plain = (before.text.islower() or first) and text[before.end : token.start] == " "
        named = bool(after) and gap in (" ", "-", "'", "’") and not after[0].text.islower()
        title = index > 2 and tokens[index - 2].text[0].isupper()  # Songs for Children
        if plain and not named and not title and gap not in ("-", "'", "’"):
            yield token
