"""Names of checks as people write them: an id, the beginning of one, or a name."""

from __future__ import annotations

from functools import cache

from auditor.checks.base import Check
from auditor.checks.catalogue import catalogue
from auditor.packs.nearest import nearest


@cache
def every() -> tuple[Check, ...]:
    """All checks by id, those against a source included."""
    from auditor.pairs import checks

    return tuple(sorted([*catalogue(), *checks().values()], key=lambda check: check.id))


def advice(pattern: str) -> str | None:
    """What to write instead of a pattern that means no check; None where it means one."""
    names = [name for check in every() for name in (check.id, check.slug)]
    if pattern and (pattern in names or any(check.id.startswith(pattern.upper()) for check in every())):
        return None
    best = nearest(pattern, names)
    return f"did you mean {best!r}?" if best else "auditor rule lists all"
