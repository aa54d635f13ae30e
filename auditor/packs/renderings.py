"""Names as other languages write or translate them, with what English copy has: ``data/renderings``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal

import msgspec

from auditor.packs.load import data_path, load_toml, load_tsv, shelved
from auditor.packs.named_things import named_things
from auditor.packs.person_forms import person_forms
from auditor.packs.shelf import Find, Parts, Shelf
from auditor.records import Record

Kind = Literal["acronyms", "names", "persons"]
_KEPT = 50_000  # look-ups that are remembered
NameKind = Literal["person", "place", "thing"]
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
    """One of the tables, in the order of the file; with the persons, in one order, what ``person_forms.tsv`` makes."""
    return _persons() if kind == "persons" else _rows(kind)


def _persons() -> tuple[Rendering, ...]:
    shelf = shelved("persons", f"1 {Rendering.__struct_fields__}", lambda: {"list": {"persons": _made()}})
    return shelf.by_key("list", tuple[Rendering, ...])("persons") or ()


def _made() -> tuple[Rendering, ...]:
    rows = [
        Rendering(right=row.right, sources=row.sources, language="en", forms=row.forms, beside=(), near=frozenset())
        for row in person_forms()
    ]
    return tuple(sorted((*_rows("persons"), *rows), key=lambda row: (row.right, row.sources)))


def _rows(kind: Kind) -> tuple[Rendering, ...]:
    return tuple(
        Rendering(
            right=row["right"],
            sources=tuple(row["source"].split()),
            language=row["language"],
            forms=tuple(row["forms"].split("|")),
            beside=_cell(row["beside"]),
            near=frozenset(word for cell in _cell(row["near"]) for word in _meant(cell)),
        )
        for row in load_tsv(data_path("renderings", f"{kind}.tsv"), COLUMNS)
    )


def things(kind: Kind) -> tuple[Rendering, ...]:
    """What ``renderings/things`` adds to a table, in the order of its files; worked out at each call."""
    return tuple(
        Rendering(
            right=thing.right,
            sources=thing.sources,
            language="en",
            forms=thing.forms,
            beside=(),
            near=frozenset(word for cell in _cell(thing.near) for word in _meant(cell)),
        )
        for thing in (named_things(kind == "persons") if kind != "acronyms" else ())
    )


class Topics(Record, frozen=True):
    """The file ``data/renderings/topics.toml``; see its header."""

    schema: int
    topics: dict[str, tuple[str, ...]]


@cache
def _topics() -> Topics:
    return load_toml(data_path("renderings", "topics.toml"), Topics)


def _meant(cell: str) -> tuple[str, ...]:
    """The words of a topic (``@space``), or the word itself, case folded."""
    return _topics().topics[cell[1:]] if cell.startswith("@") else (cell.casefold(),)


class PublicName(msgspec.Struct, frozen=True, kw_only=True):
    """A name that the news know: ``rights`` (English spellings, preferred first), ``native`` (language and form),
    ``others`` (spellings that no convention makes, with the languages that have them, if the table says)."""

    rights: tuple[str, ...]
    kind: NameKind
    native: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, tuple[str, ...]], ...]


class Spelling(msgspec.Struct, frozen=True, kw_only=True):
    """A foreign spelling of a public name: what copy of ``language`` has instead, and who writes it so."""

    right: str
    kind: NameKind
    language: str
    sources: tuple[str, ...]


@cache
def public_names() -> tuple[PublicName, ...]:
    """The table of names, in the order of the file."""
    return tuple(
        PublicName(
            rights=_cell(row["right"]),
            kind=msgspec.convert(row["kind"], NameKind),
            native=tuple((code, name) for code, _, name in (item.partition(":") for item in row["native"].split())),
            others=tuple(
                (form, tuple(codes.split()))
                for form, _, codes in (cell.partition(":") for cell in _cell(row["others"]))
            ),
        )
        for row in load_tsv(data_path("renderings", "public_names.tsv"), ("right", "kind", "native", "others"))
    )


@cache
def one_way() -> Mapping[str, NameKind]:
    """Names of cities, bodies and companies that English copy writes in one way, with their kind (``one_way.tsv``)."""
    rows = load_tsv(data_path("renderings", "one_way.tsv"), ("kind", "names"))
    return {name: "place" if row["kind"] == "place" else "thing" for row in rows for name in row["names"].split("|")}


@cache
def public_families() -> frozenset[str]:
    """Family names of the table, as English copy has them."""
    return frozenset(_shelf().by_key("list", tuple[str, ...])("person") or ())


@cache
def public_places() -> frozenset[str]:
    """Places of the table, as English copy has them."""
    return frozenset(_shelf().by_key("list", tuple[str, ...])("place") or ())


@cache
def public_things() -> frozenset[str]:
    """Craft, outlets, companies and movements of the table, as English copy has them."""
    return frozenset(_shelf().by_key("list", tuple[str, ...])("thing") or ())


def spelling(form: str) -> Spelling | None:
    """Whose name another language spells so; None where the table has no such form."""
    return _spelled()(form)


@cache
def spellings_abroad(language: str) -> Mapping[str, Spelling]:
    """Foreign spelling -> whose it is, for copy of one language that is not English."""
    return _table("spellings_abroad.tsv", language)


@cache
def spellings() -> Mapping[str, Spelling]:
    """Foreign spelling -> whose it is; the first row of the file holds."""
    return _table("spellings.tsv", "en")


def _table(file: str, language: str) -> Mapping[str, Spelling]:
    found: dict[str, Spelling] = {}
    for row in load_tsv(data_path("renderings", file), ("right", "kind", "language", "forms")):
        if row["language"] != language:
            continue
        for cell in row["forms"].split("|"):
            form, _, codes = cell.partition(":")
            own = Spelling(
                right=row["right"],
                kind=msgspec.convert(row["kind"], NameKind),
                language=row["language"],
                sources=tuple(codes.split()),
            )
            found.setdefault(form, own)
    return found


@cache
def _spelled() -> Find[Spelling]:
    return lru_cache(_KEPT)(_shelf().by_key("form", Spelling))


@cache
def _shelf() -> Shelf:
    return shelved("spellings", f"1 {Spelling.__struct_fields__}", _compiled)


def _compiled() -> Parts:
    """The spellings, and the English forms of each kind of name; what is looked up is all that is read."""
    kinds: dict[str, list[str]] = {}
    for row in public_names():
        kinds.setdefault(row.kind, []).extend(row.rights)
    return {"form": spellings(), "list": kinds}


def _cell(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))
