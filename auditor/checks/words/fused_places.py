"""Where a country, city, body or given name stands in a lump: RussiaUkraine, IranIn, VladimirPutin. Read by `fused`."""

from __future__ import annotations

from functools import cache

from auditor.checks.marks.wording import peoples_and_cities
from auditor.checks.persons.person_words import names
from auditor.packs.places import places
from auditor.packs.public_persons import by_family
from auditor.packs.renderings import public_families, public_places
from auditor.text.lexicon import Lexicon
from auditor.text.seam_table import english

_COMMON, _SHORTEST = 3.0, 4  # zipf and letters of an ordinary word behind the name of a body
_RARE = 2.6  # zipf in English below which what follows a given name is taken for a family name
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
    """Where a word that opens a sentence is stuck to a country or city: ``IranIn``, ``LyonBoth``."""
    cut = max((at for at, char in enumerate(word) if char.isupper()), default=0)
    place, behind = word[:cut], word[cut:]
    if not cut or not place.istitle():
        return None
    listed = place.lower() in countries_and_cities()
    if behind in english().behind_places:
        return cut if listed or any(hit.language == "en" for hit in places().by_form(place)) else None
    return cut if behind in _OPENERS and listed else None


def behind_body(word: str, lexicon: Lexicon) -> int | None:
    """Where a word with a capital is stuck to the last one of a body's name: ``ForcesCautious``."""
    cut = max((at for at, char in enumerate(word) if char.isupper()), default=0)
    left, right = word[:cut], word[cut:]
    if left not in english().bodies or len(right) < _SHORTEST or not right.istitle():
        return None
    return cut if lexicon.zipf(right.lower(), "en") >= _COMMON else None


def whole_name(word: str, lexicon: Lexicon) -> int | None:
    """Where the family name begins that lost the space behind the given one: ``VladimirPutin``."""
    cut = max((at for at, char in enumerate(word) if char.isupper()), default=0)
    given, family = word[:cut], word[cut:]
    if len(given) < _SHORTEST or len(family) < _SHORTEST or not (given.istitle() and family.istitle()):
        return None
    if given not in names() or lexicon.most(word.lower()):
        return None
    listed = family in public_families() or family in by_family()
    return cut if listed or lexicon.zipf(family.lower(), "en") < _RARE else None
