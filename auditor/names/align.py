"""Aligns two readings: the least cost of turning one into the other."""

from __future__ import annotations

import math
from functools import cache
from itertools import product

import msgspec

from auditor.packs import data_path, load_toml
from auditor.records import Record

VOWELS = frozenset("aeiouyqUO")
_OPEN = VOWELS | {"j"}  # -ai and -aj are one ending
_ROUNDING = 1e-9
CODES = "abcdefghijklmnopqrstuvwxyzSZCJTDUO"


class Profile(Record, frozen=True):
    """Costs of one kind of pair; see ``data/conventions/sound_costs.toml``.

    ``drops``: sounds of the first reading that the second leaves out, where that costs another thing than ``inserts``.
    """

    vowel: float
    consonant: float
    mixed: float
    insert_vowel: float
    insert_consonant: float
    open_close: float
    pairs: str
    inserts: str
    drops: str = ""


class CostFile(Record, frozen=True):
    """The profiles by name; those of ``sound_costs_learned.toml`` run from Latin letters to another script."""

    schema: int
    profile: dict[str, Profile]


class Costs(msgspec.Struct, frozen=True, eq=False):
    """Cost of each substitution, insertion and omission, complete over all codes."""

    swap: dict[str, dict[str, float]]
    insert: dict[str, float]
    drop: dict[str, float]
    open_close: float


@cache
def _learned() -> dict[str, Profile]:
    return load_toml(data_path("conventions", "sound_costs_learned.toml"), CostFile).profile


@cache
def costs(profile: str) -> Costs:
    """The costs of a profile (plain, cross, abjad, kana; Arab, Hebr, Kana, Hang from Latin letters)."""
    file = _learned().get(profile) or load_toml(data_path("conventions", "sound_costs.toml"), CostFile).profile[profile]
    insert = {c: file.insert_vowel if c in VOWELS else file.insert_consonant for c in CODES}
    insert |= _listed(file.inserts)
    swap = {a: {b: 0.0 if a == b else _default(file, a, b) for b in CODES} for a in CODES}
    for pair, value in _listed(file.pairs).items():
        swap[pair[0]][pair[1]] = value
        if not file.drops:
            swap[pair[1]][pair[0]] = value
    return Costs(swap, insert, insert | _listed(file.drops), file.open_close)


class _Gains(msgspec.Struct, frozen=True, eq=False):
    """The costs of a profile the other way round, as ``distance`` asks for them: by the ASCII numbers of the codes.

    ``swap``: by how much it is cheaper to take one sound for another than to drop it and to insert the other (at least
    0); ``insert`` and ``drop``: the cost of a sound, and the most that any substitution of it can gain.
    """

    swap: tuple[tuple[float, ...], ...]
    insert: tuple[tuple[float, float], ...]
    drop: tuple[tuple[float, float], ...]
    open_close: float


@cache
def _gains(profile: str) -> _Gains:
    table = costs(profile)
    swap, insert, drop = [[0.0] * 128 for _ in range(128)], [(0.0, 0.0)] * 128, [(0.0, 0.0)] * 128
    for a, b in product(CODES, CODES):
        swap[ord(a)][ord(b)] = max(0.0, table.drop[a] + table.insert[b] - table.swap[a][b])
    for code in CODES:
        drop[ord(code)] = table.drop[code], max(swap[ord(code)])
        insert[ord(code)] = table.insert[code], max(row[ord(code)] for row in swap)
    return _Gains(tuple(map(tuple, swap)), tuple(insert), tuple(drop), table.open_close)


def _listed(text: str) -> dict[str, float]:
    return {codes: float(value) for codes, _, value in (item.partition("=") for item in text.split())}


def directed(of_script: str) -> bool:
    """Whether there are costs from Latin letters to a script."""
    return of_script in _learned()


def _default(file: Profile, a: str, b: str) -> float:
    vowels = (a in VOWELS) + (b in VOWELS)
    return file.vowel if vowels == 2 else file.consonant if vowels == 0 else file.mixed


def distance(a: str, b: str, profile: str = "plain", most: float = math.inf) -> float:
    """Least total cost of substitutions and insertions between two readings; ``inf`` where it is over ``most``.

    It is that of dropping all sounds and inserting the others, less the most that substitutions in one order can gain
    (a heaviest common subsequence: Jacobson and Vo, "Heaviest Increasing/Common Subsequence Problems", 1992), which
    asks for one addition a cell. Given up once the sounds to come cannot gain enough.
    """
    if a == b:
        return 0.0
    table = _gains(profile)
    drop, insert, swap = table.drop, table.insert, table.swap
    left, right = a.encode(), b.encode()
    whole = open_a = open_b = 0.0
    for code in left:
        cost, gain = drop[code]
        whole += cost
        open_a += gain
    for code in right:
        cost, gain = insert[code]
        whole += cost
        open_b += gain
    need = whole - most - _ROUNDING
    if open_a < need or open_b < need:
        return math.inf
    row, best = [0.0] * len(right), 0.0
    for code in left:
        gains = swap[code]
        diagonal = best = 0.0
        for at, other in enumerate(right):
            here = diagonal + gains[other]
            diagonal = row[at]
            if here > best:
                best = here if here > diagonal else diagonal
            elif diagonal > best:
                best = diagonal
            row[at] = best
        open_a -= drop[code][1]
        if best + open_a < need:
            return math.inf
    ends = table.open_close if a and b and (a[-1] in _OPEN) != (b[-1] in _OPEN) else 0.0
    return max(0.0, whole - best) + ends
