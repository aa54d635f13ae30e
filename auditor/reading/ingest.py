"""Files, bytes and strings to `Source` records.

A file that cannot be read raises `InputError`, one line that says what, where and what to do; its ``kind`` is
``missing``, ``unreadable``, ``too-large``, ``binary`` or ``encoding``.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath

from auditor.errors import InputError
from auditor.reading.article import Format, Source
from auditor.reading.decode import decode
from auditor.reading.html import read_html
from auditor.reading.markdown import read_markdown
from auditor.records import Role

MAX_BYTES = 16 * 2**20
FORMATS: dict[str, Format] = {".txt": "txt", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"}
_PLAIN = re.compile(r"[a-z0-9_][a-z0-9_-]{0,79}")
_DIGESTED = re.compile(r"-[0-9a-f]{8}$")
_RESERVED = re.compile(r"(?:index|audit|con|prn|aux|nul|com\d|lpt\d)")
GENERATOR = b'<meta name="generator" content="auditor '  # as in the template of the pages
_HEAD = 4096  # bytes of a page in which the mark stands
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
    """A source from a string. ``sha256`` is that of its UTF-8 bytes."""
    digest = _digest(text.encode("utf-8", "surrogatepass"))
    return _source(id, path if path is not None else id, role, digest, text, format)


def from_bytes(
    data: bytes,
    *,
    id: str,
    path: str,
    role: Role = "subject",
    encoding: str | None = None,
    max_bytes: int = MAX_BYTES,
    format: Format | None = None,
) -> Source:
    """A source from the bytes of a file (``path`` is what messages show and what tells the format)."""
    if len(data) > max_bytes:
        raise too_large(path, len(data), max_bytes)
    return _source(id, path, role, _digest(data), decode(data, path, encoding), format)


def read_file(
    path: Path, *, root: Path, role: Role = "subject", encoding: str | None = None, max_bytes: int = MAX_BYTES
) -> Source:
    """The article in the file at ``path``; id and shown path are relative to ``root``. Reads ``max_bytes`` at most."""
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


def relative_path(path: Path, root: Path) -> str:
    """``path`` relative to ``root`` with forward slashes; its name alone where it lies outside."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.name


def discover(paths: Sequence[Path], *, leave_out: Path | None = None) -> list[tuple[Path, Path]]:
    """``(file, root)`` for every article under ``paths``, each file once, sorted by path; several folders share a root.

    Folders are searched for .txt, .md, .html and .htm; hidden files and folders, the reports that this program wrote
    and the folder ``leave_out`` below them are passed over. A file named outright is taken whatever it is. A path that
    does not exist raises `InputError`.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if not path.exists():
            raise InputError(path.as_posix(), "missing", "no such file or folder", "check the path")
        for file in _files_under(path, leave_out) if path.is_dir() else [path]:
            found.setdefault(file, path if path.is_dir() else path.parent)
    root = common_root(set(found.values()))
    return sorted(((file, root or own) for file, own in found.items()), key=lambda pair: pair[0].as_posix())


def common_root(roots: set[Path], least: int = 2) -> Path | None:
    """The folder that holds them all, so that paths relative to it differ; None for fewer than ``least`` or none."""
    if len(roots) < least:
        return None
    try:
        return Path(os.path.commonpath(sorted(roots)))
    except ValueError:
        return None


def _files_under(folder: Path, leave_out: Path | None) -> Iterable[Path]:
    closed = leave_out.resolve() if leave_out else None
    for base, folders, files in os.walk(folder):
        folders[:] = sorted(n for n in folders if not n.startswith(".") and (Path(base, n).resolve() != closed))
        for name in sorted(files):
            path = Path(base, name)
            if not name.startswith(".") and path.suffix.lower() in FORMATS and not is_report(path):
                yield path


def is_report(path: Path) -> bool:
    """True for a page that this program wrote: its head bears the generator mark."""
    if FORMATS.get(path.suffix.lower()) != "html":
        return False
    try:
        with path.open("rb") as file:
            return GENERATOR in file.read(_HEAD)
    except OSError:
        return False


def _format_of(path: str, text: str) -> Format:
    suffix = PurePosixPath(path).suffix.lower()
    if suffix in FORMATS:
        return FORMATS[suffix]
    return "html" if _HTML_HEAD.match(text) else "txt"


def _source(id: str, path: str, role: Role, digest: str, text: str, format: Format | None) -> Source:
    kind = format or _format_of(path, text)
    if kind == "txt":
        return Source(id=id, path=path, role=role, sha256=digest, original=text, text=text, format=kind)
    view = read_html(text) if kind == "html" else read_markdown(text)
    return Source(
        id=id,
        path=path,
        role=role,
        sha256=digest,
        original=text,
        text=view.text,
        offsets=view.offsets,
        markup=view.markup,
        zones=view.zones,
        headings=view.headings,
        format=kind,
        published=view.published,
        declared_language=view.language,
        title=view.title,
    )
