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

TARGETS = ("en", "de", "fr", "es", "it", "nl", "pl", "cs", "pt", "sv")


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


def variants(native: str, native_lang: str, into: Sequence[str]) -> tuple[Variant, ...]:
    """The forms in each target language; languages without a convention are left out."""
    from auditor.errors import UsageError
    from auditor.names import variants as forms_of

    wanted = into or [code for code in TARGETS if code != native_lang]
    table = tuple(Variant(code, tuple(forms_of(native, native_lang, code))) for code in wanted)
    kept = tuple(row for row in table if row.forms)
    if not kept:
        problem = f"no convention for {inline(native)!r} from {native_lang}"
        raise UsageError(problem, "give the name in its own script, and its language with --lang")
    return kept


def variant_rows(table: Sequence[Variant]) -> str:
    """One line a language."""
    rows = [(language_name(row.language), ", ".join(row.forms)) for row in table]
    return write_table(("language", "forms"), rows, "text")
