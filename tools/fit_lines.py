"""Fits what tells furniture of a page from text; writes line_words.tsv and line_weights.toml in auditor/data/zones/.

    python -m tools.fit_lines LABELLED.tsv... [--clean DOCS.jsonl.gz] [--write]

The words come from the wordings of data/zones/: how much more often a word stands there than in its language (the one
that has it most); ``line_words.txt`` adds others, and the most frequent words of each language count as function words.
LABELLED: a page a block, with blank lines between; a line has its label, a tab, its text. ``B``: text of the article,
any other: furniture; lines that begin with ``#`` are left out. DOCS: documents of text alone (JSON with ``source``,
``targets``), of which the first 60 lines are read, and headings made of the first words of their sentences. The weights
are those of a logistic regression (ridge, Newton's method). No text of the pages reaches the files. Needs the extra
``dev``.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from math import log
from pathlib import Path
from typing import Any

import numpy as np
from wordfreq import top_n_list, word_frequency

from auditor.packs import data_path, load_toml
from auditor.reading.lines import lines, phrase
from auditor.reading.zones import model
from auditor.reading.zones.find import known
from auditor.reading.zones.phrases import Wording, phrases
from auditor.reading.zones.runs import prose_range
from auditor.text.lexicon import LANGUAGES

MIN_PHRASES, RAREST, MOST, LEAST = 2, 3e-7, 40, -10
FUNCTION_WORDS = 70  # of each language
RIDGE = 1.0
LABELLED, HEADING, WORDING = 4.0, 1.0, 0.3  # what an example counts
PLACES = ((1.0, 0.0, 0.0, 0.0), (0.0, 1.0, 0.0, 0.0), (0.0, 0.0, 0.0, 0.0))  # head, tail, beside, between
CITATION = "tools/fit_lines.py from the wordings of this folder and wordfreq (Speer 2022)"
Rows = list[tuple[str, str]]
Example = tuple[tuple[float, ...], bool, float]


def vocabulary() -> dict[str, int]:
    """Word -> log-odds in tenths, from the wordings and the frequencies of words."""
    counts: Counter[str] = Counter()
    for file in sorted(data_path("zones").glob("[a-z][a-z].toml")):
        pack = load_toml(Path(file), Wording)
        found = {
            phrase(text) for table in (pack.whole, pack.start, pack.label) for texts in table.values() for text in texts
        }
        found |= {phrase(text) for weighted in pack.inside.values() for text in weighted}
        counts.update(word for words in found for word in set(words))
    total = sum(counts.values())
    weights: dict[str, int] = {}
    for word, count in counts.items():
        if count >= MIN_PHRASES and not word.isdigit():
            often = max(RAREST, *(word_frequency(word, code) for code in LANGUAGES))
            weights[word] = min(MOST, round(10 * log((count - 0.7) / total / often)))
    for tenths, words in added():
        weights.update((word, max(tenths, weights.get(word, 0))) for word in words)
    for code in LANGUAGES:
        for word in top_n_list(code, FUNCTION_WORDS):
            if word.isalpha():
                weights[word] = min(weights.get(word, LEAST), LEAST)
    return {word: weight for word, weight in sorted(weights.items()) if weight <= LEAST or weight >= 0}


def added() -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows of ``line_words.txt``: a weight in tenths, and words that are no combinations."""
    rows = Path(__file__).with_name("line_words.txt").read_text(encoding="utf-8").splitlines()
    for tenths, _, words in (row.partition(" ") for row in rows if not row.startswith("#")):
        yield int(tenths), tuple(word for word in words.split() if word.isalpha())


def pages(paths: list[Path]) -> Iterator[Rows]:
    """The labelled lines of each page."""
    for path in paths:
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            rows = [line.partition("\t") for line in block.splitlines() if line and not line.startswith("#")]
            if rows:
                yield [(label, text) for label, _, text in rows]


def clean(path: Path) -> Iterator[Rows]:
    """Documents whose lines are all text, in each of their languages."""
    with gzip.open(path, "rt", encoding="utf-8") as docs:
        for doc in map(json.loads, docs):
            for texts in (doc["source"], doc["targets"].get("refA", ())):
                if rows := [("B", " ".join(text.split())) for text in texts if text.strip()][:60]:
                    yield rows


