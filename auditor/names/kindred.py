"""Surnames that sound alike and are two: Fernández and Fernandes (``data/variants/surnames_apart.toml``)."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product

from auditor.names.sounds import script
from auditor.names.standing import plain
from auditor.packs import data_path, load_toml
from auditor.records import Record

TWO = "two surnames"
_PERHAPS = 0.45  # what a pair of them may score at most: never joined
_EMIGRANTS = 0.84  # ... where the bearers themselves changed the one for the other
_LEAST_STEM = 2  # letters of a father's name before the ending


class KindredFile(Record, frozen=True):
    """``endings``: of patronymics that are two where their stems are one; ``names``, ``patronymics``: rows of surnames
    that are two.
    """

    schema: int
    endings: tuple[str, ...]
    patronymics: tuple[str, ...]
    names: tuple[str, ...]


@cache
def _file() -> KindredFile:
    return load_toml(data_path("variants", "surnames_apart.toml"), KindredFile)


@cache
def _rows() -> dict[str, frozenset[tuple[int, int]]]:
    """Spelling without marks -> (row, place in the row) of each surname that it may be."""
    table: dict[str, set[tuple[int, int]]] = {}
    for row, names in enumerate(_file().patronymics + _file().names):
        for place, spellings in enumerate(names.lower().split()):
            for spelling in spellings.split("/"):
                table.setdefault(plain(spelling), set()).add((row, place))
    return {spelling: frozenset(places) for spelling, places in table.items()}


@lru_cache(maxsize=32768)
def ceiling(a: str, b: str) -> float:
    """What two words of Latin letters (in lower case) may score at most: 1, or less where they are two surnames."""
    if script(a) != "Latn" or script(b) != "Latn":
        return 1.0
    one, other = plain(a), plain(b)
    if one == other:
        return 1.0
    return _EMIGRANTS if _of_one_father(one, other) else _of_row(one, other)


def _of_one_father(a: str, b: str) -> bool:
    """Whether two endings of patronymics follow one stem, however many s stand between (Hansen, Hansson)."""
    ends = _file().endings
    first = next((end for end in ends if a.endswith(end)), "")
    second = next((end for end in ends if b.endswith(end)), "")
    if not first or not second or first == second:
        return False
    stem = a.removesuffix(first).rstrip("s")
    return len(stem) >= _LEAST_STEM and stem == b.removesuffix(second).rstrip("s")


def _of_row(a: str, b: str) -> float:
    """The ceiling of words that a row has as two, and none as spellings of one surname."""
    left, right = _rows().get(a), _rows().get(b)
    if not left or not right or left & right:
        return 1.0
    rows = {one[0] for one, other in product(left, right) if one[0] == other[0]}
    if not rows:
        return 1.0
    return _EMIGRANTS if min(rows) < len(_file().patronymics) else _PERHAPS
