"""Reads glossary files: all of them or none, with errors that say file, line, key and what would do."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import msgspec

from auditor.errors import GlossaryError
from auditor.glossary.bad_forms import BAD
from auditor.glossary.lines import Lines, scan
from auditor.glossary.model import CHOICES, Concept, Glossary, GlossaryFile, Native, Term, Usage
from auditor.packs.load import convert, not_toml, read_text, shown
from auditor.packs.nearest import did_you_mean

SCHEMA = 1
_EMPTY = re.compile(r"""=\s*(?:"\s*"|'\s*')""")


class Loaded(msgspec.Struct, frozen=True, dict=True):
    """One file: its path, text and content."""

    path: Path
    text: str
    file: GlossaryFile

    @cached_property
    def lines(self) -> Lines:
        """The lines of its concepts and terms, looked for when they are needed."""
        return scan(self.text)


def find(folder: Path) -> tuple[Path, ...]:
    """The glossaries of a folder: ``glossaries/*.toml``, by name; relative to the working folder where they can be."""
    here = Path.cwd()
    found = sorted((folder / "glossaries").absolute().glob("*.toml"))
    return tuple(path.relative_to(here) if path.is_relative_to(here) else path for path in found)


def expand(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files meant: a folder stands for the ``*.toml`` in it, a desk's folder for its ``glossaries/``.

    Raises `GlossaryError` where there is none.
    """
    found: list[Path] = []
    for path in paths:
        inside = (list(find(path)) or sorted(path.glob("*.toml"))) if path.is_dir() else [path]
        if not inside:
            hint = "name a file or another folder"
            raise GlossaryError(shown(path), "no glossary (*.toml) in this folder", hint=hint)
        found += [p for p in inside if p not in found]
    return tuple(found)


def load(paths: Sequence[Path | str], as_of: str | None = None) -> Glossary:
    """One glossary out of all files. Raises `GlossaryError`: nothing is loaded in part.

    With ``as_of`` (an ISO day), terms whose ``since`` lies after it or whose ``until`` lies before it are left out.
    The digest depends on the concepts alone, not on the day nor on the order, layout or names of files.
    """
    files = [read(path) for path in expand(Path(p) for p in paths)]
    for problem in contradictions(files):
        raise problem
    concepts = sorted((c for f in files for c in f.file.concept), key=lambda c: c.id)
    digest = hashlib.sha256(msgspec.json.encode(concepts)).hexdigest()
    valid = tuple(valid_on(c, as_of) for c in concepts)
    return Glossary(concepts=valid, paths=tuple(shown(f.path) for f in files), digest=digest)


def valid_on(concept: Concept, day: str | None) -> Concept:
    """The concept with the terms in force on a day; a month or year stands for all of its days."""
    if day is None:
        return concept
    terms = tuple(
        t
        for t in concept.terms
        if (t.since is None or t.since <= day[: len(t.since)]) and (t.until is None or t.until >= day[: len(t.until)])
    )
    return msgspec.structs.replace(concept, terms=terms)


def read(path: Path) -> Loaded:
    """One file, in the right shape but not yet compared with itself or others."""
    return parse(path, read_text(path, GlossaryError))


def parse(path: Path, text: str) -> Loaded:
    """What `read` would give for a file of this text."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as exc:
        raise not_toml(exc, path, text, GlossaryError) from exc
    if not text.strip():  # as `glossary candidates --format toml > new.toml` begins it
        return Loaded(path, text, GlossaryFile(schema=SCHEMA))
    loaded = Loaded(path, text, _converted(path, raw, text))
    if loaded.file.schema != SCHEMA:
        first, problem = loaded.lines.concept(-1, "schema"), "this version reads schema 1 only"
        raise GlossaryError(shown(path), problem, line=first, key="schema", found=loaded.file.schema)
    return loaded


def _converted(path: Path, raw: dict[str, Any], text: str) -> GlossaryFile:
    """The content as records; where it does not fit, or may hold an empty string, the slow way says where."""
    with suppress(msgspec.ValidationError):
        file = msgspec.convert(raw, GlossaryFile)
        if not _EMPTY.search(text):
            return file
    _check_keys(path, raw, scan(text))
    return convert(raw, GlossaryFile, path, text, GlossaryError)


def _check_keys(path: Path, raw: dict[str, Any], lines: Lines) -> None:
    """Unknown keys and values outside a closed list, each with its line and the nearest valid one."""
    _check(path, raw, GlossaryFile, "", lambda key: lines.concept(-1, key) or 1)
    for index, concept in enumerate(_tables(raw.get("concept"))):
        at = lines.concept(index)
        _check(path, concept, Concept, f"concept.[{index}]", lambda key, i=index, at=at: lines.concept(i, key) or at)
        if isinstance(concept.get("native"), dict):
            _check(path, concept["native"], Native, f"concept.[{index}].native", lambda key, at=at: at)
        for k, usage in enumerate(_tables(concept.get("examples"))):
            where = f"concept.[{index}].examples.[{k}]"
            _check(path, usage, Usage, where, lambda key, i=index, at=at: lines.concept(i, "examples") or at)
        for k, term in enumerate(_tables(concept.get("terms"))):
            line = lines.term(index, k)
            _check(path, term, Term, f"concept.[{index}].terms.[{k}]", lambda key, at=line: at)


def _tables(value: object) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _check(path: Path, table: Mapping[str, Any], shape: type[msgspec.Struct], where: str, line_of: Any) -> None:
    known = _fields(shape)
    for key, value in table.items():
        name = f"{where}.{key}".lstrip(".")
        if key not in known:
            raise GlossaryError(
                shown(path), "unknown key", line=line_of(key), key=name, hint=did_you_mean(key, sorted(known))
            )
        valid = CHOICES.get(key)
        if valid and isinstance(value, str) and value not in valid:
            hint = did_you_mean(value, valid)
            raise GlossaryError(shown(path), "no such value", line=line_of(key), key=name, found=value, hint=hint)
        if isinstance(value, str) and not value.strip():
            raise GlossaryError(shown(path), "empty", line=line_of(key), key=name, hint="leave the key out")
    for key, field in known.items():
        if field.required and key not in table:
            raise GlossaryError(shown(path), "missing key", line=line_of(key), key=f"{where}.{key}".lstrip("."))


@cache
def _fields(shape: type[msgspec.Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    return {field.encode_name: field for field in msgspec.structs.fields(shape)}


def contradictions(files: Sequence[Loaded]) -> list[GlossaryError]:
    """What makes the files unusable together: an id given twice, a form that is both right and wrong."""
    return [*_doubles(files), *_clashes(files)]


def _doubles(files: Sequence[Loaded]) -> list[GlossaryError]:
    seen: dict[str, tuple[Loaded, int]] = {}
    found: list[GlossaryError] = []
    for loaded in files:
        for index, concept in enumerate(loaded.file.concept):
            first, at = seen.setdefault(concept.id, (loaded, index))
            if (first, at) != (loaded, index):
                problem = f"duplicate id {concept.id!r}, first at {shown(first.path)}:{first.lines.concept(at, 'id')}"
                hint = "join the two concepts or give one another id"
                line = loaded.lines.concept(index, "id")
                found.append(GlossaryError(shown(loaded.path), problem, line=line, key="id", hint=hint))
    return found


def _clashes(files: Sequence[Loaded]) -> list[GlossaryError]:
    """A form that one line calls right and another wrong, unless ``never`` tells the two concepts apart."""
    good: dict[tuple[str, str], tuple[Concept, Loaded, int, int]] = {}
    bad: list[tuple[Concept, Term, Loaded, int, int]] = []
    for loaded in files:
        for index, concept in enumerate(loaded.file.concept):
            for k, term in enumerate(concept.terms):
                if term.status in BAD:
                    bad.append((concept, term, loaded, index, k))
                elif term.status != "candidate":
                    good.setdefault((term.text, term.lang), (concept, loaded, index, k))
    found: list[GlossaryError] = []
    for concept, term, loaded, index, k in bad:
        right = good.get((term.text, term.lang))
        if right is None or (
            (right[0].id in concept.never or concept.id in right[0].never) and right[0].id != concept.id
        ):
            continue
        other, there, *place = right
        at = f"{shown(there.path)}:{there.lines.term(place[0], place[1])}"
        problem = f"{term.text!r} ({term.lang}) is {term.status} here, but good at {at}"
        hint = f"keep one, or put {other.id!r} into `never`" if other.id != concept.id else "keep one of the two"
        line = loaded.lines.term(index, k)
        found.append(GlossaryError(shown(loaded.path), problem, line=line, key="terms", hint=hint))
    return found