def examples(rows: Rows) -> Iterator[Example]:
    """Features, label and weight of the lines that the rules before leave open.

    Furniture without any of its words, such as the headline of another article, is left to other rules.
    """
    table = phrases()
    found = lines("\n\n".join(text for _, text in rows))
    labels = known(found, (), table)[0]
    ends = prose_range(found, labels)
    for at, line in enumerate(found[: len(rows)]):
        if at in labels or len(line.words) > model.MAX_WORDS:
            continue
        furniture = rows[at][0] != "B"
        if furniture and not model.speaking(line.text) and any(map(str.isalpha, line.text)):
            continue
        yield model.features(found, at, labels, ends, table), furniture, LABELLED if furniture else 1.0


def headings(rows: Rows) -> Iterator[Example]:
    """The first words of sentences, as headlines of this text and of others, and as headings in it."""
    table = phrases()
    for number, (_, text) in enumerate(rows):
        words = text.split()
        short = " ".join(words[: 2 + len(text) % 9]).rstrip(".,;:!?")
        place = PLACES[number % len(PLACES)]
        yield (*model.of_text(short, table), *place), False, HEADING


def wordings() -> Iterator[Example]:
    """The wordings of the tables, in each place."""
    table = phrases()
    for words in sorted({*table.whole, *table.start}):
        text = " ".join(words).capitalize()
        for place in PLACES:
            yield (*model.of_text(text, table), *place), True, WORDING


def fit(values: Any, wanted: Any, count: Any) -> Any:
    """Weights of a ridge logistic regression; the bias is not held down."""
    held = np.full(values.shape[1], RIDGE)
    held[0] = 1e-6
    weights = np.zeros(values.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (count * (wanted - chance)) - held * weights
        curve = (values * (count * chance * (1 - chance))[:, None]).T @ values + np.diag(held)
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labelled", nargs="+", type=Path)
    parser.add_argument("--clean", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if options.write:
        write_words(vocabulary())
    model.line_words.cache_clear()
    copy = list(clean(options.clean)) if options.clean else []
    labelled = [example for rows in pages(options.labelled) for example in examples(rows)]
    plain = [example for rows in copy for made in (examples, headings) for example in made(rows)]
    found = [*labelled, *plain, *wordings()]
    values = np.array([row for row, _, _ in found])
    wanted = np.array([float(furniture) for _, furniture, _ in found])
    count = np.array([weight for _, _, weight in found])
    weights = fit(values, wanted, count)
    odds = values @ weights
    print(f"{len(found)} examples, {int(wanted.sum())} of furniture")
    for name, weight in zip(model.FEATURES, weights, strict=True):
        print(f"{name:12}{weight:7.2f}")
    for name, start, size in (("labelled", 0, len(labelled)), ("clean", len(labelled), len(plain))):
        told, true = odds[start : start + size], wanted[start : start + size] > 0
        counts = (f"{((told > line) & true).sum()}/{((told > line) & ~true).sum()}" for line in range(5))
        print(f"{name}, right/wrong above 0..4 of {true.sum()}:", *counts)
    if options.write:
        write_weights(dict(zip(model.FEATURES, weights, strict=True)))


def write_words(weights: dict[str, int]) -> None:
    """The table of words."""
    head = f"# Log-odds, in tenths, that a word stands in furniture of a page: {CITATION}.\nword\tweight\n"
    rows = "".join(f"{word}\t{weight}\n" for word, weight in weights.items())
    Path(data_path("zones", "line_words.tsv")).write_text(head + rows, encoding="utf-8")


def write_weights(weights: dict[str, float]) -> None:
    """The table of weights; the lines above which a line is furniture are kept."""
    path = Path(data_path("zones", "line_weights.toml"))
    kept = path.read_text(encoding="utf-8").partition("[weights]")[0]
    rows = "".join(f"{name} = {weight:.1f}\n" for name, weight in weights.items())
    path.write_text(f"{kept}[weights]\n{rows}", encoding="utf-8")


if __name__ == "__main__":
    main()
