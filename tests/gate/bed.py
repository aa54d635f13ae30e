"""The figures on the bed of `benchmarks/bed` against their floors; the bed must be the one that was frozen."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

PINNED = tomllib.loads((Path(__file__).resolve().parent / "bed.toml").read_text(encoding="utf-8"))


def figures() -> dict[str, dict[str, float]]:
    """Recall and precision of the plants and pairwise F1 of the stories, by half."""
    from benchmarks.bed.make import bed
    from benchmarks.bed.score import audited, score

    made = bed()
    return {
        half: {"recall": round(t.recall, 3), "precision": round(t.precision, 3), "stories": round(t.stories, 3)}
        for half, t in score(made, audited(made)).items()
    }


def failing(found: dict[str, dict[str, float]], pinned: dict[str, Any] = PINNED) -> list[str]:
    """The figures below their floor, one line each."""
    return [
        f"bed, {half}: {name} {value}, floor {pinned[half][name]}"
        for half, row in found.items()
        for name, value in row.items()
        if value < pinned[half][name]
    ]
