"""News agencies, photo agencies and outlets, and the words that make them a source: ``data/agencies``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from auditor.errors import PackError
from auditor.packs.load import data_path, load_toml, load_tsv, shown
from auditor.records import Record

T = TypeVar("T")
FIRST_WORD = re.compile(r"\w+")


class Agency(msgspec.Struct, frozen=True, kw_only=True):
    """``name`` as credit lines give it; ``kind`` agency (text) or photo. ``forms``: exact spellings."""

    id: str
    name: str
    kind: Literal["agency", "photo"]
    country: str
    language: str
    forms: tuple[str, ...]


class Outlet(msgspec.Struct, frozen=True, kw_only=True):
    """A newspaper, broadcaster or site; ``domain`` without ``www.``."""

    id: str
    name: str
    country: str
    language: str
    domain: str
    forms: tuple[str, ...]


class LongName(msgspec.Struct, frozen=True, kw_only=True):
    """Names of an agency in another language: ``official`` there, or merely ``translated`` word for word."""

    agency: Agency
    language: str
    status: Literal["official", "translated"]
    forms: tuple[str, ...]


class TranslatedOutlet(msgspec.Struct, frozen=True, kw_only=True):
    """How word-for-word translation renders an outlet; one of ``beside`` must stand next to it."""

    outlet: Outlet
    language: str
    forms: tuple[str, ...]
    beside: tuple[str, ...]


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """One spelling to look for. ``weak``: it means other things. ``translated_in``: the language that made it up."""

    text: str
    owner: Agency | Outlet
    weak: bool = False
    translated_in: str | None = None


class Cues(Record, frozen=True):
    """Words of one language that make a name a source (see the header of ``cues.toml``); all case folded."""

    before: frozenset[str]
    speech: frozenset[str]
    to: frozenset[str]
    after: frozenset[str]
    said: frozenset[str]
    nouns: frozenset[str]
    media: frozenset[str]
    staff: frozenset[str]
    articles: frozenset[str]
    adverbs: frozenset[str]
    byline: frozenset[str]
    credit: frozenset[str]
    endings: frozenset[str] = frozenset()
    contributed: frozenset[str] = frozenset()
    describing: frozenset[str] = frozenset()


class PhotoCues(Record, frozen=True):
    """Words of picture credits in any language."""

    marks: frozenset[str]
    by: frozenset[str]
    particles: frozenset[str]
    desk: frozenset[str]


class CueFile(Record, frozen=True):
    """``cues.toml``: one table a language, and one for picture credits."""

    en: Cues
    de: Cues
    fr: Cues
    es: Cues
    it: Cues
    nl: Cues
    pl: Cues
    ru: Cues
    uk: Cues
    pt: Cues
    cs: Cues
    sv: Cues
    photo: PhotoCues

    def of(self, language: str) -> Cues:
        """Cues of a language; English where it is not covered."""
        found = getattr(self, language.split("-")[0], None)
        return found if isinstance(found, Cues) else self.en


class Agencies(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The four tables and the cues, each sorted as its file is."""

    agencies: tuple[Agency, ...]
    outlets: tuple[Outlet, ...]
    long_names: tuple[LongName, ...]
    translated_outlets: tuple[TranslatedOutlet, ...]
    forms: tuple[Form, ...]
    cues: CueFile

    @cached_property
    def by_first_word(self) -> dict[str, tuple[Form, ...]]:
        """First word of a spelling -> the spellings that begin with it, longest first."""
        table: dict[str, list[Form]] = {}
        for form in self.forms:
            table.setdefault(FIRST_WORD.match(form.text)[0], []).append(form)  # type: ignore[index]
        return {word: tuple(sorted(rows, key=lambda f: (-len(f.text), f.text))) for word, rows in table.items()}

    @cached_property
    def by_form(self) -> dict[str, Form]:
        """Exact spelling -> what it names; an agency before an outlet."""
        return {form.text: form for form in reversed(self.forms)}


@cache
def agencies() -> Agencies:
    """The tables as shipped, checked once a process."""
    weak: set[tuple[str, str]] = set()
    rows = tuple(
        _agency(row, weak) for row in _table("agencies.tsv", ("id", "name", "kind", "country", "language", "forms"))
    )
    outlet_columns = ("id", "name", "country", "language", "domain", "forms")
    outlets = tuple(_outlet(row, weak) for row in _table("outlets.tsv", outlet_columns))
    known, papers = {row.id: row for row in rows}, {row.id: row for row in outlets}
    long_names = tuple(
        LongName(
            agency=_known(known, row["agency"], "names.tsv"),
            language=row["language"],
            status=msgspec.convert(row["status"], Literal["official", "translated"]),
            forms=tuple(row["forms"].split("|")),
        )
        for row in _table("names.tsv", ("agency", "language", "status", "forms"))
    )
    translated = tuple(
        TranslatedOutlet(
            outlet=_known(papers, row["outlet"], "translated_outlets.tsv"),
            language=row["language"],
            forms=tuple(row["forms"].split("|")),
            beside=tuple(filter(None, row["beside"].split("|"))),
        )
        for row in _table("translated_outlets.tsv", ("outlet", "language", "forms", "beside"))
    )
    return Agencies(
        agencies=rows,
        outlets=outlets,
        long_names=long_names,
        translated_outlets=translated,
        forms=tuple(_forms(rows, outlets, long_names, weak)),
        cues=load_toml(data_path("agencies", "cues.toml"), CueFile),
    )


def _forms(
    rows: Iterable[Agency], outlets: Iterable[Outlet], long_names: Iterable[LongName], weak: set[tuple[str, str]]
) -> Iterator[Form]:
    owners: tuple[Agency | Outlet, ...] = (*rows, *outlets)
    for owner in owners:
        for text in owner.forms:
            yield Form(text=text, owner=owner, weak=(owner.id, text) in weak)
    for name in long_names:
        for text in name.forms:
            yield Form(
                text=text, owner=name.agency, translated_in=name.language if name.status == "translated" else None
            )


def _table(file: str, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    yield from load_tsv(data_path("agencies", file), columns)


def _known(table: dict[str, T], id_: str, file: str) -> T:
    if id_ not in table:
        path: Path = data_path("agencies", file)
        raise PackError(shown(path), "unknown id", found=id_, expected="an id of the main table")
    return table[id_]


def _agency(row: dict[str, str], weak: set[tuple[str, str]]) -> Agency:
    kind = msgspec.convert(row["kind"], Literal["agency", "photo"])
    forms = _spellings(row, weak)
    return Agency(
        id=row["id"], name=row["name"], kind=kind, country=row["country"], language=row["language"], forms=forms
    )


def _outlet(row: dict[str, str], weak: set[tuple[str, str]]) -> Outlet:
    forms = _spellings(row, weak)
    return Outlet(
        id=row["id"],
        name=row["name"],
        country=row["country"],
        language=row["language"],
        domain=row["domain"],
        forms=forms,
    )


def _spellings(row: dict[str, str], weak: set[tuple[str, str]]) -> tuple[str, ...]:
    forms = row["forms"].split("|")
    weak.update((row["id"], form[:-1]) for form in forms if form.endswith("?"))
    return tuple(form.removesuffix("?") for form in forms)
