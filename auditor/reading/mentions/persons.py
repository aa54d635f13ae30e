"""From candidates to mentions: persons get their parts, and one name has one type throughout the article."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.names.parts import parts_table
from auditor.reading.article import Mention
from auditor.reading.mentions.types import Candidate
from auditor.reading.mentions.words import NameWords, Word
from auditor.records import EntityType


def persons(text: str, found: Sequence[Candidate], data: NameWords) -> tuple[Mention, ...]:
    """The candidates as mentions, one for each, in order."""
    roles = _shared_roles(text, found, data)
    types = _types(text, found, roles)
    return tuple(_mention(text, c, kind, role, data) for c, kind, role in zip(found, types, roles, strict=True))


def _shared_roles(text: str, found: Sequence[Candidate], data: NameWords) -> list[str | None]:
    """A role noun holds for all names that follow it in a list: ``cosmonauts A and B``."""
    roles: list[str | None] = []
    for i, candidate in enumerate(found):
        role = candidate.role
        if role is None and i and roles[i - 1] and _listed(text, found[i - 1], candidate, data):
            role = roles[i - 1]
        roles.append(role)
    return roles


def _listed(text: str, left: Candidate, right: Candidate, data: NameWords) -> bool:
    if left.line is not right.line:
        return False
    gap = text[left.words[-1].end : right.words[0].start].strip().split()
    return gap in ([","],) or (len(gap) <= 2 and bool(gap) and gap[-1] in data.conjunctions and gap[:-1] in ([], [","]))


def _types(text: str, found: Sequence[Candidate], roles: Sequence[str | None]) -> list[EntityType]:
    """Each candidate's own type, unless the article shows another for the same words more often."""
    own: list[EntityType] = [_by_role(c, role) for c, role in zip(found, roles, strict=True)]
    keys = [_key(text, c.words) for c in found]
    votes: dict[str, dict[EntityType, int]] = {}
    for key, kind in zip(keys, own, strict=True):
        if kind != "other":
            counts = votes.setdefault(key, {})
            counts[kind] = counts.get(kind, 0) + 1
    families = {c.words[-1].key for c, kind in zip(found, own, strict=True) if kind == "person" and len(c.words) > 1}
    types: list[EntityType] = []
    for c, key, kind in zip(found, keys, own, strict=True):
        if shown := votes.get(key):
            kind = min((-count, other) for other, count in shown.items())[1] if len(shown) > 1 else next(iter(shown))
        if kind == "other" and len(c.words) == 1 and c.words[0].key in families:
            kind = "person"
        types.append(kind)
    return types


def _by_role(candidate: Candidate, role: str | None) -> EntityType:
    if candidate.type == "other" and role and candidate.words[0].shape in ("cap", "initial"):
        return "person"
    return candidate.type


def _key(text: str, words: Sequence[Word]) -> str:
    return text[words[0].start : words[-1].end].casefold()


def _mention(text: str, c: Candidate, kind: EntityType, role: str | None, data: NameWords) -> Mention:
    words = c.words
    start, end = words[0].start, words[-1].end
    given, family = _parts(text, words, data) if kind == "person" else (None, None)
    return Mention(start, end, text[start:end], kind, c.line.segment, given, family, role)


def _parts(text: str, words: Sequence[Word], data: NameWords) -> tuple[str | None, str | None]:
    """Given and family name as written; particles go with the family name. A single word is a family name, and so is
    what begins with a particle (De Niro)."""
    if len(words) == 1:
        return None, words[0].text
    if words[0].key in parts_table().leading:
        return None, text[words[0].start : words[-1].end]
    last = len(words) - 1
    while last > 1 and words[last].key in parts_table().suffixes:
        last -= 1
    first = last
    while first > 1 and words[first - 1].key in data.particles:
        first -= 1
    return text[words[0].start : words[first - 1].end], text[words[first].start : words[last].end]
