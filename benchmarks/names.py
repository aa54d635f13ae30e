"""Names against other scorers, on the same pairs, in one run: ``python -m benchmarks names``.

Prints, for each scorer, pairs a second of processor time on forms not seen before, that speed as a multiple of
rapidfuzz's (which a busy machine moves less), and best F1 and recall at precision .99 for each track of the development
pairs; then how the cost of keys grows with the number of forms. A peer that is not installed is left out, and says so.
``pip install jellyfish nomenklatura`` adds them; nomenklatura needs PyICU, which is published as source only and asks
for a C++ compiler and ICU (Debian: g++, pkg-config, libicu-dev). ``python -m benchmarks.names --markdown`` prints the
table as docs/research.md has it.
"""

from __future__ import annotations

import csv
import gzip
import importlib
import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

SHARED = Path(os.environ.get("AUDITOR_SHARED", Path(__file__).parent.parent.parent / "shared"))
Scorer = Callable[[str, str, str | None, str | None], float | None]


def ours(a: str, b: str, lang_a: str | None, lang_b: str | None) -> float | None:
    """This project's comparer."""
    from auditor.names import score

    return score(a, b, lang_a, lang_b)


def sorted_tokens(a: str, b: str, lang_a: str | None, lang_b: str | None) -> float:
    """rapidfuzz token_sort_ratio over Unidecode: what most people reach for."""
    from rapidfuzz import fuzz
    from unidecode import unidecode

    return fuzz.token_sort_ratio(unidecode(a).lower(), unidecode(b).lower()) / 100


def winkler(a: str, b: str, lang_a: str | None, lang_b: str | None) -> float:
    """jellyfish Jaro-Winkler over Unidecode, words aligned: the worst of the best pairs of the shorter name."""
    import jellyfish
    from unidecode import unidecode

    left, right = sorted((unidecode(form).lower().split() for form in (a, b)), key=len)
    if not left:
        return 0.0
    return min(max(float(jellyfish.jaro_winkler_similarity(x, y)) for y in right) for x in left)


def logic(a: str, b: str, lang_a: str | None, lang_b: str | None) -> float:
    """nomenklatura's logic-v2 on two persons with nothing but a name."""
    from followthemoney import model
    from nomenklatura.matching import LogicV2, ScoringConfig

    one, other = (model.get_proxy({"id": form, "schema": "Person", "properties": {"name": [form]}}) for form in (a, b))
    return float(LogicV2.compare(one, other, ScoringConfig.defaults()).score)


PEERS: dict[str, tuple[Scorer, str]] = {
    "token_sort": (sorted_tokens, "rapidfuzz"),
    "auditor": (ours, "auditor"),
    "jaro_winkler": (winkler, "jellyfish"),
    "logic-v2": (logic, "nomenklatura"),
}


def curve(rows: list[tuple[float, bool]]) -> tuple[float, float]:
    """Best F1, and recall at precision .99, over all thresholds above 0."""
    ranked, total = sorted(rows, key=lambda row: -row[0]), sum(same for _, same in rows)
    hits = misses = 0
    best = at99 = 0.0
    for at, (value, same) in enumerate(ranked):
        hits, misses = hits + same, misses + (not same)
        if value <= 0:
            break
        if at + 1 < len(ranked) and ranked[at + 1][0] == value:
            continue
        precision, recall = hits / (hits + misses), hits / total
        best = max(best, 2 * precision * recall / (precision + recall) if hits else 0.0)
        at99 = max(at99, recall) if precision >= 0.99 else at99
    return best, at99


class Result(NamedTuple):
    """What one scorer reached: pairs a second of processor time, and (best F1, recall at precision .99) by track."""

    name: str
    speed: float
    tracks: dict[str, tuple[float, float]]


def compare_scorers() -> Iterator[Result | str]:
    """Each scorer's result, or the name of one that is not installed."""
    with gzip.open(SHARED / "data/name_pairs_dev.tsv.gz", "rt", encoding="utf-8") as file:
        pairs = list(csv.DictReader(file, delimiter="\t"))
    for name, (scorer, package) in PEERS.items():
        try:
            importlib.import_module(package)
        except ImportError:
            yield name
            continue
        scorer("Anna Meyer", "Ana Mejer", "de", "hr")
        rows: dict[str, list[tuple[float, bool]]] = defaultdict(list)
        started = time.process_time()
        for pair in pairs:
            value = scorer(pair["a"], pair["b"], pair["lang_a"] or None, pair["lang_b"] or None)
            rows[pair["track"]].append((value or 0.0, pair["same"] == "1"))
        speed = len(pairs) / (time.process_time() - started)
        yield Result(name, speed, {track: curve(found) for track, found in rows.items()})


def shown(results: Iterable[Result | str], markdown: bool) -> Iterator[str]:
    """One line for each scorer, in columns or as a table."""
    base = None
    for result in results:
        if isinstance(result, str):
            yield f"| {result} | not installed |" if markdown else f"{result:14} not installed"
            continue
        base = result.speed if result.name == "token_sort" else base
        times = f"{result.speed / base:.3f}" if base else "-"
        cells = [f"{f1:.3f} / {recall:.2f}" for f1, recall in result.tracks.values()]
        if not markdown:
            figures = "  ".join(f"{track} {cell}" for track, cell in zip(result.tracks, cells, strict=True))
            yield f"{result.name:14} {result.speed:10,.0f} pairs/s ({times:>6})  {figures}"
            continue
        if result.name == "token_sort":
            yield f"| scorer | pairs/s | of token_sort | {' | '.join(result.tracks)} |"
            yield "|---" * (3 + len(cells)) + "|"
        yield f"| {result.name} | {result.speed:,.0f} | {times} | {' | '.join(cells)} |"


def growth() -> None:
    """Cost of blocking and comparing within blocks over growing numbers of forms."""
    from auditor.names import keys, score

    with gzip.open(SHARED / "data/person_labels_dev.tsv.gz", "rt", encoding="utf-8") as file:
        forms = sorted({row["label"] for row in csv.DictReader(file, delimiter="\t")})
    for size in (1_000, 2_000, 4_000, len(forms)):
        started, blocks, pairs = time.process_time(), defaultdict(list), 0
        for form in forms[:: max(1, len(forms) // size)][:size]:
            for key in sorted(keys(form)):
                blocks[key].append(form)
        for block in blocks.values():
            for one, other in pairwise(block):
                score(one, other)
                pairs += 1
        print(f"{size:6} forms: {len(blocks):5} keys, {pairs:6} neighbours, {time.process_time() - started:.2f} s")


def main() -> None:
    """All of it."""
    if not (SHARED / "data").is_dir():
        print("no development data here")
        return
    for line in shown(compare_scorers(), "--markdown" in sys.argv):
        print(line, flush=True)
    growth()


if __name__ == "__main__":
    main()
