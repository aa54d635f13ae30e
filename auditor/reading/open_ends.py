"""Words after which nothing ends, by language: ``data/zones/open_ends.toml``."""

from __future__ import annotations

from functools import cache

from auditor.packs import data_path, load_toml
from auditor.records import Record


class OpenEnds(Record, frozen=True):
    """Language -> words after which nothing ends, and words after which no long paragraph without a mark does."""

    schema: int
    words: dict[str, tuple[str, ...]]
    prose: dict[str, tuple[str, ...]]


@cache
def open_ends_file() -> OpenEnds:
    """The table as read."""
    return load_toml(data_path("zones", "open_ends.toml"), OpenEnds)


def open_ends(language: str) -> frozenset[str]:
    """Words after which nothing ends in a language."""
    return frozenset(open_ends_file().words.get(language, ()))
