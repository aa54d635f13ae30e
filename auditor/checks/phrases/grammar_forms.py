"""TA304, TA306, TA309, NU105: tenses, conditionals and numbers of another language (``data/checks/grammar/``)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.phrases.calques import hits
from auditor.checks.phrases.counted import counted
from auditor.checks.phrases.told_ahead import told_ahead

_GRAMMAR = "linguistic-conventions/grammar"


def _tenses(context: Context) -> Iterator[Hit]:
    yield from hits("TA304", context)
    yield from told_ahead(context)


def _numbers(context: Context) -> Iterator[Hit]:
    yield from hits("TA309", context)
    yield from counted(context)


TA304 = Check(
    id="TA304",
    slug="foreign-tense",
    title="A tense as another language uses it",
    mqm=_GRAMMAR,
    severity="minor",
    why="The perfect with a past day is the everyday past of German, Spanish, French and Italian; in English it is a "
    "slip, and the present with “since” says something else.",
    message="“{words}”: {why}",
    run=_tenses,
    examples=(
        Example(
            kind="bad",
            text="Two hikers ⟦have been⟧ killed on Sunday by an avalanche above the village, rescuers said.",
        ),
        Example(kind="bad", text="The choir ⟦exists since⟧ 1904 and sings in the town church every Sunday."),
        Example(
            kind="bad",
            text="The painter grew up in Porto. In 1931 he ⟦will⟧ marry a singer.",
        ),
        Example(
            kind="bad",
            text="Born in 1940, he ⟦will be⟧ elected mayor of the town in May 1981.",
            fixed="Born in 1940, he was elected mayor of the town in May 1981.",
        ),
        Example(kind="bad", text="In 1983 he left the school in Porto and a year later he ⟦will⟧ marry a nurse."),
        Example(kind="good", text="In 1990 prices the mill will cost as much as the firm that will move by 2030."),
        Example(kind="good", text="The court will rule on the fire in 1990, and will open the files sealed in 1991."),
        Example(kind="good", text="Two hikers have been killed since Sunday, and a third died on Monday."),
        Example(kind="good", text="The choir has existed since 1904. It may have been closed on Monday."),
    ),
    sources=("Quirk et al. 1985, 4.20-24; data/checks/grammar/tense.toml; data/checks/told_ahead.toml",),
    languages=("en",),
)

TA306 = Check(
    id="TA306",
    slug="hearsay-conditional",
    title="Hearsay left in the conditional",
    mqm="accuracy/mistranslation/overly-literal",
    severity="major",
    why="French, Italian and Spanish put what is not confirmed in the conditional; “would have” makes of it what did "
    "not happen, and the reader learns the opposite.",
    message="“{words}”: {why}",
    run=partial(hits, "TA306"),
    examples=(
        Example(
            kind="bad",
            text="The crash killed two people on Friday. According to witnesses, a van ⟦would have⟧ crossed the line.",
        ),
        Example(
            kind="bad",
            text="The driver ⟦would be⟧ aged about 40 and fled on foot, and the police ask for information.",
        ),
        Example(kind="good", text="According to the police, the driver would have died if the van had been faster."),
        Example(kind="good", text="The plan would have cost jobs, the union said. The police reported no arrest."),
        Example(
            kind="limit",
            text="The driver ⟦would have⟧ had wine with his dinner, and two people died in the accident.",
        ),
    ),
    sources=("Le bon usage 889; Serianni XI.381; RAE, Nueva gramatica 23.15; data/checks/grammar/hearsay.toml",),
    languages=("en",),
    limits=("Without a word of hearsay beside it the conditional may be meant, and is left alone.",),
)

NU105 = Check(
    id="NU105",
    slug="foreign-figure-words",
    title="A figure, score or time in the words of another language",
    mqm="locale-conventions/number-format",
    severity="minor",
    why="“3 Mrd” is no figure to an English reader, and a score with a colon reads as a time.",
    message="“{words}”: {why}",
    run=partial(hits, "NU105"),
    examples=(
        Example(
            kind="bad",
            text="The regional bank lost 3 ⟦Mrd⟧ euros with bonds, the auditors found in the autumn.",
            fixed="The regional bank lost 3 billion euros with bonds, the auditors found in the autumn.",
        ),
        Example(kind="bad", text="The team won ⟦2:1⟧ on Saturday and is third in the league with two matches to go."),
        Example(kind="good", text="The team won 2-1 at 20:15 on Saturday, and the match at 21:30 was lost."),
        Example(kind="good", text="The surgery took 20 hours on the first day, in the ratio of 3:1."),
    ),
    sources=("Unicode CLDR 47, compact number formats; data/checks/grammar/formats.toml",),
    languages=("en",),
)

TA309 = Check(
    id="TA309",
    slug="foreign-number",
    title="Number and comparison as another language has them",
    mqm=_GRAMMAR,
    severity="minor",
    why="Nouns that English does not count, verbs that do not agree, and comparatives built twice are slips that an "
    "editor mends at once, and that say where the copy comes from.",
    message="“{words}”: {why}",
    run=_numbers,
    examples=(
        Example(kind="bad", text="The road was wide and ⟦more easier⟧ to keep clear of snow than the old one."),
        Example(kind="bad", text="Nobody knew why there ⟦is⟧ several shops without a door in the old street."),
        Example(
            kind="bad",
            text="The storm damaged 21 ⟦house⟧ in the old town.",
            fixed="The storm damaged 21 houses in the old town.",
        ),
        Example(kind="good", text="A Falcon 9 rocket from the Cape, a 21 house estate and round 5 goal of the day."),
        Example(kind="good", text="It was easier. Much work was done, and many people said so every two days."),
        Example(kind="good", text="There is many a slip, and it is as good as it was last year."),
    ),
    sources=("Quirk et al. 1985, 5.3-9, 7.74-88, 10.34-50; data/checks/grammar/number.toml, comparison.toml",),
    languages=("en",),
)

CHECKS: tuple[Check, ...] = (NU105, TA304, TA306, TA309)
