"""Fits auditor/data/variants/scoring.toml on the development pairs: ``python tools/fit_scores.py [--write]``.

Logistic regression with weights of at least 0, so that evidence against a match never speaks for it. Deterministic.
"""

from __future__ import annotations

import csv
import gzip
import os
import sys
from pathlib import Path

import numpy as np

from auditor.names.compare import evidence_of
from auditor.names.scoring import Evidence, Weights, features

SHARED = Path(os.environ.get("AUDITOR_SHARED", Path(__file__).parent.parent.parent / "shared"))
OUT = Path(__file__).parent.parent / "auditor/data/variants/scoring.toml"
NAMES = tuple(name for name in Weights.__struct_fields__ if name != "base")
CEILING = {"extra": 1.2}  # a middle name that only one side has is no contradiction
FALSE_MATCH = 2.0  # what a wrong match costs against a missed one
HEADER = """# Weights of the score of a name pair, in log odds (auditor/names/scoring.py), by kind of pair.
# Made by tools/fit_scores.py from labelled pairs of Wikidata labels (CC0).
schema = 1
"""


def fit(x: np.ndarray, y: np.ndarray, steps: int = 6000, rate: float = 0.3) -> np.ndarray:
    """Base and weights (base first) by projected gradient descent with a little shrinkage."""
    scale = np.maximum(x.std(axis=0), 0.1)
    design = np.hstack([np.ones((len(x), 1)), -x / scale])
    w = np.zeros(design.shape[1])
    w[0] = 2.0
    cost = np.where(y == 1, 1.0, FALSE_MATCH)
    ceiling = np.array([CEILING.get(name, np.inf) for name in NAMES]) * scale
    for _ in range(steps):
        p = 1 / (1 + np.exp(-design @ w))
        w -= rate * (design.T @ ((p - y) * cost) / len(y) + 0.0003 * np.r_[0, w[1:]])
        w[1:] = np.clip(w[1:], 0.0, ceiling)
    return np.r_[w[0], w[1:] / scale]


def main() -> None:
    """Print the fitted file, or write it."""
    rows: dict[str, list[tuple[Evidence, int]]] = {}
    with gzip.open(SHARED / "data/name_pairs_dev.tsv.gz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            found = evidence_of(row["a"], row["b"], row["lang_a"] or None, row["lang_b"] or None)
            renamed = (
                row["same"] == "1" and found is not None and (found.conflict > 2 or max(found.family, found.given) > 2)
            )
            if found is not None and row["track"] != "latin_loose" and not renamed:
                rows.setdefault(found.profile, []).append((found, int(row["same"])))
    lines = [HEADER]
    for profile, found in sorted(rows.items()):
        x = np.array([features(item) for item, _ in found])
        w = fit(x, np.array([same for _, same in found], dtype=float))
        lines.append(f"[profile.{profile}]\nbase = {w[0]:.3f}")
        lines += [f"{name} = {value:.3f}" for name, value in zip(NAMES, w[1:], strict=True)]
        lines.append("")
    text = "\n".join(lines)
    if "--write" in sys.argv:
        OUT.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
