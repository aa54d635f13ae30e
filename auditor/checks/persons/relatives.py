"""TA315: which for a person, who for a thing, as languages have it that use one relative pronoun for both."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.persons.person_cast import casts
from auditor.checks.spans import Sentence, sentences
from auditor.packs import data_path, load_toml
from auditor.reading.article import Reading
from auditor.reading.mentions.words import is_given
from auditor.records import Record, Suggestion
from auditor.text.tokens import places_of
from auditor.text.word_classes import word_classes

_FINITE = frozenset(("VBD", "VBZ", "ED"))
_SUBJECT = 8  # words of a named person with what stands before the name
_PHRASE = 3  # words from the determiner to the noun, at most


class Relatives(Record, frozen=True):
    """The file ``data/checks/relatives.toml``."""

    schema: int
    persons: frozenset[str]
    things: frozenset[str]
    determiners: frozenset[str]
    heads: frozenset[str]
    verbs: frozenset[str]
    states: frozenset[str]


@cache
def _file() -> Relatives:
    return load_toml(data_path("checks", "relatives.toml"), Relatives)


def run(context: Context) -> Iterator[Hit]:
    """Relative pronouns right behind a noun that is the head of its phrase, before a finite verb."""
    reading = context.reading
    asked = [word for word in ("which", "who") if word in reading.places]
    nouns = {"which": _file().persons, "who": _file().things}
    named = _named(reading) if "which" in asked else frozenset()
    if not named and not any(not nouns[word].isdisjoint(reading.vocabulary) for word in asked):
        return
    body = sentences(reading)
    for number, sentence in enumerate(body):
        for at in places_of(nouns, sentence.words):
            word = sentence.words[at]
            if at < 2 or sentence.quoted[at]:
                continue
            if word == "which" and sentence.tokens[at - 1].end in named:
                first = 0 if _leads(sentence, at) else None
            else:
                first = _phrase(sentence, at - 1) if sentence.words[at - 1] in nouns[word] else None
            if first is None or not _finite(sentence, at, reading.text, leads=first == 0):
                continue
            start = sentence.tokens[first].start
            someone = any(person.start < start for person in casts(reading)[number])
            if word == "which" or not someone:
                token, head = sentence.tokens[at], sentence.tokens[at - 1]
                better = "who" if word == "which" else "which"
                args = {"noun": head.text, "better": better}
                yield Hit(start=token.start, end=token.end, args=args, suggestions=(Suggestion(text=better),))


def _phrase(sentence: Sentence, noun: int) -> int | None:
    """Where the phrase of the noun begins; None where it is part of another noun's."""
    words, tokens = sentence.words, sentence.tokens
    for first in range(noun - 1, max(-1, noun - _PHRASE - 1), -1):
        if tokens[first + 1].start - tokens[first].end != 1:
            return None
        if words[first] in _file().determiners:
            return None if first and words[first - 1] in _file().heads else first
    return None


def _named(reading: Reading) -> frozenset[int]:
    """Where the names of persons end, those with a given name that is known."""
    people = (m for m in reading.mentions if m.type == "person" and m.given)
    return frozenset(m.end for m in people if is_given((m.given or "").split()[0]))


def _leads(sentence: Sentence, at: int) -> bool:
    """True where what stands before the pronoun is the subject of the sentence: no verb, no preposition, no mark."""
    words, tokens = sentence.words[:at], sentence.tokens[:at]
    bound = _file().heads | _file().verbs
    free = bound.isdisjoint(words) and not any(word_classes().get(word) in _FINITE for word in words)
    return free and at <= _SUBJECT and all(right.start - left.end == 1 for left, right in pairwise(tokens))


def _finite(sentence: Sentence, at: int, text: str, *, leads: bool) -> bool:
    """A finite verb follows; behind a comma only where the clause cannot be about the whole sentence.

    ``leads``: the noun's phrase begins the sentence, of which nothing has been said yet.
    """
    words, tokens = sentence.words, sentence.tokens
    if at + 1 >= len(words) or tokens[at + 1].start - tokens[at].end != 1:
        return False
    verb = words[at + 1]
    finite = verb in _file().verbs or word_classes().get(verb) in _FINITE
    gap = text[tokens[at - 1].end : tokens[at].start]
    if gap == " " or words[at] == "who":
        return finite and gap in (" ", ", ")
    if leads and gap == ", ":
        return finite
    after = words[at + 2] if at + 2 < len(words) else ""
    return gap == ", " and verb in _file().verbs and (after in _file().states or after.isdecimal())


TA315 = Check(
    id="TA315",
    slug="relative-pronoun",
    title="Which for a person, or who for a thing",
    mqm="linguistic-conventions/grammar/pronoun",
    severity="minor",
    why="Most languages have one relative pronoun for persons and things; English keeps them apart.",
    message="“{noun}” is followed by “{better}” in English",
    run=run,
    languages=("en",),
    examples=(
        Example(
            kind="bad",
            text="The striker ⟦which⟧ scored the second goal was carried off the field after an hour.",
            fixed="The striker who scored the second goal was carried off the field after an hour.",
        ),
        Example(
            kind="bad",
            text="The old bridge ⟦who⟧ collapsed on Monday had been closed to lorries for years.",
            fixed="The old bridge which collapsed on Monday had been closed to lorries for years.",
        ),
        Example(
            kind="bad",
            text="The woman, ⟦which⟧ was 45 years old, died at the scene of the crash.",
            fixed="The woman, who was 45 years old, died at the scene of the crash.",
        ),
        Example(
            kind="bad",
            text="The old mayor Pedro Quiroga, ⟦which⟧ lost the vote in May, left the town on Monday.",
            fixed="The old mayor Pedro Quiroga, who lost the vote in May, left the town on Monday.",
        ),
        Example(kind="good", text="The town has met the mayor Pedro Quiroga, which was a surprise."),
        Example(
            kind="good", text="The owner of the house who called the police had met the mayor, which was a surprise."
        ),
        Example(kind="good", text="The picture of the man which hung in the hall was sold to the firm who built it."),
    ),
    sources=("data/checks/relatives.toml", "data/languages/english_classes.tsv"),
    limits=("Bodies of people (the company who, the team who) are left alone; so are nouns behind a preposition.",),
)

CHECKS: tuple[Check, ...] = (TA315,)
