"""What a family name shows of where it is from: ``data/variants/surname_signs.toml`` and ``customary.toml``."""

from __future__ import annotations

from functools import cache

from auditor.packs.load import data_path, load_toml
from auditor.records import Record


class SurnameSigns(Record, frozen=True):
    """``data/variants/surname_signs.toml``; see its header."""

    schema: int
    eastern: tuple[str, ...]
    marks: str
    western: tuple[str, ...]
    german: tuple[str, ...]


class Customary(Record, frozen=True):
    """``data/variants/customary.toml``; see its header."""

    schema: int
    endings: tuple[str, ...]
    letters: dict[str, tuple[tuple[str, str], ...]]
    beside: dict[str, tuple[tuple[str, str], ...]]


@cache
def surname_signs() -> SurnameSigns:
    """The file."""
    return load_toml(data_path("variants", "surname_signs.toml"), SurnameSigns)


@cache
def _customary() -> Customary:
    return load_toml(data_path("variants", "customary.toml"), Customary)


def customary(form: str, right: str, languages: frozenset[str]) -> bool:
    """True where the form is what bearers of these native languages make of the convention's ``right`` themselves."""
    low, regular = form.casefold(), right.casefold()
    if low.endswith(_customary().endings):
        return True
    return _lettered(low, regular, languages, _customary().letters)


def customary_beside(form: str, right: str, languages: frozenset[str]) -> bool:
    """The same of a family name whose given name is ``customary`` (Vassil Bojkov)."""
    return _lettered(form.casefold(), right.casefold(), languages, _customary().beside)


def _lettered(
    low: str, regular: str, languages: frozenset[str], letters: dict[str, tuple[tuple[str, str], ...]]
) -> bool:
    for language in sorted(languages):
        for theirs, ours in letters.get(language, ()):
            if theirs in low and low.replace(theirs, ours) == regular.replace(theirs, ours):
                return True
    return False


def western(family: str) -> bool:
    """True for a Polish family name without its marks."""
    low, signs = family.casefold(), surname_signs()
    return low.endswith(signs.western) and not any(run in low for run in signs.german)
