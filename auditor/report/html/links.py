"""Ids and addresses inside a site, and inside one document that holds all pages."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator

from auditor.records import Audit, Finding
from auditor.report.view import View

_RESERVED = {"index", "audit"}
_INK = re.compile(r"\S")


def page_name(article: str) -> str:
    """File name of an article's page: from its id, safe on every file system, never that of a report on all of them."""
    safe = re.sub(r"[^A-Za-z0-9._-]", "_", article).strip(".")[:100]
    if safe and safe == article and safe.lower() not in _RESERVED:
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

    def settle(self, article: str, start: int) -> int | None:
        """The first offset from ``start`` on that is not blank, where the text is at hand and has one."""
        found = _INK.search(self.view.texts.get(article, ""), start)
        return found.start() if found else None

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
        """Address of the text from an offset on; of the text as a whole where there is nothing from there on."""
        at = self.settle(article, start)
        return self.href(article, "text" if at is None else f"p{at}", here=here)

    def index(self) -> str:
        return "#index" if self.single else "index.html"


def anchors(links: Links) -> dict[str, set[tuple[int, int]]]:
    """The spans of each article that something points to, each beginning at ink."""
    spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for article, start, end in _places(links.view.audit):
        at = links.settle(article, start)
        if at is not None:
            spans[article].add((at, max(end, at + 1)))
    return spans


def _places(audit: Audit) -> Iterator[tuple[str, int, int]]:
    for entity in audit.entities:
        yield from ((m.article, m.start, m.end) for m in entity.mentions)
    yield from ((q.article, q.start, q.end) for q in audit.quotes)
    yield from ((c.article, c.start, c.end) for c in audit.claims)
    for term in audit.terms:
        yield from ((u.article, *u.places[0]) for u in term.uses)
    for a in audit.articles:
        yield from ((a.id, c.start, c.end) for c in a.credits)
        yield from ((a.id, c.start, c.end) for c in (a.source_language.evidence if a.source_language else ()))
        yield from ((a.id, z.start, z.end) for z in a.excluded)
    for f in audit.findings:
        yield f.article, f.start, f.end
        if f.counterpart:
            yield f.counterpart.article, f.counterpart.start, f.counterpart.end
        for e in f.evidence:
            if e.article is not None and e.start is not None:
                yield e.article, e.start, e.end or e.start
