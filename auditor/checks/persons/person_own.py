"""Pronouns that can only mean the subject of their clause: ``said in his speech``, ``began its career``; no checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from auditor.checks.persons.antecedents import genders
from auditor.checks.persons.person_cast import Person
from auditor.checks.persons.person_words import Sex
from auditor.checks.spans import Sentence
from auditor.packs import data_path, load_toml
from auditor.reading.quotes.words import words as saying
from auditor.records import Record
from auditor.text.word_classes import word_classes

ITS, THEIR = "its", "their"
_POSSESSIVES = frozenset(("her", "his", ITS, THEIR))
_SEX: dict[str, Sex] = {"his": "m", "her": "f"}
_WITHIN = frozenset(("at", "during", "in", "on", "through", "via"))
_PARTS = frozenset((led, ITS, part) for led in ("for", "from", "on") for part in ("part", "side"))
_PART = 3  # words of which one of these is
_REACH = 3  # words behind the pronoun of which one is what is owned
_PLACED = frozenset(("at", "from", "in", "near", "on", "since"))
_SHARED = frozenset(("common", "first", "joint", "respective"))
_NOUNS = frozenset(("NM", "NN", "NNS", "NZ"))
_LONGEST = 200  # words of a sentence that is read
_MOST = 14  # words from the person to the pronoun

Found = Iterator[tuple[int, int, Person]]
"""Sentence, word in it, and the person who is meant or is the only one there."""


class Own(Record, frozen=True):
    """The file ``data/checks/person_own.toml``; see its header."""

    schema: int
    spouses: frozenset[str]
    belongings: frozenset[str]
    persons: frozenset[str]
    utterances: frozenset[str]
    days: frozenset[str]
    acts: frozenset[str]
    led: frozenset[str]


@cache
def own() -> Own:
    """The words."""
    return load_toml(data_path("checks", "person_own.toml"), Own)


def its_own(body: Sequence[Sentence], cast: Sequence[Sequence[Person]]) -> Found:
    """``The senator and its wife``, ``the pilot began its career``: what only people have, behind somebody."""
    for number, sentence in enumerate(body):
        if ITS not in sentence.words or len(sentence.words) > _LONGEST:
            continue
        if (taker := _of_its_part(cast[number], sentence, body[number - 1] if number else None)) is not None:
            yield number, 1, taker
        for at, word in enumerate(sentence.words[:-1]):
            if word != ITS or sentence.quoted[at]:
                continue
            person = _before(cast[number], sentence, at)
            if person and (sentence.words[at + 1] in own().spouses or _owns(sentence, person, at)):
                yield number, at, person


def _owns(sentence: Sentence, person: Person, at: int) -> bool:
    """True for what a person has, or for an act of one with its verb right before the pronoun."""
    words = sentence.words
    act = words[at - 1] in own().led and not own().acts.isdisjoint(words[at + 1 : at + 1 + _REACH])
    return (act or words[at + 1] in own().belongings) and _alone(sentence, person, at)


def _of_its_part(cast: Sequence[Person], sentence: Sentence, last: Sentence | None) -> Person | None:
    """Who is meant by ``For its part, Anna Berg said``: a person of known sex right behind the words.

    ``During its visit`` may be a delegation's, where the sentence before speaks of one.
    """
    words = sentence.words
    visit = words[:2] == ("during", ITS) and not own().acts.isdisjoint(words[2 : 2 + _PART])
    visit = visit and not _of_a_body(sentence, 0, last)
    if not cast or len(sentence.tokens) <= _PART or not (words[:3] in _PARTS or visit):
        return None
    person = min(cast, key=lambda known: known.start)
    near = person.start in [token.start for token in sentence.tokens[_PART : _PART + _REACH + visit]]
    return person if near and not person.several and person.sex != "?" else None


def in_own_words(body: Sequence[Sentence], cast: Sequence[Sequence[Person]]) -> Found:
    """``Ms Keller said in his speech``: whoever speaks, speaks in a speech of their own."""
    for number, sentence in enumerate(body):
        if not cast[number] or len(sentence.words) > _LONGEST or own().utterances.isdisjoint(sentence.words):
            continue
        for at, word in enumerate(sentence.words[:-1]):
            if word not in _POSSESSIVES or sentence.quoted[at] or at < _REACH:
                continue
            if word == ITS and _of_a_body(sentence, at, body[number - 1] if number else None):
                continue
            person = _before([known for known in cast[number] if not known.again], sentence, at)
            if person is None or person.sex in ("?", _SEX.get(word, "?")):
                continue
            others = any(
                other.start < sentence.tokens[at].start
                for other in cast[number]
                if other.sex != person.sex and not other.again
            )
            behind = sentence.words[at + 1 : at + 1 + _REACH]
            shared = word == THEIR and not _SHARED.isdisjoint(behind)
            if not (others or shared or own().utterances.isdisjoint(behind)) and _says(sentence, at, person):
                yield number, at, person


def _of_a_body(sentence: Sentence, at: int, last: Sentence | None) -> bool:
    """True where "its" may stand for a body or thing that is spoken of before it."""
    before = (*(last.words if last is not None else ()), *sentence.words[:at])
    return ITS in before or not genders().keys().isdisjoint(before)


def _before(cast: Sequence[Person], sentence: Sentence, at: int) -> Person | None:
    """The last person before the word, if it is one."""
    before = [p for p in cast if not p.several and p.start < p.end <= sentence.tokens[at].start]
    return before[-1] if before else None


def _alone(sentence: Sentence, person: Person, at: int) -> bool:
    """True where the person is no animal or child, and no noun or name stands between that might own it."""
    tokens, words = sentence.tokens, sentence.words
    behind = next((i for i, token in enumerate(tokens) if token.start >= person.end), at)
    if person.sex == "?" and own().persons.isdisjoint(words[:behind][-1:]):
        return False
    between = range(behind, at)
    nouns = any(words[i] in genders() or word_classes().get(words[i]) in _NOUNS for i in between)
    names = any(tokens[i].text[0].isupper() and words[i - 1] not in _PLACED for i in between)
    return len(between) <= _MOST and not nouns and not names and ITS not in words[:at] and "it" not in words[:at]


def _says(sentence: Sentence, at: int, person: Person) -> bool:
    """True where a verb of saying, with the person as its subject, stands right before the pronoun's preposition."""
    words = sentence.words
    if words[at - 1] not in _WITHIN:
        return False
    verb = at - 2
    while verb > 0 and words[verb] in own().days:
        verb -= 1
    subject = next((i for i, token in enumerate(sentence.tokens) if token.start >= person.end), at)
    reach = _MOST if sentence.tokens[verb].start - sentence.tokens[verb - 1].end > 1 else _REACH  # an apposition ends
    return words[verb] in saying("en").verbs and subject <= verb <= subject + reach
