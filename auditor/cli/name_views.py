"""What ``auditor names`` prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from auditor.report.escape import inline
from auditor.report.languages import convention_name, language_name
from auditor.report.table import write_table

if TYPE_CHECKING:
    from auditor.names.types import ConventionGuess, NameMatch, NativeGuess

FIRST = ("ru", "uk")  # native languages tried first where letters do not tell


def as_json(value: Any) -> str:
    """Any record as JSON."""
    from auditor.report.json import encode

    return encode(value) + "\n"


def match(a: str, b: str, found: NameMatch) -> str:
    """The verdict, then the steps that lead from one spelling to the other."""
    score = "no score" if found.score is None else f"{found.score:.2f}"
    lines = [f"{inline(a)} / {inline(b)}   {found.kind}   {score}"]
    lines += [f"  {inline(found.reason)}"] if found.reason else []
    lines += [f"  native form: {inline(found.native)}"] if found.native else []
    for step in found.evidence:
        note = f"   {inline(step.note)}" if step.note else ""
        lines.append(f"  {inline(step.rule)}: {inline(step.before) or '∅'} → {inline(step.after) or '∅'}{note}")
    return "\n".join(lines) + "\n"


def explanation(form: str, guesses: Sequence[ConventionGuess], natives: Sequence[NativeGuess]) -> str:
    """The conventions, then the native forms."""
    if not guesses and not natives:
        return f"{inline(form)}: no convention that is known here writes a name so\n"
    rows = [(g.convention, convention_name(g.language), f"{g.score:.2f}", g.native or "") for g in guesses]
    text = write_table(("convention", "language", "score", "native form"), rows, "text") if rows else ""
    if natives:
        table = [
            (
                n.native,
                language_name(n.native_lang),
                f"{n.plausibility:.2f}",
                ", ".join(map(convention_name, n.conventions)),
            )
            for n in natives
        ]
        text += "\n" * bool(text) + write_table(
            ("native form", "language", "plausibility", "written so by"), table, "text"
        )
    return text


class Variant(msgspec.Struct, frozen=True):
    """What a language writes for a native form, its usual spelling first."""

    language: str
    forms: tuple[str, ...]


def variants(native: str, native_lang: str | None, into: Sequence[str]) -> tuple[Variant, ...]:
    """The forms in each target language, from the first native language whose letters the name has.

    Languages without a convention are left out; raises `UsageError` where there is none at all.
    """
    from auditor.errors import UsageError
    from auditor.names.scheme import sources

    tried = (native_lang,) if native_lang else tuple(dict.fromkeys((*FIRST, *sources())))
    for source in tried:
        table = _forms(native, source, into)
        if table:
            return table
    problem = f"no convention for {inline(native)!r}" + (f" from {native_lang}" if native_lang else "")
    raise UsageError(problem, "give the name in its own script, and its language with --native-lang")


def _forms(native: str, source: str, into: Sequence[str]) -> tuple[Variant, ...]:
    from auditor.names import variants as forms_of
    from auditor.names.scheme import press_schemes

    wanted = into or sorted({scheme.target for scheme in press_schemes(source)})
    rows = (Variant(code, tuple(forms_of(native, source, code))) for code in wanted)
    return tuple(row for row in rows if row.forms)


def variant_rows(table: Sequence[Variant]) -> str:
    """One line a language."""
    rows = [(language_name(row.language), ", ".join(row.forms)) for row in table]
    return write_table(("language", "forms"), rows, "text")
