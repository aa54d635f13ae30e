"""The verdict on a form of an entity in an article language."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from auditor.entities.view import Relation

DAMAGE = 3.5
CASING = 0.6
SHARES = {1: 3.5, 2: 2.6, 3: 1.6}
REST = 0.5


class Verdict(msgspec.Struct, frozen=True):
    """A form in an article language. ``owners`` are the languages whose habit a faulty form is, likeliest first.

    ``doubtful``: the language may write so, but ``owners`` rather do; other names of the article decide.
    ``clear``: it is foreign all the same where it stands as a place; ``sure``: wherever a name can stand; ``placed``:
    behind a preposition that only places have.
    ``words`` maps each faulty word of the form to what should stand there. ``status`` is the glossary's word for a form
    that it rules out.
    """

    relation: Relation
    conventions: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    words: Mapping[str, str] = {}
    replacement: str | None = None
    doubtful: bool = False
    clear: bool = False
    sure: bool = False
    placed: bool = False
    status: str | None = None

    @property
    def weight(self) -> float:
        """Nats that a faulty form is worth for the language that it betrays: the fewer owners, the more."""
        if self.relation in ("fused", "half-translated"):
            return DAMAGE
        if self.relation == "casing":
            return CASING
        return SHARES.get(len(self.owners), REST) if self.owners else 0.0
