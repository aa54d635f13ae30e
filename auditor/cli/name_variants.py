"""What ``auditor names variants`` prints: how each language and standard writes a native name."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

import msgspec

from auditor.errors import UsageError
from auditor.names.scheme import schemes
from auditor.names.scheme_file import Kind
from auditor.names.spell import languages_of
from auditor.report.escape import inline
from auditor.report.languages import convention_name, language_name
from auditor.report.table import write_table


class Variant(msgspec.Struct, frozen=True):
    """What a language's press (or a standard, by its id) writes for a native form, its usual spelling first."""

    language: str
    kind: Kind
    forms: tuple[str, ...]


class Variants(msgspec.Struct, frozen=True):
    """A native form, the language that it was read as, and who writes it how: the press first, then standards."""

    native: str
    native_lang: str
    variants: tuple[Variant, ...]


def variants(native: str, native_lang: str | None, into: Sequence[str]) -> Variants:
    """``into``: languages or ids of standards, all where empty. Without ``native_lang`` the letters tell.

    Raises `UsageError` where there is no convention, or none of a name asked for.
    """
    for source in _sources(native, native_lang, into):
        rows = _rows(native, source, _targets(source, into))
        if rows:
            return Variants(native, source, rows)
    problem = f"no convention for {inline(native)!r}" + (f" from {native_lang}" if native_lang else "")
    raise UsageError(problem, "give the name in its own script, and its language with --native-lang")


def _sources(native: str, native_lang: str | None, into: Sequence[str]) -> tuple[str, ...]:
    """The language given, else the first that has the letters, rather one that has the conventions asked for."""
    if native_lang:
        return (native_lang.split("-")[0],)
    if native.isascii():
        raise UsageError(
            f"{inline(native)!r} is in plain Latin letters, which do not tell its language",
            "name it with --native-lang (zh reads Pinyin)",
        )
    named = [name.partition("-")[0] for name in into if "-" in name]
    found = languages_of(native)
    if named and named[0] in found:
        return (named[0],)
    able = [source for source in found if {scheme.target for scheme in schemes(source)}.issuperset(into)]
    return tuple(able or found)[:1]


def _targets(source: str, into: Sequence[str]) -> tuple[str, ...]:
    """The targets asked for; an id such as ``ru-iso9`` names its standard."""
    known = {scheme.target: scheme for scheme in schemes(source)}
    if not into:
        return tuple(sorted(known, key=lambda target: (known[target].file.kind != "press", target)))
    wanted = tuple(name.removeprefix(f"{source}-") for name in into)
    for name in wanted if known else ():
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            raise UsageError(
                f"--lang: no convention {inline(name)!r} for names from {language_name(source)}",
                f"did you mean {near[0]}?" if near else f"known are {', '.join(sorted(known))}",
            )
    return wanted


def _rows(native: str, source: str, targets: Sequence[str]) -> tuple[Variant, ...]:
    from auditor.names import variants as forms_of

    kinds = {scheme.target: scheme.file.kind for scheme in schemes(source)}
    rows = (Variant(target, kinds[target], tuple(forms_of(native, source, target))) for target in targets)
    return tuple(row for row in rows if row.forms)


def variant_rows(found: Variants, width: int) -> str:
    """One line a language or standard."""
    rows = [(convention_name(row.language), row.language, ", ".join(row.forms)) for row in found.variants]
    head = f"{inline(found.native)}, read as {language_name(found.native_lang)}\n"
    return head + write_table(("language", "code", "forms"), rows, "text", width)
