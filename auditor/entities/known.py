"""What the glossary and the table of institutions know of a local name."""

from __future__ import annotations

from functools import cached_property, lru_cache

import msgspec

from auditor.entities.local import Local, form_key
from auditor.entities.rulings import Ruling, Rulings
from auditor.glossary.model import Concept, Glossary
from auditor.packs.institutions import FormHit, institutions
from auditor.packs.places import PlaceHit, places

_MIN_FOREIGN_ACRONYM = 4


class Known(msgspec.Struct, frozen=True, dict=True):
    """Look-ups in the glossary (if any), in what people ruled, and in the shipped table of institutions."""

    glossary: Glossary | None
    rulings: tuple[Ruling, ...] = ()

    @cached_property
    def settled(self) -> Rulings:
        """What people ruled, and the pairs of concepts that the glossary keeps apart."""
        concepts = self.glossary.concepts if self.glossary else ()
        return Rulings(self.rulings, [(c.id, other) for c in concepts for other in c.never])

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """All forms of the glossary's names."""
        if self.glossary is None:
            return ()
        texts = {t.text for c in self.glossary.concepts if c.entity_type != "other" for t in c.terms}
        return tuple(sorted(texts))

    @cached_property
    def _by_id(self) -> dict[str, Concept]:
        return {c.id: c for c in self.glossary.concepts} if self.glossary else {}

    def concept(self, concept: str | None) -> Concept | None:
        """The concept of an id."""
        return self._by_id.get(concept) if concept else None

    def concepts(self, local: Local) -> set[str]:
        """Glossary concepts that have one of the forms; none where the forms lead to several."""
        if self.glossary is None:
            return set()
        table = self.glossary.forms
        found = {c.id for f in local.forms for c, _ in table.get(form_key(f.key), ()) if c.entity_type != "other"}
        return found if len(found) == 1 else set()

    def institutions(self, local: Local) -> set[str]:
        """The institution of the shipped table that has one of the forms; none where the forms lead to several."""
        if local.type == "person":
            return set()
        found = {
            form.repair.source for form in local.forms if form.repair and form.repair.relation == "half-translated"
        }
        for form in local.forms:
            found |= {hit.institution.id for hit in institution_hits(form.key, local.language)}
        return {i for i in found if i} if len(found) == 1 else set()

    def places(self, local: Local) -> set[str]:
        """The place of the shipped tables that has one of the forms; none where the forms lead to several."""
        if local.type in ("person", "vehicle", "mission"):
            return set()
        found = {hit.place.id for form in local.forms for hit in place_hits(form.key, local.language)}
        return found if len(found) == 1 else set()


@lru_cache(maxsize=100_000)
def place_hits(key: str, language: str) -> tuple[PlaceHit, ...]:
    """Places called so in this language; if none is, places called so in another."""
    hits = places().by_form(key)
    base = language.split("-")[0]
    return tuple(hit for hit in hits if hit.language == base) or hits


@lru_cache(maxsize=100_000)
def institution_hits(key: str, language: str) -> tuple[FormHit, ...]:
    """Who is called so in this language; if nobody is, who is called so in another (no short acronyms then)."""
    hits = institutions().by_form(key)
    base = language.split("-")[0]
    own = tuple(hit for hit in hits if hit.language == base)
    return own or tuple(hit for hit in hits if hit.kind == "name" or len(key) >= _MIN_FOREIGN_ACRONYM)
