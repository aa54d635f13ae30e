"""The entities of a corpus: who is meant by each name, how it should be written, and what is wrong with how it is."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

from auditor.entities.clusters import Cluster
from auditor.entities.join import join
from auditor.entities.known import Known
from auditor.entities.local import locals_of
from auditor.entities.view import EntitySet, EntityView, ResolvedEntity, ResolvedMention
from auditor.glossary.model import Glossary
from auditor.reading.article import Reading
from auditor.records import EntityType

_PREFIX: dict[EntityType, str] = {
    "person": "per", "org": "org", "place": "pla", "vehicle": "veh", "mission": "mis", "other": "oth",
}  # fmt: skip


def build(readings: Sequence[Reading], glossary: Glossary | None = None) -> EntitySet:
    """Entities over all readings; the order of the readings does not matter."""
    ordered = sorted(readings, key=lambda r: r.id)
    known = Known(glossary)
    clusters = join([local for reading in ordered for local in locals_of(reading)], known)
    entities: list[ResolvedEntity] = []
    mentions: dict[str, list[ResolvedMention]] = {r.id: [] for r in ordered}
    by_id = {r.id: r for r in ordered}
    ids: Counter[str] = Counter()
    for cluster in sorted(clusters, key=lambda c: min(f.key for x in c.locals for f in x.forms)):
        preferred = _preferred(cluster)
        slug = f"{_PREFIX[cluster.type]}-{_slug(preferred)}"
        ids[slug] += 1
        entity = slug if ids[slug] == 1 else f"{slug}-{ids[slug]}"
        texts: dict[str, set[str]] = {}
        for local in cluster.locals:
            reading = by_id[local.article]
            for form in local.forms:
                for i in form.mentions:
                    m = reading.mentions[i]
                    texts.setdefault(m.text, set()).add(reading.id)
                    mentions[reading.id].append(
                        ResolvedMention(
                            start=m.start, end=m.end, text=m.text, entity=entity, relation="admitted", mention=i
                        )
                    )
        entities.append(
            ResolvedEntity(
                id=entity,
                type=cluster.type,
                preferred=preferred,
                native=None,
                concept=min(cluster.concepts, default=None),
                decided_by="article",
                forms={text: tuple(sorted(where)) for text, where in sorted(texts.items())},
            )
        )
    table = {e.id: e for e in entities}
    views = {
        article: EntityView(
            mentions=tuple(sorted(rows, key=lambda m: (m.start, m.end, m.entity))),
            entities={m.entity: table[m.entity] for m in rows},
        )
        for article, rows in mentions.items()
    }
    return EntitySet(entities=tuple(sorted(entities, key=lambda e: e.id)), views=views)


def _preferred(cluster: Cluster) -> str:
    counts: Counter[str] = Counter()
    for local in cluster.locals:
        for form in local.forms:
            if form.words and len(form.words) == max(len(f.words) for x in cluster.locals for f in x.forms):
                counts[form.text] += len(form.mentions)
    return min(counts, key=lambda t: (-counts[t], t))


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "-".join("".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split())
