"""From a Latin spelling back to native forms: all conventions of a source language run backwards at once.

A path through the spelling carries the set of conventions that could have written every piece of it (a bit mask);
paths are ranked by how usual each choice is and by how the native letters follow each other.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

import msgspec

from auditor.names.scheme import Compiled, Scheme, press_schemes, seldom_schemes
from auditor.names.spell import writes
from auditor.names.standing import accented, has_accents, standing
from auditor.packs import data_path, load_tsv

BEAM = 10
_MARGIN = 8.0
_TAIL = 6.0
_SHORTLIST = 14
_UNSEEN = 8.0
_RANK_COST = 1.2
_KNOWN = 3.0
_NAMELIKE = 2.5
_SIGNS = "ьъ"
_SOFTENED = 3
_SOFTENING = frozenset("еёюяєї")
_HARD = frozenset("бвгґджзклмнпрстфх")
_MAX = 24

Letters = dict[str, dict[str, float]]


class Move(NamedTuple):
    """A Latin piece read as native letters, by the conventions in ``mask``; ``cost`` includes its inner letters."""

    native: str
    head: str
    mask: int
    cost: float
    after: frozenset[str] | None
    before: frozenset[str] | None


class Inverse(msgspec.Struct, frozen=True, eq=False):
    """The press conventions of one source language into the lexicon's languages, backwards: Latin piece -> moves."""

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
def letter_costs(language: str) -> Letters:
    """Letter -> next letter -> cost (nats), from ``data/letters``; empty for a language without a table."""
    table: Letters = {}
    path = data_path("letters", f"{language}.tsv")
    for row in load_tsv(path, ("letter", "next", "cost")) if path.exists() else ():
        table.setdefault(row["letter"], {})[row["next"]] = float(row["cost"])
    return table


@cache
def inverse(source: str, *, seldom: bool = False) -> Inverse:
    """The backward table of a source language; ``seldom``: that of the conventions that few articles have."""
    rows: dict[tuple[str, str, frozenset[str] | None, frozenset[str] | None], list[float]] = {}
    found = seldom_schemes(source) if seldom else press_schemes(source)
    for bit, scheme in enumerate(found):
        for rules in scheme.rules.values():
            for rule in rules:
                _spread(rows, rule, bit)
    costs = letter_costs(source)
    moves: dict[str, list[Move]] = {}
    for (latin, native, after, before), (mask, cost) in sorted(rows.items(), key=lambda row: row[0][:2]):
        if not costs.keys() >= set(native):
            continue  # a letter that the language does not have
        inner = sum(costs.get(a, {}).get(b, _UNSEEN) for a, b in pairwise(native))
        moves.setdefault(latin, []).append(Move(native, native[0], int(mask), cost + inner, after, before))
    marked = sum(1 << bit for bit, scheme in enumerate(found) if scheme.file.fold)
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


_rank = itemgetter(0, 1, 2)
_Path = tuple[float, str, int, frozenset[str] | None]  # cost, native so far, conventions, what may come next


@lru_cache(maxsize=65536)
def candidates(
    form: str, source: str, limit: int = 4, *, seldom: bool = False, target: str | None = None
) -> tuple[Candidate, ...]:
    """The likeliest native forms of a Latin word (lower case), each checked forward; cheapest first.

    ``seldom``: as conventions write them that few articles have (`scheme.SELDOM`); ``target``: as one language does.
    """
    if not form or len(form) > _MAX:
        return ()
    table = inverse(source, seldom=seldom)
    found: dict[str, tuple[float, int]] = {}
    among = -1 if target is None else sum(1 << bit for bit, one in enumerate(table.schemes) if one.target == target)
    _search(table, form, among, found)
    if table.marked & among:
        plain = next(scheme.folded(form) for scheme in table.schemes if scheme.file.fold)
        if plain != form:
            _search(table, plain, table.marked & among, found)
    least = sorted((cost, native, mask) for native, (cost, mask) in found.items())[:_SHORTLIST]
    if has_accents(source):
        least = [(cost, accented(native, source), mask) for cost, native, mask in least]
    least += _softened(least[:_SOFTENED], {native for _, native, _ in least}, source)
    ranked = sorted((cost - _bonus(native, source), native, mask) for cost, native, mask in least)
    out: list[Candidate] = []
    for cost, native, mask in ranked[: limit + 2]:
        if len(out) == limit or cost > ranked[0][0] + _TAIL:
            break
        checked = writers(table, native, form, mask & among)
        if checked:
            out.append(Candidate(native, checked, cost))
    return tuple(out)


