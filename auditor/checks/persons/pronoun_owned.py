"""``The company increased his turnover``: pronouns before what only institutions or ships have; spans, no check."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import cache

from auditor.checks.persons.person_cast import Person
from auditor.checks.persons.person_words import is_person
from auditor.checks.spans import Sentence
from auditor.packs import data_path, load_toml
from auditor.records import Record

_REACH = 2  # words behind the pronoun of which one names what is owned
_SUBJECT = 6  # tokens in which a sentence names its subject
_OPENERS = frozenset(("the", "this", "our"))
_OWN = frozenset(("his", "her"))
_ONE = "one"  # of his engines
_PLACED = (["at"], ["from"], ["in"], ["near"], ["of"])


class Owned(Record, frozen=True):
    """The file ``data/checks/pronoun_owned.toml``; see its header."""

    schema: int
    bodies: frozenset[str]
    machines: frozenset[str]
    heads: frozenset[str]
    vessels: frozenset[str]
    ships: frozenset[str]
    acts: frozenset[str]
    issues: frozenset[str]


@cache
def _file() -> Owned:
    return load_toml(data_path("checks", "pronoun_owned.toml"), Owned)


def owners(
    sentence: Sentence, people: Sequence[Person], institutions: Container[str], named: int | None, text: str
) -> Iterator[tuple[int, int]]:
    """``(place of the pronoun, place of the noun that it means)`` in a sentence.

    ``people``: whom it names; ``named``: the last token of the name of a body that opens it.
    """
    words = sentence.words
    if _OWN.isdisjoint(words):
        return
    noun = named if named is not None else _subject(sentence, institutions, text)
    if noun is None:
        return
    for at in range(noun + 2, len(words) - 1):
        if words[at] not in _OWN or sentence.quoted[at] != sentence.quoted[noun]:
            continue
        if _somebody(sentence, people, noun, at, text):
            return
        if not _wanted(sentence, noun, at).isdisjoint(_owned(sentence, at)):
            yield at, noun
        return


def _somebody(sentence: Sentence, people: Sequence[Person], noun: int, at: int, text: str) -> bool:
    """True where the words before the pronoun name a person, apart from the noun (English calls ships she).

    A name of no known kind behind a preposition says whose or where the noun is: ``the prefecture of Arcen``.
    """
    start, own = sentence.tokens[at].start, sentence.tokens[noun].start
    before = (person for person in people if person.start < start and person.start != own)
    named = any(not person.again or text[person.start].islower() or not _placed(text, person) for person in before)
    words = sentence.words[:noun] + sentence.words[noun + 1 : at]
    return named or any(is_person(word) for word in words if word != _ONE)


def _placed(text: str, person: Person) -> bool:
    return text[max(0, person.start - 8) : person.start].split()[-1:] in _PLACED


def _subject(sentence: Sentence, institutions: Container[str], text: str) -> int | None:
    """The institution or vessel among the first words: the last noun of the phrase that opens the sentence."""
    found = None
    if sentence.words[0] not in _OPENERS:
        return None
    for at in range(1, min(_SUBJECT, len(sentence.words))):
        if sentence.words[at] in _OWN:
            break
        if sentence.words[at] in institutions or sentence.words[at] in _file().vessels:
            found = at
    if found is None:
        return None
    token = sentence.tokens[found]
    return None if text[token.end : token.end + 1] in ("'", "’", "-") else found


def _wanted(sentence: Sentence, noun: int, at: int) -> frozenset[str]:
    """What the noun may own there."""
    if sentence.words[noun] in _file().vessels:
        return _file().ships if sentence.words[at] == "his" else frozenset()
    own = _file().bodies | _file().machines
    if sentence.words[at - 1] in _file().issues:
        own |= _file().acts
    return own | _file().heads if at == noun + 2 and sentence.words[at - 1] == "and" else own


def _owned(sentence: Sentence, at: int) -> set[str]:
    """The words that follow the pronoun at once, and at most one more."""
    tokens = sentence.tokens[at : at + _REACH + 1]
    joined = 1
    while joined < len(tokens) and tokens[joined].start - tokens[joined - 1].end == 1:
        joined += 1
    return set(sentence.words[at + 1 : at + joined])
