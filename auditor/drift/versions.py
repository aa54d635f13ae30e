"""Two audits compared, article by article: what changed in them, and which findings came and went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from auditor.drift.changes import Change, changes
from auditor.drift.side import Side
from auditor.records import ArticleRecord, Audit, Finding


class Version(msgspec.Struct, frozen=True):
    """One article in both audits; ``old`` or ``new`` is None where only one of them has it."""

    old: ArticleRecord | None
    new: ArticleRecord | None
    changes: tuple[Change, ...] = ()
    fresh: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()


def versions(old: Side, new: Side) -> tuple[Version, ...]:
    """All articles of both sides in the order of the new one, those that are gone last.

    Articles belong together by id, else by their bytes; two lone articles are two versions of one.
    """
    pairs = list(_paired(_subjects(old.audit), _subjects(new.audit)))
    return tuple(
        _version(old, new, a, b) if a and b else Version(a, b, fresh=_live(new, b), gone=_live(old, a))
        for a, b in pairs
    )


def _subjects(audit: Audit) -> list[ArticleRecord]:
    return [a for a in audit.articles if a.role == "subject"]


def _paired(
    old: Sequence[ArticleRecord], new: Sequence[ArticleRecord]
) -> Iterator[tuple[ArticleRecord | None, ArticleRecord | None]]:
    if len(old) == len(new) == 1:
        yield old[0], new[0]
        return
    left = {a.id: a for a in old}
    chosen = {b.id: left.pop(b.id) for b in new if b.id in left}
    by_bytes = {a.sha256: a.id for a in reversed(left.values())}
    for b in new:
        if b.id not in chosen and b.sha256 in by_bytes:
            chosen[b.id] = left.pop(by_bytes.pop(b.sha256))
    yield from ((chosen.get(b.id), b) for b in new)
    yield from ((a, None) for a in left.values())


def _live(side: Side, article: ArticleRecord | None) -> tuple[Finding, ...]:
    return tuple(side.findings.get(article.id, ())) if article else ()


def _version(old: Side, new: Side, a: ArticleRecord, b: ArticleRecord) -> Version:
    before, after = _live(old, a), _live(new, b)
    return Version(a, b, changes(old, new, a, b), _beyond(after, before), _beyond(before, after))


def _beyond(ours: Sequence[Finding], theirs: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings that the other side has not, or has fewer of: by rule and words, wherever they stand."""
    held = Counter((f.rule, f.match) for f in theirs)
    out = []
    for f in ours:
        held[f.rule, f.match] -= 1
        if held[f.rule, f.match] < 0:
            out.append(f)
    return tuple(out)
