"""Aligns two readings: the least cost of turning one into the other."""

from __future__ import annotations

import math
from functools import cache

import msgspec

from auditor.packs import data_path, load_toml
from auditor.records import Record

VOWELS = frozenset("aeiouyqUO")
_OPEN = VOWELS | {"j"}  # -ai and -aj are one ending
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

    Of each row only the stretch that is not over ``most`` is worked out (Ukkonen, "Algorithms for Approximate String
    Matching", 1985): costs are never negative, so no way through a dearer cell is cheaper.
    """
    if a == b:
        return 0.0
    table = costs(profile)
    insert, drop, swap = table.insert, table.drop, table.swap
    gaps = [insert[code] for code in b]
    row, first, size = _first_row(gaps, most), 0, len(b)
    for code in a:
        own, to = drop[code], swap[code]
        diagonal = row[0]
        left = diagonal + own
        fresh, at = [left], first
        for up in row[1:]:
            best = diagonal + to[b[at]]
            if up + own < best:
                best = up + own
            left += gaps[at]
            if best < left:
                left = best
            fresh.append(left)
            diagonal = up
            at += 1
        if at < size:
            left = min(diagonal + to[b[at]], left + gaps[at])
            while left <= most:
                fresh.append(left)
                at += 1
                if at == size:
                    break
                left += gaps[at]
        while fresh and fresh[-1] > most:
            fresh.pop()
        if not fresh:
            return math.inf
        while fresh[0] > most:
            del fresh[0]
            first += 1
        row = fresh
    if first + len(row) <= size:
        return math.inf
    ends = table.open_close if a and b and (a[-1] in _OPEN) != (b[-1] in _OPEN) else 0.0
    return row[-1] + ends


def _first_row(gaps: list[float], most: float) -> list[float]:
    """What the beginnings of a reading cost to insert, as far as they are not over ``most``."""
    row = [0.0]
    for gap in gaps:
        if row[-1] + gap > most:
            break
        row.append(row[-1] + gap)
    return row
