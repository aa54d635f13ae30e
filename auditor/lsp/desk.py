"""Audits one document as the desk's configuration says, and writes what an editor decides into the glossary."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from auditor.errors import UsageError
from auditor.glossary import ids, store
from auditor.glossary.edit import add
from auditor.glossary.model import Concept, ConceptType, Term
from auditor.reading.article import Source
from auditor.reading.discover import discover
from auditor.reading.ingest import article_id, from_document
from auditor.records import Audit, Entity, EntityMention, Finding, Role
from auditor.run import desk
from auditor.run.config import resolve
from auditor.run.gather import Wanted, by_stem, dated, gather, left_out_by
from auditor.run.pipeline import run
from auditor.run.settings import Settings


class Checked(msgspec.Struct, frozen=True):
    """A document with its audit; a file of an exchange format may hold several articles (``sources``)."""

    path: Path
    sources: tuple[Source, ...]
    audit: Audit
    settings: Settings

    @property
    def source(self) -> Source:
        """The first article; all have the text of the document, to which their findings lead."""
        return self.sources[0]

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(source.id for source in self.sources)

    @property
    def findings(self) -> list[Finding]:
        """What an editor shows: live findings at or above ``min_severity`` that stand somewhere."""
        from auditor.report.shown import shown

        audit = shown(self.audit, self.settings.at(self.source).min_severity)
        return [f for f in audit.findings if f.article in self.ids and f.suppressed is None and not f.baseline]


def check(path: Path, text: str) -> Checked | None:
    """Audit the text of a document that lies, or would lie, at ``path``, beside what the desk compares with.

    None where the configuration excludes the document.
    """
    start = path if path.exists() else path.parent
    resolved = resolve({}, start)
    if left_out_by(resolved.values.exclude, path):
        return None
    files = desk.files(resolved, start)
    settings = resolved.settings("major", **msgspec.structs.asdict(files))
    name = path.name or "untitled.txt"
    place = path.absolute().as_posix()
    opened = [msgspec.structs.replace(s, place=place) for s in from_document(text, id=article_id(name), path=name)]
    sources = tuple(s for s in opened if s.role == "subject")
    ids = frozenset(s.id for s in opened)
    siblings = _read([Path(p) for p in settings.against], settings, "sibling")
    origin = _read(_origin(path, settings), settings, "source")[:1]
    others = [_apart(s, ids) for s in (*origin, *siblings) if s.place != place]
    pairs = tuple((sources[0].id, s.id) for s in others if s.role == "source" and not sources[0].origin)
    pairs += tuple((s.id, s.origin) for s in sources if s.origin)
    settings = msgspec.structs.replace(settings, pairs=pairs)
    return Checked(path, sources, run(dated((*opened, *others), settings.date), settings).audit, settings)


def _origin(path: Path, settings: Settings) -> list[Path]:
    """The text of the folder ``sources`` that the document was translated from, as its name says."""
    folder = Path(settings.sources) if settings.sources else None
    if folder is None or not folder.exists():
        return []
    named = by_stem([file for file, _ in discover([folder], leave_out=Path(settings.reports))])
    return [named[path.stem]] if path.stem in named else []


def _read(paths: Sequence[Path], settings: Settings, role: Role) -> tuple[Source, ...]:
    """Articles, read as the command line does; folders that are not there or empty give none."""
    there = tuple(path for path in paths if path.exists())
    reports = Path(settings.reports)
    if not discover(there, leave_out=reports):
        return ()
    wanted = Wanted(
        subjects=there,
        encoding=settings.encoding,
        max_bytes=settings.max_bytes,
        reports=reports,
        exclude=settings.exclude if role != "source" else (),
    )
    return tuple(msgspec.structs.replace(s, role=role) for s in gather(wanted).sources)


def _apart(other: Source, ids: frozenset[str]) -> Source:
    """An article of another folder that is called as the document is: with its folder in front."""
    if other.id not in ids or other.place is None:
        return other
    path = f"{Path(other.place).parent.name}/{other.path}"
    return msgspec.structs.replace(other, id=article_id(path), path=path)


def name_at(checked: Checked, start: int, end: int) -> tuple[Entity, EntityMention] | None:
    """The name that stands at a span of the document."""
    for entity in checked.audit.entities:
        for mention in entity.mentions:
            if mention.article in checked.ids and mention.start < max(end, start + 1) and start < mention.end:
                return entity, mention
    return None


def admit(checked: Checked, entity: Entity, mention: EntityMention) -> Path:
    """Put the form into the glossary as an admitted one of its entity. Returns the file that was written."""
    file, held = _glossary(checked)
    kind = _kind(entity)
    known = next((c for c in held if c.id == entity.concept), None)
    admitted = Term(text=mention.text, lang=mention.language, status="admitted")
    if known is None:
        taken = [c.id for c in held]
        preferred = Term(text=entity.preferred, lang=mention.language, status="preferred")
        terms = (preferred, admitted) if entity.preferred != mention.text else (preferred,)
        concept = Concept(id=ids.fresh(kind, entity.preferred, taken), type=kind, terms=terms)
    else:
        concept = Concept(id=known.id, type=known.type, terms=(admitted,))
    return _added(checked, file, concept)


def another(checked: Checked, entity: Entity, mention: EntityMention) -> Path:
    """Say that the name is that of another person than the one it was taken for. Returns the file that was written."""
    file, held = _glossary(checked)
    kind = _kind(entity)
    taken = [c.id for c in held]
    terms = (Term(text=mention.text, lang=mention.language, status="preferred"),)
    never = (entity.concept,) if entity.concept else ()
    return _added(checked, file, Concept(id=ids.fresh(kind, mention.text, taken), type=kind, terms=terms, never=never))


def _kind(entity: Entity) -> ConceptType:
    return "term" if entity.type == "other" else entity.type


def _glossary(checked: Checked) -> tuple[Path, tuple[Concept, ...]]:
    """The file that takes new concepts, and all concepts in use."""
    if checked.settings.no_glossary:
        raise UsageError("the configuration says no-glossary", "take it out first")
    files = checked.settings.glossary
    if files:
        return Path(files[0]), store.load(files).concepts
    resolved = resolve({}, checked.path if checked.path.exists() else checked.path.parent)
    folder = Path(resolved.folder) if resolved.folder else checked.path.absolute().parent
    return folder / "glossaries" / "desk.toml", ()


def _added(checked: Checked, file: Path, concept: Concept) -> Path:
    files = [Path(name) for name in checked.settings.glossary]
    home = next((f for f in files if concept.id in {c.id for c in store.read(f).file.concept}), file)
    add(home, concept, [store.read(f) for f in files if f != home])
    return home
