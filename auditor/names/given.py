"""Given names across languages, from ``data/variants/given.tsv``: the native name, its forms, its counterparts."""

from __future__ import annotations

from functools import cache

import msgspec

from auditor.names.scheme import press_schemes, word_forms
from auditor.packs import data_path, derived, load_tsv

_TABLE = data_path("variants", "given.tsv")
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
def by_native() -> dict[tuple[str, str], GivenName]:
    """(native in lower case, language) -> the entry."""
    return {(name.native.lower(), name.language): name for name in given_names()}


@cache
def by_form() -> dict[str, tuple[GivenName, ...]]:
    """Every spelling in lower case (native, listed, made by a convention, short) -> the given names it may be."""
    state = _TABLE.stat()
    found = derived("given", f"2 {state.st_size} {state.st_mtime_ns}", dict[str, tuple[int, ...]], _rows_by_form)
    names = given_names()
    return {form: tuple(names[row] for row in rows) for form, rows in found.items()}


def _rows_by_form() -> dict[str, tuple[int, ...]]:
    """Form -> the rows of the table, in file order."""
    table: dict[str, list[int]] = {}
    for row, name in enumerate(given_names()):
        forms = {form.lower() for listed in name.forms.values() for form in listed} | {name.native.lower()}
        forms |= {form.lower() for form in name.short}
        if name.language == "ar":
            forms.add(name.native.translate(_PERSIAN))
        for scheme in press_schemes(name.language):
            forms.update(word_forms(scheme, name.native.lower(), 12))
        for form in sorted(forms):
            table.setdefault(form, []).append(row)
    return {form: tuple(rows) for form, rows in table.items()}


def lookup(form: str) -> tuple[GivenName, ...]:
    """The given names that a spelling may stand for; empty where it is none of the table."""
    return by_form().get(form.lower(), ())
