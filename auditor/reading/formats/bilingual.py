"""Translation files: XLIFF 1.2 and 2.x (OASIS), TMX 1.4 (LISA). Each gives the translation and what it came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.reading.article import Format
from auditor.reading.formats.document import Document
from auditor.reading.formats.draft import Draft, Piece
from auditor.reading.formats.xml_tree import Element

_CODES = frozenset(["bpt", "ept", "ph", "it", "x", "ut", "sub"])  # hold mark-up of the native format
Unit = tuple[Element, Element]  # source, target


def xliff(root: Element, size: int) -> Iterator[Document]:
    """One pair of documents for each ``file``; units without a target, or not to be translated, are left out."""
    for number, file in enumerate(root.elements("file"), 1):
        source = file.attributes.get("source-language") or root.attributes.get("srcLang")
        target = file.attributes.get("target-language") or root.attributes.get("trgLang")
        units = [pair for unit in file.outermost("unit", "trans-unit") for pair in _pairs(unit)]
        yield from _documents(units, str(number), (source, target), "xliff", size)


def _pairs(unit: Element) -> Iterator[Unit]:
    """The source and target of a unit of either version; alternatives and unit groups are no units."""
    if unit.attributes.get("translate") == "no":
        return
    holders = unit.elements("segment") if unit.name == "unit" else [unit] if unit.name == "trans-unit" else []
    for holder in holders:
        source, target = holder.find("source"), holder.find("target")
        if source and target and target.text():
            yield source, target


def tmx(root: Element, size: int) -> Iterator[Document]:
    """One pair of documents for each language besides that of the header."""
    header, units = root.find("header"), root.outermost("tu")
    declared = (header.attributes.get("srclang") if header else None) or "*all*"
    rows = [{_language(v): seg for v in unit.elements("tuv") if (seg := v.find("seg"))} for unit in units]
    first = next((next(iter(row)) for row in rows if row), "")
    source = declared.lower() if declared != "*all*" else first
    for number, target in enumerate(sorted({code for row in rows for code in row} - {source}), 1):
        pairs = [(row[source], row[target]) for row in rows if source in row and target in row]
        yield from _documents(pairs, str(number), (source, target), "tmx", size)


def _language(variant: Element) -> str:
    return (variant.attributes.get("xml:lang") or variant.attributes.get("lang") or "").lower()


def _documents(
    units: Sequence[Unit], key: str, languages: tuple[str | None, str | None], format: Format, size: int
) -> Iterator[Document]:
    """The source and the translation as two documents with units in step."""
    if not units:
        return
    for side, suffix in enumerate(("source", "")):
        draft = Draft()
        for unit in units:
            draft.gap("\n\n")
            mark = draft.open()
            draft.flow(_shown(unit[side]))
            draft.close(mark)
            draft.unit(mark)
        view = draft.view(size, title=None, published=None, language=languages[side])
        origin = f"{key}-source"
        name = f"{key}-{suffix}" if suffix else key
        yield Document(key=name, view=view, format=format, translation_of=None if suffix else origin)


def _shown(element: Element) -> Iterator[Piece]:
    """The words of a segment without the native codes."""
    for child in element.children:
        if isinstance(child, Piece):
            yield child
        elif child.name not in _CODES:
            yield from _shown(child)
