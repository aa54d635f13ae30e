"""What the rest of the house sees of entities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from auditor.records import EntityType, Evidence

Relation = Literal[
    "preferred",  # the form that the article's language prefers, or its short form
    "admitted",  # another good form
    "foreign",  # spelt by another language's convention, or another language's name for it
    "fused",  # a name with something stuck to it
    "misspelt",  # a near-miss of a form that is spelt right elsewhere
    "half-translated",  # a compound name of which one part is foreign
    "casing",  # right letters, wrong case
]


class ResolvedMention(msgspec.Struct, frozen=True, kw_only=True):
    """One mention and what it is. ``replacement`` is what should stand on the span, None where nothing is wrong.

    ``relation`` says how the form stands to the preferred one; ``points_to`` is the language that a faulty form
    betrays, ``weight`` how strongly, in nats. ``conventions``: likeliest first.
    """

    start: int
    end: int
    text: str
    entity: str
    relation: Relation
    replacement: str | None = None
    conventions: tuple[str, ...] = ()
    points_to: str | None = None
    weight: float = 0.0
    evidence: tuple[Evidence, ...] = ()


class ResolvedEntity(msgspec.Struct, frozen=True, kw_only=True):
    """An entity of the corpus. ``forms`` maps each spelling to the ids of the articles that have it."""

    id: str
    type: EntityType
    preferred: str
    native: str | None
    concept: str | None
    decided_by: str
    forms: Mapping[str, tuple[str, ...]]


class EntityView(msgspec.Struct, frozen=True, kw_only=True):
    """The entities of one article: its mentions in text order, and the entities behind them."""

    mentions: tuple[ResolvedMention, ...]
    entities: Mapping[str, ResolvedEntity]


class EntitySet(msgspec.Struct, frozen=True, kw_only=True):
    """The entities of a corpus, and the view of each article (by article id)."""

    entities: tuple[ResolvedEntity, ...]
    views: Mapping[str, EntityView]

    def view(self, article: str) -> EntityView:
        return self.views.get(article) or EntityView(mentions=(), entities={})
