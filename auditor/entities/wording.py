"""Words for people: names of languages, and the direction in which they are written."""

from __future__ import annotations

from functools import cache

from auditor.packs import data_path, load_tsv


@cache
def _languages() -> dict[str, tuple[str, bool]]:
    rows = load_tsv(data_path("report", "languages.tsv"), ("code", "name", "direction"))
    return {row["code"]: (row["name"], row["direction"] == "rtl") for row in rows}


def language_name(code: str) -> str:
    """``German`` for ``de`` and ``de-AT``; the tag itself where it is unknown."""
    return _languages().get(code.split("-")[0].lower(), (code, False))[0]


def is_rtl(code: str | None) -> bool:
    """True where the language is written from right to left."""
    return bool(code) and _languages().get(str(code).split("-")[0].lower(), ("", False))[1]


def languages(codes: tuple[str, ...]) -> str:
    """``German``, ``German or Polish``, ``German, Czech or Italian``."""
    names = list(dict.fromkeys(map(language_name, codes)))
    return " or ".join(filter(None, [", ".join(names[:-1]), names[-1] if names else ""]))
