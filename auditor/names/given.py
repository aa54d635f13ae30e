"""Given names across languages, from ``data/variants/given.tsv``: the native name, its forms, its counterparts."""

from __future__ import annotations

from functools import cache

import msgspec

from auditor.names.scheme import Scheme, into, press_schemes
from auditor.names.spell import word_forms
from auditor.packs import data_path, load_tsv, shelved
from auditor.packs.shelf import Parts, Shelf
from auditor.text.memo import Memo

_TABLE = data_path("variants", "given.tsv")
_CYRILLIC = frozenset({"ru", "uk", "be", "bg", "mk"})
_READ = ("hu", "ro", "tr")
_KEPT = 50_000  # look-ups that are remembered
_PERSIAN = str.maketrans("يك", "یک")  # the shapes that Persian and Urdu give to two letters
COLUMNS = ("native", "language", "gender", "group", "forms", "short")


class GivenName(msgspec.Struct, frozen=True, gc=False):
    """A native given name. ``forms``: target language (or "all") -> habitual spellings, the usual first."""

    native: str
    language: str
    gender: str
    group: str
    forms: dict[str, tuple[str, ...]]
    short: tuple[str, ...]

    def listed(self, language: str) -> tuple[str, ...]:
        """Spellings that the table gives for a language, the usual first."""
        return tuple(dict.fromkeys(self.forms.get(language, ()) + self.forms.get("all", ())))


@cache
def given_names() -> tuple[GivenName, ...]:
    """The whole table, in file order."""
    return tuple(
        GivenName(
            row["native"],
            row["language"],
            row["gender"],
            row["group"],
            {
                language: tuple(forms.split("/"))
                for language, _, forms in (x.partition(":") for x in row["forms"].split())
            },
            tuple(row["short"].split("/")) if row["short"] else (),
        )
        for row in load_tsv(_TABLE, COLUMNS)
    )


@cache
def _shelf() -> Shelf:
    """``native``: entry by native name in lower case and language; ``form``: entries by spelling, in file order."""
    return shelved("given", f"4 {GivenName.__struct_fields__}", _compiled)


def _compiled() -> Parts:
    native = {f"{name.native.lower()} {name.language}": name for name in given_names()}
    forms: dict[str, list[GivenName]] = {}
    for name in given_names():
        for form in sorted(_forms(name)):
            forms.setdefault(form, []).append(name)
    return {"native": native, "form": forms}


def _forms(name: GivenName) -> set[str]:
    """Every spelling in lower case: native, listed, made by a convention, short."""
    forms = {form.lower() for listed in name.forms.values() for form in listed} | {name.native.lower()}
    forms |= {form.lower() for form in name.short}
    if name.language == "ar":
        forms.add(name.native.translate(_PERSIAN))
    for scheme in (*press_schemes(name.language), *_read(name.language)):
        forms.update(word_forms(scheme, name.native.lower(), 12))
    return forms


def _read(language: str) -> tuple[Scheme, ...]:
    """Conventions that are not run backwards: their given names tell as much as those of the others."""
    if language not in _CYRILLIC:
        return ()
    return tuple(scheme for target in _READ for scheme in into(language, target))


@cache
def _natives() -> Memo[tuple[str, str], GivenName | None]:
    find = _shelf().by_key("native", GivenName)
    return Memo(lambda key: find(f"{key[0]} {key[1]}"), _KEPT)


@cache
def _names() -> Memo[str, tuple[GivenName, ...]]:
    find = _shelf().by_key("form", tuple[GivenName, ...])
    return Memo(lambda form: find(form) or (), _KEPT)


def of_native(native: str, language: str) -> GivenName | None:
    """The entry of a native name in lower case, None where the table has none."""
    return _natives()[native, language]


def lookup(form: str) -> tuple[GivenName, ...]:
    """The given names that a spelling (native, listed, made by a convention, short) may stand for; empty for none."""
    return _names()[form.lower()]
