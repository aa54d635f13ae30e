"""Every check of the house, in one visible list, ordered by id."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from auditor.checks.base import Check

MODULES = (
    "accent_apostrophes",
    "ages",
    "american_dates",
    "arithmetic",
    "artifacts",
    "bare_days",
    "boilerplate",
    "capitals",
    "claims",
    "clock_times",
    "dates",
    "declined",
    "dialogue_dash",
    "directions",
    "durations",
    "english_capitals",
    "figure_signs",
    "figures",
    "glossary_forms",
    "grammar",
    "house_style",
    "hygiene",
    "indefinite",
    "inverted_marks",
    "lost_letters",
    "misspelt",
    "named_faults",
    "naming",
    "other_scripts",
    "provenance",
    "punctuation",
    "quotes",
    "relatives",
    "renderings",
    "repeats",
    "said_twice",
    "sentences",
    "statements",
    "stray_capitals",
    "stray_quotes",
    "terms",
    "untranslated",
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
