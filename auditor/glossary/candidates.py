"""What an audit suggests for the glossary: entities that it does not know, and forms that compete."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from auditor.glossary.candidate_forms import Form, View
from auditor.glossary.decisions import Verdicts
from auditor.glossary.ids import fresh
from auditor.glossary.model import Concept, ConceptType, Glossary, Native, Status, Term
from auditor.names import natives
from auditor.names.given import of_native
from auditor.records import Audit, Entity, EntityType, Record

_TYPE: dict[EntityType, ConceptType] = {"other": "term"}
_ATTESTED = 2.5  # zipf frequency from which a native form is a known word of its language
_MARGIN = 0.1  # by which its language must be likelier than the next


class Candidate(Record, frozen=True):
    """An entity worth a decision, with the concept that would record it (``known``: with what it lacks).

    ``conflicts`` say what speaks against taking the forms together.
    """

    entity: str
    name: str
    reason: str
    known: bool
    forms: tuple[Form, ...]
    concept: Concept
    conflicts: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        return sum(form.count for form in self.forms)


def candidates(
    audit: Audit,
    glossary: Glossary | None = None,
    *,
    every: bool = False,
    texts: Mapping[str, str] | None = None,
    verdicts: Verdicts | None = None,
) -> tuple[Candidate, ...]:
    """Entities with several spellings, or with a spelling that their concept lacks; with ``every`` all unknown ones.

    Those with most spellings first, then those that stand most often. ``texts`` (article id -> text) give sentences;
    forms that ``verdicts`` part from the entity are left out.
    """
    view = View(audit, glossary, texts or {}, verdicts or Verdicts())
    taken = set(view.concepts)
    found: list[Candidate] = []
    for entity in sorted(audit.entities, key=lambda e: (e.preferred, e.id)):
        concept = view.concepts.get(entity.concept or "")
        forms = tuple(f for f in view.forms(entity, concept) if not view.parted(entity, f.text))
        reason = _reason(concept, forms, every)
        if reason:
            suggested = _concept(entity, concept, forms, taken)
            taken.add(suggested.id)
            found.append(
                Candidate(
                    entity=entity.id,
                    name=entity.preferred,
                    reason=reason,
                    known=concept is not None,
                    forms=forms,
                    concept=suggested,
                    conflicts=tuple(view.conflicts(entity, suggested.id, forms)),
                )
            )
    return tuple(sorted(found, key=lambda c: (-len(c.forms), -c.count, c.concept.id)))


def _reason(concept: Concept | None, forms: Collection[Form], every: bool) -> str | None:
    new = [form.text for form in forms if not form.known]
    if concept is not None:
        return f"{', '.join(new)}: not in the glossary" if new else None
    texts = [form.text for form in forms]
    if len([text for text in texts if not _is_acronym(text, texts)]) > 1:
        return "competing forms"
    return "not in the glossary" if every and forms else None


def _concept(entity: Entity, concept: Concept | None, forms: Sequence[Form], taken: Collection[str]) -> Concept:
    """What to put into the glossary: the preferred form as it stands, the others as candidates to decide on."""
    kind: ConceptType = concept.type if concept else _TYPE.get(entity.type, entity.type)  # type: ignore[arg-type]
    texts = [form.text for form in forms]
    short = next((text for text in texts if _is_acronym(text, texts)), None)
    terms = [_term(form, entity, concept, short) for form in forms if not form.known and form.text != short]
    lang = _native_lang(entity)
    native = Native(text=entity.native, lang=lang) if entity.native and lang and not concept else None
    return Concept(
        id=concept.id if concept else fresh(kind, entity.preferred, taken),
        type=kind,
        native=native,
        terms=tuple(terms),
    )


def _is_acronym(text: str, texts: Iterable[str]) -> bool:
    """Whether the letters of a form are the initials of a longer one."""
    initials = ("".join(word[0] for word in re.split(r"[\s-]+", longer) if word[:1].isupper()) for longer in texts)
    return len(text) > 1 and text.isupper() and text in initials


def _term(form: Form, entity: Entity, concept: Concept | None, acronym: str | None) -> Term:
    chosen = concept is None and form.text == entity.preferred
    status: Status = "preferred" if chosen else "misspelling" if form.faulty else "candidate"
    words = form.text.split()
    surname = words[-1] if entity.type == "person" and len(words) > 1 else None
    convention = form.conventions[0] if form.conventions and form.conventions[0] != form.language else None
    short = acronym if chosen and acronym else surname
    return Term(text=form.text, lang=form.language, status=status, short=short, convention=convention)


def _native_lang(entity: Entity) -> str | None:
    """The language of the native form, where the names core is sure of it; None leaves it to people.

    A given name that only some languages have decides between those.
    """
    if entity.native is None:
        return None
    found = {g.native_lang: g for g in natives(entity.preferred) if g.native == entity.native}
    for word in entity.native.lower().split():
        listed = {lang for lang in found if of_native(word, lang)}
        found = {lang: found[lang] for lang in listed or found}
    ranked = sorted(found.values(), key=lambda g: (-g.plausibility, g.native_lang))
    if not ranked or ranked[0].attested < _ATTESTED:
        return None
    sure = len(ranked) == 1 or ranked[0].plausibility - ranked[1].plausibility >= _MARGIN
    return ranked[0].native_lang if sure else None
