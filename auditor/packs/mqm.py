"""MQM error types, severities and the penalty of each, from ``data/mqm.toml``."""

from __future__ import annotations

from functools import cache

from auditor.packs.load import data_path, load_toml
from auditor.records import SEVERITIES, Record, Severity


class Mqm(Record, frozen=True):
    """The typology: type id -> what it means; severity -> penalty points."""

    schema: int
    citation: str
    severities: dict[Severity, int]
    types: dict[str, str]


@cache
def typology() -> Mqm:
    """The typology as shipped."""
    return load_toml(data_path("mqm.toml"), Mqm)


def rank(severity: Severity) -> int:
    """0 for neutral up to 3 for critical."""
    return SEVERITIES.index(severity)
