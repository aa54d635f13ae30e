"""Runs checks over a context. A check that crashes is off for that article and reported; the others go on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from auditor.checks.articled import articled
from auditor.checks.base import Check, Context
from auditor.checks.settle import Fired, settled
from auditor.reading.elsewhere import foreign_blocks, lies_in
from auditor.records import Failure


class Outcome(msgspec.Struct, frozen=True):
    """What the checks found in one article, in text order, and what went wrong."""

    fired: tuple[Fired, ...]
    failures: tuple[Failure, ...]


def speaking(checks: Iterable[Check], language: str) -> list[Check]:
    """The checks that speak the language (BCP 47; regions do not matter)."""
    base = language.split("-")[0]
    return [c for c in checks if (not c.languages or base in c.languages) and c.status != "retired"]


def run(checks: Sequence[Check], context: Context) -> Outcome:
    """All hits of all checks that speak the article's language.

    In a paragraph of another language only those count whose check needs no language.
    """
    foreign = foreign_blocks(context.reading)
    fired: list[Fired] = []
    failures: list[Failure] = []
    for check in speaking(checks, context.reading.language):
        if check.characters and check.characters.isdisjoint(context.reading.characters):
            continue
        try:
            hits = list(check.run(context))
        except Exception as exc:  # a faulty check must never take the audit down
            failures.append(_crash(check, context, exc))
            continue
        if hits:
            closed = foreign if check.languages else ()
            fired += [(check, hit) for hit in hits if not (closed and lies_in(closed, hit.start, hit.end))]
    text = context.reading.text
    if context.reading.base == "en":
        fired = [(check, articled(hit, text)) for check, hit in fired]
    return Outcome(settled(fired, text), tuple(failures))


def _crash(check: Check, context: Context, exc: Exception) -> Failure:
    return Failure(
        path=context.reading.source.path,
        stage="check",
        kind="AU900",
        message=f"{check.id} {check.slug} stopped on this article: {type(exc).__name__}: {exc}",
    )
