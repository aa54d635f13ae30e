"""Files, bytes and strings to `Source` records.

A file that cannot be read raises `InputError`, one line that says what, where and what to do; its ``kind`` is
``missing``, ``unreadable``, ``too-large``, ``binary`` or ``encoding``.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath

from auditor.errors import InputError
from auditor.reading.article import Format, Source
from auditor.reading.decode import decode, scalars
from auditor.reading.discover import TEXTS, relative_path
from auditor.reading.formats import Document, declared_encoding, documents, docx, is_docx
from auditor.records import Role

MAX_BYTES = 16 * 2**20
_TAG = re.compile(r"[A-Za-z]{2,3}(?=[-_]|$)")
_PLAIN = re.compile(r"[a-z0-9_][a-z0-9_-]{0,79}")
_DIGESTED = re.compile(r"-[0-9a-f]{8}$")
_RESERVED = re.compile(r"(?:index|audit|con|prn|aux|nul|com\d|lpt\d)")
_HTML_HEAD = re.compile(r"\s{0,64}(?:<!--.{0,512}?-->\s{0,64})?<(?:!doctype\s+html|html)\b", re.I | re.S)


def article_id(relative: str) -> str:
    """Id of the article at ``relative`` (forward slashes): ASCII, safe as a file name, different for different paths.

    A ``.txt`` file with a plain lower-case name keeps its stem; any other path gives a readable slug and eight hex
    digits of its digest.
    """
    path = PurePosixPath(relative)
    if path.suffix == ".txt" and len(path.parts) == 1 and _keeps_stem(path.stem):
        return path.stem
    named = relative[: -len(path.suffix)] if path.suffix else relative
    bare = unicodedata.normalize("NFKD", named).encode("ascii", "ignore").decode("ascii").lower()
    slug = re.sub(r"[^a-z0-9_]+", "-", bare).strip("-")[:60] or "article"
    return f"{slug}-{_digest(relative.encode('utf-8', 'surrogatepass'))[:8]}"


def _keeps_stem(stem: str) -> bool:
    return bool(_PLAIN.fullmatch(stem)) and not _DIGESTED.search(stem) and not _RESERVED.fullmatch(stem)


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def from_text(
    id: str, text: str, *, path: str | None = None, role: Role = "subject", format: Format | None = None
) -> Source:
    """A source from a string. ``sha256`` is that of its UTF-8 bytes; a lone surrogate becomes U+FFFD."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        text = scalars(text)
        data = text.encode()
    digest = _digest(data)
    return _source(id, path if path is not None else id, role, digest, text, format)


def from_document(text: str, *, id: str, path: str) -> tuple[Source, ...]:
    """The articles in the text of a document that an editor holds, read by its name as `from_bytes` reads a file."""
    text = scalars(text)
    data = text.encode()
    found = documents(text, path)
    if found is None:
        return (_source(id, path, "subject", _digest(data), text, None),)
    return _several(id, path, "subject", data, text, found)


