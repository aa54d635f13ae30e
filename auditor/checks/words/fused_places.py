"""Where a country or city stands in a lump: RussiaUkraine, IranIn. Read by `fused`."""

from __future__ import annotations

from functools import cache

from auditor.checks.marks.wording import peoples_and_cities
from auditor.packs.renderings import public_places

_OPENERS = frozenset(("A", "An", "As", "At", "By", "He", "If", "In", "It", "No", "On", "To", "We"))


@cache
def countries_and_cities() -> frozenset[str]:
    return peoples_and_cities() | {place.lower() for place in public_places()}


def two_names(word: str) -> int | None:
    """Where the second of two countries, peoples or cities begins: ``RussiaUkraine``."""
    cut = max((at for at, char in enumerate(word) if char.isupper()), default=0)
    if not word[:cut].istitle():
        return None
    return cut if countries_and_cities().issuperset((word[:cut].lower(), word[cut:].lower())) else None


def behind_place(word: str) -> int | None:
    """Where a word of two letters that opens a sentence is stuck to a country or city: ``IranIn``."""
    cut = max((at for at, char in enumerate(word) if char.isupper()), default=0)
    known = word[cut:] in _OPENERS and word[:cut].istitle() and word[:cut].lower() in countries_and_cities()
    return cut if cut and known else None
