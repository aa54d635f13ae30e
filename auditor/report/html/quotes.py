"""Quotes of one utterance side by side, with the words that differ."""

from __future__ import annotations

import difflib
import re

import msgspec

from auditor.records import Quote, QuoteLink
from auditor.report.html.links import Links
from auditor.report.view import View

_WORD = re.compile(r"\w+(?:['’-]\w+)*|\s+|[^\w\s]")
_MAX_WORDS = 400


class Part(msgspec.Struct, frozen=True):
    """A run of words; ``changed`` where the other side has other words."""

    text: str
    changed: bool


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


def word_diff(a: str, b: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Both texts in parts; the parts of each join to the text. Case and quotation marks count as no difference."""
    left, right = _WORD.findall(a), _WORD.findall(b)
    if max(len(left), len(right)) > _MAX_WORDS:
        return (Part(a, False),), (Part(b, False),)
    matcher = difflib.SequenceMatcher(None, [_key(w) for w in left], [_key(w) for w in right], autojunk=False)
    out: tuple[list[Part], list[Part]] = ([], [])
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        for side, words in ((0, left[a1:a2]), (1, right[b1:b2])):
            if words:
                text = "".join(words)
                out[side].append(Part(text, tag != "equal" and bool(text.strip())))
    return _joined(out[0]), _joined(out[1])


def _joined(parts: list[Part]) -> tuple[Part, ...]:
    """Changed parts that only a space separates as one."""
    out: list[Part] = []
    for part in parts:
        if part.changed and len(out) > 1 and out[-2].changed and out[-1].text.isspace():
            space, before = out.pop(), out.pop()
            out.append(Part(before.text + space.text + part.text, True))
        elif part.changed and out and out[-1].changed:
            out.append(Part(out.pop().text + part.text, True))
        else:
            out.append(part)
    return tuple(out)


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
    languages = {view.articles[q.article].language for q in (left, right) if q.article in view.articles}
    same = len(languages) == 1
    parts = word_diff(left.text, right.text) if same else ((Part(left.text, False),), (Part(right.text, False),))
    return Pair(_side(view, links, left, parts[0], here), _side(view, links, right, parts[1], here), link)


def _side(view: View, links: Links, quote: Quote, parts: tuple[Part, ...], here: str | None) -> Side:
    return Side(
        quote=quote,
        label=view.label(quote.article),
        line=view.line(quote.article, quote.start),
        href=links.text(quote.article, quote.start, here=here),
        parts=parts,
    )


def _key(word: str) -> str:
    return " " if word.isspace() else re.sub(r"[“”„«»]", '"', word.casefold()).replace("’", "'")
