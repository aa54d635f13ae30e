"""Pronouns of a sex that stand for an institution or a thing: what is found, no check."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from auditor.checks.persons.antecedents import (
    LANGUAGES,
    PRONOUNS,
    REFLEXIVES,
    SUBJECTS,
    Antecedent,
    antecedent,
    collective,
    genders,
    opening,
    subject,
)
from auditor.checks.persons.person_cast import Person, casts, is_somebody, is_thing, pronouns_of
from auditor.checks.persons.person_words import is_person
from auditor.checks.persons.pronoun_owned import owners
from auditor.checks.persons.pronoun_paragraph import lone
from auditor.checks.phrases.calques import shown
from auditor.checks.spans import Sentence, Spans, sentences
from auditor.packs.renderings import public_things
from auditor.reading.article import Mention, Reading
from auditor.reading.quotes.words import words as saying
from auditor.text.around import last_before
from auditor.text.memo import once
from auditor.text.traits import plain, trait

_OPENERS = frozenset(("the", "this", "a"))
_MARKS = frozenset("\"”“»«’'")
_SPEAKER = 2  # tokens of a sentence that only says who spoke
_OPENS = 1  # the last token at which a pronoun opens its sentence
_RELATIVE = 9  # characters of a relative pronoun with its comma and blanks
_VERB = re.compile(r" (?:[a-z]{1,20} ){1,3}")  # a verb with its auxiliaries or an adverb
_BEHIND_OBJECT = frozenset(
    ("after", "again", "and", "as", "at", "before", "by", "for", "from", "in", "of", "on", "out", "to", "with")
)
_PERSON = trait(lambda word: is_person(plain(word)), "en")
_FEMININE = frozenset(("she", "her", "herself"))
_FAR = 3  # sentences after which nobody means a person any more without a word of them


Found = tuple[Sentence, int, Antecedent]
"""The sentence, the place of the pronoun in it, and what it stands for."""


@once
def of_things(reading: Reading) -> Sequence[Found]:
    """Pronouns for institutions and things, in text order."""
    if PRONOUNS.keys().isdisjoint(reading.vocabulary) and REFLEXIVES.keys().isdisjoint(reading.vocabulary):
        return []
    body, cast = sentences(reading), casts(reading)
    found = {sentence.tokens[at].start: (sentence, at, noun) for sentence, at, noun in _all(reading, body)}
    for sentence, at, noun in _taken_up(body, cast, reading):
        found.setdefault(sentence.tokens[at].start, (sentence, at, noun))
    for sentence, at, noun in (*_owned(body, cast, reading), *lone(body, cast, reading)):
        found.setdefault(sentence.tokens[at].start, (sentence, at, noun))
    kept = [one for _, one in sorted(found.items(), key=itemgetter(0)) if not _its_object(reading.text, *one)]
    return [one for one in kept if not (_next_clause(*one) or _is_predicate(*one))]


_POSSESSIVES = frozenset(("his", "her", "hers"))
_BE = frozenset(("is", "was", "be", "been", "became", "becomes", "remains", "remained"))


def _next_clause(sentence: Sentence, at: int, noun: Antecedent) -> bool:
    """True for ``The verdict is not final, he appealed``: a clause of its own, about somebody else."""
    tokens = sentence.tokens
    if sentence.words[at] not in SUBJECTS or sentence.words[0] not in _OPENERS or noun.start < tokens[0].start:
        return False
    return tokens[at].start - tokens[at - 1].end > 1


def _is_predicate(sentence: Sentence, at: int, noun: Antecedent) -> bool:
    """True for ``The company was his whole world``: whose it was, not what it had."""
    before = sentence.words[at - 1] if at else ""
    return sentence.words[at] in _POSSESSIVES and before in _BE and noun.start < sentence.tokens[at].start


def _its_object(text: str, sentence: Sentence, at: int, noun: Antecedent) -> bool:
    """True for ``the ministry, which he leads`` and ``the court sentenced him``: the pronoun stands for another.

    A relative takes the institution up itself, and the object of a verb is not its subject, which would be "itself".
    """
    between = text[noun.end : sentence.tokens[at].start] if noun.end <= sentence.tokens[at].start else ""
    if len(between) <= _RELATIVE and between.strip(" ,") in ("which", "whom", "that"):
        return True
    return _is_object(sentence, at) and _VERB.fullmatch(between) is not None


def _is_object(sentence: Sentence, at: int) -> bool:
    """Whether nothing behind the pronoun can be owned: ``him``, and ``her`` at the end or before a preposition."""
    behind = sentence.words[at + 1 : at + 2]
    return sentence.words[at] == "him" or (sentence.words[at] == "her" and (not behind or behind[0] in _BEHIND_OBJECT))


def _owned(body: Sequence[Sentence], cast: Sequence[Sequence[Person]], reading: Reading) -> Iterator[Found]:
    """Pronouns before what only a body or ship has, behind the one that is the subject of the sentence."""
    text, translated = reading.text, "translated" in shown(reading)
    names = {m.start: m for m in reading.mentions if m.type in ("org", "place")}
    for number, sentence in enumerate(body):
        name = names.get(sentence.tokens[sentence.words[0] == "the"].start) if len(sentence.words) > _SPEAKER else None
        last = next((i for i, token in enumerate(sentence.tokens) if token.end == name.end), None) if name else None
        for at, place in owners(sentence, cast[number], genders(), last, text):
            if number and _told_of(body, cast[number - 1], number, place, at) and not translated:
                continue
            own = genders().get(sentence.words[place], {})
            fits = tuple(code for code in LANGUAGES if own.get(code) == PRONOUNS[sentence.words[at]][0])
            token = sentence.tokens[place]
            word, start = (name.text, name.start) if name else (sentence.words[place], token.start)
            yield sentence, at, Antecedent(word, start, token.end, fits)


def _told_of(body: Sequence[Sentence], before: Sequence[Person], number: int, noun: int, at: int) -> bool:
    """True where the body says something of somebody of whom the last sentence spoke: the army said his units."""
    sentence, sex = body[number], PRONOUNS[body[number].words[at]][0]
    if saying("en").verbs.isdisjoint(sentence.words[noun:at]):
        return False
    return any(p.sex in ("?", sex) for p in before) or any(own == sex for _, own in pronouns_of(body[number - 1]))


def _all(reading: Reading, body: Sequence[Sentence]) -> Iterator[Found]:
    """Pronouns that mean an institution, with it, in paragraphs that name no person.

    One that stands for nothing in reach means somebody of an earlier paragraph, and so do those of its sex after it.
    """
    translated = "translated" in shown(reading)
    people = Spans((m.start, m.end) for m in reading.mentions if _may_be_person(reading.text, m))
    block, clean_text, clean_block, clean_before, last = -1, True, True, True, None
    persons = frozenset(map(plain, reading.traits.having(_PERSON)))
    meant: set[str] = set()
    for sentence in body:
        if sentence.segment.block != block:
            meant = set()
            clean_before = clean_block
            block, clean_block, last = sentence.segment.block, True, None
        at = _pronoun(sentence, reading.text)
        personal = not persons.isdisjoint(sentence.words) or people.hits(sentence.segment.start, sentence.segment.end)
        sex = None if at is None else PRONOUNS[sentence.words[at]][0]
        if at is None or sex in meant:
            found = None
        elif clean_block and not personal and (clean_text or collective(sentence, at)):
            found = antecedent(sentence, at, last, clean_text)
        elif not personal and ((translated and sentence.words[at] in SUBJECTS) or (clean_block and clean_before)):
            found = subject(sentence, at)
        else:
            found = None
        if at is not None and found:
            yield sentence, at, found
        elif sex is not None:
            meant.add(sex)
        clean_block = clean_block and not personal
        clean_text = clean_text and not personal
        last = sentence


def _taken_up(body: Sequence[Sentence], cast: Sequence[Sequence[Person]], reading: Reading) -> Iterator[Found]:
    """Pronouns of a sex of which nobody was spoken of for some sentences, behind an institution that is the subject."""
    text, heard = reading.text, {"m": -_FAR, "f": -_FAR}
    names = {m.start: m for m in reading.mentions if is_thing(m)}
    for number, sentence in enumerate(body):
        people = [person for person in cast[number] if is_somebody(person, text)]
        done = False
        for at, sex in pronouns_of(sentence):
            start = sentence.tokens[at].start
            alone = (
                number - heard[sex] >= _FAR
                and not sentence.quoted[at]
                and not any(person.sex in ("?", sex) for person in people if person.start < start or not person.again)
            )
            noun = None
            if alone and last_before(text, start) not in _MARKS:
                nobody = number and not any(is_somebody(person, text) for person in cast[number - 1])
                last = body[number - 1] if nobody else None
                noun = _subject_before(sentence, at, last) or _name_before(sentence, at, last, names)
            if noun is None:
                heard[sex] = number
            elif not done:
                done = True
                yield sentence, at, noun
        for sex in {person.sex for person in people}:
            heard.update({"m": number, "f": number} if sex == "?" else {sex: number})


def _subject_before(sentence: Sentence, at: int, last: Sentence | None) -> Antecedent | None:
    """The institution noun that opens the pronoun's own sentence or, where the pronoun does, the one before."""
    if sentence.words[at] not in PRONOUNS:
        return None
    if at > _OPENS:
        return subject(sentence, at)
    if last is None or last.words[0] not in _OPENERS:
        return None
    return opening(last, sentence.words[at])


