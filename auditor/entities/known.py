"""What the glossary and the table of institutions know of a local name."""

from __future__ import annotations

from functools import cached_property

import msgspec

from auditor.entities.local import Local, form_key
from auditor.glossary.model import Glossary


class Known(msgspec.Struct, frozen=True, dict=True):
    """Look-ups in the glossary (if any) and in the shipped table of institutions."""

    glossary: Glossary | None

    @cached_property
    def never(self) -> frozenset[tuple[str, str]]:
        """Pairs of concepts that the glossary keeps apart, both ways round."""
        if self.glossary is None:
            return frozenset()
        pairs = [(c.id, other) for c in self.glossary.concepts for other in c.never]
        return frozenset(pairs + [(b, a) for a, b in pairs])

    def concepts(self, local: Local) -> set[str]:
        """Glossary concepts that have one of the forms; none where the forms lead to several."""
        if self.glossary is None:
            return set()
        table = self.glossary.forms
        found = {c.id for f in local.forms for c, _ in table.get(form_key(f.key), ()) if c.entity_type != "other"}
        return found if len(found) == 1 else set()

    def institutions(self, local: Local) -> set[str]:
        """Institutions of the shipped table that have one of the forms."""
        return set()
