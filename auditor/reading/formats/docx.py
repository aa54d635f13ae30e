"""Word documents (ECMA-376): paragraphs, headings, date and language. Spans count in the extracted text."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from auditor.errors import InputError
from auditor.offsets import OffsetMap
from auditor.reading.article import Span
from auditor.reading.formats.dates import published
from auditor.reading.formats.document import Document
from auditor.reading.formats.xml_tree import Element, parse
from auditor.reading.view import View

MEMBERS = 2000
RATIO = 200  # unpacked size by packed size; text of one letter packs a thousandfold, prose five- to twentyfold
_GONE = frozenset(["del", "moveFrom", "instrText", "delText", "pPr", "rPr", "Fallback", "txbxContent"])
_HEADING = ("heading", "title", "subtitle")
Paragraph = tuple[str, bool]  # text, and whether it is a heading


def is_docx(data: bytes) -> bool:
    """True for a ZIP archive that names Word's main part."""
    return data.startswith(b"PK\x03\x04") and b"word/document.xml" in data


def docx(data: bytes, path: str, limit: int) -> Document:
    """The document; tracked deletions are left out, insertions kept. ``limit``: bytes a member may unpack to.

    Raises `InputError` (kinds ``binary``, ``xml``, ``too-large``).
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if len(archive.infolist()) > MEMBERS:
                raise InputError(path, "too-large", f"holds more than {MEMBERS:,} members", "save it again in Word")
            body = parse(_member(archive, "word/document.xml", path, limit), path)
            core = _member(archive, "docProps/core.xml", path, limit, needed=False)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, ValueError, OSError, EOFError) as exc:
        raise InputError(
            path, "binary", "is no readable .docx file", "save it again in Word, without a password"
        ) from exc
    known = parse(core, path) if core else Element("", {}, [])
    return Document(key="1", view=_view(list(_paragraphs(body)), known), format="docx")


def _member(archive: zipfile.ZipFile, name: str, path: str, limit: int, needed: bool = True) -> str:
    try:
        info = archive.getinfo(name)
    except KeyError:
        if needed:
            raise InputError(path, "binary", f"is a ZIP file without {name}, no .docx", "export it as .txt") from None
        return ""
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile("packed as Word packs nothing")
    most = min(limit, max(1 << 20, info.compress_size * RATIO))
    with archive.open(info) as member:
        content = member.read(most + 1)
    if len(content) > most:
        raise InputError(path, "too-large", f"{name} unpacks to more than {most:,} bytes", "split the document")
    return content.decode("utf-8-sig")


def _paragraphs(body: Element) -> Iterator[Paragraph]:
    for paragraph in (e for e in body.walk() if e.name == "p"):
        text = "".join(_runs(paragraph)).strip()
        if text:
            style = paragraph.find("pPr", "pStyle")
            name = (style.attributes.get("val") if style else None) or ""
            yield text, name.lower().startswith(_HEADING)


def _runs(element: Element) -> Iterator[str]:
    """The text of runs; paragraphs inside text boxes are paragraphs of their own."""
    for child in element.elements():
        if child.name == "t":
            yield "".join(piece.text for piece in child.pieces())
        elif child.name == "tab":
            yield "\t"
        elif child.name in ("br", "cr"):
            yield "\n"
        elif child.name == "noBreakHyphen":
            yield "\u2011"
        elif child.name != "p" and child.name not in _GONE:
            yield from _runs(child)


def _view(paragraphs: list[Paragraph], core: Element) -> View:
    text = "\n\n".join(said for said, _ in paragraphs)
    spans, at = [], 0
    for said, heading in paragraphs:
        if heading:
            spans.append(Span(at, at + len(said)))
        at += len(said) + 2
    title = core.said("title") or next((said for said, heading in paragraphs if heading), None)
    return View(
        text=text,
        offsets=OffsetMap((), (), (), (), 0),
        markup=(),
        zones=(),
        headings=tuple(spans),
        title=title,
        published=published(core.said("created")),
        language=core.said("language"),
    )
