"""What the names of an article say together: several foreign spellings point to one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from auditor.entities import facts
from auditor.entities.people import Pivot, fits
from auditor.entities.verdict import Verdict

_CERTAIN = 0.99  # summed shares from which the names of an article speak for one language
_OWN = 3.0  # how much likelier than another an article's own convention is to have written its names
_ALONE = 0.3  # what a form says by itself, against what all names together say


class Leaning(msgspec.Struct, frozen=True):
    """The language that the foreign forms of an article betray, how many forms' worth, and those forms."""

    language: str | None
    share: float
    forms: tuple[str, ...]


def leaning(verdicts: Mapping[str, Verdict]) -> Leaning:
    """Form -> verdict, all of one article. Each certain foreign form is shared among its owners."""
    tally: dict[str, float] = {}
    forms: dict[str, list[str]] = {}
    for form in sorted(verdicts):
        verdict = verdicts[form]
        if verdict.relation not in ("foreign", "fused", "half-translated"):
            continue
        for owner in verdict.owners:
            tally[owner] = tally.get(owner, 0.0) + 1.0 / len(verdict.owners)
            forms.setdefault(owner, []).append(form)
    if not tally:
        return Leaning(None, 0.0, ())
    best = min(tally, key=lambda code: (-tally[code], code))
    if tally[best] < _CERTAIN or sum(1 for v in tally.values() if v >= tally[best] - 0.2) > 1:
        return Leaning(None, 0.0, ())
    return Leaning(best, tally[best], tuple(forms[best]))


def writers(names: Iterable[tuple[str, Pivot]], language: str) -> Mapping[str, float]:
    """Convention -> how likely it wrote all names of an article: (spelling of a family name, native form) each."""
    known = sorted({(form, native.family, native.language) for form, native in names})
    return facts.jointly(tuple(known), language.split("-")[0], _OWN) if known else {}


def ranked(conventions: Sequence[str], form: str, native: Pivot, written: Mapping[str, float]) -> tuple[str, ...]:
    """The conventions of one form, those first that the article's other names point to as well."""
    if len(conventions) < 2:
        return tuple(conventions)
    scores = fits(form, native.family, native.language)
    weight = {code: scores.get(code, 0.0) ** 2 * (_ALONE + written.get(code, 0.0)) for code in conventions}
    return tuple(sorted(conventions, key=lambda code: -round(weight[code], 3)))


def settle(verdict: Verdict, lean: Leaning, *, sibling: bool, mixed: bool) -> Verdict:
    """The verdict in the light of the article's other names.

    A doubtful form is foreign when the others betray one of its owners, and either a sibling spells it better
    (``sibling``) or two others do. Casing is a fault where the article has both (``mixed``) or betrays a language of
    that habit: British papers write Nasa throughout. Owners and conventions get that language first.
    """
    if verdict.relation == "casing" and not mixed and lean.language not in verdict.owners:
        return msgspec.structs.replace(verdict, relation="admitted", owners=(), replacement=None)
    stray = verdict.doubtful and not verdict.owners and sibling
    if lean.language is None or not (lean.language in verdict.owners or stray):
        return verdict
    relation = verdict.relation
    if verdict.doubtful:
        if not sibling and lean.share < 2 * _CERTAIN:
            return verdict
        relation = "foreign"
    first = lean.language
    return msgspec.structs.replace(
        verdict,
        relation=relation,
        doubtful=False,
        owners=(first, *(c for c in verdict.owners if c != first)),
        conventions=(first, *(c for c in verdict.conventions if c != first)),
    )
