"""What people ruled on pairs of names: hard constraints on which mentions are one entity."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, Protocol

from auditor.entities.local import form_key


class Ruling(Protocol):
    """A decision on two names, each a form or the id of a concept; a line of ``decisions.jsonl`` has these fields."""

    @property
    def a(self) -> str: ...
    @property
    def b(self) -> str: ...
    @property
    def verdict(self) -> Literal["same", "different", "unsure"]: ...


class Rulings:
    """What must be one and what must stay apart. Of several rulings on a pair the last counts; ``unsure`` takes back.

    Names ruled the same, step by step, are one group; a ruling that two names differ is stronger than such a chain.
    """

    def __init__(self, rulings: Iterable[Ruling] = (), never: Iterable[tuple[str, str]] = ()) -> None:
        last = {tuple(sorted((form_key(r.a), form_key(r.b)))): r.verdict for r in rulings}
        apart = [pair for pair, verdict in last.items() if verdict == "different"]
        self._apart: dict[str, set[str]] = {}
        for one, other in [*apart, *((form_key(a), form_key(b)) for a, b in never)]:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)
        self._group = _groups([pair for pair, verdict in last.items() if verdict == "same"])

    def group(self, name: str) -> str | None:
        """The group of a form or a concept, named by its first member; None where nothing was ruled."""
        return self._group.get(form_key(name)) if self._group else None

    def forbid(self, left: Iterable[str], right: Iterable[str]) -> bool:
        """Whether some name of one side was told apart from some name of the other."""
        if not self._apart:
            return False
        others = {form_key(name) for name in right}
        return any(not others.isdisjoint(self._apart.get(form_key(name), ())) for name in left)


def _groups(pairs: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """Name -> the first name of all that are one with it, step by step."""
    members: dict[str, set[str]] = {}
    for one, other in pairs:
        joined = members.get(one, {one}) | members.get(other, {other})
        members.update(dict.fromkeys(joined, joined))
    return {name: min(group) for name, group in members.items()}
