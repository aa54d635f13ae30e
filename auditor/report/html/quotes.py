"""Quotes of one utterance side by side, with the words that differ."""

from __future__ import annotations

import msgspec

from auditor.corpus.quotes import labelled, turned
from auditor.records import Quote, QuoteLink
from auditor.report.html.links import Links
from auditor.report.view import View
from auditor.report.wording import Part


class Side(msgspec.Struct, frozen=True):
    """One quote of a pair."""

    quote: Quote
    label: str
    line: int | None
    href: str | None
    parts: tuple[Part, ...]


class Pair(msgspec.Struct, frozen=True):
    """Two quotes of one utterance; the article at hand on the left."""

    left: Side
    right: Side
    link: QuoteLink

    @property
    def substance(self) -> list[str]:
        """What differs besides words, from left to right: ``medium: (not named) → Facebook``."""
        named = [c for c in self.link.changed if labelled(c)]
        return named if self.left.quote.id == self.link.a else list(map(turned, named))


def pairs(view: View, links: Links, article: str | None, *, limit: int = 60) -> list[Pair]:
    """The linked quotes of an article (of the corpus: None), in text order of the left side."""
    joins, found = view.joins, []
    if article is None:
        chosen = [k for k in view.audit.quote_links if k.a in joins.quotes and k.b in joins.quotes][:limit]
    else:
        linked = {id(k): k for q in joins.quotes_in[article] for k in joins.quote_links[q.id]}
        chosen = list(linked.values())[:limit]
    for link in chosen:
        a, b = joins.quotes[link.a], joins.quotes[link.b]
        left, right = (b, a) if article is not None and a.article != article else (a, b)
        found.append(_pair(view, links, left, right, link, article))
    return sorted(found, key=lambda p: (p.left.quote.article, p.left.quote.start, p.link.a, p.link.b))


def unpaired(view: View, article: str) -> list[Quote]:
    """The quotes of an article that no other article tells."""
    return [q for q in view.joins.quotes_in[article] if not view.joins.quote_links[q.id]]


def _pair(view: View, links: Links, left: Quote, right: Quote, link: QuoteLink, here: str | None) -> Pair:
    parts = view.wording(left, right)
    return Pair(_side(view, links, left, parts[0], here), _side(view, links, right, parts[1], here), link)


def _side(view: View, links: Links, quote: Quote, parts: tuple[Part, ...], here: str | None) -> Side:
    return Side(
        quote=quote,
        label=view.label(quote.article),
        line=view.line(quote.article, quote.start),
        href=links.text(quote.article, quote.start, here=here),
        parts=parts,
    )
