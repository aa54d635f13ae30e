"""Growing groups of local names over the corpus. Every join is checked against what must stay apart."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.entities.local import Local
from auditor.entities.rulings import Rulings
from auditor.records import EntityType


class Cluster:
    """Locals that name one thing, with what joins need to know of them."""

    __slots__ = ("concepts", "designators", "expansions", "forms", "index", "institutions", "locals", "places", "types")

    def __init__(self, index: int) -> None:
        self.index = index
        self.locals: list[Local] = []
        self.forms: dict[str, int] = {}
        self.types: dict[EntityType, int] = {}
        self.designators: set[str] = set()
        self.expansions: set[str] = set()
        self.concepts: set[str] = set()
        self.institutions: set[str] = set()
        self.places: set[str] = set()

    @property
    def type(self) -> EntityType:
        if len(self.types) == 1:
            [kind] = self.types
            return kind
        kinds = [kind for kind in self.types if kind != "other"]
        return min(kinds, key=lambda k: (-self.types[k], k)) if kinds else "other"

    def add(self, local: Local) -> None:
        self.locals.append(local)
        self.types[local.type] = self.types.get(local.type, 0) + local.count
        for form in local.forms:
            self.forms[form.key] = self.forms.get(form.key, 0) + len(form.mentions)
            if mark := form.designator:
                self.designators.add(mark)
            if len(form.words) > 1:
                self.expansions.add(form.key)

    def absorb(self, other: Cluster) -> None:
        """Take over all locals of another cluster."""
        for local in other.locals:
            self.add(local)
        self.concepts |= other.concepts
        self.institutions |= other.institutions
        self.places |= other.places


class Clusters:
    """All clusters, found again by exact keys."""

    def __init__(self, rulings: Rulings) -> None:
        self._clusters: list[Cluster] = []
        self._by_key: dict[str, int] = {}
        self._merged: dict[int, int] = {}
        self._unlike: dict[int, set[int]] = {}
        self._rulings = rulings

    def root(self, index: int) -> Cluster:
        while index in self._merged:
            index = self._merged[index]
        return self._clusters[index]

    def get(self, key: str) -> Cluster | None:
        index = self._by_key.get(key)
        return None if index is None else self.root(index)

    def live(self) -> list[Cluster]:
        return [c for c in self._clusters if c.index not in self._merged]

    def new(self) -> Cluster:
        cluster = Cluster(len(self._clusters))
        self._clusters.append(cluster)
        return cluster

    def name(self, cluster: Cluster, keys: Iterable[str]) -> None:
        """Let the cluster be found under keys that are not yet another's."""
        for key in keys:
            self._by_key.setdefault(key, cluster.index)

    def merge(self, a: Cluster, b: Cluster, ruled: bool = False) -> bool:
        """Make one of two clusters unless something keeps them apart; what was ``ruled`` one, only people can."""
        if a is b:
            return True
        if self.apart(a, b) if not ruled else self._forbidden(a, b) or _other_concepts(a, b):
            return False
        keep, gone = (a, b) if a.index < b.index else (b, a)
        keep.absorb(gone)
        self._merged[gone.index] = keep.index
        for other in self._unlike.pop(gone.index, ()):
            self._unlike[other].discard(gone.index)
            self.tell_apart(keep, self._clusters[other])
        return True

    def tell_apart(self, a: Cluster, b: Cluster) -> None:
        """Remember that some spellings of two clusters are different names; what joins either inherits it."""
        self._unlike.setdefault(a.index, set()).add(b.index)
        self._unlike.setdefault(b.index, set()).add(a.index)

    def told_apart(self, a: Cluster, b: Cluster) -> bool:
        """Whether two clusters are known to hold different names, so that no other spellings need be compared."""
        return b.index in self._unlike.get(a.index, ())

    def apart(self, a: Cluster, b: Cluster) -> bool:
        """Hard separations: rulings, other concepts, institutions or designators, other types."""
        if self._forbidden(a, b) or _other_concepts(a, b):
            return True
        pairs = (
            (a.institutions, b.institutions),
            (a.places, b.places),
            (a.designators, b.designators),
        )
        if any(x and y and x.isdisjoint(y) for x, y in pairs):
            return True
        kinds = {a.type, b.type} - {"other"}
        return "person" in kinds and len(kinds) > 1 and not (a.concepts & b.concepts)

    def _forbidden(self, a: Cluster, b: Cluster) -> bool:
        return self._rulings.forbid({*a.forms, *a.concepts}, {*b.forms, *b.concepts})


def _other_concepts(a: Cluster, b: Cluster) -> bool:
    return bool(a.concepts and b.concepts and a.concepts.isdisjoint(b.concepts))
