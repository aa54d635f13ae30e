"""People whom English copy calls as they write themselves: ``data/variants/own_spellings.tsv``."""

from __future__ import annotations

from functools import cache

from auditor.packs.load import data_path, load_tsv


@cache
def own_spellings() -> frozenset[str]:
    """The full names, in lower case."""
    rows = load_tsv(data_path("variants", "own_spellings.tsv"), ("name",))
    return frozenset(row["name"].casefold() for row in rows)
