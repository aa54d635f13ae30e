"""Words for people: names of languages."""

from __future__ import annotations

from functools import cache

from auditor.packs import data_path, load_tsv


@cache
def _names() -> dict[str, str]:
    rows = load_tsv(data_path("report", "languages.tsv"), ("code", "name", "direction"))
    return {row["code"]: row["name"] for row in rows}


def language_name(code: str) -> str:
    """``German`` for ``de``; the code itself where it is unknown."""
    return _names().get(code.split("-")[0], code)


def languages(codes: tuple[str, ...]) -> str:
    """``German``, ``German or Polish``, ``German, Czech or Italian``."""
    names = list(dict.fromkeys(map(language_name, codes)))
    return " or ".join(filter(None, [", ".join(names[:-1]), names[-1] if names else ""]))
