"""What an audit suggests for the glossary: entities that it does not know, and forms that compete."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from hashlib import sha256

from auditor.glossary.model import Concept, ConceptType, Glossary, Native, Status, Term
from auditor.records import Audit, Entity, EntityMention, EntityType, Record

_TYPE: dict[EntityType, ConceptType] = {"other": "term"}
PREFIX: dict[ConceptType, str] = {
    "person": "per", "org": "org", "place": "loc", "vehicle": "veh", "mission": "mis", "agency": "agency",
    "title": "title", "term": "term",
}  # fmt: skip


class Form(Record, frozen=True):
    """One spelling: how often it stands in which articles, whose convention it follows, whether the glossary has it."""

    text: str
    language: str
    count: int
    articles: tuple[str, ...]
    conventions: tuple[str, ...]
    known: bool


class Candidate(Record, frozen=True):
    """An entity worth a decision, with the concept that would record it (``known``: with what it lacks)."""

    entity: str
    reason: str
    known: bool
    forms: tuple[Form, ...]
    concept: Concept

    @property
    def count(self) -> int:
        return sum(form.count for form in self.forms)


def candidates(audit: Audit, glossary: Glossary | None = None, *, every: bool = False) -> tuple[Candidate, ...]:
    """Entities with several spellings, or with a spelling that their concept lacks; with ``every`` all unknown ones.

    Those with most spellings first, then those that stand most often.
    """
    paths = {a.id: a.path for a in audit.articles}
    concepts = {c.id: c for c in glossary.concepts} if glossary else {}
    taken = set(concepts)
    found: list[Candidate] = []
    for entity in sorted(audit.entities, key=lambda e: (e.preferred, e.id)):
        concept = concepts.get(entity.concept or "")
        forms = _forms(entity, concept, paths)
        reason = _reason(concept, forms, every)
        if reason:
            suggested = _concept(entity, concept, forms, taken)
            taken.add(suggested.id)
            found.append(
                Candidate(entity=entity.id, reason=reason, known=concept is not None, forms=forms, concept=suggested)
            )
    return tuple(sorted(found, key=lambda c: (-len(c.forms), -c.count, c.concept.id)))


def _reason(concept: Concept | None, forms: Collection[Form], every: bool) -> str | None:
    new = [form.text for form in forms if not form.known]
    if concept is not None:
        return f"{', '.join(new)}: not in the glossary" if new else None
    if len({form.text for form in forms}) > 1:
        return "competing forms"
    return "not in the glossary" if every and forms else None


def _forms(entity: Entity, concept: Concept | None, paths: dict[str, str]) -> tuple[Form, ...]:
    """The spellings of an entity. Of a spelling and a longer one that ends with it, the longer stands for both."""
    groups: dict[tuple[str, str], list[EntityMention]] = {}
    for mention in entity.mentions:
        groups.setdefault((" ".join(mention.text.split()), mention.language), []).append(mention)
    known = {form for term in concept.terms for form in (term.text, term.short)} if concept else set()
    forms = [
        Form(
            text=text,
            language=language,
            count=len(mentions),
            articles=tuple(sorted({paths.get(m.article, m.article) for m in mentions})),
            conventions=mentions[0].conventions[:3],
            known=text in known,
        )
        for (text, language), mentions in groups.items()
        if not any(longer != text and longer.endswith(f" {text}") for longer, _ in groups)
    ]
    return tuple(sorted(forms, key=lambda f: (-f.count, f.text, f.language)))


def _concept(entity: Entity, concept: Concept | None, forms: Iterable[Form], taken: Collection[str]) -> Concept:
    """What to put into the glossary: the preferred form as it stands, the others as candidates to decide on."""
    kind: ConceptType = concept.type if concept else _TYPE.get(entity.type, entity.type)  # type: ignore[arg-type]
    terms = [_term(form, entity, concept) for form in forms if not form.known]
    native = Native(text=entity.native, lang=_native_lang(entity.native)) if entity.native and not concept else None
    return Concept(
        id=concept.id if concept else _fresh(PREFIX.get(kind, "term"), entity, taken),
        type=kind,
        native=native,
        terms=tuple(terms),
    )


def _term(form: Form, entity: Entity, concept: Concept | None) -> Term:
    chosen = concept is None and form.text == entity.preferred
    status: Status = "preferred" if chosen else "candidate"
    words = form.text.split()
    short = words[-1] if entity.type == "person" and len(words) > 1 else None
    convention = form.conventions[0] if form.conventions and form.conventions[0] != form.language else None
    return Term(text=form.text, lang=form.language, status=status, short=short, convention=convention)


def _native_lang(native: str) -> str:
    """Ukrainian where a letter says so, else Russian for Cyrillic; `und` for other scripts."""
    if re.search(r"[іїєґІЇЄҐ]", native):
        return "uk"
    return "ru" if re.search(r"[А-Яа-яЁё]", native) else "und"


def _fresh(prefix: str, entity: Entity, taken: Collection[str]) -> str:
    """``per-family-given`` in plain letters, numbered where it is taken."""
    words = entity.preferred.split()
    ordered = [words[-1], *words[:-1]] if entity.type == "person" else words
    plain = unicodedata.normalize("NFKD", " ".join(ordered)).encode("ascii", "ignore").decode("ascii").lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    base = f"{prefix}-{slug or sha256(entity.preferred.encode()).hexdigest()[:8]}"
    number = next(n for n in range(1, len(taken) + 2) if (base if n == 1 else f"{base}-{n}") not in taken)
    return base if number == 1 else f"{base}-{number}"
