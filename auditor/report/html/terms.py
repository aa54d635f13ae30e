"""The term table: words of the article that the checks would have otherwise, and what stands against them."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from auditor.corpus.terms import is_about_terms
from auditor.records import Finding
from auditor.report.view import View


class TermRow(msgspec.Struct, frozen=True):
    """One word or phrase with its findings, in text order; ``better`` are the suggestions, ``why`` the messages."""

    term: str
    findings: tuple[Finding, ...]
    better: tuple[str, ...]
    why: str

    @property
    def first(self) -> Finding:
        return self.findings[0]


def terms(view: View, article: str) -> list[TermRow]:
    """Findings on terms and loan translations of an article, one row for each word and rule, in text order."""
    table: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for f in view.live(article):
        if is_about_terms(f):
            table[f.match.casefold(), f.rule].append(f)
    return [
        TermRow(
            term=found[0].match,
            findings=tuple(found),
            better=tuple(dict.fromkeys(s.text for f in found for s in f.suggestions if s.text))[:4],
            why=found[0].message,
        )
        for found in table.values()
    ]
