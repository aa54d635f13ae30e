"""The bed is the one that was frozen."""

from __future__ import annotations

import tomllib
from pathlib import Path

from benchmarks.bed.make import bed

PINNED = tomllib.loads((Path(__file__).parent / "bed.toml").read_text(encoding="utf-8"))


def test_the_bed_is_frozen() -> None:
    assert bed().digest == PINNED["digest"]


def test_every_plant_stands_in_its_article_and_in_another() -> None:
    made = bed()
    for plant in made.plants:
        assert plant.article in plant.places
        assert len(plant.places) > 1
        assert all(made.texts[path][start:end].strip() for path, (start, end) in plant.places.items())
