"""Entries of RSS (0.9x, 1.0, 2.0) and Atom feeds."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.reading.formats import content
from auditor.reading.formats.dates import published
from auditor.reading.formats.document import Document
from auditor.reading.formats.draft import Draft
from auditor.reading.formats.xml_tree import Element
from auditor.reading.view import View

_BYLINES = ("creator", "author")


def rss(root: Element, size: int) -> Iterator[Document]:
    """The items of a feed."""
    channel = root.find("channel")
    language = (channel.said("language") if channel else None) or root.attributes.get("xml:lang")
    for number, item in enumerate(root.outermost("item"), 1):
        yield Document(key=str(number), view=_item(item, language, size), format="rss")


def _item(item: Element, language: str | None, size: int) -> View:
    """Title, author and the fuller of the two bodies, in the order of the file."""
    draft = Draft()
    body = item.find("encoded") or item.find("description")
    for element in item.elements():
        if element.name == "title":
            _heading(draft, element)
        elif element.name in _BYLINES:
            content.block(draft, element, zone="credit line", kind="byline")
        elif element is body:
            content.html(draft, element.pieces())
    return draft.view(
        size,
        title=None,
        published=published(item.said("pubDate"), item.said("date")),
        language=item.said("language") or language,
    )


def atom(root: Element, size: int) -> Iterator[Document]:
    """The entries of a feed, or the one entry that is the document."""
    entries = [root] if root.name == "entry" else root.elements("entry")
    for number, entry in enumerate(entries, 1):
        yield Document(key=str(number), view=_entry(entry, root, size), format="atom")


def _entry(entry: Element, root: Element, size: int) -> View:
    draft = Draft()
    body = entry.find("content") or entry.find("summary")
    for element in entry.elements():
        if element.name == "title":
            _heading(draft, element)
        elif element.name == "author" and (name := element.find("name")):
            content.block(draft, name, zone="credit line", kind="byline")
        elif element is body:
            _text(draft, element)
    tag = (body.attributes.get("xml:lang") if body else None) or entry.attributes.get("xml:lang")
    return draft.view(
        size,
        title=None,
        published=published(entry.said("published"), entry.said("updated")),
        language=tag or root.attributes.get("xml:lang"),
    )


def _heading(draft: Draft, element: Element) -> None:
    """A title may be HTML, escaped or not; marked as the heading."""
    draft.gap("\n\n")
    mark = draft.open()
    content.html(draft, element.pieces())
    draft.close(mark, heading=True)


def _text(draft: Draft, element: Element) -> None:
    kind = element.attributes.get("type", "text")
    if "xhtml" in kind or "xml" in kind:
        content.block(draft, element)
    elif "html" in kind:
        content.html(draft, element.pieces())
    else:
        content.plain(draft, element.pieces())
