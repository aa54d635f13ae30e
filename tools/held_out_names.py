"""How names do on people that the weights have not seen: ``python -m tools.held_out_names [--write]``.

The people of the development pairs are parted in four by a checksum of their id; each part is scored with weights that
were fitted on pairs without them. Prints best F1 and recall at precision .99 for each track, and how often a score
comes true; ``--write`` puts the latter into ``docs/names.md``.
"""

from __future__ import annotations

import csv
import gzip
import sys
import zlib
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import numpy as np

from auditor.names.rough import CEILING, is_rough
from auditor.names.scoring import Evidence, features
from benchmarks.names import curve
from tools.fit_scores import learn, read
from tools.person_words import SHARED

PAGE = Path(__file__).parent.parent / "docs/names.md"
PARTS = 4
HEAD = """# What a score of two names means

Made by `python -m tools.held_out_names --write`; do not edit by hand.

`auditor.names.score` reads as a probability: of the pairs that score .8, about eight in ten should be one name. The
table counts pairs of names of people in Wikidata (CC0), each scored with weights that were fitted without the people of
its part (four parts). The fit leans to the careful side: a wrong match counts twice. Pairs of one person under two
different names (a change of name, a label that is wrong) are in the table and come first: no spelling shows them. A
score through Unidecode (a script without a reading) is held under .6; pairs that cannot be judged have no score and are
left out, and so are those whose labels differ by a whole word, which the lists have far oftener than texts. Single
words across scripts are in the table too, each beside the other words most like it, of which some are the same name
under another spelling, so that the middle rows hold a few matches more than they count. What sounds of Latin spellings
become in Arabic, Hebrew, Katakana and Hangul (`sound_costs_learned.toml`) was learnt from all the people.

"""


class Pair(NamedTuple):
    """A pair, its evidence, and the parts that its people belong to."""

    row: dict[str, str]
    found: Evidence | None
    parts: tuple[int, int]


def _people() -> dict[str, str]:
    """Label, and last word of a label -> the person."""
    table: dict[str, str] = {}
    with gzip.open(SHARED / "data/person_labels_dev.tsv.gz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            table.setdefault(row["label"], row["person"])
            table.setdefault(row["label"].split()[-1], row["person"])
    return table


def pairs() -> list[Pair]:
    """All development pairs."""
    people = _people()

    def part(form: str) -> int:
        return zlib.crc32(people.get(form, form).encode()) % PARTS

    return [Pair(row, found, (part(row["a"]), part(row["b"]))) for row, found in read()]


def held_out(given: list[Pair]) -> list[tuple[Pair, float | None]]:
    """Each pair with its score by weights that have not seen its people; None where there is nothing to weigh."""
    out: list[tuple[Pair, float | None]] = []
    for part in range(PARTS):
        weights = learn((pair.row, pair.found) for pair in given if part not in pair.parts)
        out += [(pair, _score(pair, weights)) for pair in given if pair.parts[0] == part]
    return out


def _score(pair: Pair, weights: dict[str, np.ndarray]) -> float | None:
    if pair.found is None:
        return 1.0 if pair.row["a"] == pair.row["b"] else None
    w = weights[pair.found.profile]
    odds = float(w[0] - np.dot(w[1:], features(pair.found)))
    score = float(1 / (1 + np.exp(-max(-30.0, min(30.0, odds)))))
    return score * CEILING if is_rough(pair.row["a"]) or is_rough(pair.row["b"]) else score


def reliability(scored: list[tuple[Pair, float | None]]) -> list[str]:
    """How often a score comes true: pairs in ten bins of score, as rows of a table."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for pair, value in scored:
        if value is not None and pair.row["track"] != "latin_loose":
            bins[min(9, int(value * 10))].append((value, pair.row["same"] == "1"))
    rows = ["| score | pairs | mean score | share that is one name |", "|---|---|---|---|"]
    for at, found in enumerate(bins):
        said, came = (sum(column) / max(1, len(found)) for column in zip(*found or [(0.0, False)], strict=True))
        rows.append(f"| {at / 10:.1f} to {at / 10 + 0.1:.1f} | {len(found)} | {said:.2f} | {came:.2f} |")
    return rows


def main() -> None:
    """Print the figures; write the page."""
    if not (SHARED / "data").is_dir():
        print("no development data here")
        return
    scored = held_out(pairs())
    tracks: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for pair, value in scored:
        tracks[pair.row["track"]].append((round(value or 0.0, 4), pair.row["same"] == "1"))
    for track, found in tracks.items():
        best, at99 = curve(found)
        print(f"{track:12} F1 {best:.3f}  recall at precision .99 {at99:.3f}")
    rows = reliability(scored)
    print("\n".join(rows))
    if "--write" in sys.argv:
        PAGE.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
