"""The entities of a corpus: who is meant by each name, how it should be written, and what is wrong with how it is."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from auditor.entities.clusters import Cluster
from auditor.entities.join import join
from auditor.entities.known import Known
from auditor.entities.local import locals_of, repaired
from auditor.entities.profile import Profile
from auditor.entities.repairs import repairs
from auditor.entities.resolve import resolve
from auditor.entities.rulings import Ruling
from auditor.entities.view import EntitySet, EntityView, ResolvedEntity, ResolvedMention
from auditor.glossary.model import Glossary
from auditor.names.rough import latin
from auditor.packs.institutions import institutions
from auditor.packs.places import places
from auditor.packs.styles import Style
from auditor.reading.article import Reading
from auditor.records import EntityType
from auditor.text.lexicon import Lexicon, lexicon

_PREFIX: dict[EntityType, str] = {
    "person": "per", "org": "org", "place": "pla", "vehicle": "veh", "mission": "mis", "other": "oth",
}  # fmt: skip


def build(
    readings: Sequence[Reading],
    glossary: Glossary | None = None,
    rulings: Sequence[Ruling] = (),
    style: Style | None = None,
) -> EntitySet:
    """Entities over all readings, in whatever order; of several rulings on a pair the last counts.

    ``style`` decides preferred forms where the glossary does not.
    """
    ordered = sorted(readings, key=lambda r: r.id)
    known, words = Known(glossary, tuple(rulings)), lexicon()
    named = [local for reading in ordered for local in locals_of(reading)]
    damage = repairs(named, words, known.forms, {reading.id: reading.text for reading in ordered})
    clusters = join([repaired(local, damage) for local in named], known)
    profiles = [_profile(cluster, known, words, style) for cluster in clusters]
    main = _main_language(ordered)
    ids = _ids(profiles, main)
    by_article = {r.id: r for r in ordered}
    mentions = resolve(profiles, ids, by_article)
    entities = [_entity(profile, ids[i], main, by_article) for i, profile in enumerate(profiles)]
    return _set(entities, mentions)


def _profile(cluster: Cluster, known: Known, words: Lexicon, style: Style | None) -> Profile:
    concept = known.concept(min(cluster.concepts, default=None))
    item = institutions().by_id(min(cluster.institutions, default=""))
    place = None if item else places().by_id(min(cluster.places, default=""))
    return Profile(cluster, concept, item, place, known.glossary, words, style)


def _main_language(readings: Sequence[Reading]) -> str:
    """The language of most subjects, in which entities get their preferred name."""
    counts = Counter(r.language for r in readings if r.source.role == "subject") or Counter(
        r.language for r in readings
    )
    return min(counts, key=lambda code: (-counts[code], code)) if counts else "en"


def _ids(profiles: Sequence[Profile], language: str) -> list[str]:
    """Readable ids: of two entities of one name the second (by its forms) gets a number, concepts none."""
    slugs = [_stem(p, language) for p in profiles]
    order = sorted(
        range(len(profiles)), key=lambda i: (slugs[i], not profiles[i].concept, sorted(profiles[i].cluster.forms))
    )
    seen: Counter[str] = Counter()
    ids = [""] * len(profiles)
    for i in order:
        seen[slugs[i]] += 1
        ids[i] = slugs[i] if seen[slugs[i]] == 1 else f"{slugs[i]}-{seen[slugs[i]]}"
    return ids


def _stem(profile: Profile, language: str) -> str:
    """What names an entity whatever articles stand beside: its concept, its row in a table, its native form.

    Only without these it is the form that the articles prefer.
    """
    if profile.concept:
        return profile.concept.id
    listed = profile.institution or profile.place
    named = listed.id if listed else profile.native or profile.choice(language).full
    return f"{_PREFIX[_kind(profile)]}-{_in_id(named)}"


@lru_cache(10_000)
def _in_id(name: str) -> str:
    return _slug(latin(name)) or _slug(name)


def _kind(profile: Profile) -> EntityType:
    if profile.concept:
        return profile.concept.entity_type
    if profile.institution:
        return profile.institution.type
    return "place" if profile.place else profile.cluster.type


def _entity(profile: Profile, entity: str, language: str, readings: Mapping[str, Reading]) -> ResolvedEntity:
    forms: dict[str, set[str]] = {}
    for local in profile.cluster.locals:
        for form in local.forms:
            for index in form.mentions:
                forms.setdefault(readings[local.article].mentions[index].text, set()).add(local.article)
    choice = profile.choice(language)
    return ResolvedEntity(
        id=entity,
        type=_kind(profile),
        preferred=choice.full,
        native=profile.native,
        concept=profile.concept.id if profile.concept else None,
        decided_by=choice.decided_by,
        forms={text: tuple(sorted(forms[text])) for text in sorted(forms)},
    )


def _set(entities: Sequence[ResolvedEntity], mentions: Mapping[str, Sequence[ResolvedMention]]) -> EntitySet:
    table = {e.id: e for e in entities}
    views = {
        article: EntityView(
            mentions=tuple(sorted(rows, key=lambda m: (m.start, m.end, m.entity))),
            entities={entity: table[entity] for entity in sorted({m.entity for m in rows})},
        )
        for article, rows in mentions.items()
    }
    return EntitySet(entities=tuple(sorted(entities, key=lambda e: e.id)), views=views)


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "-".join("".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split())
