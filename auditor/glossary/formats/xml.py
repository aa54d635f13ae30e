"""The one way in for XML: no document type, no entities, nothing from the network, bounded depth."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from auditor.glossary.formats.base import Wanted

if TYPE_CHECKING:
    from lxml.etree import _Element

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FORBIDDEN = str.maketrans("", "", "".join(map(chr, [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])))


def entries(data: bytes, wanted: Wanted, names: frozenset[str]) -> Iterator[tuple[str, _Element]]:
    """Each element of one of these local names, when it is complete, with its name; memory is bounded by one entry.

    Raises `GlossaryError` for what is not well-formed, and for a document type that declares entities.
    """
    from lxml import etree

    context = etree.iterparse(
        BytesIO(data),
        tag=[f"{{*}}{name}" for name in sorted(names)],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for number, (_, element) in enumerate(context):
            if number == 0:
                _no_entities(element, wanted)
            yield local(element), element
            _forget(element)
        _no_entities(context.root, wanted)
    except etree.XMLSyntaxError as exc:
        wanted.fail(f"not well-formed XML: {exc.msg}", line=exc.lineno)


def _no_entities(root: _Element, wanted: Wanted) -> None:
    info = root.getroottree().docinfo
    subset = info.internalDTD
    if subset is not None and next(iter(subset.iterentities()), None) is not None:
        hint = "take the <!DOCTYPE> away; files from strangers use entities to read other files"
        wanted.fail("declares entities, which are not read", line=1, hint=hint)


def _forget(element: _Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def local(element: _Element) -> str:
    """The name without its namespace; empty for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: _Element, *names: str) -> Iterator[_Element]:
    """Children of these names, in order."""
    return (child for child in element if local(child) in names)


def descendants(element: _Element, *names: str) -> Iterator[_Element]:
    """What lies below, of these names, in order."""
    return (child for child in element.iter() if child is not element and local(child) in names)


def words(element: _Element | None) -> str:
    """All text of an element, with white space as single blanks."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def text(value: str) -> str:
    """Text for XML 1.0; characters that it cannot hold are left out."""
    return escape(value.translate(_FORBIDDEN))


def attribute(value: str) -> str:
    """A value with its quotation marks."""
    return quoteattr(value.translate(_FORBIDDEN))


def xml_id(value: str) -> str:
    """An id for an ``xml:id``: it may not begin with a digit."""
    return value if value[:1].isalpha() else f"c-{value}"
