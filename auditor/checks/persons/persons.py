"""TA307: he for a woman, she for a man, as the source's possessive or its lack of a subject leaves it to chance."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.page.spoken_to import spoken_to
from auditor.checks.persons.person_cast import Person
from auditor.checks.persons.person_own import ITS, THEIR
from auditor.checks.persons.person_reach import unreached
from auditor.checks.persons.person_words import gender
from auditor.checks.phrases.calques import shown
from auditor.checks.spans import Sentence
from auditor.reading.article import Reading
from auditor.records import Evidence, Suggestion

_SPOUSES = (("his", "wife"), ("her", "husband"))  # whose spouse it is need not have been named
_WORDS = {"f": "a woman", "m": "a man", "?": "no thing"}


def run(context: Context) -> Iterator[Hit]:
    """Hits on pronouns that can mean nobody in reach, which is nearer in copy that is shown to be translated."""
    reading, pronouns = context.reading, gender().pronouns
    if pronouns.keys().isdisjoint(reading.vocabulary) and {ITS, THEIR}.isdisjoint(reading.vocabulary):
        return
    if spoken_to(reading):
        return  # who is meant has been named to the reader before
    for sentence, at, found in unreached(reading, "translated" in shown(reading)):
        if sentence.words[at : at + 2] not in _SPOUSES:
            yield _hit(reading, sentence, at, found)


def _hit(reading: Reading, sentence: Sentence, at: int, found: Person) -> Hit:
    token, word = sentence.tokens[at], sentence.words[at]
    own = {"f": "her", "m": "his", "?": "his or her"}
    other = (own[found.sex],) if word in (ITS, THEIR) else gender().pronouns[word].other
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
                text=f"nobody else can be meant; “{text}” is {_WORDS[found.sex]}",
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
    title="He for a woman, she for a man, its for either",
    mqm="linguistic-conventions/grammar/pronoun",
    severity="major",
    why="Spanish su, French son and Italian suo do not say whose sex it is, and verbs may lack a subject: the machine "
    "guesses, and readers look for somebody who is not there.",
    message="“{pronoun}”: the only person who can be meant, “{person}”, is {sex}",
    run=run,
    examples=(
        Example(kind="bad", text="For ⟦its⟧ part, Anna Keller announced that the old mill had been sold."),
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
        Example(
            kind="bad",
            text="Bruno Salas owns it.\n\nThe hall was full.\n\nIt rained.\n\nDelmira Quiroga, the actress, sang. "
            "The star, dressed in red, thanked ⟦his⟧ fans.",
        ),
        Example(
            kind="bad",
            text="The senator Bruno Salas and ⟦its⟧ wife left the hall before the vote.",
            fixed="The senator Bruno Salas and his wife left the hall before the vote.",
        ),
        Example(
            kind="bad",
            text="Bruno Salas owns it.\n\nAlejandra Quiroga wrote on Monday on ⟦his⟧ Telegram channel that it burned.",
            fixed="Bruno Salas owns it.\n\nAlejandra Quiroga wrote on Monday on her Telegram channel that it burned.",
        ),
        Example(
            kind="bad",
            text="Bruno Salas began ⟦its⟧ first visit to the town on Monday.",
            fixed="Bruno Salas began his first visit to the town on Monday.",
        ),
        Example(kind="bad", text="During ⟦its⟧ visit, Alejandra Quiroga opened a school."),
        Example(kind="good", text="The delegation came in May. During its visit, Alejandra Quiroga opened a school."),
        Example(kind="good", text="The bank made a loss. Alejandra Quiroga said in its report that it would recover."),
        Example(
            kind="bad",
            text="The cosmonaut was praised for ⟦its⟧ career in the navy before the second flight.",
        ),
        Example(
            kind="bad",
            text="Bruno Salas owns it.\n\nAlejandra Quiroga came in May.\n\nThe hall was full.\n\nQuiroga said that "
            "the roof was old. Then ⟦he⟧ added that it leaked.",
        ),
        Example(
            kind="bad",
            text="Bruno Salas owns it.\n\nAlejandra Quiroga, the mayor of the town, says that the roof was old. "
            "“It leaked,” ⟦he⟧ said.",
            fixed="Bruno Salas owns it.\n\nAlejandra Quiroga, the mayor of the town, says that the roof was old. "
            "“It leaked,” she said.",
        ),
        Example(
            kind="bad",
            text="Alejandra Quiroga sold it.\n\nThe hall was full.\n\nIt rained.\n\nBruno Salas said that "
            "⟦she⟧ was ill.",
        ),
        Example(kind="good", text="Alejandra Quiroga met the president on Friday. He promised a new hall, she said."),
        Example(kind="good", text="The suspect's lawyer, Alejandra Quiroga, said he denied the charges."),
        Example(
            kind="good",
            text="Alejandra Quiroga said that it was ready. “Pedro did a great job,” she said. He built it by hand.",
        ),
        Example(kind="good", text="Alejandra Quiroga met Bruno Salas in Rome. “We are of one mind,” he said."),
        Example(kind="good", text="It rained. When Alejandra Quiroga asked how it was, he joked that it was too late."),
        Example(kind="good", text="Alejandra Lawrence came. Dr Lawrence says that it rained. She says it will be dry."),
        Example(
            kind="good",
            text="Bruno Salas owns it.\n\nAlejandra Quiroga said that a suspect had fled. He was seen in the port.",
        ),
        Example(
            kind="good",
            text="Alejandra Quiroga met Bruno Salas. Quiroga said that Salas was ill. Then he added that it was late.",
        ),
        Example(
            kind="good",
            text="Bruno Salas owns it.\n\nHe had it painted.\n\nAlejandra Quiroga sang in May. His hall was full.",
        ),
        Example(kind="good", text="The farmer, whose daughter, Anna, was hurt, was in tears. He had come from Lyon."),
        Example(kind="good", text="The actress met a director in May. His film opened in June, and she liked it."),
        Example(kind="good", text="Alejandra Quiroga and Bruno Salas left the theatre, and his brother stayed."),
        Example(kind="good", text="Bruno Salas met Jenna Park. Salas left. Asked why she had stayed, Park laughed."),
        Example(kind="good", text="The waitress said that Taylor Quill left his coat in the bar."),
        Example(
            kind="good",
            text="A woman was led away. Police cleared the hall.\n\nThe leader's death was announced in May. "
            "His widow flew home.",
        ),
        Example(kind="limit", text="Alejandra Quiroga and her son left. “I am tired”, ⟦he⟧ wrote to her fans."),
    ),
    sources=(
        "Nueva gramática 18.4; Le bon usage 610; Serianni VII.128; data/languages/person_gender.toml",
        "data/checks/person_own.toml",
    ),
    languages=("en",),
    limits=("Silent where anybody of the pronoun's sex, or of a sex that is not known, is in reach.",),
)

CHECKS: tuple[Check, ...] = (TA307,)
