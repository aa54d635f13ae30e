"""A stored audit: the record in an ``audit.json``, and the texts that it was made of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from auditor.errors import InputError, UsageError
from auditor.packs.load import NOT_JSON
from auditor.records import Audit, Role
from auditor.run.config import resolve

if TYPE_CHECKING:
    from auditor.run.pipeline import Result


def read_audit(path: Path) -> Audit:
    """The record in an ``audit.json``. Raises `UsageError` where it is not one."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Audit)
    except OSError as exc:
        raise UsageError(f"{path}: {(exc.strerror or 'cannot be read').lower()}", "check the path") from exc
    except NOT_JSON as exc:
        hint = "write one with: auditor audit PATHS --format json --output audit.json"
        raise UsageError(f"{path}: not an audit of this version: {exc}", hint) from exc


def is_audit(path: Path) -> bool:
    """True for a JSON file that begins like a stored audit."""
    if path.suffix != ".json" or not path.is_file():
        return False
    with path.open("rb") as file:
        return b'"schema":"auditor/' in file.read(200).replace(b" ", b"").replace(b"\n", b"")


def result(audit: Path, paths: Sequence[Path] | None = None, encoding: str | None = None) -> Result:
    """A stored audit with its texts, which lie at ``paths``, else beside it, above it or in the working folder."""
    from auditor.run.pipeline import Result

    record = read_audit(audit)
    return Result(record, texts_of(record, paths or (audit.parent, audit.absolute().parent.parent, Path()), encoding))


def texts_of(audit: Audit, places: Sequence[Path], encoding: str | None = None) -> dict[str, str]:
    """The texts of a stored audit as far as their files lie unchanged under ``places`` (or are the files named).

    They are decoded as the audit decodes them: by ``encoding``, their mark, their format.
    """
    texts: dict[str, str] = {}
    held: dict[tuple[Path, Role], dict[str, str]] = {}
    for article in audit.articles:
        for place in places:
            path = place / article.path if place.is_dir() else place
            if path.name == Path(article.path).name and (path, article.role) not in held:
                held[path, article.role] = _originals(path, article.path, article.role, encoding)
            if (text := held.get((path, article.role), {}).get(article.sha256)) is not None:
                texts[article.id] = text
    return texts


def _originals(path: Path, shown: str, role: Role, encoding: str | None) -> dict[str, str]:
    """The articles of a file: digest -> the file as decoded; nothing where it cannot be read."""
    from auditor.reading.ingest import MAX_BYTES, from_bytes

    try:
        data = path.read_bytes()
        most = max(MAX_BYTES, len(data))
        found = from_bytes(data, id=shown, path=shown, role=role, encoding=encoding, max_bytes=most)
    except (OSError, InputError):
        return {}
    return {source.sha256: source.original for source in found}


def last_audit(file: Path) -> Audit | None:
    """The record in the folder of reports that holds for a file, where there is one that can be read."""
    try:
        return read_audit(Path(resolve({}, file).values.reports) / "audit.json")
    except UsageError:
        return None
