"""From the names of articles to the entities of the corpus.

Exact keys first (concept, institution, designator, form), then names of persons that romanization explains, found
through blocking keys. Order of work is fixed by the names themselves, never by the order of the articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from auditor.entities import facts
from auditor.entities.clusters import Cluster, Clusters
from auditor.entities.known import Known
from auditor.entities.local import Form, Local
from auditor.names.given import lookup

SAME = 0.85  # score from which two spellings are taken for one name


def join(locals_: Sequence[Local], known: Known) -> list[Cluster]:
    """Clusters of the locals, in an order that depends on the names alone."""
    clusters = Clusters(known.never)
    ranked = sorted(locals_, key=lambda x: (-len(x.face.words), x.face.key, x.article))
    lone: list[Local] = []
    for local in ranked:
        if _is_surname(local):
            lone.append(local)
        else:
            _place(local, clusters, known)
    _variants(clusters)
    for local in lone:
        _place_surname(local, clusters, known)
    _variants(clusters)
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
    home = fresh
    keys = list(_keys(local, fresh))
    for key in keys:
        held = clusters.get(key)
        if held is not None and clusters.merge(held, home):
            home = clusters.root(held.index)
    clusters.name(home, keys)
    return home


def _keys(local: Local, cluster: Cluster) -> Iterable[str]:
    for concept in sorted(cluster.concepts):
        yield f"concept {concept}"
    for institution in sorted(cluster.institutions):
        yield f"institution {institution}"
    for form in local.forms:
        if mark := form.designator:
            yield f"designator {mark}"
        yield f"form {form.key}"


def _place_surname(local: Local, clusters: Clusters, known: Known) -> None:
    """A lone word joins the one person who has it for a family name, else whatever is called exactly so."""
    people = _bearers(clusters, local.face)
    cluster = _place(local, clusters, known)
    if len(people) == 1:
        clusters.merge(people[0], cluster)


def _bearers(clusters: Clusters, form: Form) -> list[Cluster]:
    return [
        c
        for c in clusters.live()
        if c.type == "person" and any(f.family and form.words == (f.family.casefold(),) for f in c.persons())
    ]


def _variants(clusters: Clusters) -> None:
    """Join clusters whose names are spellings of one name."""
    blocks: dict[str, list[tuple[str, Cluster]]] = {}
    for cluster in clusters.live():
        if cluster.type not in ("person", "other", "org"):
            continue
        for form in cluster.persons():
            if form.text.isupper() or (len(form.words) == 1 and lookup(form.text)):
                continue  # acronyms are exact; a lone given name may be anybody's
            for key in facts.keys(form.words[-1]):
                blocks.setdefault(key, []).append((form.text, cluster))
    for key in sorted(blocks):
        _block(blocks[key], clusters)


def _block(block: list[tuple[str, Cluster]], clusters: Clusters) -> None:
    seen: list[tuple[str, Cluster]] = []
    for text, cluster in sorted(block, key=lambda x: (x[0], x[1].index)):
        for other, theirs in seen:
            a, b = clusters.root(cluster.index), clusters.root(theirs.index)
            if a is not b and len(text.split()) == len(other.split()) and _same(text, other):
                clusters.merge(a, b)
        seen.append((text, cluster))


def _same(a: str, b: str) -> bool:
    found = facts.match(a, b)
    return found.score is not None and found.score >= SAME
