"""What ``auditor names explain`` prints: whose spelling a name has, alone and together with others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from auditor.report.escape import inline
from auditor.report.languages import convention_name, language_name
from auditor.report.table import write_table

if TYPE_CHECKING:
    from auditor.names import ConventionGuess, JointGuess, NativeGuess

LIKENESS = 0.5  # a score up to here says only that the letters are alike
MOST = 4
LEAST = 0.01


class Origin(msgspec.Struct, frozen=True):
    """One form: the native forms that it may stand for, and the conventions that may have written it."""

    form: str
    native: str | None
    natives: tuple[NativeGuess, ...]
    conventions: tuple[ConventionGuess, ...]


class Origins(msgspec.Struct, frozen=True):
    """All forms asked for, and which conventions may have written them all."""

    forms: tuple[Origin, ...]
    jointly: tuple[JointGuess, ...]


def origins(forms: Sequence[tuple[str, str | None]], native_lang: str | None) -> Origins:
    """Of forms, each with its native form or None. Raises `UsageError` where a form is in no Latin letters."""
    from auditor import names

    found = tuple(_origin(form, native, native_lang) for form, native in forms)
    return Origins(found, names.conventions_jointly((form, native, native_lang) for form, native in forms))


def _origin(form: str, native: str | None, native_lang: str | None) -> Origin:
    from auditor import names
    from auditor.errors import UsageError
    from auditor.names.sounds import script

    if native is None and script(form) != "Latn":
        raise UsageError(
            f"{inline(form)!r} is not in Latin letters, so no convention wrote it",
            "ask `auditor names variants` how others write it, or give the name at home with FORM=NATIVE",
        )
    if native:
        return Origin(form, native, (), names.conventions(form, native, native_lang))
    heads = names.natives(form, native_lang) if native_lang else names.natives_anywhere(form)
    known = native_lang or next((guess.native_lang for guess in heads), None)
    return Origin(form, native, heads, names.conventions(form, native, known))


def explanation(found: Origins) -> str:
    """Each form with its native forms and who writes them so; of several forms, whose they are together."""
    text = "\n".join(_one(origin) for origin in found.forms)
    return text + (f"\n{_together(found)}" if len(found.forms) > 1 else "")


def _one(origin: Origin) -> str:
    if origin.native:
        head = f"{inline(origin.form)} for {inline(origin.native)}\n"
        return head + _writers(origin.conventions) + _rules(origin.form, origin.native, origin.conventions)
    if not origin.natives:
        return f"{inline(origin.form)}: no name of another script that is known here is written so\n"
    lines = [f"{inline(origin.form)}\n"]
    for guess in origin.natives[:MOST]:
        head = f"  {inline(guess.native)}, {language_name(guess.native_lang)} (plausibility {guess.plausibility:.2f})\n"
        lines.append(head + _writers(_of(origin.form, guess), "    "))
    return "".join(lines)


def _of(form: str, guess: NativeGuess) -> Sequence[ConventionGuess]:
    """The conventions that write one native form so; standards, which papers hardly use, are left out."""
    from auditor import names

    found = names.conventions(form, guess.native, guess.native_lang)
    return [one for one in found if one.convention != one.language]


def _writers(guesses: Iterable[ConventionGuess], indent: str = "  ") -> str:
    """One line for those that write it so usually, one for those that accept it; else what is most like it."""
    ranked = list(guesses)
    lines = []
    for name, low in (("usual in", 0.995), ("accepted in", LIKENESS)):
        held = [guess for guess in ranked if guess.score > low]
        ranked = ranked[len(held) :]
        if held:
            lines.append(f"{indent}{name}: {_listed(held)}\n")
    if not lines and ranked:
        best = next(iter(groupby(ranked, key=lambda guess: guess.score)))
        lines.append(f"{indent}written so by none that is known here; most like: {_listed(best[1])}\n")
    return "".join(lines) or f"{indent}no convention is known here\n"


def _rules(form: str, native: str, guesses: Sequence[ConventionGuess]) -> str:
    """The rules of the first convention, piece by piece."""
    from auditor import names
    from auditor.names.spell import languages_of

    best = guesses[0] if guesses and guesses[0].score > LIKENESS else None
    for source in languages_of(native) if best else ():
        steps = names.explain(form, native, source, best.language) if best else ()
        if best and steps:
            pieces = " ".join(f"{inline(step.before)}→{inline(step.after) or '∅'}" for step in steps)
            return f"  by the rules of {convention_name(best.language)}: {pieces}\n"
    return ""


def _listed(guesses: Iterable[ConventionGuess]) -> str:
    return ", ".join(dict.fromkeys(convention_name(guess.language) for guess in guesses))


def _together(found: Origins) -> str:
    """The conventions that may have written all forms, as a table."""
    likely = [guess for guess in found.jointly if guess.posterior >= LEAST][: 2 * MOST]
    if not likely:
        return "together: they tell nothing\n"
    rows = [
        (
            convention_name(guess.convention),
            f"{guess.posterior:.2f}",
            ", ".join(guess.speaking[:MOST]),
            ", ".join(guess.against[:MOST]),
        )
        for guess in likely
    ]
    return "together\n" + write_table(("convention", "probability", "speaking for it", "against"), rows, "text")
