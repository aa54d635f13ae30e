"""The Python API: the command line is a thin skin over it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from auditor.errors import InputError
from auditor.reading.article import Source
from auditor.reading.ingest import discover, from_text, read_file
from auditor.records import Audit, Failure
from auditor.run.pipeline import run
from auditor.run.settings import Settings


def audit(
    paths: Iterable[str | Path], *, glossary: Iterable[str | Path] | str | Path | None = None, **settings: Any
) -> Audit:
    """Audit files and folders together.

    ``glossary`` is one glossary file or several; further keywords are the fields of `Settings`. Files that cannot be
    read stand in ``Audit.failures``. Raises `DataError` for a broken glossary, `TypeError` for an unknown setting.
    """
    chosen = _settings(glossary, settings)
    sources: list[Source] = []
    failures: list[Failure] = []
    for file, root in discover([Path(p) for p in paths]):
        try:
            sources.append(read_file(file, root=root, encoding=chosen.encoding, max_bytes=chosen.max_bytes))
        except InputError as exc:
            failures.append(Failure(path=exc.path, stage="read", kind=exc.kind, message=str(exc)))
    return run(sources, chosen, failures=failures).audit


def audit_texts(
    texts: Mapping[str, str], *, glossary: Iterable[str | Path] | str | Path | None = None, **settings: Any
) -> Audit:
    """Audit texts that are no files: id -> text. Keywords as in `audit`."""
    return run([from_text(key, text) for key, text in texts.items()], _settings(glossary, settings)).audit


def _settings(glossary: Iterable[str | Path] | str | Path | None, fields: dict[str, Any]) -> Settings:
    if glossary is None:
        files: tuple[str, ...] = ()
    elif isinstance(glossary, str | Path):
        files = (str(glossary),)
    else:
        files = tuple(map(str, glossary))
    return Settings(glossary=files, **fields)
