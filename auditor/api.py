"""The Python API: the command line is a thin skin over the same parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from auditor.errors import UsageError
from auditor.packs.nearest import did_you_mean
from auditor.reading.ingest import from_text
from auditor.records import Audit
from auditor.run.gather import Wanted, dated, gather
from auditor.run.pipeline import run
from auditor.run.settings import Settings
from auditor.run.values import settings_of

Files = Iterable[str | Path] | str | Path


def audit(
    paths: Files,
    *,
    against: Files = (),
    source: str | Path | None = None,
    sources: str | Path | None = None,
    glossary: Files = (),
    **settings: Any,
) -> Audit:
    """Audit files and folders together.

    ``against`` are articles to compare with, ``source`` the text that the one article was translated from, ``sources``
    a folder of such texts, joined by file name; ``glossary`` is a glossary file or folder, or several. Further
    keywords are the fields of `Settings`. Files that cannot be read stand in ``Audit.failures``. No process is started
    unless ``jobs`` asks for several; a script that does so has to stand under ``if __name__ == "__main__":``.

    Raises `UsageError` where there is no article at all and for a setting that is not valid, `DataError` for a broken
    glossary.
    """
    chosen = _settings(glossary, settings)
    wanted = Wanted(
        subjects=_paths(paths),
        against=_paths(against),
        source=Path(source) if source is not None else None,
        sources=Path(sources) if sources is not None else None,
        encoding=chosen.encoding,
        max_bytes=chosen.max_bytes,
        date=chosen.date,
        exclude=chosen.exclude,
    )
    found = gather(wanted)
    return run(found.sources, msgspec.structs.replace(chosen, pairs=found.pairs), failures=found.failures).audit


def audit_texts(
    texts: Mapping[str, str],
    *,
    against: Mapping[str, str] | None = None,
    sources: Mapping[str, str] | None = None,
    glossary: Files = (),
    **settings: Any,
) -> Audit:
    """Audit texts that are no files: id -> text.

    ``against`` are texts to compare with (id -> text), ``sources`` what the articles were translated from (id of the
    article -> text). Further keywords and errors as in `audit`; an id that names two texts is a `UsageError`, too.
    """
    chosen = _settings(glossary, settings)
    taken = {key: from_text(key, text) for key, text in texts.items()}
    pairs = tuple((key, f"{key}.source") for key in sorted(sources or {}))
    siblings = [from_text(key, text, role="sibling") for key, text in (against or {}).items()]
    originals = [from_text(own, (sources or {})[key], role="source") for key, own in pairs]
    for key, _ in pairs:
        if key not in texts:
            raise UsageError(f"sources: there is no article {key!r}", did_you_mean(key, tuple(texts)))
    for other in (*siblings, *originals):
        if taken.setdefault(other.id, other) is not other:
            raise UsageError(f"{other.id!r} names two texts", "give each its own id; that of a source is ID.source")
    chosen = msgspec.structs.replace(chosen, pairs=pairs)
    return run(dated(taken.values(), chosen.date), chosen).audit


def _settings(glossary: Files, fields: Mapping[str, Any]) -> Settings:
    files = _paths(glossary)
    if files:
        from auditor.glossary.store import expand

        files = expand(files)
    return settings_of({"jobs": 1, **fields, "glossary": tuple(map(str, files))})


def _paths(given: Files) -> tuple[Path, ...]:
    return (Path(given),) if isinstance(given, str | Path) else tuple(map(Path, given))
