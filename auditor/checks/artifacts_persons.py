"""TA307: he for a woman, she for a man, as the source's possessive or its lack of a subject leaves it to chance."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.artifacts_calques import find
from auditor.checks.artifacts_spans import Sentence, sentences
from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.copy_kinds import copy_kinds
from auditor.checks.person_cast import Person, Sex, casts, gender
from auditor.reading.article import Reading
from auditor.records import Evidence, Suggestion

_WORDS = {"f": "a woman", "m": "a man"}
_NEAR = 1  # sentences before the pronoun's own in which a person may stand whom it means, in translated copy


def run(context: Context) -> Iterator[Hit]:
    """Hits on pronouns of one sex where every person in reach is of the other.

    In reach is all that comes before; in copy that is shown to be translated, the pronoun's sentence and the one before
    it, and there a role with the article (the singer) is taken for somebody named before.
    """
    reading, pronouns = context.reading, gender().pronouns
    body = sentences(reading)
    if pronouns.keys().isdisjoint(reading.vocabulary):
        return
    near = "translated" in copy_kinds(find(reading), len(reading.tokens))
    cast = casts(reading, body)
    sexes: set[Sex] = set()
    last: list[Person] = []  # of the text before, one at most
    for number, sentence in enumerate(body):
        if near:
            last = [p for p in cast[max(0, number - _NEAR)] if number and not p.again]
            sexes = {p.sex for p in last}
        for at, word in enumerate(sentence.words) if not pronouns.keys().isdisjoint(sentence.words) else ():
            if word in pronouns and not sentence.quoted[at] and sexes.isdisjoint(("?", pronouns[word].sex)):
                here = [p for p in cast[number] if p.end <= sentence.tokens[at].start and not (near and p.again)]
                found = _antecedent(word, [*last[-1:], *here])
                if found:
                    yield _hit(reading, sentence, at, found)
        sexes.update(p.sex for p in cast[number])
        last = cast[number][-1:] or last


def _antecedent(word: str, known: list[Person]) -> Person | None:
    """The last person in reach, if all of them are of the sex that the pronoun is not."""
    if not known or known[-1].several or any(person.sex in ("?", gender().pronouns[word].sex) for person in known):
        return None
    return known[-1]


def _hit(reading: Reading, sentence: Sentence, at: int, found: Person) -> Hit:
    token, word = sentence.tokens[at], sentence.words[at]
    other = gender().pronouns[word].other
    better = other[0] if at + 1 < len(sentence.words) and _noun_follows(sentence, at) else other[-1]
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
    return after and sentence.words[at + 1] not in gender().ends


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
