"""Trains the weights of auditor/text/source_style.py and writes them to auditor/data/style/.

    python -m tools.train_source_style DATA.jsonl.gz NEWSROOM.txt [--out auditor/data/style]

DATA has one JSON object a line: id (ends in a running number), source_lang, target_lang, source, targets {side: [...]}.
Only even blocks of twenty runs, the sides Online-* and refA, and English originals are used; to set the temperature,
thirds of these blocks are held out in turn, from the choice of features on.

The English originals of DATA are chats, shop copy and posts as often as news. NEWSROOM has native news copy, an article
a line: ``gensim/test/test_data/lee_background.cor`` in the wheel of gensim 4.4.0 from PyPI (300 articles of ABC News;
not installed by any extra, as only its statistics are kept). They train a column of their own, the odds of such copy
against the translations of DATA, upon the features chosen before, so that the weights of the classes stay what they are
without it. Same input, same bytes out. Needs the extra ``dev``.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter
from math import log, sqrt
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from wordfreq import top_n_list

from auditor.text.source_style import NATIVE, NEWSROOM, damp
from auditor.text.style_symbols import features

WORDS, FEATURES, MIN_TEXTS, PENALTY = 2500, 8000, 8, 5.0
READ = 5000  # characters of a text
MIN_SYMBOLS, PIECE, NEWSROOM_FROM, SURER = 60, 250, 300, 0.25
CITATION = (
    "Statistics of the WMT 2022 general test sets (Kocmi et al. 2022, WMT22), even blocks of twenty runs; "
    "words: the most frequent of English (wordfreq, Speer 2022) that are not mostly written with a capital there; "
    "newsroom: {articles} articles of ABC News (Lee, Pincombe and Welsh 2005, CogSci), file {digest}"
)
Row = tuple[int, str, str]
Found = list[tuple[dict[str, int], int]]
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
    """General words: frequent in English, and not mostly capitalised inside the sentences of the texts."""
    capital, total = Counter[str](), Counter[str]()
    for *_, text in rows:
        for word in re.findall(r"(?<=[a-z,] )[A-Za-z]+", text):
            total[word.lower()] += 1
            capital[word.lower()] += word[0].isupper()
    names = {w for w, count in total.items() if count >= 5 and capital[w] > count / 2}
    return sorted(w for w in top_n_list("en", WORDS) if w.replace("'", "").isalpha() and w not in names)


def matrix(found: Found, names: dict[str, float]) -> Floats:
    """One row a text: damped counts times the rarity of the feature, by the root of the text's length in symbols."""
    index = {name: i for i, name in enumerate(names)}
    rarity = list(names.values())
    entries = [
        (row, index[name], damp(count) * rarity[index[name]] / sqrt(length))
        for row, (counts, length) in enumerate(found)
        for name, count in counts.items()
        if name in index
    ]
    rows, columns, values = zip(*entries, strict=True)
    return csr_matrix((values, (rows, columns)), shape=(len(found), len(names)))


def fit(found: Found, labels: Floats) -> tuple[dict[str, float], LogisticRegression]:
    """The features that tell the classes apart best, each with its rarity, and the regression over them.

    Rarity is the smoothed inverse document frequency; features are ranked by the largest weight of a first fit times
    their root mean square.
    """
    seen = Counter(name for counts, _ in found for name in counts)
    names = {n: log((1 + len(found)) / (1 + seen[n])) + 1 for n in sorted(seen) if seen[n] >= MIN_TEXTS}
    x = matrix(found, names)
    worth = np.abs(regression(x, labels).coef_).max(axis=0) * np.sqrt(np.asarray(x.power(2).mean(axis=0)).ravel())
    order = np.argsort(-worth, kind="stable")[:FEATURES]
    kept = sorted(list(names)[i] for i in order)
    names = {name: names[name] for name in kept}
    return names, regression(matrix(found, names), labels)