def from_bytes(
    data: bytes,
    *,
    id: str,
    path: str,
    role: Role = "subject",
    encoding: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> tuple[Source, ...]:
    """The articles in the bytes of a file (``path`` is what messages show, and what tells the format).

    A file with several articles gives each the id of the file and its number; a translation file (XLIFF, TMX) gives
    the translations with the asked role, and with the role ``source`` what they came from.
    """
    if len(data) > max_bytes:
        raise too_large(path, len(data), max_bytes)
    if is_docx(data):
        document = docx(data, path, max_bytes)
        return _several(id, path, role, data, document.view.text, (document,))
    text = decode(data, path, encoding or declared_encoding(data))
    found = documents(text, path)
    if found is None:
        return (_source(id, path, role, _digest(data), text, None),)
    return _several(id, path, role, data, text, found)


def read_file(
    path: Path, *, root: Path, role: Role = "subject", encoding: str | None = None, max_bytes: int = MAX_BYTES
) -> tuple[Source, ...]:
    """The articles in the file at ``path``; ids and path are relative to ``root``. Reads ``max_bytes`` at most."""
    shown = relative_path(path, root)
    try:
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
            size = max(os.fstat(file.fileno()).st_size, len(data))
    except FileNotFoundError as exc:
        raise InputError(shown, "missing", "no such file", "check the path") from exc
    except IsADirectoryError as exc:
        raise InputError(shown, "unreadable", "is a folder, not a file") from exc
    except OSError as exc:
        raise InputError(shown, "unreadable", f"cannot be read: {(exc.strerror or str(exc)).lower()}") from exc
    if len(data) > max_bytes:
        raise too_large(shown, size, max_bytes)
    return from_bytes(data, id=article_id(shown), path=shown, role=role, encoding=encoding, max_bytes=max_bytes)


def too_large(path: str, size: int, limit: int) -> InputError:
    """The error for a file above the limit."""
    return InputError(
        path,
        "too-large",
        f"has {size:,} bytes, more than the limit of {limit:,}",
        f"raise the limit with --max-bytes {size}, or split the file",
    )


def _format_of(path: str, text: str) -> Format:
    suffix = PurePosixPath(path).suffix.lower()
    if suffix in TEXTS:
        return TEXTS[suffix]
    return "html" if _HTML_HEAD.match(text) else "txt"


def _several(id: str, path: str, role: Role, data: bytes, text: str, found: Sequence[Document]) -> tuple[Source, ...]:
    """The documents of one file; a digest of an article that shares its file is that of the file and its key."""
    origins = {d.translation_of for d in found if d.translation_of}
    main = [d for d in found if (d.translation_of is None if role == "source" else d.key not in origins)]
    width = len(str(len(main)))
    names = {d.key: id if len(main) == 1 else f"{id}-{n:0{width}}" for n, d in enumerate(main, 1)}
    if role == "subject":
        names |= {d.translation_of: f"{names[d.key]}-source" for d in main if d.translation_of}
    return tuple(
        _from_document(
            d,
            id=names[d.key],
            path=path,
            role="source" if d.key in origins else role,
            digest=_digest(data if len(names) == 1 else data + f"#{d.key}".encode()),
            text=text,
            origin=names.get(d.translation_of) if d.translation_of else None,
        )
        for d in found
        if d.key in names
    )


def _from_document(
    document: Document, *, id: str, path: str, role: Role, digest: str, text: str, origin: str | None
) -> Source:
    view = document.view
    return Source(
        id=id,
        path=path,
        role=role,
        sha256=digest,
        original=text,
        text=view.text,
        offsets=view.offsets if document.format != "docx" else None,
        markup=view.markup,
        zones=view.zones,
        headings=view.headings,
        format=document.format,
        published=view.published,
        declared_language=_language(view.language),
        translation=view.translation,
        title=view.title,
        declared=view.declared,
        units=view.units,
        origin=origin,
    )


def _language(tag: str | None) -> str | None:
    """The language of a BCP 47 tag; None for what is no tag."""
    match = _TAG.match(tag or "")
    return match[0].lower() if match else None


def _source(id: str, path: str, role: Role, digest: str, text: str, format: Format | None) -> Source:
    kind = format or _format_of(path, text)
    if kind == "txt":
        return Source(id=id, path=path, role=role, sha256=digest, original=text, text=text, format=kind)
    if kind == "html":
        from auditor.reading.formats.json_ld import hidden_article
        from auditor.reading.html.page import read_html

        view = read_html(text)
        found = hidden_article(text, len(view.text)) or Document(key="1", view=view, format=kind)
    else:
        from auditor.reading.markdown import read_markdown

        found = Document(key="1", view=read_markdown(text), format=kind)
    return _from_document(found, id=id, path=path, role=role, digest=digest, text=text, origin=None)
