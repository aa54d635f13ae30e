"""Who a sentence names, and of which sex, as far as English copy tells: persons in order, no checks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from auditor.checks.artifacts_pronouns import is_person
from auditor.checks.artifacts_spans import Sentence
from auditor.packs import data_path, load_toml
from auditor.reading.article import Mention, Reading
from auditor.records import Record

Sex = Literal["f", "m", "?"]
_BESIDE = 3  # characters between a role and the name that it belongs to


class Pronoun(Record, frozen=True):
    """The sex that a pronoun is of, and the words that take its place for the other one: the first before a noun."""

    sex: Sex
    other: tuple[str, ...]


class PersonGender(Record, frozen=True):
    """What tells that a person is a woman or a man; see the file's header."""

    schema: int
    nobody: frozenset[str]
    several: frozenset[str]
    owners: frozenset[str]
    known: frozenset[str]
    ends: frozenset[str]
    feminine_nouns: tuple[str, ...]
    masculine_nouns: tuple[str, ...]
    feminine_names: tuple[str, ...]
    masculine_names: tuple[str, ...]
    pronouns: dict[str, Pronoun]


class Person(NamedTuple):
    """Somebody whom a sentence names; ``again``: by a role with the article, so that it may be one named before;
    ``several``: more than one."""

    start: int
    end: int
    sex: Sex
    again: bool = False
    several: bool = False


@cache
def gender() -> PersonGender:
    """The words of English."""
    return load_toml(data_path("languages", "person_gender.toml"), PersonGender)


@cache
def _nouns() -> Mapping[str, Sex]:
    file = gender()
    return {**dict.fromkeys(file.feminine_nouns, "f"), **dict.fromkeys(file.masculine_nouns, "m")}


@cache
def _names() -> Mapping[str, Sex]:
    file = gender()
    return {**dict.fromkeys(file.feminine_names, "f"), **dict.fromkeys(file.masculine_names, "m")}


def casts(reading: Reading, body: tuple[Sentence, ...]) -> list[list[Person]]:
    """The persons of each sentence, in order."""
    named = _named(reading)
    starts = [person.start for person in named]
    nouns = frozenset(filter(_is_noun, reading.vocabulary))
    casts = []
    for sentence in body:
        lo, hi = (bisect_left(starts, at) for at in (sentence.segment.start, sentence.segment.end))
        cast = named[lo:hi]
        if not nouns.isdisjoint(sentence.words):
            inside = {at for p in cast for at in range(p.start, p.end)}
            cast = sorted((*cast, *(p for p in _by_noun(sentence, cast, nouns) if p.start not in inside)))
        casts.append(cast)
    return casts


def _named(reading: Reading) -> list[Person]:
    """The names that may be persons'; a family name has the sex of the given name that it stands beside elsewhere."""
    families: dict[str, set[Sex]] = {}
    people = [m for m in reading.mentions if m.type in ("person", "other")]
    for mention in people:
        if mention.family and (sex := _own_sex(mention)) != "?":
            families.setdefault(mention.family, set()).add(sex)
    found = []
    for mention in people:
        sex = _own_sex(mention)
        known = families.get(mention.family or mention.text, set())
        if sex == "?" and len(known) == 1:
            sex = next(iter(known))
        found.append(Person(mention.start, mention.end, sex, again=sex == "?" and mention.type == "other"))
    return found


def _own_sex(mention: Mention) -> Sex:
    words = (mention.given or mention.text).replace("-", " ").split()
    by_role = _nouns().get((mention.role or "").lower())
    return by_role or (_names().get(words[0], "?") if words else "?")


@lru_cache(50_000)
def _is_noun(word: str) -> bool:
    """True for a word that may name a person, of whichever sex."""
    own, words = word.removesuffix("'s"), gender()
    return own in _nouns() or (
        own not in words.nobody and own not in words.pronouns and is_person(own) and not _plural(own)
    )


def _by_noun(sentence: Sentence, named: Sequence[Person], nouns: frozenset[str]) -> Iterator[Person]:
    beside = {at for p in named for at in (*range(p.start - _BESIDE, p.start), *range(p.end, p.end + _BESIDE))}
    for at, (word, token) in enumerate(zip(sentence.words, sentence.tokens, strict=True)):
        if word not in nouns:
            continue
        own, before = word.removesuffix("'s"), sentence.words[at - 1] if at else ""
        sex = _nouns().get(own)
        if sex:
            if before in gender().owners or before.endswith(("'s", "s'")):
                yield Person(token.start, token.start, "?")  # whose relative it is
            yield Person(token.start, token.end, sex, several=own in gender().several)
        else:
            again = before in gender().known or token.start in beside or token.end in beside
            yield Person(token.start, token.end, "?", again)


def _plural(word: str) -> bool:
    """True for several people, whom he or she cannot mean."""
    return word.endswith("s") and is_person(word[:-1])
