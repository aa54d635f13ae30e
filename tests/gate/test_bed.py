"""The bed is the one that was frozen."""

from __future__ import annotations

from benchmarks.bed.make import bed
from benchmarks.bed.score import score
from tests.gate.bed import PINNED, failing


def test_the_bed_is_frozen() -> None:
    assert bed().digest == PINNED["digest"]


def test_every_plant_stands_in_its_article_and_in_another() -> None:
    made = bed()
    for plant in made.plants:
        assert plant.article in plant.places
        assert len(plant.places) > 1
        assert all(made.texts[path][start:end].strip() for path, (start, end) in plant.places.items())


def test_an_audit_that_finds_nothing_fails() -> None:
    import auditor

    nothing = score(bed(), auditor.audit_texts({"a": "Nothing happened here."}, no_glossary=True))
    assert all(tally.recall == tally.stories == 0 for tally in nothing.values())
    assert len(failing({half: {"recall": t.recall, "stories": t.stories} for half, t in nothing.items()})) == 4
