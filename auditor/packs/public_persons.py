"""People whom world news name so often that a near miss of their names is a slip: ``renderings/public_persons.tsv``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from auditor.packs.load import data_path, load_tsv

_LONG = 5  # letters


@cache
def by_given() -> Mapping[str, tuple[str, ...]]:
    """First word of a name -> what follows it, of each spelling in the table."""
    return _table(first=True)


@cache
def by_family() -> Mapping[str, tuple[str, ...]]:
    """What follows the first word of a name -> the first words that stand before it."""
    return _table(first=False)


@cache
def world_families() -> frozenset[str]:
    """Family names of one word in the table, long enough to be known with an ending behind them."""
    return frozenset(tail for tail in by_family() if len(tail) >= _LONG and tail.isalpha() and tail[0].isupper())


def _table(*, first: bool) -> dict[str, tuple[str, ...]]:
    """Every first word of a row with all that follows one in it: Muammar and Moammar, Gaddafi and Gadhafi."""
    found: dict[str, list[str]] = {}
    for row in load_tsv(data_path("renderings", "public_persons.tsv"), ("names",)):
        parts = [name.partition(" ")[::2] for name in row["names"].split("|")]
        heads, tails = (dict.fromkeys(part[at] for part in parts) for at in (0, 1))
        for head in heads:
            for tail in tails:
                key, value = (head, tail) if first else (tail, head)
                found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
