"""What measuring an audit rests on: the audit by file name, counts, spans, words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property, lru_cache
from pathlib import PurePosixPath

import msgspec

from auditor.records import ArticleRecord, Audit, EntityMention, Finding
from auditor.run.gold import Span

_WORD = re.compile(r"[\w'’-]+")


class Index(msgspec.Struct, frozen=True, dict=True):
    """An audit by file name."""

    audit: Audit

    @cached_property
    def articles(self) -> dict[str, ArticleRecord]:
        return {PurePosixPath(a.path).name: a for a in self.audit.articles}

    @cached_property
    def file_of(self) -> dict[str, str]:
        """Article id -> file name."""
        return {a.id: PurePosixPath(a.path).name for a in self.audit.articles}

    @cached_property
    def mentions(self) -> list[tuple[str, EntityMention]]:
        """Entity id and mention."""
        return [(e.id, m) for e in self.audit.entities for m in e.mentions]

    def counted(self, article: ArticleRecord) -> list[Finding]:
        """Findings of minor severity or above that have a span and are not suppressed."""
        return [
            f
            for f in self.audit.findings
            if f.article == article.id and f.severity != "neutral" and not f.suppressed and f.end > f.start
        ]


class Tally:
    """Counts and rows as they come in."""

    def __init__(self) -> None:
        self.hit: Counter[str] = Counter()
        self.of: Counter[str] = Counter()
        self.rows: dict[str, list[str]] = {}

    def add(self, name: str, ok: bool) -> None:
        self.hit[name] += ok
        self.of[name] += 1

    def row(self, title: str, *cells: object) -> None:
        self.rows.setdefault(title, []).append("  ".join(str(cell) for cell in cells))

    def ratio(self, name: str) -> str:
        return f"{self.hit[name]}/{self.of[name]}"


def common(a: Span, b: Span) -> int:
    """How many characters two spans share; zero or less for none."""
    return min(a[1], b[1]) - max(a[0], b[0])


def squashed(text: str) -> str:
    """The text with every stretch of white space as one blank."""
    return " ".join(text.split())


@lru_cache(maxsize=10_000)
def words(text: str) -> tuple[str, ...]:
    """Words with inner apostrophes and hyphens."""
    return tuple(_WORD.findall(text))


def has(text: str, form: str) -> bool:
    """Whether the words of ``form`` stand in ``text`` one after another."""
    held, wanted = words(text), words(form)
    return any(held[i : i + len(wanted)] == wanted for i in range(len(held) - len(wanted) + 1))
