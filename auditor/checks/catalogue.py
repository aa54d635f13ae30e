"""Every check of the house, in one visible list, ordered by id."""

from __future__ import annotations

from functools import cache

from auditor.checks.base import Check


@cache
def catalogue() -> tuple[Check, ...]:
    """All checks, by id. Ids are unique; a test holds that."""
    from auditor.checks import (
        artifacts,
        boilerplate,
        claims,
        dates,
        figures,
        glossary_forms,
        hygiene,
        naming,
        provenance,
        quotes,
        terms,
    )

    modules = (
        artifacts,
        boilerplate,
        claims,
        dates,
        figures,
        glossary_forms,
        hygiene,
        naming,
        provenance,
        quotes,
        terms,
    )
    return tuple(sorted((check for module in modules for check in module.CHECKS), key=lambda check: check.id))


def find(name: str) -> Check | None:
    """The check with this id or slug."""
    wanted = name.strip().casefold()
    return next((c for c in catalogue() if wanted in (c.id.casefold(), c.slug)), None)
