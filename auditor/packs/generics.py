"""Words for kinds of bodies and places that begin names in other languages: ``renderings/generics.tsv``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

import msgspec

from auditor.packs.load import data_path, load_tsv

Role = Literal["head", "kind", "field", "adjective", "mixed", "particle", "title", "club", "area", "tail", "apposed"]
_COLUMNS = ("role", "english", "language", "forms")


class Generic(msgspec.Struct, frozen=True):
    """A form, what English names have for it (of titles: several, split by ``|``), and the languages whose it is."""

    form: str
    english: str
    languages: tuple[str, ...]


@cache
def generics(role: Role) -> Mapping[str, tuple[Generic, ...]]:
    """First word of a form -> the forms of that role that begin with it, longest first."""
    found: dict[str, list[Generic]] = {}
    for row in load_tsv(data_path("renderings", "generics.tsv"), _COLUMNS):
        for form in row["forms"].split("|") if row["role"] == role else ():
            own = Generic(form, row["english"], tuple(row["language"].split()))
            found.setdefault(form.split(" ")[0], []).append(own)
    return {first: tuple(sorted(rows, key=lambda g: (-len(g.form), g.languages))) for first, rows in found.items()}
