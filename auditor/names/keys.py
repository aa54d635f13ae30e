"""Blocking keys: what two spellings of one name in any two languages nearly always share."""

from __future__ import annotations

from functools import lru_cache

from auditor.names.parts import parts
from auditor.names.sounds import sounds

_CLASSES = str.maketrans("pbtdkgxhfvwszSZCJTDmnlr", "PPTTKKKKFFFSSSSSSSSMNLR", "jaeiouyq")
_START = frozenset("aeiouyqj")
_READERS = ("en", "de", "fr", "es", "pl", "cs")
_SIZE = 6
_MOST = 6


@lru_cache(maxsize=65536)
def keys(form: str, language: str | None = None) -> frozenset[str]:
    """At most six keys for the family name of ``form`` (a single word is one)."""
    family = parts(form).family or (form,)
    word = "".join(family).lower()
    readers = (language, "any") if language else ("any", *_READERS)
    found = dict.fromkeys(skeleton(sounds(word, reader)) for reader in readers)
    return frozenset([key for key in found if key][:_MOST])


@lru_cache(maxsize=131072)
def skeleton(codes: str) -> str:
    """Consonant classes of a reading, runs as one; "A" stands for a vowel at the start."""
    body = codes.translate(_CLASSES)
    packed = "".join(c for at, c in enumerate(body) if at == 0 or body[at - 1] != c)
    return (("A" if codes[:1] in _START else "") + packed)[:_SIZE]
