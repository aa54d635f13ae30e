"""The file ``data/checks/family_first.toml``: words about the names of office holders and of Hungarians."""

from __future__ import annotations

import re
from functools import cache

from auditor.packs import data_path, load_toml
from auditor.records import Record


class Runs(Record, frozen=True):
    """Runs of letters: ``unless`` are those that count where none of the given letters follows."""

    runs: tuple[str, ...]
    unless: dict[str, str]


class Routes(Record, frozen=True):
    """``data/checks/family_first.toml``; see its header."""

    schema: int
    korean_families: frozenset[str]
    korean_ends: frozenset[str]
    hungarian: frozenset[str]
    never_first: frozenset[str]
    never_next: frozenset[str]
    offices: frozenset[str]
    heads: frozenset[str]
    sons: frozenset[str]
    arabic: dict[str, tuple[tuple[str, str], ...]]
    mandarin: dict[str, Runs]


@cache
def routes() -> Routes:
    """The file."""
    return load_toml(data_path("checks", "family_first.toml"), Routes)


@cache
def mandarin(nation: str) -> re.Pattern[str]:
    """Finds in a name in lower case what names of the nation never have, and Mandarin ones do."""
    held = routes().mandarin[nation]
    followed = (f"{re.escape(run)}(?![{re.escape(letters)}])" for run, letters in held.unless.items())
    return re.compile("|".join([*map(re.escape, held.runs), *followed]))
