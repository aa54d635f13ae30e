"""Names across scripts from ``cases/names_scripts.txt``, each beside a near one; marked failures are strict."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor import names

TEXT = (Path(__file__).parent / "cases/names_scripts.txt").read_text(encoding="utf-8")
_, WORDS, FULL = (part.strip().splitlines() for part in TEXT.split("\n\n"))


def _matches(native: str, language: str, latin: str) -> bool:
    return (names.score(native, latin, language, "en") or 0.0) >= 0.5


def _marks(native: str, language: str, own: str, other: str) -> str:
    """``!`` where the own Latin name is missed, ``?`` where the other's is taken for it."""
    return "!" * (not _matches(native, language, own)) + "?" * _matches(native, language, other)


@pytest.mark.parametrize("line", WORDS, ids=lambda line: line.partition("|")[0])
def test_single_words(line):
    head, *cells = line.split("|")
    own, near = head.split()
    for cell in cells:
        language, *forms = cell.split()
        found = []
        for form, (one, other) in zip(forms, ((own, near), (near, own)), strict=False):
            native = form.strip("!?").replace("_", " ")
            found.append(native.replace(" ", "_") + _marks(native, language, one, other))
        twins = {form.strip("!?") for form in forms}
        if len(twins) == len(forms):
            assert found == forms, language


@pytest.mark.parametrize("line", FULL)
def test_full_names(line):
    same, lang_a, a, lang_b, b, *failing = line.split("|")
    assert ((names.score(a, b, lang_a, lang_b) or 0.0) >= 0.5) == ((same == "1") != bool(failing))
    assert names.score(b, a, lang_b, lang_a) == names.score(a, b, lang_a, lang_b)