def _softened(least: list[tuple[float, str, int]], have: set[str], source: str) -> list[tuple[float, str, int]]:
    """Known words that differ from a candidate by a soft sign, which few conventions write (Артемев, Артемьев)."""
    out = []
    for cost, native, _ in least:
        for at in range(1, len(native) - 1):
            if native[at] in _SOFTENING and native[at - 1] in _HARD:
                other = f"{native[:at]}ь{native[at:]}"
                if other not in have and standing(other, source).zipf > 0:
                    have.add(other)
                    out.append((cost, other, -1))
    return out


def _bonus(native: str, source: str) -> float:
    """What a known word or a surname's ending is worth, in nats."""
    at = standing(native, source)
    return _KNOWN * (at.zipf > 0) + _NAMELIKE * (at.surname or at.given)


def writers(table: Inverse, native: str, form: str, among: int = -1) -> int:
    """Mask of the conventions (of those in ``among``) that write ``native`` as ``form``."""
    mask = 0
    for bit, scheme in enumerate(table.schemes):
        if among >> bit & 1 and writes(scheme, native, form):
            mask |= 1 << bit
    return mask


def _search(table: Inverse, form: str, mask: int, found: dict[str, tuple[float, int]]) -> None:
    """Beam search from left to right; complete paths go to ``found`` with their least cost."""
    size, longest, moves, letters = len(form), table.longest, table.moves, table.letters
    agenda: list[list[_Path]] = [[] for _ in range(size + 1)]
    agenda[0].append((0.0, "^", mask, None))
    for at in range(size):
        if not agenda[at]:
            continue
        paths = [(*path, path[1][-1], letters[path[1][-1]]) for path in _pruned(agenda[at])]
        for end in range(at + 1, min(size, at + longest) + 1):
            into = agenda[end]
            for native, head, allowed, cost, after, following in moves.get(form[at:end], ()):
                for spent, whole, conventions, before, last, costs in paths:
                    if (
                        conventions & allowed
                        and (before is None or head in before)
                        and (after is None or last in after)
                    ):
                        total = spent + cost + costs.get(head, _UNSEEN)
                        into.append((total, whole + native, conventions & allowed, following))
    for cost, whole, kept, before in agenda[size]:
        if before is None or "$" in before:
            native, total = whole[1:], cost + letters[whole[-1]]["$"]
            held = found.get(native)
            found[native] = (total, kept) if held is None else (min(total, held[0]), kept | held[1])


def _pruned(paths: list[_Path]) -> list[_Path]:
    """The cheapest paths, one for each native beginning: at most ``BEAM``, none far behind the first.

    Paths that reach the same letters are one: their conventions are put together, and checked forward at the end.
    """
    if len(paths) < 2:
        return paths
    paths.sort(key=_rank)
    bound = paths[0][0] + _MARGIN
    kept: dict[tuple[str, bool], _Path] = {}
    for path in paths:
        if path[0] > bound:
            break
        key = path[1], path[3] is None
        held = kept.get(key)
        if held is None:
            if len(kept) == BEAM:
                continue
            kept[key] = path
        else:
            before = held[3] and path[3] and held[3] | path[3]
            kept[key] = held[0], held[1], held[2] | path[2], before
    return list(kept.values())
