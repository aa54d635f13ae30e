"""What an audit suggests for the glossary: entities that it does not know, and forms that compete."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from auditor.glossary.decisions import Verdicts
from auditor.glossary.ids import fresh
from auditor.glossary.model import Concept, ConceptType, Glossary, Native, Status, Term
from auditor.names import natives, score
from auditor.names.given import of_native
from auditor.records import Audit, Entity, EntityMention, EntityType, Record
from auditor.text.casing import in_capitals
from auditor.text.segments import sentences

_TYPE: dict[EntityType, ConceptType] = {"other": "term"}
_ATTESTED = 2.5  # zipf frequency from which a native form is a known word of its language
_DOUBTFUL = 0.5  # score below which two spellings are rather two names
_QUOTED = 2  # articles from which a sentence is shown
_AROUND = 120  # characters of a sentence on each side of the form
_MARGIN = 0.1  # by which its language must be likelier than the next


class Quoted(Record, frozen=True):
    """A sentence that has a form, and where the form stands in it."""

    article: str
    line: int
    text: str
    start: int
    end: int


class Form(Record, frozen=True):
    """One spelling: how often it stands in which articles, whose convention it follows, a sentence from each of some.

    ``known``: the glossary has it; ``faulty``: a check that is not in preview finds fault with it. ``score``: whether
    it and the entity's name are one name; None where that is no question of spelling.
    """

    text: str
    language: str
    count: int
    articles: tuple[str, ...]
    conventions: tuple[str, ...]
    known: bool
    faulty: bool
    score: float | None = None
    sentences: tuple[Quoted, ...] = ()


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
    view = _View(audit, glossary, texts or {}, verdicts or Verdicts())
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


class _View:
    """An audit as candidates are looked for in it."""

    def __init__(self, audit: Audit, glossary: Glossary | None, texts: Mapping[str, str], verdicts: Verdicts) -> None:
        self.concepts = {c.id: c for c in glossary.concepts} if glossary else {}
        self._table = glossary.forms if glossary else {}
        self._paths = {a.id: a.path for a in audit.articles}
        self._texts, self._verdicts = texts, verdicts
        self._faults: dict[str, list[tuple[int, int]]] = {}
        for f in audit.findings:
            if not f.preview and f.severity != "neutral" and f.rule[:2] in ("NM", "TA") and f.end > f.start:
                self._faults.setdefault(f.article, []).append((f.start, f.end))

    def parted(self, entity: Entity, text: str) -> bool:
        """Whether people judged the form different from the entity."""
        told = [self._verdicts.of(name, text) for name in (entity.concept, entity.preferred) if name]
        return any(d is not None and d.verdict == "different" for d in told)

    def forms(self, entity: Entity, concept: Concept | None) -> tuple[Form, ...]:
        """The spellings of an entity, those out of datelines and headlines in capitals left out.

        Of a spelling and a longer one that ends with it, the longer stands for both.
        """
        groups: dict[tuple[str, str], list[EntityMention]] = {}
        for mention in entity.mentions:
            groups.setdefault((" ".join(mention.text.split()), mention.language), []).append(mention)
        known = {form for term in concept.terms for form in (term.text, term.short)} if concept else set()
        forms = [
            Form(
                text=text,
                language=language,
                count=len(mentions),
                articles=tuple(sorted({self._paths.get(m.article, m.article) for m in mentions})),
                conventions=mentions[0].conventions[:3],
                known=text in known,
                faulty=any(self._faulty(m) for m in mentions),
                score=_score(entity, text, language),
                sentences=tuple(self._sentences(mentions)),
            )
            for (text, language), mentions in groups.items()
            if not any(longer != text and longer.endswith(f" {text}") for longer, _ in groups)
            and not in_capitals(text, (other for other, spoken in groups if spoken == language))
        ]
        return tuple(sorted(forms, key=lambda f: (-f.count, f.text, f.language)))

    def _faulty(self, m: EntityMention) -> bool:
        return any(m.start < end and start < m.end for start, end in self._faults.get(m.article, ()))

    def _sentences(self, mentions: Sequence[EntityMention]) -> Iterator[Quoted]:
        """A sentence from each of the first articles that have the form."""
        firsts = {m.article: m for m in sorted(mentions, key=lambda m: (m.article, m.start), reverse=True)}
        for article in sorted(firsts)[:_QUOTED]:
            m, text = firsts[article], self._texts.get(article)
            if text is None:
                continue
            first = text.rfind("\n", 0, m.start) + 1
            last = text.find("\n", m.end)
            spans = sentences(text, first, last if last >= 0 else len(text), m.language)
            start, end = next(((s, e) for s, e in spans if s <= m.start < e), (m.start, m.end))
            start, end = _clipped(text, max(start, first), max(end, m.end), m)
            yield Quoted(
                article=self._paths.get(article, article),
                line=text.count("\n", 0, m.start) + 1,
                text=text[start:end],
                start=m.start - start,
                end=m.end - start,
            )

    def conflicts(self, entity: Entity, id: str, forms: Sequence[Form]) -> Iterator[str]:
        """What speaks against one concept for the forms."""
        for form in forms:
            for other in sorted({c.id for c, _ in self._table.get(form.text.casefold(), ())} - {id}):
                yield f"“{form.text}” is a form of {other}"
            if form.score is not None and form.score < _DOUBTFUL:
                yield f"“{form.text}” and “{entity.preferred}” may be two names (score {form.score:.2f})"
        for d in self._verdicts.between([entity.preferred, id], [f.text for f in forms if not f.known]):
            yield f"“{d.a}” and “{d.b}” were judged different"


def _score(entity: Entity, text: str, language: str) -> float | None:
    """Whether a person's name and another spelling are one name."""
    if entity.type != "person" or text == entity.preferred:
        return None
    return score(entity.preferred, text, None, language)


def _clipped(text: str, start: int, end: int, m: EntityMention) -> tuple[int, int]:
    """A span around a mention, cut between words where it is long."""
    if m.start - start > _AROUND:
        start = text.find(" ", m.start - _AROUND, m.start) + 1 or m.start
    if end - m.end > _AROUND:
        end = max(text.rfind(" ", m.end, m.end + _AROUND), m.end)
    return start, end


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
