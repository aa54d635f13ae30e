"""Learns what sounds of Latin spellings become in Arabic, Hebrew, Katakana and Hangul: ``python -m tools.fit_costs``.

Words of one person's labels are aligned by the costs at hand, the aligned sounds are counted, and the counts give the
next costs: the log of how much rarer a pair is than the commonest one of its sounds (Ristad & Yianilos, "Learning
String-Edit Distance", 1998, by best paths). Pairs that are too dear to be one name do not count. Deterministic;
``--write`` writes ``auditor/data/conventions/sound_costs_learned.toml``.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from auditor.names.align import CODES, VOWELS, Costs, costs
from auditor.names.readers import ANY, Reading, readings
from auditor.names.sounds import script
from tools.person_words import Word, words

OUT = Path(__file__).parent.parent / "auditor/data/conventions/sound_costs_learned.toml"
BEGIN = {"Arab": "abjad", "Hebr": "abjad", "Kana": "kana", "Hang": "kana"}
ROUNDS = 3
SCALE = 0.3  # cost for each factor of e
PRIOR = 1.0  # how much the costs at hand weigh beside the counts
DEAREST = {"vowel": 1.0, "consonant": 1.6, "mixed": 1.6, "insert_vowel": 1.0, "insert_consonant": 1.2}
HEADER = """# Costs from Latin spellings (first letter) to another script (second); see sound_costs.toml.
# Made by tools/fit_costs.py from labels of people in Wikidata (CC0); begun from the profiles of sound_costs.toml.
schema = 1
"""


def aligned(a: str, b: str, table: Costs) -> tuple[float, list[tuple[str, str]]]:
    """The cheapest way from one reading to another, and its steps; "" stands for nothing."""
    rows: list[list[tuple[float, int, int]]] = []
    for i in range(len(a) + 1):
        rows.append([])
        for j in range(len(b) + 1):
            ways = [(0.0, 0, 0)] if not i and not j else []
            if i and j:
                ways.append((rows[i - 1][j - 1][0] + table.swap[a[i - 1]][b[j - 1]], 1, 1))
            if j:
                ways.append((rows[i][j - 1][0] + table.insert[b[j - 1]], 0, 1))
            if i:
                ways.append((rows[i - 1][j][0] + table.drop[a[i - 1]], 1, 0))
            rows[i].append(min(ways, key=lambda way: way[0]))
    i, j, steps = len(a), len(b), []
    while i or j:
        _, down, right = rows[i][j]
        steps.append((a[i - down : i], b[j - right : j]))
        i, j = i - down, j - right
    return rows[-1][-1][0], steps


def counted(rows: Iterable[Word], table: Costs) -> Counter[tuple[str, str]]:
    """How often each sound stands for each."""
    out: Counter[tuple[str, str]] = Counter()
    for a, lang_a, b, lang_b in rows:
        ways = [
            (cost + one.cost + other.cost, len(one.codes) + len(other.codes), steps)
            for one in readings(a, lang_a, script(b))
            for other in readings(b, lang_b, ANY)
            if _near(one, other)
            for cost, steps in [aligned(one.codes, other.codes, table)]
        ]
        cost, size, steps = min(ways, default=(math.inf, 0, []), key=lambda way: way[:2])
        if cost <= 0.17 * size + 0.3:
            out.update(steps)
    return out


def _near(one: Reading, other: Reading) -> bool:
    return abs(len(one.codes) - len(other.codes)) <= 4


def learnt(found: Counter[tuple[str, str]], begun: Costs) -> Costs:
    """Costs from counts, with the costs that were begun with as a prior."""
    left, right = Counter[str](), Counter[str]()
    for (one, other), many in found.items():
        left[one] += many
        right[other] += many

    def mass(many: int, cost: float) -> float:
        return PRIOR * math.sqrt(many + 1) * math.exp(-cost / SCALE)

    held = {(x, y): found[x, y] + mass(min(left[x], right[y]), begun.swap[x][y]) for x in CODES for y in CODES}
    top = {x: math.log(max(held[x, y] for y in CODES)) for x in CODES}
    tip = {y: math.log(max(held[x, y] for x in CODES)) for y in CODES}
    swap = {x: {y: SCALE * max(0.0, (top[x] + tip[y]) / 2 - math.log(held[x, y])) for y in CODES} for x in CODES}
    added = {y: tip[y] - math.log(found["", y] + mass(right[y], begun.insert[y])) for y in CODES}
    left_out = {x: top[x] - math.log(found[x, ""] + mass(left[x], begun.drop[x])) for x in CODES}
    insert, drop = ({c: SCALE * max(0.1, v) for c, v in table.items()} for table in (added, left_out))
    return Costs(swap, insert, drop, begun.open_close)


def learn(rows: list[Word], profile: str) -> Costs:
    """The costs of one script."""
    begun = table = costs(profile)
    for _ in range(ROUNDS):
        table = learnt(counted(rows, table), begun)
    return table


def written(name: str, table: Costs) -> str:
    """A profile as the file has it: what is cheaper than the dearest of its kind."""
    pairs = " ".join(
        f"{x}{y}={table.swap[x][y]:.2f}" for x in CODES for y in CODES if x != y and table.swap[x][y] < _dearest(x, y)
    )
    lines = [f"\n[profile.{name}]", *(f"{kind} = {value}" for kind, value in DEAREST.items())]
    lines += [f"open_close = {table.open_close}", f'pairs = "{pairs}"']
    for kind, values in (("inserts", table.insert), ("drops", table.drop)):
        capped = {c: min(v, DEAREST["insert_vowel" if c in VOWELS else "insert_consonant"]) for c, v in values.items()}
        lines.append(f'{kind} = "{" ".join(f"{c}={v:.2f}" for c, v in capped.items())}"')
    return "\n".join(lines) + "\n"


def _dearest(x: str, y: str) -> float:
    vowels = (x in VOWELS) + (y in VOWELS)
    return DEAREST[("consonant", "mixed", "vowel")[vowels]]


def main() -> None:
    """Print the file, or write it."""
    text = HEADER + "".join(written(name, learn(rows, BEGIN[name])) for name, rows in words().items() if name in BEGIN)
    if "--write" in sys.argv:
        OUT.write_text(text, encoding="utf-8")
    else:
        print(text)


if __name__ == "__main__":
    main()
