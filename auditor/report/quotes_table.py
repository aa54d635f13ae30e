"""Every quote of the corpus with its speaker, and the quotes that tell the same utterance.

As text: the utterances told in several articles side by side with the words that differ, then all others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from auditor.records import Audit, Quote, QuoteLink
from auditor.report.ansi import Paint, painter
from auditor.report.escape import inline
from auditor.report.options import DEFAULT, Options
from auditor.report.table import Cell, TableFormat, write_table
from auditor.report.view import View, looked_through, plural
from auditor.report.width import cells, clip_right, pad, wrap
from auditor.report.wording import ONLY_HERE, ONLY_THERE, marked

_HEADS = ("article", "line", "speaker", "verb", "medium", "kind", "quote", "told also in")


def quotes_table(
    audit: Audit, texts: Mapping[str, str], format: TableFormat = "text", options: Options = DEFAULT
) -> str:
    """One row a quote, in the order of the articles and of their text; offsets where no text is at hand for lines."""
    view = View(audit, texts)
    order = {a.id: i for i, a in enumerate(audit.articles)}
    quotes = sorted(audit.quotes, key=lambda q: (order.get(q.article, len(order)), q.start, q.end, q.id))
    if format == "text":
        return "\n".join(_text(view, quotes, options)) + "\n"
    links: dict[str, list[str]] = defaultdict(list)
    for link in audit.quote_links:
        for own, other in ((link.a, link.b), (link.b, link.a)):
            if other in view.joins.quotes:
                place = _place(view, view.joins.quotes[other], whole=True)
                links[own].append(f"{place} ({link.kind}, {view.likeness(link, short=True)})")
    bare = not any(q.article in view.texts for q in quotes)
    heads = tuple("offset" if bare and head == "line" else head for head in _HEADS)
    return write_table(heads, [_row(view, q, links[q.id], bare=bare) for q in quotes], format, options.width)


def _text(view: View, quotes: Sequence[Quote], options: Options) -> Iterator[str]:
    if not quotes:
        yield f"no quote; {looked_through(view.audit)}"
        return
    paint, width = painter(options.color), options.width
    known = view.joins.quotes
    links = [k for k in view.audit.quote_links if k.a in known and k.b in known]
    told = _utterances(links)
    if links:
        several = "" if len(told) == len(links) else f"{plural(len(told), 'utterance')}, "
        yield paint(f"Told in several articles ({several}{plural(len(links), 'pair')})", "bold")
    for tied in told:
        yield from _pair(view, tied[0], paint, width) if len(tied) == 1 else _every(view, tied, quotes, paint, width)
    single = [q for q in quotes if not view.joins.quote_links[q.id]]
    if single:
        yield paint(f"Told once ({plural(len(single), 'quote')})", "bold")
    gutter = max((cells(_place(view, q)) for q in single), default=0) + 2
    for q in single:
        yield f"  {paint(pad(_place(view, q), gutter), 'dim')}{clip_right(_who(q), width - gutter - 2)}"
        yield from (" " * (gutter + 2) + row for row in wrap(_in_marks(q), width - gutter - 2))


def _utterances(links: Sequence[QuoteLink]) -> list[list[QuoteLink]]:
    """The links, those together that lead to one another: each group is what was told of one utterance."""
    groups: list[tuple[set[str], list[QuoteLink]]] = []
    for link in links:
        ends, tied = {link.a, link.b}, [link]
        apart = [group for group in groups if ends.isdisjoint(group[0])]
        for group in groups:
            if not ends.isdisjoint(group[0]):
                ends, tied = ends | group[0], [*group[1], *tied]
        groups = [*apart, (ends, tied)]
    at = {id(link): place for place, link in enumerate(links)}
    return sorted((tied for _, tied in groups), key=lambda tied: at[id(tied[0])])


def _every(view: View, tied: Sequence[QuoteLink], quotes: Sequence[Quote], paint: Paint, width: int) -> Iterator[str]:
    """An utterance as each article has it; words that an earlier one of the same language lacks stand between marks."""
    linked = {frozenset((link.a, link.b)): link for link in tied}
    found = [q for q in quotes if any(q.id in ends for ends in linked)]
    yield f"  {paint('one utterance', 'rule')}  {paint(f'told {len(found)} times', 'dim')}"
    for at, quote in enumerate(found):
        earlier = (q for q in found[:at] if frozenset((q.id, quote.id)) in linked and view.one_language(q, quote))
        model = next(earlier, None)
        who, rows = _who(quote), wrap(inline(quote.text), width - 6)
        if model:
            link = linked[frozenset((model.id, quote.id))]
            who += f"; like {_place(view, model)} ({link.kind}, {view.likeness(link, short=True)})"
            rows = list(marked(view.wording(model, quote)[1], ONLY_THERE, paint, "good", width - 6))
        yield f"    {paint(_place(view, quote), 'dim')}  {clip_right(who, width - 20)}"
        yield from (f"      {row}" for row in rows)
    yield ""


def _pair(view: View, link: QuoteLink, paint: Paint, width: int) -> Iterator[str]:
    """Both wordings under each other, words that only one has between marks, and what else differs."""
    a, b = view.joins.quotes[link.a], view.joins.quotes[link.b]
    yield f"  {paint(link.kind, 'rule')}  {paint(clip_right(view.likeness(link), width - cells(link.kind) - 4), 'dim')}"
    parts = view.wording(a, b)
    for quote, own, marks, role in ((a, parts[0], ONLY_HERE, "major"), (b, parts[1], ONLY_THERE, "good")):
        yield f"    {paint(_place(view, quote), 'dim')}  {clip_right(_who(quote), width - 20)}"
        yield from (f"      {row}" for row in marked(own, marks, paint, role, width - 6))
    yield ""


def _who(quote: Quote) -> str:
    """``Anna Weiss wrote (Facebook), direct``."""
    said = " ".join(inline(x) for x in (quote.speaker or "speaker not named", quote.verb) if x)
    return said + (f" ({inline(quote.medium)})" if quote.medium else "") + f", {quote.kind}"


def _in_marks(quote: Quote) -> str:
    return inline(quote.text) if quote.kind == "indirect" else f"“{inline(quote.text)}”"


def _place(view: View, quote: Quote, *, whole: bool = False) -> str:
    line = view.line(quote.article, quote.start)
    return inline(view.title(quote.article) if whole else view.label(quote.article)) + (f":{line}" if line else "")


def _row(view: View, quote: Quote, links: list[str], *, bare: bool) -> tuple[Cell, ...]:
    line = quote.start if bare else view.line(quote.article, quote.start)
    return (
        view.title(quote.article),
        line,
        quote.speaker or "",
        quote.verb or "",
        quote.medium or "",
        quote.kind,
        quote.text,
        tuple(links),
    )
