"""Bringing concepts from elsewhere into a desk: what is the same is joined, what contradicts is left out and told."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from auditor.glossary.bad_forms import BAD
from auditor.glossary.changes import admitted
from auditor.glossary.edit import Desk, union
from auditor.glossary.model import Concept, Term

Key = tuple[str, str]


class Brought(msgspec.Struct, frozen=True):
    """What came of an import: changed concepts by id, how many are new, joined or as they were, and what was left."""

    changes: dict[str, Concept | None]
    added: int
    joined: int
    same: int
    left: tuple[str, ...]


def bring(desk: Desk, concepts: Sequence[Concept], *, replace: bool = False) -> Brought:
    """``concepts`` are joined to those of the desk with the same id, the same reference to another collection, or the
    same preferred form and type; others are new.

    What the desk says wins; with ``replace`` what comes wins. Forms that the desk has as right and the file as wrong
    (or the other way round) are left out.
    """
    held = _Held(desk)
    added = joined = same = 0
    left: list[str] = []
    for concept in concepts:
        owner = held.owner(concept)
        old = held.now.get(owner) if owner else None
        fitting = tuple(t for t in concept.terms if held.fits(t, owner, left, replace=replace))
        coming = msgspec.structs.replace(concept, terms=fitting)
        if old is None:
            if not fitting:
                continue
            new = msgspec.structs.replace(coming, id=held.free(concept.id))
            added += 1
        else:
            new = together(old, coming, replace=replace)
            joined, same = joined + (new != old), same + (new == old)
        if new != old:
            held.put(new)
    ids = {c.id for c in held.now.values()}
    changes: dict[str, Concept | None] = {}
    for id in held.changed:
        concept = held.now[id]
        never = tuple(i for i in concept.never if i in ids)
        changes[id] = msgspec.structs.replace(concept, never=never)
    return Brought(changes, added, joined, same, tuple(left))


def together(old: Concept, more: Concept, *, replace: bool) -> Concept:
    """The concept with what the other adds; with ``replace`` its terms and notes take the place of those there."""
    coming = {t.key: t for t in more.terms}
    kept = [coming.pop(t.key, t) if replace else t for t in old.terms]
    for term in kept:
        coming.pop(term.key, None)
    ahead = {t.lang for t in (more.terms if replace else kept) if t.status == "preferred"}
    fresh = list(coming.values())
    if replace:
        here = {t.key for t in more.terms}
        kept = [t if t.key in here or t.lang not in ahead else admitted(t, t.lang) for t in kept]
    else:
        fresh = [admitted(t, t.lang) if t.lang in ahead else t for t in fresh]
    first, second = (more, old) if replace else (old, more)
    return msgspec.structs.replace(
        old,
        native=first.native or second.native,
        terms=(*kept, *fresh),
        never=union(old.never, more.never),
        refs=union(old.refs, more.refs),
        note=first.note or second.note,
        examples=(*old.examples, *(x for x in more.examples if x not in old.examples)),
    )


class _Held:
    """A desk with look-ups, as it grows."""

    def __init__(self, desk: Desk) -> None:
        self.now: dict[str, Concept] = {}
        self.changed: dict[str, None] = {}
        self._refs: dict[str, str] = {}
        self._preferred: dict[tuple[str, str, str], set[str]] = {}
        self._standing: dict[Key, dict[str, bool]] = {}
        for concept in desk.concepts.values():
            self._keep(concept)

    def _keep(self, concept: Concept) -> None:
        self.now[concept.id] = concept
        self._refs.update(dict.fromkeys(concept.refs, concept.id))
        for term in concept.terms:
            if term.status == "preferred":
                self._preferred.setdefault((concept.type, *term.key), set()).add(concept.id)
            if term.status != "candidate":
                self._standing.setdefault(term.key, {})[concept.id] = term.status in BAD

    def put(self, concept: Concept) -> None:
        """A concept as it is now."""
        self._keep(concept)
        self.changed[concept.id] = None

    def owner(self, concept: Concept) -> str | None:
        """The id of the concept that one from elsewhere is."""
        known = self.now.get(concept.id)
        if known is not None and known.type == concept.type:
            return known.id
        for ref in concept.refs:
            if (id := self._refs.get(ref)) and self.now[id].type == concept.type:
                return id
        found: set[str] = set()
        for term in concept.terms:
            if term.status == "preferred":
                found |= self._preferred.get((concept.type, *term.key), set())
        return next(iter(found)) if len(found) == 1 else None

    def free(self, id: str) -> str:
        """The id, numbered where the desk has it."""
        number = 1
        while (made := id if number == 1 else f"{id}-{number}") in self.now:
            number += 1
        return made

    def fits(self, term: Term, owner: str | None, left: list[str], *, replace: bool) -> bool:
        """Whether a term contradicts nothing; else it is told in ``left``."""
        standing = self._standing.get(term.key, {})
        against = [
            id for id, bad in standing.items()
            if term.status != "candidate" and bad != (term.status in BAD) and not (replace and id == owner)
        ]  # fmt: skip
        if against and not (owner is not None and against == [owner] and not replace):
            left.append(f"{term.text} ({term.lang}): {term.status} there, not so in {against[0]}")
            return False
        return True
