"""Members of JSON objects into a draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditor.reading.article import DeclaredKind
from auditor.reading.formats import content
from auditor.reading.formats.draft import Draft
from auditor.reading.formats.json_tree import Node, String, pieces
from auditor.records import ZoneKind


def first(node: Node) -> String | None:
    """A string, the ``value`` or ``name`` of an object, or that of a list's first member."""
    if isinstance(node, String):
        return node
    if isinstance(node, Mapping):
        return first(node.get("value") or node.get("name"))
    return first(node[0]) if isinstance(node, Sequence) and node else None


def value_of(node: Node) -> str | None:
    return (node.value.strip() or None) if isinstance(node, String) else None


def body_into(draft: Draft, text: str, value: String, kind: str) -> None:
    (content.html if "html" in kind else content.plain)(draft, list(pieces(text, value)))


def line(
    draft: Draft,
    text: str,
    value: String | None,
    *,
    zone: ZoneKind | None = None,
    heading: bool = False,
    kind: DeclaredKind | None = None,
) -> None:
    if value is not None:
        draft.gap("\n\n")
        mark = draft.open()
        draft.flow(pieces(text, value))
        draft.close(mark, zone=zone, heading=heading, kind=kind)
        draft.gap("\n\n")
