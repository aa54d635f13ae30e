"""Every check of the house, in one visible list, ordered by id."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from auditor.checks.base import Check

MODULES = (
    "figures.ages",
    "figures.american_dates",
    "figures.arithmetic",
    "figures.bare_days",
    "figures.clock_times",
    "figures.date_slips",
    "figures.dates",
    "figures.directions",
    "figures.durations",
    "figures.figure_signs",
    "figures.figures",
    "figures.number_signs",
    "figures.scores",
    "figures.unit_forms",
    "marks.accent_apostrophes",
    "marks.capitals",
    "marks.dialogue_dash",
    "marks.english_capitals",
    "marks.inverted_marks",
    "marks.odd_case",
    "marks.punctuation",
    "marks.sentences",
    "marks.speech_colon",
    "marks.stray_capitals",
    "marks.stray_quotes",
    "names.acronyms",
    "names.agencies",
    "names.declined",
    "names.designations",
    "names.glossary_forms",
    "names.naming",
    "names.renderings",
    "page.boilerplate",
    "page.hygiene",
    "page.repeats",
    "page.spacing",
    "page.stranded",
    "persons.address",
    "persons.persons",
    "persons.pronouns",
    "persons.relatives",
    "phrases.because",
    "phrases.calques",
    "phrases.grammar",
    "phrases.grammar_forms",
    "phrases.indefinite",
    "phrases.named_faults",
    "phrases.said_twice",
    "phrases.spun",
    "story.claims",
    "story.quotes",
    "story.statements",
    "story.terms",
    "style.house_style",
    "words.fused",
    "words.lost_apostrophe",
    "words.lost_letters",
    "words.misspelt",
    "words.other_scripts",
    "words.residue",
    "words.split_words",
    "words.untranslated",
)


@cache
def catalogue() -> tuple[Check, ...]:
    """All checks, by id. Ids are unique; a test holds that."""
    modules = (import_module(f"auditor.checks.{name}") for name in MODULES)
    return tuple(sorted((check for module in modules for check in module.CHECKS), key=lambda check: check.id))


def find(name: str) -> Check | None:
    """The check with this id or slug."""
    wanted = name.strip().casefold()
    return next((c for c in catalogue() if wanted in (c.id.casefold(), c.slug)), None)
