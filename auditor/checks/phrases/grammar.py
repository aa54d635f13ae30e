"""TA302, TA303, TA305, TA308, TA313: order, articles and complements of another language (``data/checks/grammar/``)."""

from __future__ import annotations

from functools import partial

from auditor.checks.base import Check, Example
from auditor.checks.phrases.calques import hits

_GRAMMAR = "linguistic-conventions/grammar"

TA302 = Check(
    id="TA302",
    slug="reported-order",
    title="Reported speech in another language's order",
    mqm=_GRAMMAR,
    severity="minor",
    why="After a quotation other languages put the verb before the speaker and use verbs that take no quotation in "
    "English: the sentence reads as if its subject were missing.",
    message="“{words}”: {why}",
    run=partial(hits, "TA302"),
    examples=(
        Example(kind="bad", text="“We will rebuild the bridge by spring”, ⟦hammers⟧ the owner of the mill."),
        Example(
            kind="bad",
            text="“The roof gave way in the night”, ⟦has declared⟧ the head of the rescue service before the cameras.",
        ),
        Example(kind="bad", text="“Nobody saw the fire start”, ⟦explains him⟧ before the press."),
        Example(kind="good", text="“We will rebuild the bridge by spring,” said the head of the district."),
        Example(kind="good", text="The report underlines the need for a well, and he has declared the road safe."),
    ),
    sources=("Le bon usage 416-420; RAE, Nueva gramatica 43; data/checks/grammar/reporting.toml",),
    languages=("en",),
    limits=("“explains the mayor” after a quotation is also good English and is left alone.",),
)

TA303 = Check(
    id="TA303",
    slug="foreign-article",
    title="An article as another language sets it",
    mqm=_GRAMMAR,
    severity="minor",
    why="Countries, clubs, years and possessives take no article in English; Slavic languages have none at all, and "
    "their translations lose the ones that English needs.",
    message="“{words}”: {why}",
    run=partial(hits, "TA303"),
    examples=(
        Example(
            kind="bad",
            text="Sales fell in spring. ⟦The⟧ Portugal has bought less cork than a year ago, the growers said.",
        ),
        Example(
            kind="bad",
            text="The farmer left ⟦the his⟧ field to the neighbours when he moved to the coast.",
            fixed="The farmer left his field to the neighbours when he moved to the coast.",
        ),
        Example(kind="good", text="The Portugal of his youth was poor, and the Portugal striker came from there."),
        Example(kind="good", text="In the 1967 season the club won the cup, and made the most of the summer."),
    ),
    status="stable",
    sources=("Quirk et al. 1985, 5.11-65; data/checks/grammar/articles.toml",),
    languages=("en",),
)

TA305 = Check(
    id="TA305",
    slug="foreign-complement",
    title="A word with another language's preposition or verb form",
    mqm=_GRAMMAR,
    severity="minor",
    why="Prepositions and verb forms follow the word of the source language (participer à, dipendere da): the copy "
    "reads as translated, and sometimes says who did it wrongly.",
    message="“{words}”: {why}",
    run=partial(hits, "TA305"),
    examples=(
        Example(
            kind="bad",
            text="More than four hundred runners participated ⟦to⟧ the race along the river on Sunday.",
            fixed="More than four hundred runners participated in the race along the river on Sunday.",
        ),
        Example(
            kind="bad",
            text="The harvest depends ⟦of⟧ the weather in the last weeks of summer, the growers say.",
            fixed="The harvest depends on the weather in the last weeks of summer, the growers say.",
        ),
        Example(kind="good", text="They depend on the harvest, and it depends at times of drought on the river."),
        Example(kind="good", text="Everyone suffered from the drought and succeeded in the end."),
    ),
    sources=("Oxford Collocations Dictionary; Swan, Practical English Usage; data/checks/grammar/complements.toml",),
    languages=("en",),
)

TA308 = Check(
    id="TA308",
    slug="foreign-order",
    title="A sentence in another language's order",
    mqm=_GRAMMAR,
    severity="minor",
    why="Subjects may be missing or follow their verb in Spanish, Italian and Russian, adjectives follow their nouns, "
    "and German sets a whole clause before a noun: English readers take the wrong word for the subject.",
    message="“{words}”: {why}",
    run=partial(hits, "TA308"),
    examples=(
        Example(
            kind="bad",
            text="The painter came from a small town. ⟦Was born⟧ in 1931 as the son of a miner, and studied there.",
        ),
        Example(kind="bad", text="The clerk saw how the ⟦police municipal⟧ closed the street beside the old mill."),
        Example(kind="good", text="Born in 1931, he was the son of a miner. Was he poor? Nobody has asked him."),
        Example(kind="good", text="Arrived guests sat down, and the municipal police closed the street."),
    ),
    sources=("Quirk et al. 1985, 10.2-31; Nueva gramática 40; data/checks/grammar/order.toml",),
    languages=("en",),
)

TA313 = Check(
    id="TA313",
    slug="broken-clause",
    title="Words that cannot stand side by side",
    mqm=_GRAMMAR,
    severity="minor",
    why="A word was lost, left over or left where another language has it: no clause of English is built so, and the "
    "reader has to guess what the sentence said.",
    message="“{words}”: {why}",
    run=partial(hits, "TA313"),
    examples=(
        Example(kind="bad", text="The owners ⟦of became⟧ rich when the railway came to the valley beside the mill."),
        Example(
            kind="bad", text="Although the rain had stopped at noon, ⟦but⟧ they stayed in the barn with the horses."
        ),
        Example(
            kind="bad",
            text="The villagers talked about ⟦that⟧ they had seen a bear behind the school.",
        ),
        Example(kind="good", text="The man they had spoken of became rich, and in that he was not alone."),
        Example(kind="good", text="Is considered speech free? Had they known, they would have left the barn."),
        Example(kind="good", text="The (old) mill of (and on) the river was sold, and the in-house lawyer agreed."),
    ),
    sources=(
        "Quirk et al. 1985, 2.3-25, 9.1-5; data/checks/grammar/sequences.toml; data/languages/english_classes.tsv",
    ),
    languages=("en",),
    limits=("Only words that a lexicon has as one part of speech count: a verb that may be a noun, too, is let pass.",),
)

CHECKS: tuple[Check, ...] = (TA302, TA303, TA305, TA308, TA313)
