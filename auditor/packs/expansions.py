"""Terms written out, with the letters that other languages have for them: ``renderings/expansions.tsv``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import msgspec

from auditor.packs.institutions import Institution, institutions
from auditor.packs.load import data_path, load_tsv, shelved
from auditor.packs.shelf import Find, Parts

_COLUMNS = ("right", "source", "forms", "expansions")
_KEPT = 50_000  # look-ups that are remembered


class Expansion(msgspec.Struct, frozen=True):
    """``right``: the letters of English copy; ``sources``: who has others; ``written``: the term, in lower case."""

    right: str
    sources: tuple[str, ...]
    written: tuple[str, ...]


def expansions(form: str) -> tuple[Expansion, ...]:
    """What these letters stand for where another language wrote them; empty where none does."""
    return _find()(form) or ()


@cache
def _find() -> Find[tuple[Expansion, ...]]:
    shelf = shelved("expansions", f"1 {Expansion.__struct_fields__}", _compiled)
    return lru_cache(_KEPT)(shelf.by_key("form", tuple[Expansion, ...]))


def _compiled() -> Parts:
    """The table, then the institutions that English has other letters for."""
    found: dict[str, list[Expansion]] = {}
    for row in load_tsv(data_path("renderings", "expansions.tsv"), _COLUMNS):
        own = Expansion(row["right"], tuple(row["source"].split()), tuple(row["expansions"].split("|")))
        for form in row["forms"].split("|"):
            found.setdefault(form, []).append(own)
    for body in institutions().all:
        for form, own in _of_body(body):
            found.setdefault(form, []).append(own)
    return {"form": {form: tuple(rows) for form, rows in found.items()}}


def _of_body(body: Institution) -> Iterator[tuple[str, Expansion]]:
    """The letters of a body that neither English nor its own country writes."""
    english, names = body.acronyms.get("en", ()), body.names.get("en", ())
    others: dict[str, list[str]] = {}
    for code, forms in body.acronyms.items():
        for form in forms if code != body.language else ():
            others.setdefault(form, []).append(code)
    home = (*english, *(body.acronyms.get(body.language, ()) if body.language else ()))
    for form, codes in others.items():
        if english and names and form.isascii() and form.isupper() and form not in home:
            yield form, Expansion(english[0], tuple(sorted(codes)), tuple(name.lower() for name in names))
