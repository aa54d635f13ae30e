"""Which pronouns of a person can mean nobody whom the copy has named: TA307 asks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from auditor.checks.persons.person_acting import by_those_who_act
from auditor.checks.persons.person_carried import carried
from auditor.checks.persons.person_cast import Person, casts, pronouns_of
from auditor.checks.persons.person_own import in_own_words, its_own
from auditor.checks.persons.person_subjects import (
    LONGEST,
    acts,
    apart,
    asks,
    is_heading,
    is_object,
    last_word,
    oblique,
    titles_of,
)
from auditor.checks.persons.person_words import Sex, gender, is_person
from auditor.checks.persons.pronoun_things import of_things
from auditor.checks.spans import Sentence, sentences
from auditor.reading.article import Reading
from auditor.text.word_classes import word_classes

_NEAR = 1  # sentences before the pronoun's own in which a person may stand whom it means, in translated copy
_FAR = 3  # sentences after which nobody means a person any more without a word of them
_BACK = 100  # sentences in which the name is sought that a role was told with
_SUBJECTS = frozenset(("he", "she"))
_FINITE = frozenset(("VBD", "VBZ", "ED"))
_OWN = frozenset(("her", "his"))
_PHRASE = 3  # words of a phrase behind a possessive pronoun

_SEXES: dict[Sex, tuple[Sex, ...]] = {"f": ("f",), "m": ("m",), "?": ("f", "m")}

Found = dict[tuple[int, int], Person]  # sentence and word in it -> the person who is not meant


def unreached(reading: Reading, near: bool) -> Iterator[tuple[Sentence, int, Person]]:
    """Pronouns of one sex where every person in reach is of the other: sentence, word in it, and that person.

    In reach is all that comes before; with ``near``, the pronoun's sentence and the one before it, and there a role
    with the article (the singer) is taken for somebody named before. Nor can a pronoun mean anybody where nobody of its
    sex was spoken of for some sentences, by name, by noun or by pronoun.
    """
    body, cast, text = sentences(reading), casts(reading), reading.text
    speaking = () if _SUBJECTS.isdisjoint(reading.vocabulary) else (by_those_who_act, carried)
    alone = {
        **{(number, at): person for find in speaking for number, at, person in find(body, cast, text)},
        **_unheard(body, cast, text),
        **_all_before(body, cast, near, text),
        **{(number, at): person for number, at, person in (*its_own(body, cast), *in_own_words(body, cast))},
        **_joined(body, cast, text),
    }
    things = {(sentence.segment.start, at) for sentence, at, _ in of_things(reading)}
    others = [p for people in (cast if alone else ()) for p in people if p.sex == "?" and p.start < p.end]
    starts = [sentence.segment.start for sentence in body]
    for (number, at), found in sorted(alone.items()):
        told = bisect_right(starts, found.start) - 1
        sentence, own = body[number], cast[told]
        named = {p.sex for p in own if text[p.start].isupper()}
        known = found.sex in named or text[found.start].isupper()
        another = not known and _another(others, found.end, sentence.tokens[at].start)
        another = another or asks(body[told], found) or _by_role(body, cast, number, at, text)
        another = another or _behind_whose(body[told], found)
        if sentence.words[at] in _SUBJECTS:
            another = another or any(is_object(sentence, i, found.sex) for i, _ in _spoken(sentence) if i > at)
        if not another and (sentence.segment.start, at) not in things:
            yield sentence, at, found


def _behind_whose(sentence: Sentence, found: Person) -> bool:
    """True for ``The plumber, whose daughter, Anna, was hurt``: whoever it is whose daughter she is was spoken of."""
    return any(
        token.start < found.start
        for token, word in zip(sentence.tokens, sentence.words, strict=True)
        if word == "whose"
    )


def _spoken(sentence: Sentence) -> list[tuple[int, Sex]]:
    """The pronouns, none in a sentence that nobody writes."""
    return pronouns_of(sentence) if len(sentence.words) <= LONGEST else []


def _all_before(body: Sequence[Sentence], cast: Sequence[list[Person]], near: bool, text: str) -> Found:
    """Pronouns before which nobody stands whom they can mean; with ``near``, in their sentence and the one before."""
    found: Found = {}
    sexes: set[Sex] = set()
    last: list[Person] = []  # of the text before, one at most
    said: set[Sex] = set()  # of pronouns that may be right, in the sentence before
    for number, sentence in enumerate(body):
        if near:
            before = number - _NEAR - (number > _NEAR and is_heading(body[number - _NEAR], text))
            last = [p for p in cast[max(0, before)] if number and not p.again]
            sexes = {p.sex for p in last} | said
            last = [p for p in last if not oblique(p, text)]
        spoken = _spoken(sentence)
        for at, sex in spoken:
            if not sentence.quoted[at] and sexes.isdisjoint(("?", sex)) and not _speaks(sentence):
                here = [p for p in cast[number] if p.end <= sentence.tokens[at].start and not (near and p.again)]
                person = _antecedent(sex, [*last[-1:], *here])
                if person and not (near and _unknown(cast[number], person.end, sentence.tokens[at].start, text)):
                    found[number, at] = person
        said = {sex for at, sex in spoken if (number, at) not in found}
        sexes.update(p.sex for p in cast[number])
        last = cast[number][-1:] or last
    return found


def _unknown(people: Sequence[Person], start: int, end: int, text: str) -> bool:
    """True for a name of no known kind between a person and a pronoun: ``Pedro met Rosalba after her concert``."""
    names = (p for p in people if p.again and start <= p.start < p.end <= end and text[p.start].isupper())
    return any(not (is_person(text[p.start : p.end].lower()) or oblique(p, text)) for p in names)


def _unheard(body: Sequence[Sentence], cast: Sequence[list[Person]], text: str) -> Found:
    """Pronouns of a sex of which nobody was spoken of, by name, noun or pronoun, in the last sentences.

    A role without a name or an article (passengers) is forgotten a sentence earlier.
    """
    found: Found = {}
    heard: dict[Sex, int] = {"f": -_FAR, "m": -_FAR}
    told: list[list[Person]] = []  # of the sentences that are more than a quotation
    titles = titles_of(cast, text)
    for number, sentence in enumerate(body):
        people = [p for p in cast[number] if not p.again and p.start < p.end and not (p.quoted and p.sex == "?")]
        before = [p for earlier in told[1 - _FAR :] for p in earlier if not p.again and not oblique(p, text)]
        if False in sentence.quoted:
            told.append(cast[number])
        for at, sex in _spoken(sentence):
            start, after = sentence.tokens[at].start, _behind_noun(sentence, at)
            here = [p for p in people if p.end <= start]
            reach = here or [p for p in people if p.start >= after]
            roles = (p for p in cast[number] if p.sex == "?" and text[p.start].islower())
            other = bool(here) and any(here[0].end <= p.start < p.end <= start for p in roles)
            alone = number - heard[sex] >= _FAR and _other(sex, reach) and not other
            blocked = sentence.quoted[at] or not alone or _speaks(sentence)
            person = None if blocked else _antecedent(sex, [*before[-1:], *here])
            if person:
                found[number, at] = person
            else:
                heard[sex] = number
        for person in people:
            role = person.sex == "?" and text[person.start].islower()
            for sex in _SEXES[person.sex]:
                heard[sex] = max(heard[sex], number - role)
        spoken_of = [p for p in cast[number] if p.quoted and text[p.start].isupper()]
        for person in (*apart(cast[number], text), *spoken_of) if len(sentence.words) <= LONGEST else ():
            if person.again and (acts(sentence, person, text) or _is_met(sentence, person, text)):
                bearers = titles.get(last_word(person, text), set[Sex]())
                for sex in bearers if len(bearers) == 1 else _SEXES["?"]:
                    heard[sex] = max(heard[sex], number)
    return found


def _is_met(sentence: Sentence, person: Person, text: str) -> bool:
    """True for a role that is the object of a verb: she met the president."""
    if not text[person.start].islower():
        return False
    at = next((i for i, token in enumerate(sentence.tokens) if token.start >= person.start), 0)
    led = sentence.words[max(0, at - 2) : at]
    return led[-1:] == ("the",) and word_classes().get(led[0]) in _FINITE


def _joined(body: Sequence[Sentence], cast: Sequence[list[Person]], text: str) -> Found:
    """``Ms Keller and his lawyer``: a pronoun that "and" joins to the name that opens the sentence.

    Not behind a sentence that speaks of somebody whom it may mean.
    """
    found: Found = {}
    for number, sentence in enumerate(body):
        if "and" not in sentence.words:
            continue
        first = next((p for p in cast[number] if not p.several and p.start < p.end), None)
        if first is None or first.again or first.sex == "?" or not _opens(sentence, first, text):
            continue
        at = next((i for i, token in enumerate(sentence.tokens) if token.start > first.end), len(sentence.tokens))
        before = {p.sex for p in cast[number - 1]} if number else set()
        before |= {sex for _, sex in pronouns_of(body[number - 1])} if number else set()
        for place, sex in pronouns_of(sentence):
            joined = place == at + 1 and sentence.words[at] == "and" and sentence.words[place] in _OWN
            if joined and sex != first.sex and before.isdisjoint(("?", sex)) and not sentence.quoted[place]:
                found[number, place] = first
    return found


def _another(unknown: Sequence[Person], start: int, end: int) -> bool:
    """True where somebody of unknown sex stands between a person without a name and the pronoun.

    ``a woman ... the leader's death ... his widow``: the leader is somebody else, whom the pronoun may mean.
    """
    first = bisect_left(unknown, start, key=lambda person: person.start)
    return first < len(unknown) and unknown[first].end <= end


def _by_role(body: Sequence[Sentence], cast: Sequence[list[Person]], number: int, at: int, text: str) -> bool:
    """True where a role with the article stands before the pronoun, and with the name of one whom it may mean before.

    ``Our candidate, Xóchitl Gálvez, ... Murat came. ... the candidate answered from her stage``.
    """
    start, sex = body[number].tokens[at].start, gender().pronouns.get(body[number].words[at])
    roles = {text[p.start : p.end].lower() for p in cast[number] if p.again and p.sex == "?" and p.end <= start}
    if not roles or sex is None:
        return False
    first = max(0, number - _BACK)
    return any(
        not roles.isdisjoint(earlier.words)
        and any(p.sex in ("?", sex.sex) and p.start < p.end and text[p.start].isupper() for p in people)
        for earlier, people in zip(body[first:number], cast[first:number], strict=True)
    )


def _opens(sentence: Sentence, person: Person, text: str) -> bool:
    """True where nothing stands before the person but a title or an article."""
    before = text[sentence.tokens[0].start : person.start]
    return before.count(" ") <= 1 and "," not in before and text[person.end : person.end + 1] == " "


def _speaks(sentence: Sentence) -> bool:
    """True for a sentence of somebody who speaks for himself, outside quotation marks."""
    own = gender().speakers
    return not own.isdisjoint(sentence.words) and any(
        word in own and not quoted for word, quoted in zip(sentence.words, sentence.quoted, strict=True)
    )


def _behind_noun(sentence: Sentence, at: int) -> int:
    """Where the words end that belong to a possessive pronoun: ``his friend Bruno``."""
    end = sentence.tokens[at].end
    for token in sentence.tokens[at + 1 : at + 1 + _PHRASE]:
        if token.start - end != 1:
            break
        end = token.end
    return end


def _antecedent(sex: Sex, known: list[Person]) -> Person | None:
    """The last person in reach, if all of them are of the sex that the pronoun is not."""
    return known[-1] if known and not (known[-1].several or known[-1].quoted) and _other(sex, known) else None


def _other(sex: Sex, people: Iterable[Person]) -> bool:
    """True when all of them are known to be of the other sex."""
    return all(person.sex not in ("?", sex) for person in people)