def newsroom(articles: Found, found: Found, labels: Floats, names: dict[str, float]) -> LogisticRegression:
    """Native news copy against all translations, over the features that tell the classes apart."""
    translated = [f for f, label in zip(found, labels, strict=True) if label != NATIVE]
    return regression(matrix([*translated, *articles], names), np.repeat([0, 1], [len(translated), len(articles)]))


def sentence_a_line(article: str) -> str:
    """Laid out as the segments of the other data are, lest the layout be learnt."""
    return "\n\n".join(re.split(r'(?<=[.!?"]) (?=["A-Z])', article))


def regression(x: Floats, labels: Floats) -> LogisticRegression:
    """All classes weigh the same."""
    return LogisticRegression(C=PENALTY, max_iter=300, class_weight="balanced").fit(x, labels)


def temperature(found: Found, labels: Floats, blocks: Floats, folds: int = 3) -> float:
    """The temperature that calibrates the scores of held-out blocks best; prints how well these are told apart."""
    classes = sorted(set(labels.tolist()))
    scores = np.zeros((len(labels), len(classes)))
    order = sorted(set(blocks.tolist()))
    for fold in range(folds):
        held = np.isin(blocks, order[fold::folds])
        names, model = fit([f for f, out in zip(found, held, strict=True) if not out], labels[~held])
        scores[held] = model.decision_function(matrix([f for f, out in zip(found, held, strict=True) if out], names))
    gold = np.array([classes.index(label) for label in labels])

    def loss(t: float) -> float:
        z = scores / t - (scores / t).max(axis=1, keepdims=True)
        return float(-np.mean(z[np.arange(len(gold)), gold] - np.log(np.exp(z).sum(axis=1))))

    best = min((round(0.3 + 0.1 * i, 1) for i in range(40)), key=loss)
    print(f"held-out accuracy {np.mean(scores.argmax(1) == gold):.3f}, temperature {best}, loss {loss(best):.3f}")
    for k, name in enumerate(classes):
        print(f"  {name:5}", np.bincount(scores.argmax(1)[gold == k], minlength=len(classes)).tolist())
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("newsroom", type=Path)
    parser.add_argument("--out", type=Path, default=Path("auditor/data/style"))
    options = parser.parse_args()
    rows = load(options.data)
    words = vocabulary(rows)
    known = frozenset(words)
    found = [features(text[:READ], known) for *_, text in rows]
    labels = np.array([label for _, label, _ in rows])
    warmth = temperature(found, labels, np.array([block for block, *_ in rows]))
    names, model = fit(found, labels)
    copy = options.newsroom.read_bytes()
    lines = [line.strip() for line in copy.decode("utf-8").splitlines() if line.strip()]
    articles = [features(sentence_a_line(line)[:READ], known) for line in lines]
    column = newsroom(articles, found, labels, names)
    citation = CITATION.format(articles=len(lines), digest=f"sha256:{hashlib.sha256(copy).hexdigest()[:16]}")
    settings = {"schema": 2, "citation": citation, "classes": [str(code) for code in model.classes_], "words": words}
    settings["bias"] = [round(float(v), 3) for v in (*model.intercept_, *column.intercept_)]
    settings |= {"temperature": warmth, "min_symbols": MIN_SYMBOLS}
    settings |= {"piece": PIECE, "newsroom_from": NEWSROOM_FROM, "surer": SURER}
    write(options.out, settings, names, np.vstack([model.coef_, column.coef_]))


def write(out: Path, settings: dict[str, Any], names: dict[str, float], weights: Floats) -> None:
    """The two files of the model; features whose weights all round to nothing are left out."""
    head = "# Made by tools/train_source_style.py; not edited by hand.\n"
    text = "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in settings.items())
    (out / "source_style.toml").write_text(head + text, encoding="utf-8")
    scaled = weights.T * np.array(list(names.values()))[:, None]
    table = [[name, *(round(float(v) * 10) for v in row)] for name, row in zip(names, scaled, strict=True)]
    rows = [["feature", *settings["classes"], NEWSROOM], *(r for r in table if any(r[1:]))]
    lines = ["\t".join(map(str, row)) for row in rows]
    (out / "source_style.tsv").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
