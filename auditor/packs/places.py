"""Places as the press of twelve languages names them: ``data/exonyms``."""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from typing import Literal, NamedTuple

import msgspec

from auditor.errors import PackError
from auditor.packs.institutions import LANGUAGES, fold
from auditor.packs.load import data_path, load_tsv, shelved, shown
from auditor.packs.shelf import Parts

_KEPT = 50_000  # look-ups that are remembered
PlaceKind = Literal["city", "region", "river", "sea", "mountains", "continent", "territory"]


class Place(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One place. ``names`` maps a language to its forms, the one to prefer first.

    ``country``: ISO 3166-1 alpha-2, None where it lies in several. ``language`` is the local one, ``native`` the local
    name. Countries and territories have their ISO code as ``id``.
    """

    id: str
    kind: PlaceKind
    country: str | None
    language: str | None
    native: str | None
    names: dict[str, tuple[str, ...]]


class PlaceHit(NamedTuple):
    """A form found in the table: of which place, in which language."""

    place: Place
    language: str


class Places:
    """The table: territories, then the other places, each sorted by id. What is looked up is all that is read."""

    def __init__(self) -> None:
        shelf = shelved("places", f"1 {Place.__struct_fields__}", _compiled)
        self._row = lru_cache(_KEPT)(shelf.by_number("row", Place))
        self._number = lru_cache(_KEPT)(shelf.by_key("id", int))
        self._hits = lru_cache(_KEPT)(self._found)
        self._form = shelf.by_key("form", tuple[tuple[int, str], ...])

    @cached_property
    def all(self) -> tuple[Place, ...]:
        return _rows()

    def by_id(self, key: str) -> Place | None:
        number = self._number(key)
        return None if number is None else self._row(number)

    def by_form(self, form: str) -> tuple[PlaceHit, ...]:
        """Places that have this form in any language, any case, in the table's order; empty where none has."""
        return self._hits(fold(form))

    def _found(self, folded: str) -> tuple[PlaceHit, ...]:
        return tuple(PlaceHit(self._row(number), language) for number, language in self._form(folded) or ())

    def preferred(self, place: Place, language: str) -> str | None:
        """What the press of a language calls the place; None where the table does not say."""
        return (place.names.get(language.split("-")[0]) or (None,))[0]


@cache
def places() -> Places:
    """The tables as shipped. Raises ``PackError`` where they are not in order."""
    return Places()


def _rows() -> tuple[Place, ...]:
    path = data_path("exonyms", "places.tsv")
    columns = ("id", "kind", "country", "language", "native", *LANGUAGES)
    rows = tuple(_place(row) for row in load_tsv(path, columns))
    if [row.id for row in rows] != sorted({row.id for row in rows}):
        raise PackError(shown(path), "rows are not in order, or an id occurs twice", expected="rows sorted by id")
    return (*_territories(), *rows)


def _compiled() -> Parts:
    rows = _rows()
    forms: dict[str, dict[tuple[int, str], None]] = {}
    for number, place in enumerate(rows):
        for language, names in place.names.items():
            for name in names:
                forms.setdefault(fold(name), {})[number, language] = None
    ids = {place.id: number for number, place in enumerate(rows)}
    return {"row": rows, "id": ids, "form": {form: list(hits) for form, hits in forms.items()}}


def _place(row: dict[str, str]) -> Place:
    names = {code: tuple(row[code].split("|")) for code in LANGUAGES if row[code]}
    own = names.get(row["language"], ("",))[0]
    return Place(
        id=row["id"],
        kind=msgspec.convert(row["kind"], PlaceKind),
        country=row["country"] or None,
        language=row["language"] or None,
        native=row["native"] or own or None,
        names=names,
    )


def _territories() -> tuple[Place, ...]:
    extra = _extra_forms()
    return tuple(
        Place(
            id=row["id"],
            kind="territory",
            country=row["id"],
            language=None,
            native=None,
            names={code: _merged(row[code], extra.get((row["id"], code))) for code in LANGUAGES if row[code]},
        )
        for row in load_tsv(data_path("exonyms", "territories.tsv"), ("id", *LANGUAGES))
    )


def _extra_forms() -> dict[tuple[str, str], tuple[str, tuple[str, ...]]]:
    rows = load_tsv(data_path("exonyms", "territory_forms.tsv"), ("territory", "language", "place", "forms"))
    return {(row["territory"], row["language"]): (row["place"], tuple(row["forms"].split("|"))) for row in rows}


def _merged(cldr: str, extra: tuple[str, tuple[str, ...]] | None) -> tuple[str, ...]:
    """CLDR's name and the press forms, each once, the one to prefer first."""
    if extra is None:
        return (cldr,)
    place, forms = extra
    return tuple(dict.fromkeys((*forms[:1], cldr, *forms[1:]) if place == "first" else (cldr, *forms)))
