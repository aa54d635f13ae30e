"""Runs checks over a context. A check that crashes is off for that article and reported; the others go on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from auditor.checks.articled import articled
from auditor.checks.base import Check, Context, Hit
from auditor.packs.mqm import rank
from auditor.reading.elsewhere import foreign_blocks, lies_in
from auditor.records import Failure

Fired = tuple[Check, Hit]


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


def settled(fired: Iterable[Fired], text: str) -> tuple[Fired, ...]:
    """Text order, one hit for each fault: of several on one span, or with one repair of ``text``, the graver one stays.

    Of equally grave ones that which offers a replacement stays. What stands on damaged words is their damage's, and a
    mark that goes with the words around it is theirs.
    """
    fired = list(fired)
    spoilt = _spoilt(fired, text)
    if spoilt:
        fired = [(check, hit) for check, hit in fired if check.spoils or not _mostly_in(spoilt, hit)]
    best: dict[tuple[int, int], Fired] = {}
    for check, hit in fired:
        key = (hit.start, hit.end)
        held = best.get(key)
        if held is None or hit.start == hit.end or _weight(check, hit) > _weight(*held):
            best[key if hit.start < hit.end else (hit.start, -len(best) - 1)] = (check, hit)
    ordered = sorted(best.values(), key=lambda f: (f[1].start, f[1].end, f[0].id))
    doubled = {*_doubled(ordered, text), *_going_too(ordered, text)}
    return tuple(one for place, one in enumerate(ordered) if place not in doubled)


def _spoilt(fired: Sequence[Fired], text: str) -> list[tuple[int, int]]:
    """The damaged spans in order, those as one that only blanks part."""
    found: list[tuple[int, int]] = []
    for start, end in sorted((hit.start, hit.end) for check, hit in fired if check.spoils):
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _mostly_in(spans: Sequence[tuple[int, int]], hit: Hit) -> bool:
    """Whether at least half of what the hit marks lies in one of the spans."""
    for place in range(max(0, bisect_right(spans, (hit.start, hit.start)) - 1), len(spans)):
        start, end = spans[place]
        if start >= hit.end:
            return False
        if hit.start < hit.end and 2 * (min(end, hit.end) - max(start, hit.start)) >= hit.end - hit.start:
            return True
    return False


def _going_too(ordered: Sequence[Fired], text: str) -> Iterator[int]:
    """Marks without a letter or figure inside a graver hit whose replacement does not have them."""
    for place, (check, outer) in enumerate(ordered):
        for behind in range(place + 1, len(ordered)):
            other, inner = ordered[behind]
            if inner.start >= outer.end:
                break
            words = text[inner.start : inner.end].strip()
            bare = not any(char.isalnum() for char in words)
            graver = _weight(check, outer) > _weight(other, inner) and inner.end <= outer.end
            if words and bare and graver and outer.suggestions and words not in outer.suggestions[0].text:
                yield behind


def _doubled(ordered: Sequence[Fired], text: str) -> Iterator[int]:
    """The lesser, else the shorter, of two hits of which one lies in the other and that would leave the same words."""
    for place, (check, outer) in enumerate(ordered):
        for behind in range(place + 1, len(ordered)):
            other, inner = ordered[behind]
            if inner.start >= outer.end:
                break
            if _same_repair(outer, inner, text):
                heavier = (*_weight(other, inner), inner.end - inner.start) > (
                    *_weight(check, outer),
                    outer.end - outer.start,
                )
                yield place if heavier else behind


def _same_repair(one: Hit, other: Hit, text: str) -> bool:
    """True when one span holds the other and the first suggestions of both give the same words on it."""
    outer, inner = (one, other) if one.end - one.start >= other.end - other.start else (other, one)
    if not (outer.start <= inner.start and inner.end <= outer.end and outer.suggestions and inner.suggestions):
        return False
    repaired = text[outer.start : inner.start] + inner.suggestions[0].text + text[inner.end : outer.end]
    return repaired == outer.suggestions[0].text


def _weight(check: Check, hit: Hit) -> tuple[bool, int, bool]:
    return check.status == "stable", rank(hit.severity or check.severity), bool(hit.suggestions)


def _crash(check: Check, context: Context, exc: Exception) -> Failure:
    return Failure(
        path=context.reading.source.path,
        stage="check",
        kind="AU900",
        message=f"{check.id} {check.slug} stopped on this article: {type(exc).__name__}: {exc}",
    )
