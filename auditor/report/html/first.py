"""What to look at first."""

from __future__ import annotations

from collections import Counter, defaultdict

from auditor.records import Finding
from auditor.report.view import Group, View, severity_key

FIRST = 8


def first(view: View, live: list[Finding], limit: int = FIRST) -> list[Group]:
    """The worst findings, each kind of fault in turn, those of stable checks before those in preview."""
    order = {a.id: n for n, a in enumerate(view.subjects)}
    ranked = sorted(live, key=lambda f: (severity_key(f)[0], f.preview, order[f.article], f.start, f.id))
    told: dict[tuple[str, ...], list[Finding]] = defaultdict(list)
    for f in ranked:
        if f.severity != "neutral":
            told[f.severity, f.article, f.rule, f.message].append(f)
    turn: Counter[tuple[str, str]] = Counter()
    groups: list[tuple[int, int, Group]] = []
    for found in told.values():  # one of each rule before the second of any
        turn[found[0].severity, found[0].rule] += 1
        groups.append((severity_key(found[0])[0], turn[found[0].severity, found[0].rule], Group(tuple(found))))
    return [group for *_, group in sorted(groups, key=lambda g: g[:2])[:limit]]
