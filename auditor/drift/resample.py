"""How far a sum of penalties could have fallen by chance: the Poisson bootstrap.

Each compared thing is drawn again as often as a Poisson variable of mean 1 says (Hanley & MacGibbon 2006, Creating
non-parametric bootstrap samples using Poisson frequencies); things without a penalty add nothing, so only those with
one are drawn, equal ones together. The interval holds the middle of the resampled sums. Where nothing was penalized,
up to three faults are still in keeping with chance (Hanley & Lippman-Hand 1983, the rule of three).
"""

from __future__ import annotations

import math
from bisect import bisect
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import repeat, starmap
from random import Random

RULE_OF_THREE = 3.0


def resampled(points: Iterable[float], *, replicates: int, seed: str) -> list[float]:
    """The sums of ``replicates`` samples of ``points`` (penalties, 0 or more); the same seed gives the same sums."""
    counts = Counter(round(p, 1) or p for p in points if p)
    if not counts:
        return [0.0] * replicates
    random = Random(seed).random
    columns = []
    for value, n in sorted(counts.items()):
        table = _cumulative(n)
        sums = [value * times for times in range(len(table) + 1)]
        draws = starmap(random, repeat((), replicates))
        columns.append(list(map(sums.__getitem__, map(bisect, repeat(table), draws))))
    return columns[0] if len(columns) == 1 else list(map(sum, zip(*columns, strict=True)))


def middle(sums: Iterable[float], confidence: float) -> tuple[float, float]:
    """The limits between which the middle of the sums lies."""
    ordered = sorted(sums)
    cut = int((1 - confidence) / 2 * len(ordered))
    return ordered[cut], ordered[-1 - cut]


@lru_cache(maxsize=256)
def _cumulative(mean: int) -> tuple[float, ...]:
    """P(X <= k) of a Poisson variable for k = 0, 1, ... up to where hardly anything is left."""
    table, total, k = [], 0.0, 0
    while total < 1 - 1e-9 and k <= mean + 20 * math.sqrt(mean) + 20:
        total += math.exp(k * math.log(mean) - mean - math.lgamma(k + 1))
        table.append(total)
        k += 1
    return tuple(table)
