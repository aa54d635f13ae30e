"""TA301: he or she for an institution, as the gender of the source language's noun would have it."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.persons.antecedents import PRONOUNS, REFLEXIVES, Antecedent
from auditor.checks.persons.pronoun_things import feminine, of_things
from auditor.checks.spans import Sentence
from auditor.entities.wording import languages
from auditor.reading.article import Reading
from auditor.records import Evidence, Suggestion

_WEIGHT = 1.6


def run(context: Context) -> Iterator[Hit]:
    """Hits on third-person pronouns that can only stand for an institution.

    With a verb of what bodies do, or with the institution as the subject of the same sentence, the paragraph up to the
    pronoun must name no person (in the second case the one before neither, and in copy that is shown to be translated
    only the sentence); else the whole text up to it.
    """
    for sentence, at, noun in of_things(context.reading):
        yield _hit(context.reading, sentence, at, noun)


def _hit(reading: Reading, sentence: Sentence, index: int, found: Antecedent) -> Hit:
    token = sentence.tokens[index]
    neuter = (PRONOUNS | REFLEXIVES)[sentence.words[index]][1]
    follower = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    start, end = token.start, token.end
    if sentence.words[index] in ("he", "she") and follower and reading.text[end : follower.start] == " ":
        end = follower.end
    better = neuter.capitalize() if token.text[0].isupper() else neuter
    text = better + reading.text[token.end : end]
    only = found.languages[0] if len(found.languages) == 1 else None
    gender = "feminine" if feminine(sentence, index) else "masculine"
    what, every = (
        f"{gender} in {languages(codes)}" if codes else "no person" for codes in (found.languages[:3], found.languages)
    )
    return Hit(
        start=start,
        end=end,
        args={
            "pronoun": token.text,
            "noun": f"the {found.noun}" if found.languages else found.noun,
            "languages": ", ".join(found.languages),
            "what": f"is {what}",
        },
        suggestions=(Suggestion(text=text),),
        evidence=(
            Evidence(
                kind="article",
                text=f"no person in reach; “{found.noun}” is {every}",
                article=reading.id,
                start=found.start,
                end=found.end,
            ),
        ),
        points_to=only,
        weight=_WEIGHT,
    )


TA301 = Check(
    id="TA301",
    slug="pronoun-gender",
    title="He or she for an institution",
    mqm="linguistic-conventions/grammar/pronoun",
    severity="major",
    why="A machine keeps the gender of the source language's noun; readers look for a person who is not there.",
    message="“{pronoun}” stands for {noun}, which {what}; English says “it”",
    run=run,
    examples=(
        Example(
            kind="bad",
            text="The regional council met behind closed doors. After four hours ⟦he decided⟧ to close the harbour.",
            fixed="The regional council met behind closed doors. After four hours it decided to close the harbour.",
        ),
        Example(
            kind="bad",
            text="The company closed two plants last year. Since then ⟦she has⟧ lost a third of its turnover.",
            fixed="The company closed two plants last year. Since then it has lost a third of its turnover.",
        ),
        Example(
            kind="bad",
            text="Anna Alder owns the mill.\n\nThe fair was quiet.\n\nThe club will rebuild ⟦his⟧ stadium by 2030.",
            fixed="Anna Alder owns the mill.\n\nThe fair was quiet.\n\nThe club will rebuild its stadium by 2030.",
        ),
        Example(
            kind="bad",
            text="Anna Alder owns the mill.\n\nThe men left.\n\nThe fair was full.\n\nThe national team flew to Rome. "
            "⟦She is⟧ to play twice.",
        ),
        Example(
            kind="bad",
            text="Bruno Alder owns it.\n\nThe fair was full.\n\nIt rained.\n\nThe Torano Football Club lost. "
            "⟦She is⟧ third.",
        ),
        Example(
            kind="bad",
            text="Anna Alder and Bruno Salas met. She was glad, he was not. The firm increased ⟦her⟧ turnover in May.",
            fixed="Anna Alder and Bruno Salas met. She was glad, he was not. The firm increased its turnover in May.",
        ),
        Example(
            kind="bad",
            text="Bruno Alder owns it. He is ill.\n\nThe agency denied the report on Friday. ⟦She sees⟧ no danger.",
            fixed="Bruno Alder owns it. He is ill.\n\nThe agency denied the report on Friday. It sees no danger.",
        ),
        Example(
            kind="bad",
            text="The town senate gave ⟦himself⟧ the right to name all judges, the paper reports.",
            fixed="The town senate gave itself the right to name all judges, the paper reports.",
        ),
        Example(kind="good", text="The company was his whole world until the club bought it in May."),
        Example(kind="good", text="The committee invited him to speak in May, and the council thanked her for it."),
        Example(
            kind="good",
            text="Bruno Alder owns it. He is ill.\n\nThe agency denied the report on Friday. He said he was well.",
        ),
        Example(kind="good", text="The council met the mayor. After four hours he decided to close the harbour."),
        Example(
            kind="good",
            text="Anna Alder owns it.\n\nIn May she fell ill and was taken to the hospital. "
            "At home, she passed the time with books.",
        ),
        Example(kind="good", text="The fair was quiet. The verdict is not final, he appealed."),
        Example(kind="good", text="The council published its report. It decided to close the harbour in March."),
    ),
    sources=(
        "Duden, TLFi, RAE, Treccani, Ozhegov, PWN (genders): data/checks/pronoun_nouns.tsv",
        "Princeton WordNet 3.1 (parts of organizations and ships): data/checks/pronoun_owned.toml",
        "Quirk et al. 1985, 5.111; Levin 1993, 31 and 37: data/checks/pronoun_paragraph.toml",
    ),
    status="stable",
    languages=("en",),
    limits=(
        "Persons whom only an earlier paragraph names are seen as antecedents for some sentences, no more.",
        "“The bank closed his branches” is marked even where his means an owner whom a sentence before names.",
    ),
)

CHECKS: tuple[Check, ...] = (TA301,)
