"""Changes to glossary files: small ones, so that git shows what was meant. Each write is whole and locked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from pathlib import Path

import msgspec

from auditor.errors import GlossaryError, UsageError
from auditor.glossary.lines import Anchor, Lines
from auditor.glossary.lock import locked
from auditor.glossary.model import Concept, GlossaryFile, Term
from auditor.glossary.store import SCHEMA, Loaded, contradictions, parse, read
from auditor.glossary.write import block, canonical
from auditor.offsets import rows as rows_of
from auditor.packs.files import with_breaks_of, write_whole
from auditor.packs.load import shown
from auditor.packs.nearest import nearest

Changes = Mapping[str, Concept | None]
_LOST = 1_000_000  # the comments of a term that is gone stand before its concept


class Desk:
    """The files of a desk, read together."""

    def __init__(self, files: Sequence[Loaded]) -> None:
        self.files = tuple(files)
        self.concepts = {c.id: c for f in files for c in f.file.concept}

    def get(self, id: str) -> Concept:
        """The concept of an id; raises `UsageError` with the nearest id, or with whose form it is."""
        if id in self.concepts:
            return self.concepts[id]
        owner = next((c.id for c in self.concepts.values() if id in (t.text for t in c.terms)), None)
        best = owner or (nearest(id, self.concepts) if len(self.concepts) < 5000 else None)
        where = ", ".join(shown(f.path) for f in self.files) or "the glossary"
        raise UsageError(f"no concept {id!r} in {where}", f"did you mean {best!r}?" if best else None)


def formatted(loaded: Loaded) -> str:
    """The file's text in canonical form, with its comments."""
    return canonical(loaded.file, loaded.lines)


def reformat(path: Path) -> bool:
    """Put a file into canonical form; False where it is so."""
    with locked([path]):
        loaded = read(path)
        text = formatted(loaded)
        if text != loaded.text:
            write(path, text)
    return text != loaded.text


def change(paths: Sequence[Path], make: Callable[[Desk], Changes], home: Path | None = None) -> tuple[Path, ...]:
    """Read the files, put concepts in the place of others (None: gone), write what changed. Returns what was written.

    ``make`` names each changed concept by the id that it had; new ones go to ``home``. Blocks that are not changed keep
    their bytes. Raises `GlossaryError` where the files would contradict themselves; then nothing is written.
    """
    every = [*paths, *([home] if home and home.absolute() not in {p.absolute() for p in paths} else [])]
    with locked(every):
        desk = Desk([_begun(path) if path == home and not path.exists() else read(path) for path in every])
        changes = make(desk)
        held = {c.id: f.path for f in desk.files for c in f.file.concept}
        texts: dict[Path, str] = {}
        for loaded in desk.files:
            own = {i: c for i, c in changes.items() if held.get(i, home) == loaded.path}
            if own:
                texts[loaded.path] = _rewritten(loaded, own)
        after = [parse(f.path, texts[f.path]) if f.path in texts else f for f in desk.files]
        for problem in contradictions(after):
            raise problem
        for path in sorted(texts, key=lambda p: (_gives_up(changes, held, p), p)):
            write(path, texts[path])
    return tuple(sorted(texts))


def _gives_up(changes: Changes, held: Mapping[str, Path], path: Path) -> bool:
    """Whether concepts leave the file: it is written last, so that a crash leaves one too many, not one too few."""
    return any(c is None and held.get(i) == path for i, c in changes.items())


def _begun(path: Path) -> Loaded:
    """A file that is not there yet."""
    return parse(path, canonical(GlossaryFile(schema=SCHEMA)))


def add(path: Path, concept: Concept, others: Sequence[Loaded] = ()) -> str:
    """Put a concept's terms into the file: into the concept of that id, else as a new one. Returns what was done.

    A term that is there keeps what the new one does not say, other blocks of the file keep their bytes. Raises
    `GlossaryError` where the result would contradict itself or the ``others``; then nothing is written.
    """
    done: list[str] = []

    def make(desk: Desk) -> Changes:
        old = desk.concepts.get(concept.id)
        done.append("joined" if old else "added")
        return {concept.id: joined(old, _filled(concept, old)) if old else concept}

    change([path, *(f.path for f in others)], make, path)
    return done[0]


def _filled(concept: Concept, old: Concept) -> Concept:
    """The concept, its terms with what those of the same form in the old one say beyond them."""
    before = {(t.text, t.lang): msgspec.to_builtins(t) for t in old.terms}  # defaults are left out
    terms = (
        msgspec.convert(before.get((t.text, t.lang), {}) | msgspec.to_builtins(t) | {"status": t.status}, Term)
        for t in concept.terms
    )
    return msgspec.structs.replace(concept, terms=tuple(terms))