def _name_before(sentence: Sentence, at: int, last: Sentence | None, names: Mapping[int, Mention]) -> Antecedent | None:
    """The club, body or country whose name opens the sentence before one that a pronoun opens."""
    first = last.tokens[last.words[0] == "the"].start if last is not None and len(last.tokens) > 1 else -1
    named = names.get(first) if at <= _OPENS else None
    if named is None or sentence.words[at] not in PRONOUNS:
        return None
    sails = named.type == "vehicle" and named.text.split()[0] not in public_things()
    if sails and feminine(sentence, at):
        return None
    return Antecedent(named.text, named.start, named.end, ())


def feminine(sentence: Sentence, at: int) -> bool:
    """True for she, her and herself."""
    return sentence.words[at] in _FEMININE


def _pronoun(sentence: Sentence, text: str) -> int | None:
    """The first pronoun outside quotation marks; none where it names the speaker of what was quoted before it.

    A sentence of two words is such a speaker, too: ``he said.``, cut off by a stop.
    """
    if len(sentence.words) <= _SPEAKER or PRONOUNS.keys().isdisjoint(sentence.words):
        return None
    at = next((i for i, word in enumerate(sentence.words) if word in PRONOUNS and not sentence.quoted[i]), None)
    return None if at is not None and last_before(text, sentence.tokens[at].start) in _MARKS else at


def _may_be_person(text: str, mention: Mention) -> bool:
    """True for a person, and for a name of no known kind unless an institution noun stands before it."""
    if mention.type == "other" and not is_thing(mention):
        word = text[max(0, mention.start - 40) : mention.start].rsplit(None, 1)[-1:]
        return not (word and word[0].lower() in genders())
    return mention.type == "person"
