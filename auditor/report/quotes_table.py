"""Every quote of the corpus with its speaker, and the quotes that tell the same utterance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from auditor.records import Audit, Quote
from auditor.report.table import Cell, TableFormat, write_table
from auditor.report.view import View, looked_through

_HEADS = ("article", "line", "speaker", "verb", "medium", "kind", "quote", "told also in")


def quotes_table(audit: Audit, texts: Mapping[str, str], format: TableFormat = "text", width: int = 140) -> str:
    """One row a quote, in the order of the articles and of their text; offsets where no text is at hand for lines."""
    if format == "text" and not audit.quotes:
        return f"no quote; {looked_through(audit)}\n"
    view = View(audit, texts)
    order = {a.id: i for i, a in enumerate(audit.articles)}
    links: dict[str, list[str]] = defaultdict(list)
    for link in audit.quote_links:
        for own, other in ((link.a, link.b), (link.b, link.a)):
            if other in view.joins.quotes:
                links[own].append(f"{_place(view, view.joins.quotes[other])} ({link.kind}, chrF2 {link.chrf:.0f})")
    quotes = sorted(audit.quotes, key=lambda q: (order.get(q.article, len(order)), q.start, q.end, q.id))
    bare = not any(q.article in view.texts for q in quotes)
    heads = tuple("offset" if bare and head == "line" else head for head in _HEADS)
    return write_table(heads, [_row(view, q, links[q.id], bare=bare) for q in quotes], format, width)


def _place(view: View, quote: Quote) -> str:
    line = view.line(quote.article, quote.start)
    return view.label(quote.article) + (f":{line}" if line else "")


def _row(view: View, quote: Quote, links: list[str], *, bare: bool) -> tuple[Cell, ...]:
    line = quote.start if bare else view.line(quote.article, quote.start)
    return (
        view.label(quote.article),
        "" if line is None else line,
        quote.speaker or "",
        quote.verb or "",
        quote.medium or "",
        quote.kind,
        quote.text,
        "; ".join(links),
    )
