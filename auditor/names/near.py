"""Misspellings of a name: one slip in a long enough word, and no other existing name."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from auditor.text.lexicon import lexicon

MIN_LENGTH = 5


def near_miss(a: str, b: str) -> float | None:
    """How surely ``b`` is a misspelling of ``a`` (in [0, 1]); None when it is not one."""
    if a == b or min(len(a), len(b)) < MIN_LENGTH or a[0].lower() != b[0].lower():
        return None
    left, right = a.lower(), b.lower()
    if left == right or OSA.distance(left, right, score_cutoff=1) != 1:
        return None
    from auditor.names.compare import compare

    if lexicon().known(right):
        return None
    match = compare(a, b)
    if match.kind in ("same", "variant"):
        return None
    return min(0.95, 0.5 + 0.05 * len(a))
