"""TA307: he for a woman, she for a man, as the source's possessive or its lack of a subject leaves it to chance."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from auditor.checks.artifacts_calques import find
from auditor.checks.artifacts_pronouns import is_person
from auditor.checks.artifacts_spans import Sentence, sentences
from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.copy_kinds import copy_kinds
from auditor.packs import data_path, load_toml
from auditor.reading.article import Mention, Reading
from auditor.records import Evidence, Record, Suggestion

Sex = Literal["f", "m", "?"]
_PRONOUNS: Mapping[str, tuple[Sex, str]] = {
    "he": ("m", "she"),
    "him": ("m", "her"),
    "his": ("m", "her"),
    "himself": ("m", "herself"),
    "she": ("f", "he"),
    "her": ("f", ""),  # him or his
    "herself": ("f", "himself"),
}
_WORDS = {"f": "a woman", "m": "a man"}
_SAME = frozenset(("the", "this", "former"))
_OWNERS = frozenset(("his", "her", "my", "our", "your", "their"))
_BESIDE = 3  # characters between a role and the name that it belongs to
_NEAR = 1  # sentences before the pronoun's own in which a person may stand whom it means, in translated copy


class PersonGender(Record, frozen=True):
    """What tells that a person is a woman or a man; see the file's header."""

    schema: int
    feminine_nouns: tuple[str, ...]
    masculine_nouns: tuple[str, ...]
    feminine_names: tuple[str, ...]
    masculine_names: tuple[str, ...]
    nobody: tuple[str, ...]
    several: tuple[str, ...]


class Person(NamedTuple):
    """Somebody whom a sentence names; ``again``: by a role with the article, so that it may be one named before;
    ``several``: more than one."""

    start: int
    end: int
    sex: Sex
    again: bool = False
    several: bool = False


@cache
def _nouns() -> Mapping[str, Sex]:
    file = _file()
    return {**dict.fromkeys(file.feminine_nouns, "f"), **dict.fromkeys(file.masculine_nouns, "m")}


@cache
def _names() -> Mapping[str, Sex]:
    file = _file()
    return {**dict.fromkeys(file.feminine_names, "f"), **dict.fromkeys(file.masculine_names, "m")}


@cache
def _file() -> PersonGender:
    return load_toml(data_path("languages", "person_gender.toml"), PersonGender)


def run(context: Context) -> Iterator[Hit]:
    """Hits on pronouns of one sex where every person in reach is of the other.

    In reach is all that comes before; in copy that is shown to be translated, the pronoun's sentence and the one before
    it, and there a role with the article (the singer) is taken for somebody named before.
    """
    reading = context.reading
    body = sentences(reading)
    if all(_PRONOUNS.keys().isdisjoint(sentence.words) for sentence in body):
        return
    near = "translated" in copy_kinds(find(reading), len(reading.tokens))
    casts = _casts(reading, body)
    sexes: set[Sex] = set()
    last: list[Person] = []  # of the text before, one at most
    for number, sentence in enumerate(body):
        if near:
            last = [p for p in casts[max(0, number - _NEAR)] if number and not p.again]
            sexes = {p.sex for p in last}
        for at, word in enumerate(sentence.words):
            if word in _PRONOUNS and not sentence.quoted[at] and sexes.isdisjoint(("?", _PRONOUNS[word][0])):
                here = [p for p in casts[number] if p.end <= sentence.tokens[at].start and not (near and p.again)]
                found = _antecedent(word, [*last[-1:], *here])
                if found:
                    yield _hit(reading, sentence, at, found)
        sexes.update(p.sex for p in casts[number])
        last = casts[number][-1:] or last


def _antecedent(word: str, known: list[Person]) -> Person | None:
    """The last person in reach, if all of them are of the sex that the pronoun is not."""
    if not known or known[-1].several or any(person.sex in ("?", _PRONOUNS[word][0]) for person in known):
        return None
    return known[-1]


