"""A slip in one word of a name of several: Untied Nations, San Fransisco (NM101)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from auditor.checks.base import Context, Hit
from auditor.checks.names.naming_mixed import bare
from auditor.checks.names.naming_public import one_edit
from auditor.entities.local import deletions
from auditor.packs.institutions import institutions
from auditor.packs.load import shelved
from auditor.packs.places import places
from auditor.packs.renderings import one_way
from auditor.packs.shelf import Find, Parts
from auditor.records import Evidence, Suggestion
from auditor.text.lexicon import lexicon
from auditor.text.memo import Memo
from auditor.text.traits import trait

_SHORTEST = 4  # letters of a word in which a slip shows
_UNKNOWN, _AHEAD = 2.5, 1.5  # zipf, in any language, below which a word is hardly one; by which the right one is ahead


def slips_in_parts(context: Context) -> Iterator[Hit]:
    """Words with a capital, one slip away from a word of a name whose other words stand around them as they should."""
    reading = context.reading
    silent = [(zone.start, zone.end) for zone in reading.layout.excluded]
    for form in sorted(reading.traits.having(_SUSPECT)):
        for at in reading.places[form]:
            token = reading.tokens[at]
            for before, right, behind in _near[form]:
                start, end = token.start - len(before), token.end + len(behind)
                whole = reading.text[max(0, start) : end] == f"{before}{form}{behind}"
                cut = reading.text[start - 1 : start].isalnum() or reading.text[end : end + 1].isalnum()
                if whole and not cut and not any(a <= token.start < b for a, b in silent):
                    yield _hit(token.start, token.end, form, right, f"{before}{right}{behind}")
                    break


def _hit(start: int, end: int, form: str, right: str, name: str) -> Hit:
    why = f"“{form}” is one slip away from “{right}” in “{name}”"
    return Hit(
        start=start,
        end=end,
        args={"form": form, "right": right, "why": why},
        suggestions=(Suggestion(text=right),),
        evidence=(Evidence(kind="table", text=f"“{name}”", source="data/renderings/one_way.tsv"),),
    )


def _rows(form: str) -> tuple[tuple[str, str, str], ...]:
    """What stands before the word that was meant, that word, and what stands behind it, for each name it may be of."""
    if len(form) < _SHORTEST or not (form.istitle() and form.isalpha()):
        return ()
    found = {row for key in deletions(form.lower()) for row in _find()(key) or ()}
    known = {(before, behind) for before, word, behind in found if bare(word) == bare(form)}
    return tuple(sorted(row for row in found if (row[0], row[2]) not in known and _is_slip(row[1], form)))


def _is_slip(right: str, form: str) -> bool:
    """True for two letters swapped or one left out inside the word; other slips show only in what is hardly a word."""
    if not one_edit(right, form) or form.startswith(right):
        return False
    inside = not right.startswith(form) and (len(right) > len(form) or sorted(right) == sorted(form))
    own = lexicon().most(form)
    return inside or own < _UNKNOWN or lexicon().zipf(right, "en") >= own + _AHEAD


_near = Memo(_rows, 50_000)
_SUSPECT = trait(lambda form: bool(_near[form]), "en")


@cache
def _find() -> Find[tuple[tuple[str, str, str], ...]]:
    return shelved("parts", "1", _compiled).by_key("near", tuple[tuple[str, str, str], ...])


def _compiled() -> Parts:
    """What is left of a word of a name without one letter, in lower case -> what is before, the word, what follows."""
    near: dict[str, set[tuple[str, str, str]]] = {}
    tables = [row.names for row in places().all] + [row.names for row in institutions().all]
    for name in sorted({*one_way(), *(form for names in tables for form in names.get("en", ()))}):
        words = name.split(" ")
        for at, word in enumerate(words) if len(words) > 1 else ():
            if len(word) >= _SHORTEST and word.istitle() and word.isalpha():
                before = "".join(f"{other} " for other in words[:at])
                behind = "".join(f" {other}" for other in words[at + 1 :])
                for key in deletions(word.lower()):
                    near.setdefault(key, set()).add((before, word, behind))
    return {"near": {key: sorted(near[key]) for key in sorted(near)}}
