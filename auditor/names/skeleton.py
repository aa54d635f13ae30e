"""The consonant skeleton of a reading: what is left when vowels and fine differences are taken away."""

from __future__ import annotations

from functools import lru_cache

from auditor.names.sounds import squeeze

_CLASSES = str.maketrans("pbtdkgxhfvwszSZCJTDmnlr", "PPTTKKKKFFFSSSSSSSSMNLR", "jaeiouyqUO")
_START = frozenset("aeiouyqjUO")
_SIZE = 6


@lru_cache(maxsize=131072)
def skeleton(codes: str) -> str:
    """Consonant classes of a reading, runs as one, six at most; "A" stands for a vowel at the start."""
    bones = squeeze(codes.translate(_CLASSES))
    return f"A{bones}"[:_SIZE] if codes[:1] in _START else bones[:_SIZE]
