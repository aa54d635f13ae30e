"""NewsML-G2 news items (IPTC) and NITF documents."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.reading.article import DeclaredKind
from auditor.reading.formats import content
from auditor.reading.formats.dates import published
from auditor.reading.formats.document import Document
from auditor.reading.formats.draft import Draft
from auditor.reading.formats.xml_tree import Element
from auditor.reading.view import View
from auditor.records import ZoneKind

_META: dict[str, tuple[ZoneKind | None, DeclaredKind | None]] = {
    "headline": (None, None),
    "by": ("credit line", "byline"),
    "creditline": ("credit line", "credit"),
    "dateline": ("dateline", "dateline"),
    "edNote": ("notice", None),
}


def newsml(root: Element, size: int) -> Iterator[Document]:
    """The text items of a ``newsItem`` or ``newsMessage``; pictures and packages hold no copy and are passed over."""
    items = [root] if root.name == "newsItem" else root.outermost("newsItem")
    for number, item in enumerate(items, 1):
        body = item.find("contentSet")
        if body and any(e.name in ("inlineXML", "inlineData") for e in body.elements()):
            yield Document(key=str(number), view=_item(item, body, root, size), format="newsml")


def _item(item: Element, body: Element, root: Element, size: int) -> View:
    draft, meta = Draft(), item.find("contentMeta")
    inside = body.text()
    for element in item.children:
        if isinstance(element, Element) and element.name in ("itemMeta", "contentMeta"):
            _meta(draft, element, inside)
        elif element is body:
            _body(draft, body)
    language = meta.find("language") if meta else None
    return draft.view(
        size,
        title=(meta.said("headline") if meta else None) or item.said("itemMeta", "title"),
        published=published(
            meta.said("contentCreated") if meta else None,
            item.said("itemMeta", "firstCreated"),
            item.said("itemMeta", "versionCreated"),
        ),
        language=(language.attributes.get("tag") if language else None) or _language(item, root),
    )


def _meta(draft: Draft, meta: Element, inside: str) -> None:
    """Headline, byline, dateline and credit, where the content does not say them again."""
    for element in meta.elements(*_META):
        zone, kind = _META[element.name]
        text = element.text()
        if text and text not in inside:
            content.block(draft, element, zone=zone, heading=element.name == "headline", kind=kind)


def _body(draft: Draft, body: Element) -> None:
    for part in body.elements("inlineXML", "inlineData"):
        kind = part.attributes.get("contenttype", "")
        if part.name == "inlineXML":
            content.block(draft, part)
        elif "html" in kind:
            content.html(draft, part.pieces())
        else:
            content.plain(draft, part.pieces())


def nitf(root: Element, size: int) -> Iterator[Document]:
    """A NITF document."""
    draft = Draft()
    content.block(draft, root.find("body") or root)
    headline = root.find("body", "body.head", "hedline")
    docdata = root.find("head", "docdata")
    issued = [docdata.find(n) for n in ("date.issue", "date.release")] if docdata else []
    pubdata = root.find("head", "pubdata")
    view = draft.view(
        size,
        title=(headline.said("hl1") if headline else None) or root.said("head", "title"),
        published=published(
            *(e.attributes.get("norm") if e else None for e in issued),
            pubdata.attributes.get("date.publication") if pubdata else None,
        ),
        language=_language(root, root),
    )
    yield Document(key="1", view=view, format="nitf")


def _language(item: Element, root: Element) -> str | None:
    tag = item.attributes.get("xml:lang") or root.attributes.get("xml:lang")
    return tag or None
