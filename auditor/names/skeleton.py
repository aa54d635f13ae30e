"""The consonant skeleton of a reading: what is left when vowels and fine differences are taken away."""

from __future__ import annotations

from functools import lru_cache

_CLASSES = str.maketrans("pbtdkgxhfvwszSZCJTDmnlr", "PPTTKKKKFFFSSSSSSSSMNLR", "jaeiouyqUO")
_START = frozenset("aeiouyqjUO")
_SIZE = 6


@lru_cache(maxsize=131072)
def skeleton(codes: str) -> str:
    """Consonant classes of a reading, runs as one, six at most; "A" stands for a vowel at the start."""
    last, out = "", []
    for code in codes.translate(_CLASSES):
        if code != last:
            out.append(code)
            last = code
    return (("A" if codes[:1] in _START else "") + "".join(out))[:_SIZE]
