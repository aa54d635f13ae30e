"""Which exchange format a file is in, by its root element or members; names only say where to look."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import PurePosixPath

from auditor.errors import InputError
from auditor.reading.formats.document import Document
from auditor.reading.formats.json_tree import parse as parse_json
from auditor.reading.formats.xml_tree import Element, parse

SUFFIXES = (".xml", ".newsml", ".nitf", ".rss", ".atom", ".rdf", ".xlf", ".xliff", ".tmx", ".json", ".ninjs", ".docx")
Reader = Callable[[Element, int], Iterator[Document]]
_READERS = {  # root element -> module and function; most runs need none of them
    "newsItem": ("newsml", "newsml"),
    "newsMessage": ("newsml", "newsml"),
    "nitf": ("newsml", "nitf"),
    "rss": ("feeds", "rss"),
    "RDF": ("feeds", "rss"),
    "feed": ("feeds", "atom"),
    "entry": ("feeds", "atom"),
    "xliff": ("bilingual", "xliff"),
    "tmx": ("bilingual", "tmx"),
}
_PROLOG = re.compile(r"(?:<\?.{0,999}?\?>|<!--.{0,9999}?-->|\s){0,99}", re.S)
_ROOT = re.compile(r"<(?:!DOCTYPE\s{1,9})?(?:[\w.-]{1,60}:)?([\w.-]{1,60})")
_KNOWN = ", ".join(("NewsML-G2", "NITF", "RSS", "Atom", "XLIFF", "TMX", "ninjs"))


def root_name(text: str) -> str | None:
    """Local name of the root element, or of the document type, of what looks like XML."""
    match = _ROOT.match(text, _PROLOG.match(text).end())  # type: ignore[union-attr]
    return match[1] if match else None


def is_known(head: str) -> bool:
    """True for the beginning of a file of a known XML format, or of an object that may be ninjs."""
    return root_name(head) in _READERS or (head.lstrip().startswith("{") and '"body_' in head)


def documents(text: str, path: str) -> tuple[Document, ...] | None:
    """The articles of a file of an exchange format; None where it is none.

    Raises `InputError` (kinds ``xml``, ``json``, ``unsupported``) for a file whose name promises one that it is not.
    """
    suffix = PurePosixPath(path).suffix.lower()
    if suffix in (".json", ".ninjs"):
        return _json(text, path)
    root = root_name(text)
    if root and root in _READERS:
        found = tuple(_reader(root)(parse(text, path), len(text)))
        if not found:
            raise InputError(path, "unsupported", f"is {root} without any text", "check what it was exported from")
        return found
    if suffix in SUFFIXES:
        said = f"its root element is <{root}>" if root else "it has no root element"
        raise InputError(path, "unsupported", f"is no format that can be read: {said}", f"known: {_KNOWN}")
    return None


def _reader(root: str) -> Reader:
    module, name = _READERS[root]
    reader: Reader = getattr(import_module(f"auditor.reading.formats.{module}"), name)
    return reader


def _json(text: str, path: str) -> tuple[Document, ...]:
    from auditor.reading.formats.ninjs import is_ninjs, ninjs

    try:
        node = parse_json(text)
    except RecursionError as exc:
        raise InputError(path, "json", "is not read, for safety: nested too deeply", "export it without") from exc
    except ValueError as exc:
        raise InputError(path, "json", f"is not well-formed JSON: {exc}", "mend the file or export it again") from exc
    if not isinstance(node, Mapping) or not is_ninjs(node):
        raise InputError(path, "unsupported", "is JSON, but no ninjs article", f"known: {_KNOWN}")
    return tuple(ninjs(node, text))
