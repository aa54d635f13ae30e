"""He behind a woman who speaks: ``Ms Keller said that it burned. Then he added that ...``; no checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.checks.persons.person_cast import Person, pronouns_of
from auditor.checks.persons.person_subjects import LONGEST, acts, apart, is_heading, speaks, speech, unpaired
from auditor.checks.persons.person_words import Sex
from auditor.checks.spans import Sentence

_BACK = 3  # sentences that are more than a quotation, after which nobody goes on speaking
_LATELY = 2  # sentences before one, in which nobody of the other sex may be spoken of
_NEAR = 3  # words between a speaker and the verb
_OPENS = 3  # words before a pronoun that opens its sentence (In addition, he)
_BEING = frozenset(("am", "are", "as", "be", "became", "been", "is", "was", "were"))
_SUBJECTS = frozenset(("he", "she"))
_BETWEEN = frozenset(("also", "has", "had", "then", "further", "later"))

_Spoken = Sequence[tuple[int, Sex]]  # pronouns outside quotation marks


class _State(NamedTuple):
    """Who speaks, how many sentences ago, and whether a role (a suspect) was spoken of that a pronoun may mean."""

    speaker: Person
    age: int = 0
    roles: bool = False


def carried(body: Sequence[Sentence], cast: Sequence[Sequence[Person]], text: str) -> Iterator[tuple[int, int, Person]]:
    """Sentence, word and speaker, where somebody of the other sex goes on speaking whom the copy does not have there.

    The speaker stands beside a verb of saying, in a sentence that speaks of nobody of the other sex; neither does one
    of those between it and the pronoun. Roles without a name that are not the speaker's (the suspect) matter only
    where no quotation stands before the pronoun.
    """
    state: _State | None = None
    odd = unpaired(body, text)
    for number, sentence in enumerate(body):
        if sentence.segment.block in odd or len(sentence.words) > LONGEST:
            state = None
            continue
        if state is not None and _named_by_speaker(sentence, cast[number], state.speaker.sex, text):
            state = state._replace(roles=True)
        if False not in sentence.quoted or is_heading(sentence, text):
            continue
        people = apart(cast[number], text)
        spoken = [(at, sex) for at, sex in pronouns_of(sentence) if not sentence.quoted[at]]
        taken = _taken_up(sentence, spoken, people, state, text) if state is not None else None
        if state is not None and taken is not None and dict(spoken)[taken] != state.speaker.sex:
            yield from ((number, at, state.speaker) for at, sex in spoken if at <= taken and sex != state.speaker.sex)
            state = state._replace(age=0)
            continue
        state = _next(state, sentence, spoken, people, text)
        if state is not None and state.age == 0 and _named_by_speaker(sentence, cast[number], state.speaker.sex, text):
            state = state._replace(roles=True)
        if spoken and (own := _own(sentence, spoken, people, text)) is not None:
            at, person = own
            near = range(max(0, number - _LATELY), number)
            if not any(_heard(body[i], cast[i], person.sex, text) for i in near):
                yield number, at, person


def _taken_up(sentence: Sentence, spoken: _Spoken, people: Sequence[Person], state: _State, text: str) -> int | None:
    """Where he or she is the subject that can only be the speaker; None where it may be another."""
    for at, _ in spoken:
        behind = at > 0 and all(sentence.quoted[:at])
        opens = at <= _OPENS and not any(sentence.quoted[:at])
        if sentence.words[at] in _SUBJECTS and (opens or _says(sentence, at)) and (behind or not state.roles):
            start = sentence.tokens[at].start
            before = [p for p in people if p.start < start]
            other = _others(before, state.speaker.sex, sentence) or _roles(before, sentence, text)
            return None if other else at
    return None


def _named_by_speaker(sentence: Sentence, people: Sequence[Person], sex: Sex, text: str) -> bool:
    """True where quoted words speak of anybody of the other sex, whom a pronoun of the copy may mean afterwards."""
    if True not in sentence.quoted:
        return False
    named = any(p.quoted and p.sex != sex and (p.sex != "?" or text[p.start].isupper()) for p in people)
    return named or any(own != sex and sentence.quoted[at] for at, own in pronouns_of(sentence))


def _own(sentence: Sentence, spoken: _Spoken, people: Sequence[Person], text: str) -> tuple[int, Person] | None:
    """The first pronoun, of the other sex, right behind the speaker and the verb: ``Ms Keller says that he``."""
    at, sex = spoken[0]
    led = sentence.words[max(0, at - 2) : at]
    verb = led[-2:-1] if led[-1:] == ("that",) else led[-1:]
    if sentence.words[at] not in _SUBJECTS or not verb or verb[0] not in speech():
        return None
    if any(word.endswith(("'s", "s'")) for word in sentence.words[:at]):  # the suspect's lawyer said that he
        return None
    before = [p for p in people if p.start < sentence.tokens[at].start]
    person = None if _roles(before, sentence, text) else _speaker(sentence, (), before, text)
    if person is None or person.sex == sex:
        return None
    near = sentence.tokens[max(0, at - _NEAR - 1) : at]
    return (at, person) if any(token.start >= person.end for token in near) else None


def _heard(sentence: Sentence, cast: Sequence[Person], sex: Sex, text: str) -> bool:
    """True where a sentence speaks of anybody who is, or may be, of the other sex."""
    if any(own != sex for _, own in pronouns_of(sentence)):
        return True
    return any(p.sex != sex and p.start < p.end and (not p.again or text[p.start].islower()) for p in cast)


def _next(
    state: _State | None, sentence: Sentence, spoken: _Spoken, people: Sequence[Person], text: str
) -> _State | None:
    """Who speaks after the sentence."""
    found = _speaker(sentence, spoken, people, text)
    if found is not None:
        return _State(found, 0, _roles(people, sentence, text))
    if state is None or state.age >= _BACK or _others(people, state.speaker.sex, sentence):
        return None
    if any(p.again and text[p.start].isupper() and acts(sentence, p, text) for p in people):
        return None
    if any(sex != state.speaker.sex for _, sex in spoken):
        return None
    age = 0 if spoken or people else state.age + 1
    return _State(state.speaker, age, state.roles or _roles(people, sentence, text))


def _others(people: Sequence[Person], sex: Sex, sentence: Sentence) -> bool:
    """True where somebody else is spoken of, or a name of no known kind or a role speaks."""
    return any(p.sex != sex and (p.sex != "?" or not p.again or speaks(sentence, p)) for p in people)


def _roles(people: Sequence[Person], sentence: Sentence, text: str) -> bool:
    """True for nouns of persons without a name that do not say what somebody is."""
    starts = {p.start for p in people if p.sex == "?" and text[p.start].islower()}
    places = (at for at, token in enumerate(sentence.tokens) if token.start in starts)
    return any(_BEING.isdisjoint(sentence.words[max(0, at - _NEAR) : at]) for at in places)


def _speaker(sentence: Sentence, spoken: _Spoken, people: Sequence[Person], text: str) -> Person | None:
    """The person beside a verb of saying, where all whom the sentence names are of one sex."""
    named = [p for p in people if text[p.start].isupper() and p.sex != "?" and not p.several]
    if not named or _others(people, named[0].sex, sentence) or any(sex != named[0].sex for _, sex in spoken):
        return None
    return next((p for p in named if speaks(sentence, p)), None)


def _says(sentence: Sentence, at: int) -> bool:
    """True for a pronoun that is the subject of a verb of saying."""
    behind = [word for word in sentence.words[at + 1 : at + 3] if word not in _BETWEEN]
    return bool(behind) and behind[0] in speech()
