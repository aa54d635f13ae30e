"""Statesmen as languages give their names back by sound or script: ``data/renderings/person_forms.tsv``."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from auditor.packs.load import data_path, load_tsv

_COLUMNS = ("right", "source", "given", "family")
_ALONE = "+"


class PersonForms(msgspec.Struct, frozen=True):
    """``right``: the name in English copy; ``sources``: whose the ``forms`` are."""

    right: str
    sources: tuple[str, ...]
    forms: tuple[str, ...]


def person_forms() -> Iterator[PersonForms]:
    """Each row of the table with all that its parts make."""
    for row in load_tsv(data_path("renderings", "person_forms.tsv"), _COLUMNS):
        rights = row["right"].split("|")
        families = [form for form in row["family"].split("|") if form]
        alone = [form[1:] for form in families if form.startswith(_ALONE)]
        forms = dict.fromkeys([*_pairs(rights, row["given"], families), *alone])
        strange = tuple(form for form in forms if not any(_shortens(form, right) for right in rights))
        yield PersonForms(rights[0], tuple(row["source"].split()), strange)


def _shortens(form: str, right: str) -> bool:
    """True for the right name or a part of it, in its spelling: others may be called so (Lars Rasmussen)."""
    return set(form.split()) <= set(right.split())


def _pairs(rights: list[str], givens: str, families: list[str]) -> Iterator[str]:
    """Given and family names of which at least one is foreign, each with each."""
    right_givens, right_families = _parts(rights)
    tails = [form.removeprefix(_ALONE) for form in families]
    foreign = [form for form in givens.split("|") if form]
    for head in foreign:
        yield from (f"{head} {tail}" for tail in (*tails, *right_families))
    for head in right_givens:
        yield from (f"{head} {tail}" for tail in tails)


def _parts(rights: list[str]) -> tuple[list[str], list[str]]:
    """The given and the family names of the right spellings; particles, and all after them, are of the family."""
    heads: dict[str, None] = {}
    tails: dict[str, None] = {}
    for right in rights:
        words = right.split(" ")
        at = next((i for i, word in enumerate(words) if i and (word.islower() or word[:3] == "al-")), len(words) - 1)
        if at > 0:
            heads[" ".join(words[:at])] = None
        tails[" ".join(words[max(at, 0) :])] = None
    return list(heads), list(tails)
