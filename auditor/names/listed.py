"""Places, institutions and people that two forms name by the tables, however unlike their spellings (Vienna, Wien)."""

from __future__ import annotations

from functools import cache, lru_cache

from auditor.packs import data_path, load_tsv
from auditor.packs.institutions import LANGUAGES, fold, institutions
from auditor.packs.places import places
from auditor.records import Step

SCORE = 0.97
_NONE: dict[str, frozenset[str]] = {}
_EVERY = frozenset(LANGUAGES)


def listed(a: str, b: str, lang_a: str | None, lang_b: str | None) -> Step | None:
    """The step that makes one name of two forms of one entry, each in a language that has it; None elsewhere.

    A language that the tables do not cover may have any of the forms.
    """
    left = _entries(a)
    right = _entries(b) if left else _NONE
    if not right:
        return None
    for name in sorted(left.keys() & right.keys()):
        if _has(left[name], lang_a) and _has(right[name], lang_b):
            return Step(rule="table of names", before=a, after=b, note=name)
    return None


def _has(held: frozenset[str], language: str | None) -> bool:
    return language is None or language not in LANGUAGES or language in held


@lru_cache(maxsize=32768)
def _entries(form: str) -> dict[str, frozenset[str]]:
    """The entries that have a form, and in which languages."""
    hits, owners, person = places().by_form(form), institutions().by_form(form), _persons().get(fold(form))
    if not hits and not owners and not person:
        return _NONE
    found: dict[str, frozenset[str]] = {f"person {person}": _EVERY} if person else {}
    for hit in hits:
        _add(found, f"place {hit.place.id}", hit.language)
    for owner in owners:
        _add(found, f"institution {owner.institution.id}", owner.language)
    return found


@cache
def _persons() -> dict[str, str]:
    """Form (folded) -> the person whom it names, whatever the language."""
    rows = load_tsv(data_path("variants", "persons.tsv"), ("id", "forms"))
    return {fold(form): row["id"] for row in rows for form in row["forms"].split("/")}


def _add(entries: dict[str, frozenset[str]], name: str, language: str) -> None:
    entries[name] = entries.get(name, frozenset()) | {language}