def _casts(reading: Reading, body: tuple[Sentence, ...]) -> list[list[Person]]:
    """The persons of each sentence, in order."""
    named = _named(reading)
    starts = [person.start for person in named]
    casts = []
    for sentence in body:
        lo, hi = (bisect_left(starts, at) for at in (sentence.segment.start, sentence.segment.end))
        inside = {at for p in named[lo:hi] for at in range(p.start, p.end)}
        nouns = [p for p in _by_noun(sentence, named[lo:hi]) if p.start not in inside]
        casts.append(sorted((*named[lo:hi], *nouns)))
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


def _by_noun(sentence: Sentence, named: Sequence[Person]) -> Iterator[Person]:
    beside = {at for p in named for at in (*range(p.start - _BESIDE, p.start), *range(p.end, p.end + _BESIDE))}
    for at, (word, token) in enumerate(zip(sentence.words, sentence.tokens, strict=True)):
        own, before = word.removesuffix("'s"), sentence.words[at - 1] if at else ""
        sex = _nouns().get(own)
        if sex:
            if before in _OWNERS or before.endswith(("'s", "s'")):
                yield Person(token.start, token.start, "?")  # whose relative it is
            yield Person(token.start, token.end, sex, several=own in _file().several)
        elif own not in _file().nobody and own not in _PRONOUNS and is_person(own) and not _plural(own):
            again = before in _SAME or token.start in beside or token.end in beside
            yield Person(token.start, token.end, "?", again)


def _plural(word: str) -> bool:
    """True for several people, whom he or she cannot mean."""
    return word.endswith("s") and is_person(word[:-1])


def _hit(reading: Reading, sentence: Sentence, at: int, found: Person) -> Hit:
    token, word = sentence.tokens[at], sentence.words[at]
    better = _PRONOUNS[word][1] or ("his" if at + 1 < len(sentence.words) and _noun_follows(sentence, at) else "him")
    text = reading.text[found.start : found.end]
    return Hit(
        start=token.start,
        end=token.end,
        args={"pronoun": token.text, "person": text, "sex": _WORDS[found.sex]},
        suggestions=(Suggestion(text=better.capitalize() if token.text[0].isupper() else better),),
        evidence=(
            Evidence(
                kind="article",
                text=f"nobody else in reach; “{text}” is {_WORDS[found.sex]}",
                article=reading.id,
                start=found.start,
                end=found.end,
            ),
        ),
    )


def _noun_follows(sentence: Sentence, at: int) -> bool:
    """True when the next word follows at once and is none that ends a phrase."""
    after = sentence.tokens[at + 1].start - sentence.tokens[at].end == 1
    return after and sentence.words[at + 1] not in _ENDS


_ENDS = frozenset(
    ("to", "in", "on", "at", "with", "from", "for", "and", "that", "as", "by", "of", "when", "after", "out")
)

TA307 = Check(
    id="TA307",
    slug="person-pronoun",
    title="He for a woman, or she for a man",
    mqm="linguistic-conventions/grammar/pronoun",
    severity="major",
    why="Spanish su, French son and Italian suo do not say whose sex it is, and verbs may lack a subject: the machine "
    "guesses, and readers look for somebody who is not there.",
    message="“{pronoun}”: the only person in reach, “{person}”, is {sex}",
    run=run,
    examples=(
        Example(
            kind="bad",
            text="The actress did not wish to comment on ⟦his⟧ departure from the series.",
            fixed="The actress did not wish to comment on her departure from the series.",
        ),
        Example(
            kind="bad",
            text="Alejandra Quiroga left the theatre in May. “I am tired”, ⟦he⟧ wrote.",
            fixed="Alejandra Quiroga left the theatre in May. “I am tired”, she wrote.",
        ),
        Example(kind="good", text="The actress met a director in May. His film opened in June, and she liked it."),
        Example(kind="good", text="Alejandra Quiroga and Bruno Salas left the theatre, and his brother stayed."),
        Example(kind="good", text="The waitress said that Taylor Quill left his coat in the bar."),
        Example(kind="limit", text="Alejandra Quiroga and her son left. “I am tired”, ⟦he⟧ wrote to her fans."),
    ),
    sources=("Nueva gramática 18.4; Le bon usage 610; Serianni VII.128; data/languages/person_gender.toml",),
    languages=("en",),
    limits=("Silent where anybody of the pronoun's sex, or of a sex that is not known, is in reach.",),
)
