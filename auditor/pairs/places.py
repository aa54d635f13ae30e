"""Places and countries that a word names, in any case of the inflected languages."""

from __future__ import annotations

from functools import cache, lru_cache

from auditor.packs.institutions import institutions
from auditor.packs.places import places

_STEM = 4
_FLEETING = {"e": ("",), "і": ("о", "е"), "ї": ("є",), "ě": ("",), "е": ("",), "о": ("",)}
_CASE_LETTERS = frozenset("аеєиіїйоуьюяыёвмхaeiouyąęůáéíýěmhcjw")
_INFLECTED = frozenset({"ru", "uk", "pl", "cs"})


def country(low: str, language: str) -> dict[str, tuple[str, ...]]:
    """Language -> forms of the country from whose name the word is made; empty where there is none."""
    table = _countries(language)
    return next((table[low[:size]] for size in (8, 7, 6, 5) if low[:size] in table), {})


@cache
def _countries(language: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """Name of a country without its ending -> language -> its forms; stems that several share are left out."""
    table: dict[str, dict[str, tuple[str, ...]]] = {}
    twice: set[str] = set()
    for place in places().all:
        for name in place.names.get(language, ()) if place.kind == "territory" else ():
            key = name.lower()[: max(5, min(8, len(name) - 2))]
            if len(name) > 5 and " " not in name:
                forms = {code: tuple(n.lower() for n in names) for code, names in place.names.items()}
                if table.setdefault(key, forms) != forms:
                    twice.add(key)
    return {key: forms for key, forms in table.items() if key not in twice}


@lru_cache(maxsize=131072)
def place_of(low: str, language: str) -> dict[str, tuple[str, ...]]:
    """Language -> lower-case forms of the place that a word names, in any case of the inflected languages."""
    exact, stems = _places(language)
    found = exact.get(low)
    if found is None and language in _INFLECTED:
        for cut in range(4):
            stem = low[: len(low) - cut]
            if len(stem) >= _STEM - 1 and stem in stems and _CASE_LETTERS.issuperset(low[len(stem) :]):
                return stems[stem]
    return found or {}


@cache
def _places(language: str) -> tuple[dict[str, dict[str, tuple[str, ...]]], dict[str, dict[str, tuple[str, ...]]]]:
    """Places that a language names by one word: by form, and by form without its ending."""
    exact: dict[str, dict[str, tuple[str, ...]]] = {}
    stems: dict[str, dict[str, tuple[str, ...]]] = {}
    for place in places().all:
        forms = {code: tuple(name.lower() for name in names) for code, names in place.names.items()}
        for name in forms.get(language, ()):
            if " " in name:
                continue
            for table, key in ((exact, name), *((stems, stem) for stem in stems_of(name))):
                held = table.setdefault(key, {})
                for code, more in forms.items():
                    held[code] = (*held.get(code, ()), *more)
    return exact, stems


def stems_of(name: str) -> tuple[str, ...]:
    """A place's name without its ending, and as other cases write it: fleeting vowels, Ukrainian i for o and e."""
    cut = name.rstrip("аеєиіїйоуьюяыaeiouyąęůáéíýě")
    out = [cut if len(cut) >= _STEM - 1 else name]
    if len(name) > _STEM - 1 and name[-2] in _FLEETING and name[-1] not in _FLEETING:
        out += [name[:-2] + vowel + name[-1] for vowel in _FLEETING[name[-2]]]
    return tuple(dict.fromkeys(out))


@cache
def _stems(language: str) -> frozenset[str]:
    """Beginnings of the names of countries and of words in names of institutions: their derivatives are no names."""
    out = set()
    for place in places().all:
        if place.kind in ("territory", "continent"):
            out |= {name.lower()[:_STEM] for name in place.names.get(language, ()) if len(name) >= _STEM}
    for item in institutions().all:
        for name in item.names.get(language, ()):
            out |= {word.lower()[:6] for word in name.split() if len(word) > 5}
    return frozenset(out)


def derived(low: str, language: str) -> bool:
    stems = _stems(language)
    return low[:_STEM] in stems or low[:6] in stems