def joined(old: Concept, more: Concept) -> Concept:
    """The concept with what the other brings: a term that it has is replaced, others come to it."""
    if old.type != more.type:
        raise UsageError(f"{old.id!r} is of type {old.type}, not {more.type}", f"say --type {old.type}")
    fresh = {(t.text, t.lang): t for t in more.terms}
    kept = tuple(fresh.pop((t.text, t.lang), t) for t in old.terms)
    return msgspec.structs.replace(
        old,
        terms=(*kept, *fresh.values()),
        native=more.native or old.native,
        never=union(old.never, more.never),
        refs=union(old.refs, more.refs),
        note=more.note or old.note,
        examples=(*old.examples, *(x for x in more.examples if x not in old.examples)),
    )


def union(first: Sequence[str], more: Sequence[str]) -> tuple[str, ...]:
    """The items of both, once each, in order of appearance."""
    return tuple(dict.fromkeys([*first, *more]))


def _rewritten(loaded: Loaded, changes: Changes) -> str:
    """The text of a file with concepts changed, dropped and put in; who gets another id moves to its place."""
    rows = rows_of(loaded.text)
    old = loaded.file.concept
    firsts = [_first_row(rows, head) for head in loaded.lines.heads()]
    splices: list[tuple[int, int, str]] = []
    ids = {c.id for c in old}
    fresh = {c.id: c for i, c in changes.items() if c and (c.id != i or i not in ids)}
    for index, concept in enumerate(old):
        if concept.id not in changes:
            continue
        end = firsts[index + 1] if index + 1 < len(firsts) else len(rows)
        new = changes[concept.id]
        if new is not None and new.id == concept.id:
            end = _last_row(rows, firsts[index], end)
            splices.append((firsts[index], end, block(new, index, _remapped(loaded.lines, index, concept, new))))
        else:
            splices.append((firsts[index], end, ""))
    places: dict[int, list[Concept]] = {}
    highest = list(accumulate((c.id for c in old), max))  # the first id above one is the first highest above it
    for new in sorted(fresh.values(), key=lambda c: c.id):
        at = bisect_right(highest, new.id)
        places.setdefault(firsts[at] if at < len(firsts) else len(rows), []).append(new)
    for at, group in places.items():
        text = "\n".join(map(block, group))
        splices.append((at, at, text + "\n" if at < len(rows) else "\n" + text))
    if len(rows) in places and rows and not rows[-1].endswith("\n"):
        rows[-1] += "\n"
    parts, done = [], 0
    for start, end, text in sorted(splices):
        parts += ["".join(rows[done:start]), text]
        done = end
    return "".join([*parts, *rows[done:]]).rstrip("\n") + "\n"


def _first_row(rows: Sequence[str], head: int) -> int:
    """Index of the first row of a block whose head stands on line ``head``: the comments right above belong to it."""
    at = head - 1
    while at > 0 and rows[at - 1].lstrip().startswith("#"):
        at -= 1
    return at


def _last_row(rows: Sequence[str], first: int, end: int) -> int:
    """Where a block ends, without the blank lines and comments behind it."""
    while end > first and (not rows[end - 1].strip() or rows[end - 1].lstrip().startswith("#")):
        end -= 1
    return end


def _remapped(lines: Lines, index: int, old: Concept, new: Concept) -> Lines:
    """The lines with the comments of each term where the term now stands."""
    places = {(t.text, t.lang): k for k, t in enumerate(new.terms)}
    by_status = {(t.text, t.lang, t.status): k for k, t in enumerate(new.terms)}
    loosely = {" ".join(t.text.split()): k for k, t in reversed(list(enumerate(new.terms)))}

    def moved(anchor: Anchor) -> Anchor:
        if anchor.concept != index or anchor.term is None:
            return anchor
        term = old.terms[anchor.term]
        at = by_status.get((term.text, term.lang, term.status), places.get((term.text, term.lang)))
        at = loosely.get(" ".join(term.text.split())) if at is None else at
        return msgspec.structs.replace(anchor, term=_LOST + anchor.term if at is None else at)

    before = {moved(anchor): found for anchor, found in lines.before.items()}
    behind = {moved(anchor): found for anchor, found in lines.behind.items()}
    return msgspec.structs.replace(lines, before=before, behind=behind)


def write(path: Path, text: str) -> None:
    """Write beside and rename: nobody reads half a file, its mode and line ends are kept. The folder must be locked."""
    try:
        for left in path.parent.glob(f".{path.name}-*"):  # by a writer that was killed
            left.unlink(missing_ok=True)
        write_whole(path, with_breaks_of(path, text).encode("utf-8"))
    except OSError as exc:
        raise GlossaryError(shown(path), (exc.strerror or "cannot be written").lower()) from exc
