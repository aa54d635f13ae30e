"""The text of XHTML and NITF elements into a draft, by what ``data/zones/news.toml`` says of their names."""

from __future__ import annotations

from functools import cache

from auditor.packs import data_path, load_toml
from auditor.reading.article import DeclaredKind
from auditor.reading.formats.draft import Draft, Piece, joined
from auditor.reading.formats.xml_tree import Element
from auditor.reading.html.page import read_html
from auditor.records import Record, ZoneKind


class Names(Record, frozen=True):
    """The file as it stands."""

    schema: int
    blocks: frozenset[str]
    breaks: frozenset[str]
    silent: frozenset[str]
    headings: frozenset[str]
    zones: dict[str, ZoneKind]
    declared: dict[str, DeclaredKind]


@cache
def names() -> Names:
    """The names as shipped."""
    return load_toml(data_path("zones", "news.toml"), Names)


def write(draft: Draft, element: Element) -> None:
    """All text below the element, with its zones, headings and declared makers. Depth is bounded by the parser."""
    table = names()
    for child in element.children:
        if isinstance(child, Piece):
            draft.flow([child])
        elif child.name in table.breaks:
            draft.gap("\n")
        elif child.name not in table.silent:
            _element(draft, child)


def _element(draft: Draft, element: Element) -> None:
    table, name = names(), element.name
    block = name in table.blocks
    if block:
        draft.gap("\n\n")
    mark = draft.open()
    write(draft, element)
    draft.close(mark, zone=table.zones.get(name), heading=name in table.headings, kind=table.declared.get(name))
    if block:
        draft.gap("\n\n")


def block(
    draft: Draft,
    element: Element,
    *,
    zone: ZoneKind | None = None,
    heading: bool = False,
    kind: DeclaredKind | None = None,
) -> None:
    """The element's text as a paragraph of its own."""
    draft.gap("\n\n")
    mark = draft.open()
    write(draft, element)
    draft.close(mark, zone=zone, heading=heading, kind=kind)
    draft.gap("\n\n")


def html(draft: Draft, pieces: list[Piece]) -> None:
    """HTML that stands inside another format as a string; text without tags stays text."""
    draft.gap("\n\n")
    text, offsets = joined(pieces)
    draft.embed(read_html(text), offsets)
    draft.gap("\n\n")


def plain(draft: Draft, pieces: list[Piece]) -> None:
    """Text whose line ends count."""
    draft.gap("\n\n")
    draft.exactly(pieces)
    draft.gap("\n\n")
