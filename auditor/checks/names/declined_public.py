"""Family names of the news with a case ending of the language that spells them so (``Pieskowa``, ``Zelenského``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from auditor.entities import facts
from auditor.names.given import lookup
from auditor.packs.public_persons import by_family, world_families
from auditor.packs.renderings import public_families, spelling

_SHORTEST = 4  # letters of a name
_LONGEST = 5  # letters of an ending
FEMALE, DAUGHTER = "a", "ova"
_SLAVIC = ("ov", "ev", "in", "sky", "ski", "ich", "k")
_TOWNS = frozenset({"e", "o", "ova", "ove", "ovo"})
_NATIVE = frozenset({"be", "ru", "uk"})

Endings = Mapping[str, tuple[tuple[str, str], ...]]


def public_bare(word: str, endings: Endings) -> tuple[str, str, str] | None:
    """The name as English copy has it, the language of the ending, and the ending; None for any other word."""
    if word in public_families() or word in world_families() or spelling(word) is not None:
        return None
    table = _by_ending(tuple(endings.items()))
    for size in range(_LONGEST, 0, -1):
        case = word[-size:]
        for nominative, code in table.get(case, ()):
            name = word[:-size] + nominative
            if len(name) >= _SHORTEST and not _of_town(name, case) and (right := _right(name, code)):
                return right, code, case
    return None


def of_nobody_else(name: str, before: str) -> bool:
    """True where a name of the news with -a cannot be a woman's own: it is no Slavic one, and its bearer's given name
    stands before, or none (``Emmanuela Macrona``)."""
    if name not in world_families() or name.endswith(_SLAVIC):
        return False
    return not before[:1].isupper() or any(before.startswith(head) for head in by_family().get(name, ()))


def _of_town(name: str, case: str) -> bool:
    """True for what is a town's name as well (Komarovo)."""
    return case in _TOWNS and name.endswith(_SLAVIC)


def english_given(name: str) -> str:
    """A given name as English copy has it, where it is a known one of Russian, Ukrainian and their neighbours."""
    for found in lookup(name):
        forms = facts.given_forms(found.native, found.language, "en") if found.language in _NATIVE else ()
        if forms:
            return name if name in forms else forms[0]
    return name


def english_family(stem: str) -> str:
    """A man's family name without its case ending as English copy has it, if the news know it."""
    if not stem.endswith(("sk", "ck")):
        row = spelling(stem)
        return row.right if row and row.kind == "person" else stem
    rows = (spelling(stem + ending) for ending in ("i", "ý", "yj", "ij", "y"))
    return next((row.right for row in rows if row and row.kind == "person"), f"{stem}y")


def _right(name: str, code: str) -> str | None:
    row = spelling(name)
    if row is not None:
        return row.right if row.kind == "person" and code in row.sources else None
    return name if name in public_families() or name in world_families() else None


@cache
def _by_ending(rows: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Ending -> what the nominative has instead, and the language."""
    table: dict[str, list[tuple[str, str]]] = {}
    for code, endings in rows:
        for case, nominative in endings:
            table.setdefault(case, []).append((nominative, code))
    return {case: tuple(found) for case, found in table.items()}
