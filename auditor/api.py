"""The Python API: the command line is a thin skin over it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
    sources, failures = read_paths([Path(p) for p in paths], chosen)
    return run(sources, chosen, failures=failures).audit


def audit_texts(
    texts: Mapping[str, str], *, glossary: Iterable[str | Path] | str | Path | None = None, **settings: Any
) -> Audit:
    """Audit texts that are no files: id -> text. Keywords as in `audit`."""
    return run([from_text(key, text) for key, text in texts.items()], _settings(glossary, settings)).audit


def read_paths(paths: Sequence[Path], settings: Settings) -> tuple[list[Source], list[Failure]]:
    """The files as sources; those that cannot be read as failures."""
    sources: list[Source] = []
    failures: list[Failure] = []
    for file, root in discover(paths):
        try:
            sources.append(read_file(file, root=root, encoding=settings.encoding, max_bytes=settings.max_bytes))
        except InputError as exc:
            failures.append(Failure(path=exc.path, stage="read", kind=exc.kind, message=str(exc)))
    return sources, failures


def _settings(glossary: Iterable[str | Path] | str | Path | None, fields: dict[str, Any]) -> Settings:
    if glossary is None:
        files: tuple[str, ...] = ()
    elif isinstance(glossary, str | Path):
        files = (str(glossary),)
    else:
        files = tuple(map(str, glossary))
    return Settings(glossary=files, **fields)
