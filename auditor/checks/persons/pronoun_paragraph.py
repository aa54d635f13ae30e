"""``The agency denied it. She sees no danger``: pronouns in a paragraph that speaks of a body alone; spans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from auditor.checks.persons.antecedents import PRONOUNS, REFLEXIVES, SUBJECTS, Antecedent, collective, opening
from auditor.checks.persons.person_cast import Person, is_somebody, is_thing
from auditor.checks.persons.person_words import is_person
from auditor.checks.phrases.calques import shown
from auditor.checks.spans import Sentence
from auditor.packs import data_path, load_toml
from auditor.packs.renderings import public_things
from auditor.reading.article import Mention, Reading
from auditor.reading.quotes.words import words as saying
from auditor.records import Record

_SUBJECTS = frozenset(SUBJECTS)
_PLAIN = {"himself": "him", "herself": "her"}
_FEMININE = frozenset(("she", "her"))
_OPENERS = frozenset(("the", "this", "a", "an"))
_PEOPLE = frozenset((*PRONOUNS, "they", "their", "who", "whose"))
_CITING = ("according", "to")
_LATE = 8  # tokens in which a sentence says when, before its subject
_REACH = 3  # words behind the pronoun of which one is its verb
Found = tuple[Sentence, int, Antecedent]


class Lone(Record, frozen=True):
    """The file ``data/checks/pronoun_paragraph.toml``; see its header."""

    schema: int
    when: frozenset[str]
    personal: frozenset[str]
    works: frozenset[str]


@cache
def _file() -> Lone:
    return load_toml(data_path("checks", "pronoun_paragraph.toml"), Lone)


def lone(body: Sequence[Sentence], cast: Sequence[Sequence[Person]], reading: Reading) -> Iterator[Found]:
    """Pronouns for the body or thing that opens the paragraph, where up to them it names nobody.

    The pronoun is the subject of the sentence behind; in copy that is not shown to be translated, of a verb of what
    bodies do, and elsewhere of none of what only people do. Or it is a reflexive of the body's own sentence.
    """
    names, text = {m.start: m for m in reading.mentions if is_thing(m)}, reading.text
    translated = "translated" in shown(reading)
    for number, sentence in enumerate(body):
        if not REFLEXIVES.keys().isdisjoint(sentence.words):
            yield from _reflexives(sentence, cast[number], names)
        last = body[number - 1] if number else None
        if last is None or last.segment.block != sentence.segment.block or _SUBJECTS.isdisjoint(sentence.words):
            continue
        first = number < 2 or body[number - 2].segment.block != last.segment.block
        at = _subject(sentence) if first and _PEOPLE.isdisjoint(last.words) else None
        if at is None or not (collective(sentence, at) or (translated and _acts(sentence, at))):
            continue
        if any(is_somebody(person, text) for person in cast[number - 1]) or any(map(is_person, last.words)):
            continue
        if noun := _opens(last, sentence.words[at], names):
            yield sentence, at, noun


def _subject(sentence: Sentence) -> int | None:
    """Where he or she is the subject that opens the sentence, behind words that say when or who says so.

    Before a verb of what bodies do any words that name nobody may stand.
    """
    words = sentence.words
    at = next((i for i, word in enumerate(words[:_LATE]) if word in _SUBJECTS), None)
    if at is None or True in sentence.quoted:
        return None
    early = all(word in _file().when or word.isdecimal() for word in words[:at]) or words[:2] == _CITING
    return at if early or (collective(sentence, at) and not any(map(is_person, words[:at]))) else None


def _acts(sentence: Sentence, at: int) -> bool:
    """True where the verb is none of saying, feeling or being somebody."""
    behind = sentence.words[at + 1 : at + 1 + _REACH]
    return len(behind) > 1 and saying("en").verbs.isdisjoint(behind) and _file().personal.isdisjoint(behind)


def _opens(last: Sentence, pronoun: str, names: Mapping[int, Mention]) -> Antecedent | None:
    """The institution or thing that opens the sentence, by its noun or its name."""
    named = _name(last, names)
    if named is not None:
        sails = named.type == "vehicle" and named.text.split()[0] not in public_things()
        if sails and pronoun in _FEMININE:  # English calls ships she
            return None
        return Antecedent(named.text, named.start, named.end, ())
    found = opening(last, pronoun) if last.words[0] in _OPENERS else None
    return found if found is not None and found.noun not in _file().works else None


def _name(sentence: Sentence, names: Mapping[int, Mention]) -> Mention | None:
    at = int(sentence.words[0] in _OPENERS)
    return names.get(sentence.tokens[at].start) if at < len(sentence.tokens) else None


def _reflexives(sentence: Sentence, people: Sequence[Person], names: Mapping[int, Mention]) -> Iterator[Found]:
    """``The parliament gave himself the right``: behind the verb, in a sentence that names nobody before."""
    words = sentence.words
    at = next(i for i, word in enumerate(words) if word in REFLEXIVES)
    before = (words[:at], [person for person in people if person.start < sentence.tokens[at].start])
    if before[1] or sentence.quoted[at] or any(word in PRONOUNS or is_person(word) for word in before[0]):
        return
    if noun := _opens(sentence, _PLAIN[words[at]], names):
        yield sentence, at, noun
