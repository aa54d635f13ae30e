"""XML as a tree whose text knows where it stands in the file. Entities and internal DTDs are refused."""

from __future__ import annotations

import re
from html import unescape
from xml.parsers import expat

import msgspec

from auditor.errors import InputError
from auditor.reading.decode import is_charset
from auditor.reading.formats.draft import Piece

DEPTH = 200
_DECLARED = re.compile(rb"<\?xml\s[^>]{0,99}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9._-]{1,40})[\"']")
_XML = "http://www.w3.org/XML/1998/namespace "


class Element(msgspec.Struct):
    """An element by its local name; attributes by theirs (``xml:lang`` keeps its prefix)."""

    name: str
    attributes: dict[str, str]
    children: list[Element | Piece]

    def elements(self, *names: str) -> list[Element]:
        """Children of these names (any, where none is given)."""
        return [c for c in self.children if isinstance(c, Element) and (not names or c.name in names)]

    def find(self, *path: str) -> Element | None:
        """The first element down this path of names."""
        here: Element | None = self
        for name in path:
            here = next(iter(here.elements(name)), None) if here else None
        return here

    def walk(self) -> list[Element]:
        """The element and all below it, in document order."""
        out, todo = [], [self]
        while todo:
            element = todo.pop()
            out.append(element)
            todo += reversed(element.elements())
        return out

    def outermost(self, *names: str) -> list[Element]:
        """All of these names below the element, in document order, without those inside another of them."""
        out, todo = [], [self]
        while todo:
            element = todo.pop()
            if element.name in names and element is not self:
                out.append(element)
            else:
                todo += reversed(element.elements())
        return out

    def pieces(self) -> list[Piece]:
        """All text inside, in order."""
        out: list[Piece] = []
        todo: list[Element | Piece] = [self]
        while todo:
            node = todo.pop()
            if isinstance(node, Piece):
                out.append(node)
            else:
                todo += reversed(node.children)
        return out

    def text(self) -> str:
        """All text inside, white space made single."""
        return " ".join("".join(piece.text for piece in self.pieces()).split())

    def said(self, *path: str) -> str | None:
        """Text of the first element down the path; None where there is none."""
        found = self.find(*path)
        return (found.text() or None) if found else None


class _Refused(Exception):
    """Something that hostile files use."""


def declared_encoding(data: bytes) -> str | None:
    """The encoding that an XML declaration names, where there is such a one and it is not UTF-8."""
    match = _DECLARED.match(data)
    name = match[1].decode("ascii").lower() if match else "utf-8"
    return None if name in ("utf-8", "utf8") or not is_charset(name) else name


def parse(text: str, path: str) -> Element:
    """The root element.

    Raises `InputError` (kind ``xml``) for what is not well formed, nested too deep, or declares entities.
    """
    try:
        return _Reader(text).run()
    except expat.ExpatError as exc:
        said = expat.ErrorString(exc.code)
        message = f"is not well-formed XML: {said} at line {exc.lineno}, column {exc.offset + 1}"
        raise InputError(path, "xml", message, "mend the file or export it again") from exc
    except (_Refused, UnicodeEncodeError) as exc:
        raise InputError(path, "xml", f"is not read, for safety: {exc}", "export it without") from exc


class _Reader:
    def __init__(self, text: str) -> None:
        self.text, self.data = text, text.encode("utf-8")
        self.ascii = text.isascii()
        self.bytes = self.points = 0
        self.root = Element("", {}, [])
        self.stack = [self.root]
        self.held: tuple[str, int] | None = None  # text whose end the next event tells
        self.run_on: list[Piece] = []  # exact text that may go on
        self.literal = False  # inside a CDATA section

    def run(self) -> Element:
        parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
        self.parser = parser
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler, parser.SkippedEntityHandler = self._characters, self._skipped
        parser.StartCdataSectionHandler, parser.EndCdataSectionHandler = self._open, self._close
        parser.StartDoctypeDeclHandler, parser.EntityDeclHandler = self._doctype, self._entity
        parser.CommentHandler = parser.ProcessingInstructionHandler = self._other
        parser.Parse(self.data, True)
        return self.root.elements()[0]

    def _here(self) -> int:
        at = self.parser.CurrentByteIndex
        if self.ascii:
            return at
        self.points += len(self.data[self.bytes : at].decode("utf-8"))
        self.bytes = at
        return self.points

    def _settle(self) -> int:
        """Where the event stands; the text before it ends there at the latest."""
        at = self._here()
        if self.held:
            said, start = self.held
            self.held = None
            exact = self.text.startswith(said, start) and (self.literal or said != "&")
            self._add(Piece(said, start, start + len(said) if exact else at, exact))
        return at

    def _add(self, piece: Piece) -> None:
        """A piece of text; those that follow one another letter for letter (expat cuts at line ends) are one."""
        if self.run_on and not (piece.exact and self.run_on[-1].end == piece.start):
            self._join()
        if piece.exact:
            self.run_on.append(piece)
        else:
            self.stack[-1].children.append(piece)

    def _join(self) -> None:
        if self.run_on:
            text = "".join(piece.text for piece in self.run_on)
            self.stack[-1].children.append(Piece(text, self.run_on[0].start, self.run_on[-1].end, True))
            self.run_on.clear()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._settle()
        self._join()
        if len(self.stack) > DEPTH:
            raise _Refused(f"elements nested more than {DEPTH} deep")
        element = Element(name.rpartition(" ")[2], {_local(k): v for k, v in attributes.items()}, [])
        self.stack[-1].children.append(element)
        self.stack.append(element)

    def _end(self, name: str) -> None:
        self._settle()
        self._join()
        self.stack.pop()

    def _characters(self, data: str) -> None:
        self.held = (data, self._settle())

    def _skipped(self, name: str, parameter: bool) -> None:
        """A named character of a DTD that is not read, as HTML knows it."""
        meant = unescape(f"&{name};")
        if not parameter and meant != f"&{name};":
            self.held = (meant, self._settle())

    def _open(self) -> None:
        self._settle()
        self.literal = True

    def _close(self) -> None:
        self._settle()
        self.literal = False

    def _other(self, *_: str) -> None:
        self._settle()

    def _doctype(self, name: str, system: str | None, public: str | None, internal: bool) -> None:
        if internal:
            raise _Refused("its DOCTYPE declares a document type of its own (<!DOCTYPE … [ … ]>)")

    def _entity(self, *_: object) -> None:
        raise _Refused("it declares entities (<!ENTITY …>)")


def _local(name: str) -> str:
    return f"xml:{name.removeprefix(_XML)}" if name.startswith(_XML) else name.rpartition(" ")[2]
