"""What an audit of the bed finds of what was planted, and what it finds beside it."""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from auditor.records import Audit, Finding
from benchmarks.bed.make import Bed, Plant

FINDS = {  # drift -> the check that is made for it
    "figure": "NU301",
    "date": "DT301",
    "negation": "QT303",
    "attribution": "PV301",
    "modality": "QT304",
    "speakers": "QT302",
    "version": "QT301",
}
ALSO = {("qa", "QT301")}  # a quote that says something else stands in other words, too
JUDGED = frozenset(FINDS.values())


@dataclass
class Tally:
    """Counts of one half; ``missed`` and ``wrong`` as lines for people."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    fired: Counter[str] = field(default_factory=Counter)
    pairs: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of the plants that were found."""
        return self.found.total() / max(1, self.planted.total())

    @property
    def precision(self) -> float:
        """Share of the findings of the judged checks that lie on a plant."""
        return self.right.total() / max(1, self.fired.total())

    @property
    def stories(self) -> float:
        """Pairwise F1 of the stories: pairs of articles that are, or are said to be, of one story."""
        return 2 * self.pairs["both"] / max(1, self.pairs["true"] + self.pairs["said"])


def audited(bed: Bed) -> Audit:
    """The audit of all articles of the bed together, without glossary."""
    import auditor

    with tempfile.TemporaryDirectory() as folder:
        for name, text in bed.texts.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        return auditor.audit([folder], no_glossary=True, jobs=1)


def score(bed: Bed, audit: Audit) -> dict[str, Tally]:
    """Tallies by half."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    paths = {article.id: article.path for article in audit.articles}
    story_of = {path: story for story, members in bed.stories.items() for path in members}
    plants: dict[str, list[Plant]] = defaultdict(list)
    for plant in bed.plants:
        plants[plant.story].append(plant)
    found: set[int] = set()
    for finding in audit.findings:
        if finding.rule in JUDGED:
            story = story_of[paths[finding.article]]
            hits = [p for p in plants[story] if _lies_on(finding, p, paths)]
            found |= {id(p) for p in hits if FINDS[p.drift] == finding.rule}
            right = any(FINDS[p.drift] == finding.rule or (p.slot, finding.rule) in ALSO for p in hits)
            tally = tallies[bed.halves[story]]
            tally.fired[finding.rule] += 1
            tally.right[finding.rule] += right
            if not right:
                tally.wrong.append(_line(finding, paths))
    for plant in bed.plants:
        tally = tallies[bed.halves[plant.story]]
        tally.planted[plant.drift] += 1
        tally.found[plant.drift] += id(plant) in found
        if id(plant) not in found:
            tally.missed.append(_planted(bed, plant))
    _stories(bed, [[paths[m] for m in s.members] for s in audit.stories], tallies)
    return dict(sorted(tallies.items()))


def _lies_on(finding: Finding, plant: Plant, paths: dict[str, str]) -> bool:
    """On the drifted article's own place, or on a sibling's place with the drifted article as the counterpart."""
    here, other = paths[finding.article], finding.counterpart
    place = plant.places.get(here)
    if place is None or min(place[1], finding.end) <= max(place[0], finding.start):
        return False
    return here == plant.article or (other is not None and paths[other.article] == plant.article)


def _stories(bed: Bed, said: Iterable[Iterable[str]], tallies: dict[str, Tally]) -> None:
    story_of = {path: story for story, members in bed.stories.items() for path in members}
    for story, members in bed.stories.items():
        tallies[bed.halves[story]].pairs["true"] += len(members) * (len(members) - 1) // 2
    for group in said:
        for a, b in combinations(sorted(group), 2):
            for half in {bed.halves[story_of[a]], bed.halves[story_of[b]]}:
                tallies[half].pairs["said"] += 1
                tallies[half].pairs["both"] += story_of[a] == story_of[b]


def _line(finding: Finding, paths: dict[str, str]) -> str:
    other = paths[finding.counterpart.article] if finding.counterpart else "-"
    told = "; ".join(e.text for e in finding.evidence)
    return f"{finding.rule} {paths[finding.article]} against {other}: {finding.match[:70]!r} {told[:160]}"


def _planted(bed: Bed, plant: Plant) -> str:
    start, end = plant.places[plant.article]
    others = "; ".join(f"{a}: {bed.texts[a][s:e]}" for a, (s, e) in plant.places.items() if a != plant.article)
    return f"{plant.drift} {plant.slot} {plant.article}: {bed.texts[plant.article][start:end]!r} | {others[:200]}"
