"""One of two audits that are compared, with what it has of each article looked up once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

import msgspec

from auditor.records import Audit, Claim, Entity, EntityMention, Finding, Quote

Record = TypeVar("Record", Claim, Quote, Finding)


class Name(msgspec.Struct, frozen=True):
    """An entity in one article: its spellings there, the longest first, and where it is first named."""

    entity: Entity
    forms: tuple[str, ...]
    at: int


class Side(msgspec.Struct, frozen=True, dict=True):
    """One of the two audits with its texts, and what it has of each article."""

    audit: Audit
    texts: Mapping[str, str]

    @cached_property
    def names(self) -> Mapping[str, list[Name]]:
        """The names of each article, in text order."""
        mentions: dict[str, dict[str, list[EntityMention]]] = defaultdict(dict)
        for entity in self.audit.entities:
            for m in entity.mentions:
                mentions[m.article].setdefault(entity.id, []).append(m)
        entities = {e.id: e for e in self.audit.entities}
        return {
            article: sorted((_named(entities[i], own) for i, own in held.items()), key=lambda n: (n.at, n.entity.id))
            for article, held in mentions.items()
        }

    @cached_property
    def claims(self) -> Mapping[str, list[Claim]]:
        """The claims of each article."""
        return _by_article(self.audit.claims)

    @cached_property
    def quotes(self) -> Mapping[str, list[Quote]]:
        """The quotes of each article."""
        return _by_article(self.audit.quotes)

    @cached_property
    def findings(self) -> Mapping[str, list[Finding]]:
        """The findings of each article that nobody has silenced."""
        return _by_article(f for f in self.audit.findings if not f.suppressed and not f.baseline)


def _by_article(items: Iterable[Record]) -> dict[str, list[Record]]:
    table: dict[str, list[Record]] = defaultdict(list)
    for item in items:
        table[item.article].append(item)
    return table


def _named(entity: Entity, mentions: Sequence[EntityMention]) -> Name:
    forms = sorted({m.text for m in mentions}, key=lambda t: (-len(t), t))
    return Name(entity, tuple(forms), min(m.start for m in mentions))
