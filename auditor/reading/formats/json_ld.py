"""schema.org articles in JSON-LD (W3C), for pages that show no text without their scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from auditor.reading.article import DeclaredKind
from auditor.reading.formats.dates import published
from auditor.reading.formats.document import Document
from auditor.reading.formats.draft import Draft
from auditor.reading.formats.json_lines import body_into, first, line, value_of
from auditor.reading.formats.json_tree import Node, String, parse
from auditor.reading.html.tokens import Tag, tokens

_LINES: dict[str, DeclaredKind] = {"author": "byline", "publisher": "credit"}
_MOST = 2000  # objects that are looked at


def hidden_article(page: str, shown: int) -> Document | None:
    """The article that a page's JSON-LD holds, where its body is more than twice the ``shown`` characters."""
    if '"articleBody"' not in page:
        return None
    for node in _objects(page):
        body = node.get("articleBody")
        if isinstance(body, String) and len(body.value) > 2 * shown:
            return _document(node, body, page)
    return None


def _objects(page: str) -> Iterator[Mapping[str, Node]]:
    """The objects of all JSON-LD scripts, outermost first; what is not well formed is passed over."""
    for tag in tokens(page):
        if isinstance(tag, Tag) and tag.name == "script" and tag.raw and "ld+json" in (tag.get("type") or "").lower():
            try:
                todo: list[Node] = [parse(page, *tag.raw)]
            except (ValueError, RecursionError):
                continue
            for _, node in zip(range(_MOST), _below(todo), strict=False):
                yield node


def _below(todo: list[Node]) -> Iterator[Mapping[str, Node]]:
    for node in todo:  # grows as it goes
        if isinstance(node, Mapping):
            yield node
            todo.extend(node.values())
        elif isinstance(node, Sequence):
            todo.extend(node)


def _document(node: Mapping[str, Node], body: String, page: str) -> Document:
    draft = Draft()
    for name, value in node.items():
        if name == "headline":
            line(draft, page, first(value), heading=True)
        elif name in _LINES:
            line(draft, page, first(value), zone="credit line", kind=_LINES[name])
        elif value is body:
            body_into(draft, page, body, "text/html" if "<p" in body.value else "text/plain")
    view = draft.view(
        len(page),
        title=None,
        published=published(value_of(node.get("datePublished"))),
        language=value_of(node.get("inLanguage")),
    )
    return Document(key="1", view=view, format="json-ld")
