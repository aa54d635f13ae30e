"""Runs checks over a context. A check that crashes is off for that article and reported; the others go on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from auditor.checks.base import Check, Context, Hit
from auditor.packs.mqm import rank
from auditor.reading.elsewhere import foreign_blocks, lies_in
from auditor.records import Failure

Fired = tuple[Check, Hit]


class Outcome(msgspec.Struct, frozen=True):
    """What the checks found in one article, in text order, and what went wrong."""

    fired: tuple[Fired, ...]
    failures: tuple[Failure, ...]


def applies(check: Check, language: str) -> bool:
    """True when the check speaks the language (BCP 47; regions do not matter)."""
    return check.status != "retired" and (not check.languages or language.split("-")[0] in check.languages)


def run(checks: Sequence[Check], context: Context) -> Outcome:
    """All hits of all checks that speak the article's language.

    In a paragraph of another language only those count whose check needs no language.
    """
    foreign = foreign_blocks(context.reading)
    fired: list[Fired] = []
    failures: list[Failure] = []
    for check in checks:
        if not applies(check, context.reading.language):
            continue
        try:
            closed = foreign if check.languages else ()
            fired.extend((check, hit) for hit in check.run(context) if not lies_in(closed, hit.start, hit.end))
        except Exception as exc:  # a faulty check must never take the audit down
            failures.append(_crash(check, context, exc))
    return Outcome(settled(fired), tuple(failures))


def settled(fired: Iterable[Fired]) -> tuple[Fired, ...]:
    """Text order, one hit for each span: the graver one stays, then the one that offers a replacement."""
    best: dict[tuple[int, int], Fired] = {}
    for check, hit in fired:
        key = (hit.start, hit.end)
        held = best.get(key)
        if held is None or hit.start == hit.end or _weight(check, hit) > _weight(*held):
            best[key if hit.start < hit.end else (hit.start, -len(best) - 1)] = (check, hit)
    return tuple(sorted(best.values(), key=lambda f: (f[1].start, f[1].end, f[0].id)))


def _weight(check: Check, hit: Hit) -> tuple[bool, int, bool]:
    return check.status == "stable", rank(hit.severity or check.severity), bool(hit.suggestions)


def _crash(check: Check, context: Context, exc: Exception) -> Failure:
    return Failure(
        path=context.reading.source.path,
        stage="check",
        kind="AU900",
        message=f"{check.id} {check.slug} stopped on this article: {type(exc).__name__}: {exc}",
    )
