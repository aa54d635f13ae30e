"""Names of languages and conventions for people, and the direction of writing."""

from __future__ import annotations

from functools import cache

import msgspec

from auditor.packs import data_path, load_toml, load_tsv


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``data/report/labels.toml``."""

    schema: int
    conventions: dict[str, str]
    decided: dict[str, str]
    axes: dict[str, str]


@cache
def labels() -> Labels:
    """The words that reports use for ids."""
    return load_toml(data_path("report", "labels.toml"), Labels)


@cache
def _languages() -> dict[str, tuple[str, bool]]:
    rows = load_tsv(data_path("report", "languages.tsv"), ("code", "name", "direction"))
    return {row["code"]: (row["name"], row["direction"] == "rtl") for row in rows}


def language_name(code: str | None) -> str:
    """``German`` for ``de``; a tag's first part decides; the tag itself where it is unknown."""
    if not code or code == "und":
        return "unknown language"
    return _languages().get(code.split("-")[0].lower(), (code, False))[0]


def is_rtl(code: str | None) -> bool:
    """True where the language is written from right to left."""
    return bool(code) and _languages().get(str(code).split("-")[0].lower(), ("", False))[1]


def convention_name(code: str) -> str:
    """``German`` for the press convention ``de``, ``ISO 9`` for ``iso9``."""
    return labels().conventions.get(code) or _languages().get(code, (code, False))[0]


def decided(by: str) -> str:
    """Who decided a preferred form, in words; as it is where the id is unknown."""
    return labels().decided.get(by, f"by {by}")
