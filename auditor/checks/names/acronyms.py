"""Checks on acronyms: how they are cased, and how they stand beside the long form."""

from __future__ import annotations

from auditor.checks.base import Check, Example
from auditor.checks.names.naming_mixed import appositions
from auditor.checks.names.naming_spans import hits

CASING = Check(
    id="NM203",
    slug="acronym-casing",
    title="An acronym with the capitals of another language's press",
    mqm="linguistic-conventions/spelling/capitalization",
    severity="minor",
    why="English copy outside Britain writes acronyms in capitals; one capital is a German and Romance habit.",
    message="English copy has {right}, not “{form}”; {why}",
    run=lambda context: hits(context, "casing"),
    examples=(
        Example(
            text="The agency NASA said on Monday that the probe works. ⟦Nasa⟧ will publish the pictures in May.",
            kind="bad",
            fixed="The agency NASA said on Monday that the probe works. NASA will publish the pictures in May.",
        ),
        Example(text="The agency NASA said on Monday that the probe works and that Unicef will be told.", kind="good"),
    ),
    sources=("data/institutions/habits.toml",),
    status="stable",
    languages=("en",),
)

APPOSITION = Check(
    id="NM205",
    slug="acronym-apposition",
    title="An acronym set beside its long form without brackets",
    mqm="style/unidiomatic",
    severity="minor",
    why="German sets the acronym behind the name without brackets; English readers stumble over it.",
    message="English copy sets the acronym in brackets: {long} ({short})",
    run=appositions,
    examples=(
        Example(
            text="The minister spoke to the ⟦World Health Organization WHO⟧ in Geneva on Monday.",
            kind="bad",
            fixed="The minister spoke to the World Health Organization (WHO) in Geneva on Monday.",
        ),
        Example(text="The minister spoke to the World Health Organization (WHO) in Geneva on Monday.", kind="good"),
    ),
    sources=("The Associated Press Stylebook, abbreviations and acronyms",),
    languages=("en",),
)

CHECKS: tuple[Check, ...] = (CASING, APPOSITION)
