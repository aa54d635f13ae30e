"""Ids and addresses inside a site, and inside one document that holds all pages."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict

from auditor.records import Audit, Claim, Finding, Quote
from auditor.report.view import View


def page_name(article: str) -> str:
    """File name of an article's page: from its id, safe on every file system, never that of the index."""
    safe = re.sub(r"[^A-Za-z0-9._-]", "_", article).strip(".")[:100]
    if safe == article and safe.lower() != "index":
        return f"{safe}.html"
    digest = hashlib.sha256(article.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{safe or 'article'}-{digest}.html"


class Links:
    """Where things stand: ``a2-p104`` is the text of the second article from offset 104, ``a2-f7`` its 7th finding."""

    def __init__(self, view: View, *, single: bool) -> None:
        self.view, self.single = view, single
        self._number = {a.id: n for n, a in enumerate(view.subjects, 1)}
        self._card: dict[str, tuple[str, int]] = {}
        for a in view.subjects:
            self._card |= {f.id: (a.id, n) for n, f in enumerate(view.live(a.id), 1)}

    def has_page(self, article: str) -> bool:
        return article in self._number

    def anchor(self, article: str, name: str) -> str:
        """Id of a named place on an article's page."""
        return f"a{self._number[article]}-{name}"

    def place(self, article: str, start: int) -> str:
        """Id of the text from an offset on."""
        return self.anchor(article, f"p{start}")

    def number(self, finding: Finding) -> int:
        """Number of a live finding on its page."""
        return self._card[finding.id][1]

    def card(self, finding: Finding) -> str:
        """Id of a live finding's card."""
        return self.anchor(finding.article, f"f{self.number(finding)}")

    def href(self, article: str, name: str = "top", *, here: str | None = None) -> str | None:
        """Address of a named place as seen from the page of ``here`` (None: the index); None without a page."""
        if not self.has_page(article):
            return None
        fragment = f"#{self.anchor(article, name)}"
        return fragment if self.single or here == article else page_name(article) + fragment

    def text(self, article: str, start: int, *, here: str | None = None) -> str | None:
        """Address of the text from an offset on."""
        return self.href(article, f"p{start}", here=here)

    def index(self) -> str:
        return "#index" if self.single else "index.html"


def anchors(audit: Audit) -> dict[str, set[tuple[int, int]]]:
    """The spans of each article that something points to."""
    spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for entity in audit.entities:
        for m in entity.mentions:
            spans[m.article].add((m.start, m.end))
    items: tuple[Quote | Claim | Finding, ...] = (*audit.quotes, *audit.claims, *audit.findings)
    for item in items:
        spans[item.article].add((item.start, item.end))
    for a in audit.articles:
        spans[a.id] |= {(c.start, c.end) for c in a.credits}
        spans[a.id] |= {(c.start, c.end) for c in (a.source_language.evidence if a.source_language else ())}
        spans[a.id] |= {(z.start, z.end) for z in a.excluded}
    for f in audit.findings:
        if f.counterpart:
            spans[f.counterpart.article].add((f.counterpart.start, f.counterpart.end))
        for e in f.evidence:
            if e.article is not None and e.start is not None and e.end is not None:
                spans[e.article].add((e.start, e.end))
    return {article: {s for s in found if s[1] > s[0]} for article, found in spans.items()}
