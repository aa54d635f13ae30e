"""Trains the weights of auditor/provenance/source_style.py and writes them to auditor/data/style/.

    python tools/train_source_style.py DATA.jsonl.gz [--out auditor/data/style]

DATA has one JSON object a line: id (ends in a running number), source_lang, target_lang, source, targets {side: [...]}.
Only even blocks of twenty runs, the sides Online-* and refA, and English originals are used; to set the temperature,
thirds of these blocks are held out in turn. Same input, same bytes out. Needs numpy.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from auditor.provenance.source_style import NATIVE, features

WORDS, FEATURES, ROUNDS, RATE, DECAY = 900, 4600, 150, 0.3, 3e-5
MIN_SYMBOLS = 60
CITATION = "Statistics of the WMT 2022 general test sets (Kocmi et al. 2022, WMT22), even blocks of twenty runs"
Row = tuple[int, str, str]
Floats = Any


def load(path: Path) -> list[Row]:
    """(block, class, text) of each training text: each run and side, whole and in halves.

    Segments whose source stands in an odd block too (one set of originals has several target languages) are left out.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        runs = [json.loads(line) for line in lines]
    kept_out = {(run["source_lang"], s) for run in runs if block_of(run) % 2 for s in run["source"]}
    rows: list[Row] = []
    seen: set[str] = set()
    for run in (run for run in runs if block_of(run) % 2 == 0):
        keep = [(run["source_lang"], s) not in kept_out for s in run["source"]]
        for segments in sides(run):
            kept = [segment for segment, kept in zip(segments, keep, strict=True) if kept]
            half = len(kept) // 2
            for text in map("\n\n".join, (kept, kept[:half], kept[half:])):
                if text not in seen:
                    seen.add(text)
                    rows.append((block_of(run), NATIVE if run["source_lang"] == "en" else run["source_lang"], text))
    return rows


def block_of(run: dict[str, Any]) -> int:
    return int(run["id"].rsplit("-", 1)[1]) // 20


def sides(run: dict[str, Any]) -> list[list[str]]:
    """The English texts of a run."""
    if run["target_lang"] == "en":
        return [v for k, v in sorted(run["targets"].items()) if k.startswith("Online") or k == "refA"]
    return [run["source"]] if run["source_lang"] == "en" else []


def vocabulary(rows: list[Row]) -> list[str]:
    """General words: those most frequent in the class where they are rarest."""
    per: dict[str, Counter[str]] = {}
    totals: Counter[str] = Counter()
    for _, label, text in rows:
        words = [w.lower() for w in text.replace("’", "'").split() if w.strip("'").isalpha() and not w[0].isupper()]
        per.setdefault(label, Counter()).update(set(words))
        totals[label] += 1
    common = set.intersection(*(set(c) for c in per.values()))
    ranked = sorted(common, key=lambda w: (-min(per[c][w] / totals[c] for c in per), w))
    contracted = ("don't", "doesn't", "didn't", "can't", "won't", "it's", "that's", "i'm", "isn't", "wasn't")
    return sorted({*ranked[:WORDS], *contracted})


def read(rows: list[Row], words: frozenset[str]) -> list[dict[str, float]]:
    """The features of each text."""
    return [features(text, words)[0] for *_, text in rows]


def pick(rows: list[Row], found: list[dict[str, float]]) -> list[str]:
    """The features seen in most texts of at least three classes."""
    totals = Counter(label for _, label, _ in rows)
    seen: dict[str, Counter[str]] = {}
    for (_, label, _), counts in zip(rows, found, strict=True):
        for name in counts:
            seen.setdefault(name, Counter())[label] += 1
    third = {name: sorted((c[k] / totals[k] for k in totals), reverse=True)[2] for name, c in seen.items()}
    return sorted(sorted(third, key=lambda n: (-third[n], n))[:FEATURES])


