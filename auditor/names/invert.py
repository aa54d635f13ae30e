"""From a Latin spelling back to native forms: all conventions of a source language run backwards at once.

A path through the spelling carries the set of conventions that could have written every piece of it (a bit mask);
paths are ranked by how usual each choice is and by how the native letters follow each other.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise

import msgspec

from auditor.names.scheme import Compiled, Scheme, fit, schemes
from auditor.packs import data_path, load_tsv

BEAM = 12
_RANK_COST = 1.2
_SIGNS = "ьъ"
_MAX = 24

Letters = dict[str, dict[str, float]]


class Move(msgspec.Struct, frozen=True, gc=False):
    """A Latin piece read as native letters, by the conventions in ``mask``."""

    native: str
    mask: int
    cost: float
    after: frozenset[str] | None
    before: frozenset[str] | None


class Inverse(msgspec.Struct, frozen=True, eq=False):
    """All conventions of one source language, backwards: Latin piece -> moves; ``longest`` piece."""

    schemes: tuple[Scheme, ...]
    moves: dict[str, tuple[Move, ...]]
    longest: int
    letters: Letters
    marked: int


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A native form, the conventions (mask) that write the spelling for it, and its cost in nats."""

    native: str
    mask: int
    cost: float


@cache
def letter_costs() -> dict[str, Letters]:
    """Language -> letter -> next letter -> cost (nats), from ``data/conventions/letters.tsv``."""
    table: dict[str, Letters] = {}
    for row in load_tsv(data_path("conventions", "letters.tsv"), ("language", "letter", "next", "cost")):
        table.setdefault(row["language"], {}).setdefault(row["letter"], {})[row["next"]] = float(row["cost"])
    return table


@cache
def inverse(source: str) -> Inverse:
    """The backward table of a source language."""
    rows: dict[tuple[str, str, frozenset[str] | None, frozenset[str] | None], list[float]] = {}
    found = schemes(source)
    for bit, scheme in enumerate(found):
        for rules in scheme.rules.values():
            for rule in rules:
                _spread(rows, rule, bit)
    moves: dict[str, list[Move]] = {}
    for (latin, native, after, before), (mask, cost) in sorted(rows.items(), key=lambda row: row[0][:2]):
        moves.setdefault(latin, []).append(Move(native, int(mask), cost, after, before))
    marked = sum(1 << bit for bit, scheme in enumerate(found) if scheme.file.fold)
    costs = letter_costs().get(source, {})
    return Inverse(found, {k: tuple(v) for k, v in moves.items()}, max(map(len, moves), default=0), costs, marked)


def _spread(
    rows: dict[tuple[str, str, frozenset[str] | None, frozenset[str] | None], list[float]], rule: Compiled, bit: int
) -> None:
    for rank, latin in enumerate(rule.to):
        natives = [rule.native] if latin else []
        if latin and rule.native[-1] not in _SIGNS:
            natives.append(rule.native + "ь")
        for native in natives:
            if native != rule.native and rule.before is not None and "ь" not in rule.before:
                continue
            before = rule.before if native == rule.native else None
            row = rows.setdefault((latin, native, rule.after, before), [0, 99.0])
            row[0] = int(row[0]) | 1 << bit
            row[1] = min(row[1], rank * _RANK_COST)


_Path = tuple[float, str, int, frozenset[str] | None]


@lru_cache(maxsize=65536)
def candidates(form: str, source: str, limit: int = 6) -> tuple[Candidate, ...]:
    """The likeliest native forms of a Latin word (lower case), each checked forward; cheapest first."""
    if not form or len(form) > _MAX:
        return ()
    table = inverse(source)
    found: dict[str, float] = {}
    _search(table, form, -1, found)
    if table.marked:
        for scheme in table.schemes:
            plain = scheme.folded(form)
            if plain != form:
                _search(table, plain, table.marked, found)
                break
    ranked = sorted(found.items(), key=lambda item: (item[1], item[0]))[: limit * 2]
    out = []
    for native, cost in ranked:
        mask = writers(table, native, form)
        if mask:
            out.append(Candidate(native, mask, cost))
    return tuple(out[:limit])


def writers(table: Inverse, native: str, form: str) -> int:
    """Mask of the conventions that write ``native`` as ``form``."""
    mask = 0
    for bit, scheme in enumerate(table.schemes):
        if fit(scheme, native, form) is not None:
            mask |= 1 << bit
    return mask


def _search(table: Inverse, form: str, mask: int, found: dict[str, float]) -> None:
    """Beam search from left to right; complete paths go to ``found`` with their least cost."""
    size, longest, moves, letters = len(form), table.longest, table.moves, table.letters
    agenda: list[dict[tuple[str, int], _Path]] = [{} for _ in range(size + 1)]
    agenda[0]["", mask] = (0.0, "", mask, None)
    for at in range(size):
        paths = sorted(agenda[at].values(), key=lambda path: (path[0], path[1]))[:BEAM]
        if not paths:
            continue
        for end in range(at + 1, min(size, at + longest) + 1):
            for move in moves.get(form[at:end], ()):
                _extend(paths, move, letters, agenda[end])
    for cost, native, _, before in agenda[size].values():
        if before is None or "$" in before:
            total = cost + letters.get(native[-1], {}).get("$", 6.0)
            if total < found.get(native, 99.0):
                found[native] = total


def _extend(paths: list[_Path], move: Move, letters: Letters, into: dict[tuple[str, int], _Path]) -> None:
    head = move.native[0]
    inner = _inner(move.native, letters)
    for cost, native, mask, before in paths:
        kept = mask & move.mask
        if not kept or (before is not None and head not in before):
            continue
        last = native[-1] if native else "^"
        if move.after is not None and last not in move.after:
            continue
        total = cost + move.cost + letters.get(last, {}).get(head, 8.0) + inner
        whole = native + move.native
        key = (whole, kept)
        held = into.get(key)
        if held is None or total < held[0]:
            into[key] = (total, whole, kept, move.before)


def _inner(native: str, letters: Letters) -> float:
    return sum(letters.get(a, {}).get(b, 8.0) for a, b in pairwise(native))
