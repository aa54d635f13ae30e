"""Collects the articles of a run: subjects, siblings to compare with, the texts they were translated from."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import msgspec

from auditor.errors import InputError, UsageError
from auditor.gate.paths import fits, lexical
from auditor.reading.article import Source
from auditor.records import Failure, Record, Role
from auditor.run.settings import MAX_BYTES

STDIN = Path("-")
SUFFIXES = ".txt, .md, .html, .docx or a news or translation format"


class Wanted(Record, frozen=True):
    """What to read.

    ``source`` is what the one subject was translated from, ``sources`` a folder of such texts, joined by file name.
    ``date`` is given to articles whose metadata and text tell none. Below the folders named, ``reports`` is not
    searched for articles.
    ``exclude`` holds patterns of absolute paths that are passed over, named or not.
    """

    subjects: tuple[Path, ...]
    against: tuple[Path, ...] = ()
    source: Path | None = None
    sources: Path | None = None
    stdin_filename: str | None = None
    encoding: str | None = None
    max_bytes: int = MAX_BYTES
    date: str | None = None
    reports: Path | None = None
    exclude: tuple[str, ...] = ()


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """The sources, what could not be read, and which subject came from which source (article ids).

    ``lost``: the path in a failure -> where that file lies.
    """

    sources: tuple[Source, ...]
    failures: tuple[Failure, ...]
    pairs: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    lost: Mapping[str, Path] = MappingProxyType({})


class _Item(msgspec.Struct, frozen=True):
    path: Path
    root: Path
    role: Role


def gather(wanted: Wanted) -> Gathered:
    """Read all that is wanted; a file that cannot be read is a failure, and the others go on.

    Raises `UsageError` where there is no article at all, or where ``source`` has not exactly one subject.
    """
    items, failures = _items(wanted)
    found = len(items)
    items = _rerooted([i for i in items if i.role == "source" or not left_out_by(wanted.exclude, i.path)])
    left_out = found - len(items)  # a text to compare a translation with is never left out
    subjects = [i for i in items if i.role == "subject"]
    stdin = STDIN in wanted.subjects
    if not subjects and not stdin and not failures and not left_out:
        raise UsageError(f"no article ({SUFFIXES}) in {_listed(wanted.subjects)}", "name a file or another folder")
    if wanted.source and len(subjects) + stdin != 1:
        raise UsageError("--source needs exactly one article to check", "for a folder of sources: audit --sources DIR")
    read: dict[Path, tuple[Source, ...]] = {}
    lost: dict[str, Path] = {}
    for item in items + ([_Item(STDIN, STDIN, "subject")] if stdin else []):
        try:
            read[item.path] = _stdin(wanted, read.values()) if item.path == STDIN else _read(item, wanted)
        except InputError as exc:
            lost |= {exc.path: item.path} if item.path != STDIN else {}
            failures.append(Failure(path=exc.path, stage="read", kind=exc.kind, message=_said(exc)))
    pairs, notes = _pairs([i for i in items if i.path in read], wanted, stdin)
    sources = [source for several in read.values() for source in several]
    joined = {source.id: source.origin for source in sources if source.origin}
    joined |= {subject: read[b][0].id for a, b in pairs if a in read and b in read for subject in _subjects(read[a])}
    return Gathered(
        sources=dated(sources, wanted.date),
        failures=tuple(failures),
        pairs=tuple(sorted(joined.items())),
        lost=lost,
        notes=(*notes, *_unsearched(wanted), *([f"{left_out} left out by exclude"] if left_out else [])),
    )


def _subjects(sources: Sequence[Source]) -> list[str]:
    return [source.id for source in sources if source.role == "subject"]


def _unsearched(wanted: Wanted) -> list[str]:
    """A note where the folder of the reports, which is not searched, holds articles."""
    from auditor.reading.discover import discover

    folder = wanted.reports
    if folder is None or not folder.is_dir():
        return []
    inside = any(p.is_dir() and p.resolve() in folder.resolve().parents for p in (*wanted.subjects, *wanted.against))
    return [f"{folder}: not searched for articles: reports go there"] if inside and discover([folder]) else []


def dated(sources: Iterable[Source], day: str | None) -> tuple[Source, ...]:
    """The sources, with the day to assume for those that bear no date of publication."""
    return tuple(msgspec.structs.replace(s, assumed=day) for s in sources)


def left_out_by(patterns: Sequence[str], file: Path) -> bool:
    """Whether a pattern of ``exclude`` leaves the file out."""
    path = lexical(file).as_posix().lstrip("/") if patterns else ""
    return any(fits(pattern, path) for pattern in patterns)


def _said(error: InputError) -> str:
    """The error without the path, which stands beside it."""
    message = error.message.removeprefix(f"{error.path}: ")
    return f"{message} ({error.hint})" if error.hint else message


def _listed(paths: Iterable[Path]) -> str:
    return ", ".join(str(path) for path in paths) or "nothing"


def _items(wanted: Wanted) -> tuple[list[_Item], list[Failure]]:
    """Files by role; a file that is a subject is nothing else."""
    items: dict[Path, _Item] = {}
    failures: list[Failure] = []
    extra = ((wanted.source,) if wanted.source else ()) + ((wanted.sources,) if wanted.sources else ())
    groups: tuple[tuple[Sequence[Path], Role], ...] = (
        ([p for p in wanted.subjects if p != STDIN], "subject"),
        (extra, "source"),
        (wanted.against, "sibling"),
    )
    for paths, role in groups:
        for path in paths:
            try:
                for item in _discovered(path, role, wanted.reports):
                    items.setdefault(Path(os.path.realpath(item.path)), item)
            except InputError as exc:
                failures.append(Failure(path=exc.path, stage="read", kind=exc.kind, message=_said(exc)))
    return list(items.values()), failures


def _discovered(path: Path, role: Role, reports: Path | None) -> list[_Item]:
    from auditor.reading.discover import discover

    return [_Item(file, root, role) for file, root in discover([path], leave_out=reports)]


def _rerooted(items: Sequence[_Item]) -> list[_Item]:
    """Items whose relative paths differ: where two would agree, all paths are taken from the common folder."""
    from auditor.reading.discover import common_root, relative_path

    shown = Counter(relative_path(i.path, i.root) for i in items)
    if all(count == 1 for count in shown.values()):
        return list(items)
    common = common_root({i.path.absolute().parent for i in items}, least=1)
    return [_Item(i.path.absolute(), common, i.role) for i in items] if common else list(items)


def _read(item: _Item, wanted: Wanted) -> tuple[Source, ...]:
    from auditor.reading.ingest import read_file

    found = read_file(item.path, root=item.root, role=item.role, encoding=wanted.encoding, max_bytes=wanted.max_bytes)
    return _placed(found, item.path)


def _stdin(wanted: Wanted, others: Iterable[Sequence[Source]]) -> tuple[Source, ...]:
    """Stdin as an article; a name given for it is shown, never opened. Its id is none that the ``others`` have."""
    from auditor.reading.ingest import article_id, from_bytes

    path = wanted.stdin_filename or "stdin.txt"
    data = sys.stdin.buffer.read(wanted.max_bytes + 1)
    taken = {source.id for several in others for source in several}
    plain = article_id(Path(path).name)
    key = article_id(f"stdin/{Path(path).name}") if plain in taken else plain
    found = from_bytes(data, id=key, path=path, encoding=wanted.encoding, max_bytes=wanted.max_bytes)
    return _placed(found, Path(path)) if wanted.stdin_filename else found


def _placed(sources: Iterable[Source], path: Path) -> tuple[Source, ...]:
    place = path.absolute().as_posix()
    return tuple(msgspec.structs.replace(source, place=place) for source in sources)


def _pairs(items: Sequence[_Item], wanted: Wanted, stdin: bool) -> tuple[list[tuple[Path, Path]], list[str]]:
    """Which subject has which source: the one named, or in a folder the one of the same stem (``003.de.txt``)."""
    subjects = [i.path for i in items if i.role == "subject"] + ([STDIN] if stdin else [])
    sources = [i.path for i in items if i.role == "source"]
    if wanted.source:
        return [(subjects[0], source) for source in sources if subjects], []
    named = by_stem(sources)
    joined = [(path, named[path.stem]) for path in subjects if path.stem in named]
    bare = [path.name for path in subjects if path.stem not in named] if wanted.sources else []
    return joined, [f"no source of the same name for {name}" for name in bare]


def by_stem(sources: Sequence[Path]) -> dict[str, Path]:
    """The stem that an article has -> the file it was translated from: ``003.txt`` or ``003.de.txt``."""
    ordered = sorted(sources, reverse=True)
    return {path.stem.partition(".")[0]: path for path in ordered} | {path.stem: path for path in ordered}
