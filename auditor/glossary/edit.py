"""Changes to glossary files: small ones, so that git shows what was meant. Each write is whole and locked."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from auditor.errors import GlossaryError, UsageError
from auditor.glossary.model import Concept, GlossaryFile
from auditor.glossary.store import SCHEMA, Loaded, contradictions, parse, read
from auditor.glossary.write import block, canonical
from auditor.packs.files import write_whole
from auditor.packs.load import shown

_WAIT = 5.0  # seconds until a lock that another holds is an error


def formatted(loaded: Loaded) -> str:
    """The file's text in canonical form, with its comments."""
    return canonical(loaded.file, loaded.lines)


def add(path: Path, concept: Concept, others: Sequence[Loaded] = ()) -> str:
    """Put a concept's terms into the file: into the concept of that id, else as a new one. Returns what was done.

    Other blocks of the file keep their bytes. Raises `GlossaryError` where the result would contradict itself or the
    ``others``; then nothing is written.
    """
    with locked(path):
        if not path.exists():
            text, done = canonical(GlossaryFile(schema=SCHEMA, concept=(concept,))), "added"
        else:
            loaded = read(path)
            held = {c.id: index for index, c in enumerate(loaded.file.concept)}
            known = concept.id in held
            text = _joined(loaded, held[concept.id], concept) if known else _inserted(loaded, concept)
            done = "joined" if known else "added"
        for problem in contradictions([parse(path, text), *others]):
            raise problem
        write(path, text)
    return done


def _joined(loaded: Loaded, index: int, more: Concept) -> str:
    """The text with the concept's block written anew: a term that it has is replaced, others come to it."""
    old = loaded.file.concept[index]
    if old.type != more.type:
        raise UsageError(f"{old.id!r} is of type {old.type}, not {more.type}", f"say --type {old.type}")
    fresh = {(t.text, t.lang): t for t in more.terms}
    kept = tuple(fresh.pop((t.text, t.lang), t) for t in old.terms)
    joined = msgspec.structs.replace(
        old,
        terms=(*kept, *fresh.values()),
        native=more.native or old.native,
        never=(*old.never, *(x for x in more.never if x not in old.never)),
        note=more.note or old.note,
    )
    rows = loaded.text.splitlines(keepends=True)
    heads = loaded.lines.heads()
    first = _first_row(rows, heads[index])
    end = _first_row(rows, heads[index + 1]) if index + 1 < len(heads) else len(rows)
    while end > heads[index] and (not rows[end - 1].strip() or rows[end - 1].lstrip().startswith("#")):
        end -= 1
    return "".join(rows[:first]) + block(joined, index, loaded.lines) + "".join(rows[end:])


def _inserted(loaded: Loaded, concept: Concept) -> str:
    """The text with one block more, before the first concept whose id comes later."""
    rows = loaded.text.splitlines(keepends=True)
    heads = loaded.lines.heads()
    later = [line for line, c in zip(heads, loaded.file.concept, strict=True) if c.id > concept.id]
    if not later:
        return loaded.text.rstrip("\n") + "\n\n" + block(concept)
    at = _first_row(rows, later[0])
    return "".join(rows[:at]) + block(concept) + "\n" + "".join(rows[at:])


def _first_row(rows: Sequence[str], head: int) -> int:
    """Index of the first row of a block whose head stands on line ``head``: the comments right above belong to it."""
    at = head - 1
    while at > 0 and rows[at - 1].lstrip().startswith("#"):
        at -= 1
    return at


def write(path: Path, text: str) -> None:
    """Write beside and rename: nobody ever reads half a file, and the file keeps its mode."""
    write_whole(path, text.encode("utf-8"))


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold ``<file>.lock``, so that two writers do not lose each other's terms."""
    lock, end = path.with_name(path.name + ".lock"), time.monotonic() + _WAIT
    path.parent.mkdir(parents=True, exist_ok=True)
    while True:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            break
        except FileExistsError:
            if time.monotonic() > end:
                raise GlossaryError(shown(path), "another program is writing it", hint=f"else remove {lock}") from None
            time.sleep(0.02)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)
