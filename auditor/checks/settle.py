"""One fault, one finding: which of the hits on an article stay."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from auditor.checks.base import Check, Hit
from auditor.packs.mqm import rank

Fired = tuple[Check, Hit]
_NAMES = "NM"  # of the ids of checks of names


def settled(fired: Iterable[Fired], text: str) -> tuple[Fired, ...]:
    """Text order, one hit for each fault: of several on one span, or with one repair of ``text``, the weightiest stays.

    A stable check outweighs one in preview, then the graver hit the lesser, then one with a replacement one without.
    What stands on damaged words is their damage's; marks, and names inside names, that go with the words around them
    are theirs.
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
    left = sorted(best.values(), key=lambda f: (f[1].start, -f[1].end, f[0].id))
    for lesser in (_doubled, _going_too):
        gone = frozenset(lesser(left, text))
        left = [one for place, one in enumerate(left) if place not in gone]
    return tuple(sorted(left, key=lambda f: (f[1].start, f[1].end, f[0].id)))


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
    """What goes with the hit around it, whose replacement does not have it: bare marks, and names in names."""
    for place, outer in enumerate(ordered):
        for behind in range(place + 1, len(ordered)):
            if ordered[behind][1].start >= outer[1].end:
                break
            if _takes_along(outer, ordered[behind], text):
                yield behind


def _takes_along(one: Fired, other: Fired, text: str) -> bool:
    """A graver hit takes marks without a letter or figure along, one of names a name that is no graver."""
    (check, outer), (beside, inner) = one, other
    words = text[inner.start : inner.end].strip()
    if not words or inner.end > outer.end or not outer.suggestions or words in outer.suggestions[0].text:
        return False
    if not any(char.isalnum() for char in words):
        return _weight(check, outer) > _weight(beside, inner)
    names = check.id.startswith(_NAMES) and beside.id.startswith(_NAMES)
    return names and _rank(check, outer) >= _rank(beside, inner)


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
    return check.status == "stable", _rank(check, hit), bool(hit.suggestions)


def _rank(check: Check, hit: Hit) -> int:
    return rank(hit.severity or check.severity)
