"""Ids of concepts: made once from the preferred form, stable from then on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from hashlib import sha256

from auditor.glossary.model import ConceptType

PREFIX: dict[ConceptType, str] = {
    "person": "per", "org": "org", "place": "loc", "vehicle": "veh", "mission": "mis", "agency": "agency",
    "title": "title", "term": "term",
}  # fmt: skip


def slug(text: str) -> str:
    """The text in plain lower-case letters, digits and hyphens."""
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", folded.lower().replace("'", "")).strip("-")


def fresh(kind: ConceptType, name: str, taken: Collection[str]) -> str:
    """An id that is not taken: ``per-family-given`` for a person, numbered where it must be."""
    words = name.split()
    ordered = [words[-1], *words[:-1]] if kind == "person" and words else words
    base = f"{PREFIX[kind]}-{slug(' '.join(ordered)) or sha256(name.encode()).hexdigest()[:8]}"
    number = next(n for n in range(1, len(taken) + 2) if (base if n == 1 else f"{base}-{n}") not in taken)
    return base if number == 1 else f"{base}-{number}"


def kind_of(id: str) -> ConceptType | None:
    """The type that an id begins with (``per-``, ``org-`` ...)."""
    return next((kind for kind, prefix in PREFIX.items() if id.startswith(f"{prefix}-")), None)
