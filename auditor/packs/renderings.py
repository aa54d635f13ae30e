"""Names as other languages write or translate them, with what English copy has: ``data/renderings``."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from auditor.packs.load import data_path, load_tsv

Kind = Literal["acronyms", "names", "persons"]
COLUMNS = ("right", "source", "language", "forms", "beside", "near")


class Rendering(msgspec.Struct, frozen=True, kw_only=True):
    """``forms`` (exact spellings) are foreign in copy of ``language``, which has ``right``.

    ``sources``: the languages that the forms come from. ``beside``: words of which one stands directly before;
    ``near``: words, case folded, of which one stands in the article; empty where the forms mean nothing else.
    """

    right: str
    sources: tuple[str, ...]
    language: str
    forms: tuple[str, ...]
    beside: tuple[str, ...]
    near: frozenset[str]


@cache
def renderings(kind: Kind) -> tuple[Rendering, ...]:
    """One of the tables, in the order of the file."""
    return tuple(
        Rendering(
            right=row["right"],
            sources=tuple(row["source"].split()),
            language=row["language"],
            forms=tuple(row["forms"].split("|")),
            beside=_cell(row["beside"]),
            near=frozenset(word.casefold() for word in _cell(row["near"])),
        )
        for row in load_tsv(data_path("renderings", f"{kind}.tsv"), COLUMNS)
    )


def _cell(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))
