"""Fits auditor/data/variants/scoring.toml on the development pairs: ``python -m tools.fit_scores [--write]``.

Logistic regression with weights of at least 0, so that evidence against a match never speaks for it; then the
log odds are scaled so that scores read as probabilities. Deterministic.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from auditor.names.compare import evidence_of
from auditor.names.readers import ANY, readings
from auditor.names.scoring import Evidence, Weights, features
from tools.person_words import SHARED, words

OUT = Path(__file__).parent.parent / "auditor/data/variants/scoring.toml"
NAMES = tuple(name for name in Weights.__struct_fields__ if name != "base")
CEILING = {"extra": 1.2, "partial": 4.0}  # a middle name that only one side has is no contradiction
FALSE_MATCH = 4.0  # what a wrong match costs against a missed one
CARE = 2.0  # ... on the scale of the scores: a look-alike is oftener another name in the news than in lists of people
WEIGHT = {  # what a pair counts
    ("latin_loose", "0"): 0.1,  # labels that differ by a word: far more are listed than texts have
    ("latin_loose", "1"): 0.1,
    ("single", "0"): 0.2,  # the most alike of all words: texts hardly have them side by side
    ("single", "1"): 0.5,
}
HEADER = """# Weights of the score of a name pair, in log odds (auditor/names/scoring.py), by kind of pair.
# Made by tools/fit_scores.py from labelled pairs of Wikidata labels (CC0).
schema = 1
"""


def fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray, steps: int = 6000, rate: float = 0.3) -> np.ndarray:
    """Base and weights (base first) by projected gradient descent with a little shrinkage."""
    scale = np.maximum(x.std(axis=0), 0.1)
    design = np.hstack([np.ones((len(x), 1)), -x / scale])
    w = np.zeros(design.shape[1])
    w[0] = 2.0
    cost = np.where(y == 1, 1.0, FALSE_MATCH) * weight
    ceiling = np.array([CEILING.get(name, np.inf) for name in NAMES]) * scale
    for _ in range(steps):
        p = 1 / (1 + np.exp(-design @ w))
        w -= rate * (design.T @ ((p - y) * cost) / len(y) + 0.0003 * np.r_[0, w[1:]])
        w[1:] = np.clip(w[1:], 0.0, ceiling)
    return np.r_[w[0], w[1:] / scale]


def calibrated(w: np.ndarray, x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """The same weights on another scale, so that a score comes true as often as it says.

    Platt, "Probabilistic Outputs for Support Vector Machines" (1999): slope and shift of the log odds, by Newton's
    method. The order of scores does not change.
    """
    odds = w[0] - x @ w[1:]
    design, pair = np.c_[odds, np.ones(len(odds))], np.array([1.0, 0.0])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(design @ pair, -30, 30)))
        slope = design.T @ ((y - p) * weight)
        curve = (design * (p * (1 - p) * weight)[:, None]).T @ design + 1e-6 * np.eye(2)
        pair = pair + np.linalg.solve(curve, slope)
    return np.r_[pair[0] * w[0] + pair[1], pair[0] * w[1:]]


def usable(row: dict[str, str], found: Evidence) -> bool:
    """Whether a pair can teach: one person under two different names (a change of name) cannot."""
    return row["same"] == "0" or (found.conflict <= 2 and max(found.family, found.given) <= 2)


def read() -> Iterator[tuple[dict[str, str], Evidence | None]]:
    """The development pairs and their evidence, then single words across scripts."""
    with gzip.open(SHARED / "data/name_pairs_dev.tsv.gz", "rt", encoding="utf-8") as file:
        for row in chain(csv.DictReader(file, delimiter="\t"), single_words()):
            yield row, evidence_of(row["a"], row["b"], row["lang_a"] or None, row["lang_b"] or None)


def single_words() -> Iterator[dict[str, str]]:
    """Words of labels in two scripts that stand for each other, each beside other words much like its Latin one.

    Words that some language reads alike (Denis, Dennis) are no examples of two names.
    """
    for rows in words().values():
        stands: dict[str, set[str]] = {}
        for a, _, b, _ in rows:
            stands.setdefault(b, set()).add(a)
        latin = sorted({a for a, *_ in rows})
        for a, lang_a, b, lang_b in rows:
            near = process.extract(a, latin, scorer=JaroWinkler.similarity, limit=5)
            others = [other for other, _, _ in near if other not in stands[b] and not alike(a, other, lang_a)][:2]
            for same, form in (("1", a), *(("0", other) for other in others)):
                yield {"track": "single", "a": form, "b": b, "lang_a": lang_a, "lang_b": lang_b, "same": same}


def alike(a: str, b: str, language: str) -> bool:
    """Whether there is a way to read both words in the same sounds."""
    one, other = ({reading.codes for reading in readings(word, language, ANY)} for word in (a, b))
    return not one.isdisjoint(other)


def learn(rows: Iterable[tuple[dict[str, str], Evidence | None]]) -> dict[str, np.ndarray]:
    """Profile -> base and weights."""
    kept: dict[str, list[tuple[tuple[float, ...], float, float]]] = {}
    for row, found in rows:
        if found is not None and usable(row, found):
            weight = WEIGHT.get((row["track"], row["same"]), 1.0)
            kept.setdefault(found.profile, []).append((features(found), float(row["same"]), weight))
    out = {}
    for profile, items in sorted(kept.items()):
        x, y, weight = (np.array(column) for column in zip(*items, strict=True))
        out[profile] = calibrated(fit(x, y, weight), x, y, np.where(y == 1, 1.0, CARE) * weight)
    return out


def main() -> None:
    """Print the fitted file, or write it."""
    lines = [HEADER]
    for profile, w in learn(read()).items():
        lines.append(f"[profile.{profile}]\nbase = {w[0]:.3f}")
        lines += [f"{name} = {value:.3f}" for name, value in zip(NAMES, w[1:], strict=True)]
        lines.append("")
    text = "\n".join(lines)
    if "--write" in sys.argv:
        OUT.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
