"""He behind a quotation where only women act: ``Ms Keller opened Bruno's hall. "We are ready," he said``; no checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.checks.persons.person_cast import Person, pronouns_of
from auditor.checks.persons.person_subjects import LONGEST, acts, apart, oblique, speaks, unpaired
from auditor.checks.persons.person_words import Sex
from auditor.checks.spans import Sentence

_TOLD = 2  # sentences that are more than a quotation, before the pronoun's own
_BACK = 12  # sentences with the quotations between them
_SUBJECTS = frozenset(("he", "she"))
_NOBODY = frozenset(("anybody", "anyone", "everybody", "everyone", "nobody", "somebody", "someone"))


def by_those_who_act(
    body: Sequence[Sentence], cast: Sequence[Sequence[Person]], text: str
) -> Iterator[tuple[int, int, Person]]:
    """Sentence, word and person, where a pronoun tells who said the quotation before it, and nobody of its sex acts.

    Those who act are the subjects of the last sentences, by name, noun or pronoun: all of one sex, one of them by name.
    """
    odd = unpaired(body, text)
    wrong: set[int] = set()  # sentences whose pronoun says nothing of who acts
    for number, sentence in enumerate(body):
        if _SUBJECTS.isdisjoint(sentence.words) or not sentence.quoted[0] or sentence.segment.block in odd:
            continue
        at = sentence.quoted.index(False) if False in sentence.quoted else len(sentence.words)
        if at >= len(sentence.words) or sentence.words[at] not in _SUBJECTS:
            continue
        back = range(number - 1, max(-1, number - _BACK - 1), -1)
        told = [i for i in back if False in body[i].quoted][:_TOLD]
        acting = [p for i in told for p in _acting(body[i], cast[i], text)]
        named = next((p for p in acting if p.sex != "?" and text[p.start].isupper()), None)
        if named is None or any(p.sex != named.sex for p in acting):
            continue
        if named.sex != ("m" if sentence.words[at] == "he" else "f") and not _heard(body, told, wrong, named.sex):
            wrong.add(number)
            yield number, at, named


def _heard(body: Sequence[Sentence], told: Sequence[int], wrong: set[int], sex: Sex) -> bool:
    """True where a pronoun of the other sex stands in the sentences that are told."""
    return any(
        own != sex and not body[i].quoted[at] for i in told if i not in wrong for at, own in pronouns_of(body[i])
    )


def _acting(sentence: Sentence, people: Sequence[Person], text: str) -> list[Person]:
    """The subjects, and those who are known to be persons and stand behind no preposition."""
    found = []
    for person in apart(people, text) if len(sentence.words) <= LONGEST else ():
        if text[person.start : person.end].lower() in _NOBODY:
            continue
        unknown = person.sex == "?" and (person.again or text[person.start].islower())
        met = not (unknown or oblique(person, text))  # they may be the ones who speak next
        if met or speaks(sentence, person) or acts(sentence, person, text):
            found.append(person)
    return found
