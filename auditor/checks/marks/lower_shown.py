"""Names in lower case that no table need know, since what stands beside them shows them to be names: spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from auditor.checks.base import Context
from auditor.checks.spans import in_address
from auditor.packs import data_path, load_toml
from auditor.reading.article import Reading
from auditor.reading.mentions.words import is_given
from auditor.reading.zones.photos import is_news_agency
from auditor.records import Record
from auditor.text.lexicon import Lexicon, lexicon
from auditor.text.source_places import is_place
from auditor.text.traits import trait
from auditor.text.word_classes import word_classes

_SHORTEST = 4  # letters of a name
_FAMILY = 4.0  # zipf in English below which a word behind a title may be a name, if it is as common elsewhere
_EVERYDAY = 4.4  # zipf in English from which a given name in lower case is a word
_RARE = 2.8  # the same behind "the town of"
_FOREIGN = 4.6  # zipf from which a word is one of another language's running text
_MORE = 0.3  # what it must be commoner by there
_BODY = re.compile(r"\(([a-z]{3,5})\)")
_ALONE = re.compile(r"(?<![^\s“\"(])i(?= ([a-z]{2,7}(?:['’]t)?)\b)")
_SPOKEN = re.compile(r"\b(?:Mr\.?|Mrs\.?|Madam|Madame) ([a-z]{5,10})\b(?! [A-Z])")

Span = tuple[int, int]


class LowerNames(Record, frozen=True):
    """The file ``data/checks/lower_names.toml``; see its header."""

    schema: int
    heads: frozenset[str]
    offices: frozenset[str]
    titles: frozenset[str]
    places: frozenset[str]
    not_names: frozenset[str]
    verbs: frozenset[str]
    spoken: frozenset[str]
    media: frozenset[str]
    behind_the: dict[str, str]
    common: frozenset[str]
    strangers: frozenset[str]
    initialisms: frozenset[str]
    acronyms: frozenset[str]
    written: dict[str, str]


@cache
def lower_names_file() -> LowerNames:
    """The table."""
    return load_toml(data_path("checks", "lower_names.toml"), LowerNames)


def shown_names(context: Context) -> Iterator[Span]:
    """Names in lower case: ``Robert meyboom``, ``the town of selm``, ``president lopez``, ``near landshut``."""
    reading = context.reading
    words = sorted([at for word in reading.traits.having(_UNUSUAL) for at in reading.places[word]])
    taken = -1
    for at in words:
        token = reading.tokens[at]
        if in_address(reading.text, token) or reading.text[token.end : token.end + 1] in ("-", "_", "/", "'", "’"):
            continue
        first = reading.tokens[at - 1] if at else token
        if token.start - first.end == 1 and _may_be_given(first.text, context.lexicon):
            yield first.start, token.end
        elif _is_shown(reading, at, _rank(token.text), listed=taken == at):
            yield token.start, token.end
            taken = _next_of_list(reading, at)
    yield from _elsewhere(reading)
    yield from _abbreviations(context)
    yield from _alone(reading)


def _elsewhere(reading: Reading) -> Iterator[Span]:
    """``Kyle newman``, where the text has ``Kyle Newman`` as well."""
    tokens, seen = reading.tokens, set[int]()
    for name in dict.fromkeys(mention.text for mention in reading.mentions if mention.type == "person"):
        words = name.split(" ")
        last = words[-1].lower()
        if len(words) < 2 or len(last) < _SHORTEST or last in word_classes():
            continue
        for at in reading.places.get(last, ()):
            if at and at not in seen and tokens[at - 1].text == words[-2] and words[-2][:1].isupper():
                seen.add(at)
                if reading.text[tokens[at - 1].end : tokens[at].start] == " ":
                    yield tokens[at - 1].start, tokens[at].end


@lru_cache(maxsize=1000)
def _rank(word: str) -> int:
    """0 for a word that English copy has, 1 for one that may be a person's name, 2 for one that is hardly else."""
    if len(word) < _SHORTEST or not word.islower() or not word.isalpha() or word in word_classes():
        return 0
    row = lexicon().zipfs(word)
    own = row.pop("en", 0.0)
    other = max(row.values(), default=0.0)
    if own >= _FAMILY or other >= _FOREIGN or other < own - 0.1 or not other:
        return 0
    return 2 if own < _RARE and other >= own + _MORE else 1


