"""Aligns two readings: the least cost of turning one into the other."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from auditor.packs import data_path, load_toml
from auditor.records import Record

VOWELS = "aeiouyq"
CODES = "abcdefghijklmnopqrstuvwxyzSZCJTD"


class CostFile(Record, frozen=True):
    """``data/conventions/sound_costs.toml``."""

    schema: int
    vowel: float
    consonant: float
    mixed: float
    insert_vowel: float
    insert_consonant: float
    pairs: str
    inserts: str


class Costs(msgspec.Struct, frozen=True, eq=False):
    """Cost of each substitution and of each insertion."""

    swap: dict[str, dict[str, float]]
    insert: dict[str, float]


@cache
def costs() -> Costs:
    """The cost table, complete over all codes."""
    file = load_toml(data_path("conventions", "sound_costs.toml"), CostFile)
    insert = {c: file.insert_vowel if c in VOWELS else file.insert_consonant for c in CODES}
    insert.update({c: float(v) for c, _, v in (item.partition("=") for item in file.inserts.split())})
    swap = {a: {b: 0.0 if a == b else _default(file, a, b) for b in CODES} for a in CODES}
    for pair, _, value in (item.partition("=") for item in file.pairs.split()):
        swap[pair[0]][pair[1]] = swap[pair[1]][pair[0]] = float(value)
    return Costs(swap, insert)


def _default(file: CostFile, a: str, b: str) -> float:
    vowels = (a in VOWELS) + (b in VOWELS)
    return file.vowel if vowels == 2 else file.consonant if vowels == 0 else file.mixed


@lru_cache(maxsize=262144)
def distance(a: str, b: str) -> float:
    """Least total cost of substitutions and insertions between two readings."""
    if a == b:
        return 0.0
    table = costs()
    insert, swap = table.insert, table.swap
    row = [0.0]
    for code in b:
        row.append(row[-1] + insert[code])
    for code in a:
        gap, to = insert[code], swap[code]
        diagonal, left = row[0], row[0] + gap
        row[0] = left
        for at, other in enumerate(b, 1):
            up = row[at]
            best = diagonal + to[other]
            if up + gap < best:
                best = up + gap
            if left + insert[other] < best:
                best = left + insert[other]
            diagonal, left = up, best
            row[at] = best
    return row[-1]
