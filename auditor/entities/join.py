"""From the names of articles to the entities of the corpus.

Exact keys first (concept, institution, designator, form), then names of persons that romanization explains, found
through blocking keys. Order of work is fixed by the names themselves, never by the order of the articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from auditor.entities import facts
from auditor.entities.blocks import pairs
from auditor.entities.clusters import Cluster, Clusters
from auditor.entities.known import Known
from auditor.entities.local import Local, form_key
from auditor.names.given import lookup
from auditor.text.lexicon import lexicon

SAME = 0.85  # score from which two spellings are taken for one name
APART = 0.5  # score below which two spellings are never one name
_SHORT = 5
_EVERYDAY = 3.0  # zipf from which a word is no rare name
_MOST = 8  # spellings of a cluster that are compared


def join(locals_: Sequence[Local], known: Known) -> list[Cluster]:
    """Clusters of the locals, in an order that depends on the names alone."""
    clusters = Clusters(known.settled)
    ranked = sorted(locals_, key=lambda x: (-len(x.face.words), x.face.key, x.article))
    lone: list[Local] = []
    for local in ranked:
        if _is_surname(local):
            lone.append(local)
        else:
            _place(local, clusters, known)
    judged = _variants(clusters)
    people = _families(clusters)
    for local in lone:
        cluster = _place(local, clusters, known)
        bearers = {clusters.root(c.index).index: c for c in people.get(local.face.key, ())}
        if len(bearers) == 1:
            clusters.merge(clusters.root(next(iter(bearers))), cluster)
    _variants(clusters, judged)
    return clusters.live()


def _is_surname(local: Local) -> bool:
    return (
        local.type in ("person", "other") and all(len(f.words) == 1 for f in local.forms) and not local.face.designator
    )


def _place(local: Local, clusters: Clusters, known: Known) -> Cluster:
    """Join a local with the clusters that share one of its keys, or open a new one."""
    fresh = clusters.new()
    fresh.add(local)
    fresh.concepts |= known.concepts(local)
    fresh.institutions |= known.institutions(local)
    if not fresh.institutions:
        fresh.places |= known.places(local)
    home = fresh
    keys = list(_keys(local, fresh))
    for key in keys:
        held = clusters.get(key)
        if held is not None and clusters.merge(held, home):
            home = clusters.root(held.index)
    ruled = _ruled(local, fresh, known)
    for key in ruled:
        held = clusters.get(key)
        if held is not None and clusters.merge(held, home, ruled=True):
            home = clusters.root(held.index)
    clusters.name(home, [*keys, *ruled])
    return home


def _ruled(local: Local, cluster: Cluster, known: Known) -> list[str]:
    """Keys of the groups that people made of names."""
    names = [*sorted(cluster.concepts), *(form.key for form in local.forms)]
    return [f"ruled {group}" for group in dict.fromkeys(map(known.settled.group, names)) if group]


def _keys(local: Local, cluster: Cluster) -> Iterable[str]:
    for concept in sorted(cluster.concepts):
        yield f"concept {concept}"
    for institution in sorted(cluster.institutions):
        yield f"institution {institution}"
    for place in sorted(cluster.places):
        yield f"place {place}"
    for form in local.forms:
        if mark := form.designator:
            yield f"designator {mark}"
        yield f"form {form.key}"


def _families(clusters: Clusters) -> dict[str, list[Cluster]]:
    """Family name -> the persons who have it; a lone word may stand for the one bearer of the corpus."""
    table: dict[str, list[Cluster]] = {}
    for cluster in clusters.live():
        if cluster.type == "person":
            for family in {form_key(f.family) for local in cluster.locals for f in local.forms if f.family}:
                table.setdefault(family, []).append(cluster)
    return table


def _variants(clusters: Clusters, judged: frozenset[str] = frozenset()) -> frozenset[str]:
    """Join clusters whose names are spellings of one name, found through shared blocking keys.

    Pairs of ``judged`` spellings are left alone. Gives all spellings that have been judged now.
    """
    table: dict[str, dict[str, Cluster]] = {}
    for cluster in clusters.live():
        kind = cluster.type
        if kind not in ("person", "other", "org") or cluster.places:
            continue
        person = kind == "person"
        for text, language in {(f.text, local.base) for local in cluster.locals for f in local.forms}:
            words = text.split()
            if text.isupper() or not text[-1].isalpha() or (len(words) == 1 and _plain(text, language, person)):
                continue  # acronyms and numbers are exact
            for key in facts.keys(words[-1]):
                table.setdefault(f"{len(words)} {key}", {})[text] = cluster
    for key in sorted(table):
        block = table[key]
        for text, other in pairs(block) if len(block) > 1 else ():
            if text in judged and other in judged:
                continue
            a, b = clusters.root(block[text].index), clusters.root(block[other].index)
            if a is not b and not clusters.told_apart(a, b):
                _judge(clusters, a, b, _score(text, other))
    return judged | {text for block in table.values() for text in block}


def _judge(clusters: Clusters, a: Cluster, b: Cluster, score: float) -> None:
    """Join two clusters, of which two spellings have a score, or tell them apart."""
    if score < APART or (score >= SAME and not _compatible(a, b)):
        clusters.tell_apart(a, b)
    elif score >= SAME:
        clusters.merge(a, b)


def _plain(word: str, language: str, person: bool) -> bool:
    """True for a lone given name, which may be anybody's, and for an everyday or short word that names no person."""
    if lookup(word):
        return True
    return not person and (len(word) < _SHORT or "-" in word or lexicon().zipf(word, language) >= _EVERYDAY)


def _compatible(a: Cluster, b: Cluster) -> bool:
    """True when no spelling of one is a different name from one of the other: clusters are no chains."""
    left, right = _spellings(a), _spellings(b)
    return all(len(x.split()) != len(y.split()) or _score(x, y) >= APART for x in left for y in right)


def _spellings(cluster: Cluster) -> list[str]:
    return sorted({f.text for local in cluster.locals for f in local.forms if not f.text.isupper()})[:_MOST]


def _score(a: str, b: str) -> float:
    return 1.0 if a == b else facts.score(a, b) or 0.0