_UNUSUAL = trait(_rank, "en")


def _is_shown(reading: Reading, at: int, rank: int, *, listed: bool) -> bool:
    text, tokens, lower = reading.text, reading.tokens, reading.lower
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    follows = after is not None and text[token.end : after.start] == " " and after.text[0].isupper()
    if follows and after is not None:
        if rank > 1 and at and _is_title(reading, at - 1, token.start):
            return True
        return is_given(token.text.capitalize()) and _is_family(after.text, reading)
    if listed and rank > 1:
        return True
    if not at or text[tokens[at - 1].end : token.start] not in (" ", ". "):
        return False
    before, earlier = tokens[at - 1], lower[at - 2] if at > 1 else ""
    if _is_title(reading, at - 1, token.start):
        return token.text not in lower_names_file().not_names
    if text[before.end : token.start] == ". ":
        return False
    if lower[at - 1] == "of":
        return rank > 1 and (earlier in lower_names_file().heads or earlier in lower_names_file().offices)
    if lower[at - 1] in lower_names_file().places:
        return rank > 1 and is_place(token.text)
    return rank > 1 and before.text.istitle() and _is_first(reading, at - 1)


def _is_title(reading: Reading, at: int, start: int) -> bool:
    """True for a title, with or without a full stop, right before ``start``."""
    word, gap = reading.lower[at], reading.text[reading.tokens[at].end : start]
    titles = lower_names_file().titles
    return (gap == " " and word in titles) or (gap == ". " and f"{word}." in titles)


def _may_be_given(word: str, lexicon: Lexicon) -> bool:
    """True for a given name in lower case that is no everyday word."""
    named = word.islower() and len(word) >= _SHORTEST and is_given(word.capitalize())
    return named and word not in word_classes() and lexicon.zipf(word, "en") < _EVERYDAY


def _is_first(reading: Reading, at: int) -> bool:
    """True for a given name that no family name follows: two words of a name in a row have their capitals elsewhere."""
    token = reading.tokens[at]
    if not is_given(token.text) or token.text.lower() in word_classes():
        return False
    before = reading.tokens[at - 1] if at else None
    joined = before is not None and token.start - before.end == 1 and before.text.istitle()
    return not joined or reading.lower[at - 1] in lower_names_file().titles


def _is_family(word: str, reading: Reading) -> bool:
    """True for a name with its capital that is no English word."""
    lower = word.lower()
    return word.istitle() and len(word) >= _SHORTEST and lower not in word_classes() and lower not in reading.places


def _next_of_list(reading: Reading, at: int) -> int:
    """Where the next name of ``the towns of selm and werne`` would stand; -1 for nowhere."""
    text, tokens = reading.text, reading.tokens
    if at + 2 < len(tokens) and reading.lower[at + 1] == "and" and tokens[at + 2].start - tokens[at + 1].end == 1:
        return at + 2
    if at + 1 < len(tokens) and text[tokens[at].end : tokens[at + 1].start] == ", ":
        return at + 1
    return -1


def _abbreviations(context: Context) -> Iterator[Span]:
    """``the paper (waz)``: what stands in brackets behind a medium, and is neither a word nor an agency's own form."""
    reading = context.reading
    if lower_names_file().media.isdisjoint(reading.vocabulary):
        return
    for match in _BODY.finditer(reading.text) if "(" in reading.characters else ():
        before = reading.text[max(0, match.start() - 24) : match.start()].split()
        medium = bool(before) and before[-1].lower() in lower_names_file().media
        if medium and context.lexicon.zipf(match[1], "en") < _RARE and not is_news_agency(match[1]):
            yield match.span(1)


def _alone(reading: Reading) -> Iterator[Span]:
    """``i am``, and ``Mr. president``."""
    if "i" in reading.places:
        yield from (m.span() for m in _ALONE.finditer(reading.text) if m[1] in lower_names_file().verbs)
    if not lower_names_file().spoken.isdisjoint(reading.places):
        yield from (m.span(1) for m in _SPOKEN.finditer(reading.text) if m[1] in lower_names_file().spoken)


def capitalized(text: str, start: int, end: int) -> str:
    """What belongs there: capitals throughout for an abbreviation in brackets, else one a word."""
    word = text[start:end]
    return word.upper() if text[start - 1 : start] == "(" and text[end : end + 1] == ")" else word.title()
