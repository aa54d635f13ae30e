"""Checks on what is typed after ``auditor glossary``: each error names the option and the nearest valid value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import category

import msgspec

from auditor.errors import UsageError
from auditor.glossary.bad_forms import BAD
from auditor.glossary.model import CHOICES, Concept, Native, Status, Term
from auditor.glossary.tags import problem_of_tag
from auditor.packs.nearest import did_you_mean

if TYPE_CHECKING:
    from auditor.glossary.decisions import Verdict
    from auditor.glossary.edit import Desk

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ONE_LINE = ("text", "short", "use", "native")  # stand in copy, so that no break or escape is among their characters
_KEPT = ("text", "status", "match", "case", "id", "type")  # keys that cannot be taken away


def check_id(id: str, option: str = "--id") -> None:
    """An id is lower-case letters, digits and hyphens."""
    if not _ID.fullmatch(id):
        raise UsageError(f"{option}: {id!r} is not an id", "lower-case letters, digits and hyphens: per-lavrov-sergey")


def check_choices(fields: Mapping[str, Any]) -> None:
    """Values of closed lists are of their lists."""
    for key, valid in CHOICES.items():
        if fields.get(key) is not None and fields[key] not in valid:
            raise UsageError(f"--{key}: no such value {fields[key]!r}", did_you_mean(str(fields[key]), valid))
    if convention := fields.get("convention"):
        from auditor.names.scheme import known_ids

        if convention not in known_ids():
            raise UsageError(f"--convention: no convention {convention!r}", did_you_mean(convention, known_ids()))
    from auditor.glossary.lint import DAY

    for key in ("since", "until"):
        if fields.get(key) and not DAY.fullmatch(fields[key]):
            raise UsageError(f"--{key}: {fields[key]!r} is not a date", "write 2024-03-31, 2024-03 or 2024")
    for key in _ONE_LINE:
        for char in fields.get(key) or "":
            if category(char) in ("Cc", "Zl", "Zp"):
                option = "TEXT" if key == "text" else f"--{key}"
                raise UsageError(f"{option} holds the control character U+{ord(char):04X}", "type it anew")


def check_tag(tag: str | None, option: str) -> None:
    """A language is a tag of BCP 47."""
    hint = problem_of_tag(tag) if tag is not None else None
    if hint:
        raise UsageError(f"{option}: {tag!r} is not a language tag of BCP 47", hint)


def bad_status(name: str) -> Status:
    """A status that advises against a form."""
    for status in BAD:
        if status == name:
            return status
    raise UsageError(f"--status: no such value {name!r}", did_you_mean(name, sorted(BAD)))


def type_of(path: Path, id: str) -> str:
    """The type of a concept: the one it has in the file, else what its id begins with, else ``term``."""
    from auditor.glossary import store
    from auditor.glossary.ids import kind_of

    held = store.read(path).file.concept if path.exists() else ()
    known = next((c.type for c in held if c.id == id), None)
    return known or kind_of(id) or "term"


def concept(
    *,
    id: str,
    type: str,
    native: str | None,
    native_lang: str | None,
    never: tuple[str, ...],
    term: Mapping[str, str | None],
) -> Concept:
    """A concept with one term, out of what was typed."""
    check_id(id)
    check_choices({**term, "type": type, "native": native})
    check_tag(term["lang"], "--lang")
    check_tag(native_lang, "--native-lang")
    if (native is None) != (native_lang is None):
        raise UsageError("--native and --native-lang go together", "give both or none")
    if not (term["text"] or "").strip():
        raise UsageError("TEXT is empty", "give the form as it stands in copy")
    made = msgspec.convert({key: value for key, value in term.items() if value is not None}, Term)
    home = Native(text=native, lang=native_lang) if native is not None and native_lang is not None else None
    return msgspec.convert(
        {"id": id, "type": type, "terms": [made], "never": never} | ({"native": home} if home else {}), Concept
    )


def of_term(fields: Mapping[str, Any], strange: Mapping[str, Any]) -> dict[str, Any]:
    """The changes to a form; an empty value takes the key away. ``strange`` are options that only concepts have."""
    wrong = next((key for key, value in strange.items() if value is not None), None)
    if wrong:
        raise UsageError(f"--{wrong.replace('_', '-')} is for concepts", "leave TEXT out to change the concept")
    return _settled(fields, "--text, --status, --short, --convention, --use, --match, --case, --since, --until, --note")


def of_concept(fields: Mapping[str, Any], strange: Mapping[str, Any]) -> Callable[[Concept], dict[str, Any]]:
    """What changes of a concept, given the concept. ``strange`` are options that only forms have."""
    wrong = next((key for key, value in strange.items() if value is not None), None)
    if wrong:
        raise UsageError(f"--{wrong} is for a form", "name the form's TEXT behind the ID")
    given = {key: value for key, value in fields.items() if key not in ("native", "native_lang", "never")}
    native, lang, never = fields["native"], fields["native_lang"], fields["never"]
    settled = _settled(given, "--id, --type, --native, --never, --note") if _any(given) or not _any(fields) else {}
    if settled.get("id"):
        check_id(settled["id"])
    check_tag(lang, "--native-lang")
    check_choices({"native": native})

    def of(old: Concept) -> dict[str, Any]:
        more: dict[str, Any] = {}
        if native == "":
            more["native"] = None
        elif native is not None or lang is not None:
            text, tag = native or (old.native and old.native.text), lang or (old.native and old.native.lang)
            if not text or not tag:
                raise UsageError("--native and --native-lang go together", "give both")
            more["native"] = Native(text=text, lang=tag)
        if never is not None:
            more["never"] = tuple(i for i in never if i)
        return settled | more

    return of


def _any(fields: Mapping[str, Any]) -> bool:
    return any(value is not None for value in fields.values())


def _settled(fields: Mapping[str, Any], options: str) -> dict[str, Any]:
    given = {key: value for key, value in fields.items() if value is not None}
    if not given:
        raise UsageError("nothing to change", f"give one of {options}")
    check_choices({key: value for key, value in given.items() if value})
    empty = next((key for key in _KEPT if given.get(key) == ""), None)
    if empty:
        raise UsageError(f"--{empty} cannot be empty", "to drop the form or concept: auditor glossary remove")
    return {key: value or None for key, value in given.items()}


def refuse_if_different(desk: Desk, into: str, other: str) -> None:
    """Raises `UsageError` where somebody judged the two concepts, or forms of them, different."""
    from auditor.glossary import decisions

    names = [[i, *(t.text for t in desk.get(i).terms)] for i in (into, other)]
    against = decisions.Verdicts(decisions.load(decisions.beside(f.path for f in desk.files))).between(*names)
    if against:
        d = against[0]
        who = "".join(f" {word}" for word in (d.at and f"on {d.at[:10]}", d.by and f"by {d.by}") if word)
        raise UsageError(f"{d.a!r} and {d.b!r} were judged different{who}", "to merge all the same: --force")


def decide(glossary: Path, a: str, b: str, verdict: Verdict, by: str | None) -> None:
    """Keep a decision beside a glossary, with who and when."""
    from auditor.glossary import decisions

    decision = decisions.Decision(a=a, b=b, verdict=verdict, by=by or user(), at=now())
    decisions.append(glossary.parent / decisions.NAME, decision)


def now() -> str:
    """The time in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def user() -> str | None:
    """Who works here, as the system knows them."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return None