def matrix(found: list[dict[str, float]], names: list[str]) -> Floats:
    """One row a text, of length one."""
    index = {name: i for i, name in enumerate(names)}
    out = np.zeros((len(found), len(names)), dtype=np.float32)
    for row, counts in enumerate(found):
        for name, value in counts.items():
            if name in index:
                out[row, index[name]] = value
    return out / np.maximum(1e-9, np.linalg.norm(out, axis=1, keepdims=True))


def fit(x: Floats, y: Floats, classes: int) -> tuple[Floats, Floats]:
    """Multinomial logistic regression, all classes weighing the same, by Adam on full batches (deterministic)."""
    scale = (len(y) / classes / np.bincount(y, minlength=classes).astype(np.float32))[y][:, None]
    params = [np.zeros((x.shape[1], classes), np.float32), np.zeros(classes, np.float32)]
    first, second = [0 * p for p in params], [0 * p for p in params]
    target, turned = np.eye(classes, dtype=np.float32)[y], np.ascontiguousarray(x.T)
    for step in range(1, ROUNDS + 1):
        off = (softmax(x @ params[0] + params[1]) - target) * scale.astype(np.float32) / len(y)
        for k, grad in enumerate((turned @ off + DECAY * params[0], off.sum(axis=0))):
            first[k] = 0.9 * first[k] + 0.1 * grad
            second[k] = 0.999 * second[k] + 0.001 * grad**2
            params[k] -= RATE * (first[k] / (1 - 0.9**step)) / (np.sqrt(second[k] / (1 - 0.999**step)) + 1e-8)
    return params[0], params[1]


def softmax(z: Floats) -> Floats:
    p = np.exp(z - z.max(axis=1, keepdims=True))
    return p / p.sum(axis=1, keepdims=True)


def temperature(x: Floats, y: Floats, blocks: Floats, classes: list[str], folds: int = 3) -> float:
    """The temperature that calibrates the scores of held-out blocks best; prints how well these are told apart."""
    scores = np.zeros((len(y), len(classes)), np.float32)
    order = sorted(set(blocks.tolist()))
    for fold in range(folds):
        held = np.isin(blocks, order[fold::folds])
        w, b = fit(x[~held], y[~held], len(classes))
        scores[held] = x[held] @ w + b

    def loss(t: float) -> float:
        return float(-np.mean(np.log(softmax(scores / t)[np.arange(len(y)), y] + 1e-9)))

    best = min((round(0.3 + 0.1 * i, 1) for i in range(25)), key=loss)
    print(f"held-out accuracy {np.mean(scores.argmax(1) == y):.3f}, temperature {best}, loss {loss(best):.3f}")
    for k, name in enumerate(classes):
        print(f"  {name:5}", np.bincount(scores.argmax(1)[y == k], minlength=len(classes)).tolist())
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("auditor/data/style"))
    options = parser.parse_args()
    rows = load(options.data)
    classes = sorted({label for _, label, _ in rows})
    words = vocabulary(rows)
    found = read(rows, frozenset(words))
    names = pick(rows, found)
    x, y = matrix(found, names), np.array([classes.index(label) for _, label, _ in rows])
    warmth = temperature(x, y, np.array([block for block, *_ in rows]), classes)
    write(options.out, classes, words, names, *fit(x, y, len(classes)), warmth)


def write(
    out: Path, classes: list[str], words: list[str], names: list[str], w: Floats, b: Floats, warmth: float
) -> None:
    """The two files of the model; features whose weights all round to nothing are left out."""
    head = "# Made by tools/train_source_style.py; not edited by hand.\n"
    settings = {"schema": 1, "citation": CITATION, "classes": classes, "words": words}
    settings |= {"bias": [round(float(v), 3) for v in b], "temperature": warmth, "min_symbols": MIN_SYMBOLS}
    text = "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in settings.items())
    (out / "source_style.toml").write_text(head + text, encoding="utf-8")
    table = [[name, *(round(float(v) * 10) for v in row)] for name, row in zip(names, w, strict=True)]
    lines = ["\t".join(map(str, row)) for row in [["feature", *classes], *(r for r in table if any(r[1:]))]]
    (out / "source_style.tsv").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


main()
