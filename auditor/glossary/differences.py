"""What changed between two states of a glossary, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from auditor.glossary.model import Concept, Native, Term
from auditor.glossary.write import string

Kind = Literal["new", "gone", "changed"]


class Difference(msgspec.Struct, frozen=True):
    """One concept that is new, gone or changed, with what of it."""

    kind: Kind
    id: str
    details: tuple[str, ...]


def differences(old: Mapping[str, Concept], new: Mapping[str, Concept]) -> tuple[Difference, ...]:
    """By id. A concept that has all of its content under another id is told as renamed."""
    found: list[Difference] = []
    content = {_content(c): i for i, c in old.items() if i not in new}
    renamed = {i: content[_content(c)] for i, c in new.items() if i not in old and _content(c) in content}
    for id in sorted(old.keys() | new.keys()):
        if id in renamed:
            found.append(Difference("changed", id, (f"was {renamed[id]}",)))
        elif id in renamed.values():
            continue
        elif id not in old:
            found.append(Difference("new", id, (f"{new[id].type}", *map(_term, new[id].terms))))
        elif id not in new:
            found.append(Difference("gone", id, (f"{old[id].type}", *map(_term, old[id].terms))))
        elif details := tuple(_changes(old[id], new[id])):
            found.append(Difference("changed", id, details))
    return tuple(found)


def _content(concept: Concept) -> bytes:
    return msgspec.json.encode(msgspec.structs.replace(concept, id=""))


def _term(term: Term) -> str:
    """``"Lavrov" (en), preferred``."""
    return f"{string(term.text)} ({term.lang}), {term.status}"


def _changes(old: Concept, new: Concept) -> Iterator[str]:
    if old.type != new.type:
        yield f"type: {old.type}, now {new.type}"
    if old.native != new.native:
        yield f"native: {_native(old.native)}, now {_native(new.native)}"
    before, after = ({(t.text, t.lang): t for t in c.terms} for c in (old, new))
    yield from (f"form gone: {_term(t)}" for key, t in before.items() if key not in after)
    for key, term in after.items():
        if key not in before:
            yield f"form new: {_term(term)}"
        else:
            yield from _fields(before[key], term)
    for name, left, right in (("never", old.never, new.never), ("refs", old.refs, new.refs)):
        yield from (f"{name}: no longer {i}" for i in left if i not in right)
        yield from (f"{name}: {i}" for i in right if i not in left)
    if old.note != new.note:
        yield f"note: {_value(old.note)}, now {_value(new.note)}"
    if old.examples != new.examples:
        yield f"examples: {len(old.examples)}, now {len(new.examples)}"


def _fields(old: Term, new: Term) -> Iterator[str]:
    for key in old.__struct_fields__:
        a, b = getattr(old, key), getattr(new, key)
        if a != b:
            plain = key in ("status", "match", "case")
            yield f"{string(new.text)} ({new.lang}): {key} {a if plain else _value(a)}, now {b if plain else _value(b)}"


def _value(text: str | None) -> str:
    return "none" if text is None else string(text)


def _native(native: Native | None) -> str:
    return "none" if native is None else f"{string(native.text)} ({native.lang})"
