"""What reports call languages, conventions, axes and who decided."""

from __future__ import annotations

from functools import cache

import msgspec

from auditor.entities import wording
from auditor.packs import data_path, load_toml


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


def language_name(code: str | None) -> str:
    """The name of an article's language, which may be none."""
    return wording.language_name(code) if code and code != "und" else "unknown language"


def convention_name(code: str) -> str:
    """``German`` for the press convention ``de``, ``ISO 9`` for ``iso9``."""
    return labels().conventions.get(code) or (code if "-" in code else wording.language_name(code))


def decided(by: str) -> str:
    """Who decided a preferred form, in words; as it is where the id is unknown."""
    return labels().decided.get(by, f"by {by}")
