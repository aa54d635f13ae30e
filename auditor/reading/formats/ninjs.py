"""Articles in ninjs (IPTC, versions 1 to 3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from auditor.reading.article import DeclaredKind
from auditor.reading.formats.dates import published
from auditor.reading.formats.document import Document
from auditor.reading.formats.draft import Draft
from auditor.reading.formats.json_lines import body_into, first, line, value_of
from auditor.reading.formats.json_tree import Node, String
from auditor.records import ZoneKind

_BODIES = ("body_html", "body_xhtml", "body_text")  # the first that is there
_LINES: dict[str, tuple[ZoneKind, DeclaredKind]] = {
    "byline": ("credit line", "byline"),
    "by": ("credit line", "byline"),
    "creditline": ("credit line", "credit"),
    "copyrightholder": ("credit line", "credit"),
    "located": ("dateline", "dateline"),
}


def is_ninjs(node: Node) -> bool:
    """True for an object that has a headline or a body as ninjs names them."""
    return isinstance(node, Mapping) and any(k in node for k in (*_BODIES, "bodies")) and "uri" in node


def ninjs(node: Mapping[str, Node], text: str) -> Iterator[Document]:
    """The article of a ninjs object; members in the order of the file."""
    draft = Draft()
    body = next((name for name in _BODIES if isinstance(node.get(name), String)), None)
    for name, value in node.items():
        if name == "headline" or (name == "headlines" and "headline" not in node):
            line(draft, text, first(value), heading=True)
        elif name in _LINES:
            zone, kind = _LINES[name]
            line(draft, text, first(value), zone=zone, kind=kind)
        elif name == body and isinstance(value, String):
            body_into(draft, text, value, "text/plain" if name == "body_text" else "text/html")
        elif name == "bodies" and body is None:
            main = _main(value)
            if main is not None:
                body_into(draft, text, main[0], main[1])
    view = draft.view(
        len(text),
        title=value_of(first(node.get("headline") or node.get("headlines"))),
        published=published(*(value_of(node.get(k)) for k in ("firstcreated", "contentcreated", "versioncreated"))),
        language=value_of(node.get("language")),
    )
    yield Document(key="1", view=view, format="ninjs")


def _main(node: Node) -> tuple[String, str] | None:
    """The value and media type of the first body that has one."""
    for body in node if isinstance(node, Sequence) else ():
        if isinstance(body, Mapping) and isinstance(body.get("value"), String):
            found = body["value"]
            kind = value_of(body.get("contenttype")) or "text/plain"
            return (found, kind) if isinstance(found, String) else None
    return None
