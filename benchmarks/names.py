"""Names against other scorers, on the same pairs, in one run: ``python -m benchmarks names``.

Prints best F1 and recall at precision .99 for each track of the development pairs, pairs a second on forms not seen
before, and the cost of keys over growing numbers of forms. Peers that are not installed
are left out: nomenklatura depends on PyICU, which is published as source only and asks for a C++ compiler and ICU.
"""

from __future__ import annotations

import csv
import gzip
import importlib
import os
import time
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

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
    "auditor": (ours, "auditor"),
    "token_sort": (sorted_tokens, "rapidfuzz"),
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


def compare_scorers() -> None:
    """One line for each scorer."""
    with gzip.open(SHARED / "data/name_pairs_dev.tsv.gz", "rt", encoding="utf-8") as file:
        pairs = list(csv.DictReader(file, delimiter="\t"))
    for name, (scorer, package) in PEERS.items():
        try:
            importlib.import_module(package)
        except ImportError:
            print(f"{name:14} not installed")
            continue
        scorer("Anna Meyer", "Ana Mejer", "de", "hr")
        tracks: dict[str, list[tuple[float, bool]]] = defaultdict(list)
        started = time.perf_counter()
        for pair in pairs:
            value = scorer(pair["a"], pair["b"], pair["lang_a"] or None, pair["lang_b"] or None)
            tracks[pair["track"]].append((value or 0.0, pair["same"] == "1"))
        speed = len(pairs) / (time.perf_counter() - started)
        figures = "  ".join(f"{track} {f:.3f}/{r:.2f}" for track, (f, r) in ((t, curve(x)) for t, x in tracks.items()))
        print(f"{name:14} {speed:10,.0f} pairs/s  {figures}")


def growth() -> None:
    """Cost of blocking and comparing within blocks over growing numbers of forms."""
    from auditor.names import keys, score

    with gzip.open(SHARED / "data/person_labels_dev.tsv.gz", "rt", encoding="utf-8") as file:
        forms = sorted({row["label"] for row in csv.DictReader(file, delimiter="\t")})
    for size in (1_000, 2_000, 4_000, len(forms)):
        started, blocks, pairs = time.perf_counter(), defaultdict(list), 0
        for form in forms[:: max(1, len(forms) // size)][:size]:
            for key in sorted(keys(form)):
                blocks[key].append(form)
        for block in blocks.values():
            for one, other in pairwise(block):
                score(one, other)
                pairs += 1
        print(f"{size:6} forms: {len(blocks):5} keys, {pairs:6} neighbours, {time.perf_counter() - started:.2f} s")


def main() -> None:
    """All of it."""
    if not (SHARED / "data").is_dir():
        print("no development data here")
        return
    compare_scorers()
    growth()


if __name__ == "__main__":
    main()
