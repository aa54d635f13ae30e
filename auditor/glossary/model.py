"""Concepts and terms (TBX sense: a concept holds terms of several languages)."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, get_args

import msgspec

from auditor.glossary.bad_forms import ANY_LANGUAGE, Table, tables
from auditor.records import EntityType, Record

Status = Literal[
    "candidate", "preferred", "admitted", "deprecated", "forbidden", "misspelling", "untranslatable"
]  # fmt: skip
ConceptType = Literal["person", "org", "place", "vehicle", "mission", "title", "agency", "term"]
MatchMode = Literal["exact", "stem", "prefix"]
CaseMode = Literal["exact", "any"]
CHOICES: dict[str, tuple[str, ...]] = {
    "status": get_args(Status),
    "type": get_args(ConceptType),
    "match": get_args(MatchMode),
    "case": get_args(CaseMode),
}

ENTITY_TYPE: dict[str, EntityType] = {"title": "other", "agency": "org", "term": "other"}


class Native(Record, frozen=True):
    """The name in its own language."""

    text: str
    lang: str


class Term(Record, frozen=True, omit_defaults=True):
    """One form of a concept in one language (BCP 47). ``short`` is what later mentions use (a surname, an acronym)."""

    text: str
    lang: str
    status: Status = "preferred"
    short: str | None = None
    convention: str | None = None
    match: MatchMode = "exact"
    case: CaseMode = "exact"
    use: str | None = None
    note: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What makes a term one: its text and its language."""
        return self.text, self.lang


class Usage(Record, frozen=True, omit_defaults=True):
    """A sentence that proves a concept: ``finds`` are the words that the glossary advises against, in order."""

    text: str
    lang: str
    finds: tuple[str, ...] = ()


class Concept(Record, frozen=True, omit_defaults=True):
    """What terms refer to.

    ``never`` lists ids of look-alikes that are never the same entity, ``refs`` ids in other collections
    (``wikidata:Q42``), ``examples`` what ``auditor glossary test`` runs.
    """

    id: str
    type: ConceptType
    native: Native | None = None
    terms: tuple[Term, ...] = ()
    never: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    note: str | None = None
    examples: tuple[Usage, ...] = ()

    @property
    def entity_type(self) -> EntityType:
        return ENTITY_TYPE.get(self.type, self.type)  # type: ignore[arg-type]


class GlossaryFile(Record, frozen=True, omit_defaults=True):
    """One TOML file."""

    schema: int
    domain: str | None = None
    concept: tuple[Concept, ...] = ()


class Glossary(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All loaded files as one; ids are unique over the files."""

    concepts: tuple[Concept, ...]
    paths: tuple[str, ...] = ()
    digest: str = ""

    @cached_property
    def forms(self) -> dict[str, tuple[tuple[Concept, Term], ...]]:
        """Case-folded text (and short form, and native form) -> the concepts and terms that have it."""
        table: dict[str, list[tuple[Concept, Term]]] = {}
        for concept in self.concepts:
            for term in concept.terms:
                for form in {term.text, term.short or term.text}:
                    table.setdefault(form.casefold(), []).append((concept, term))
            if concept.native:
                native = Term(text=concept.native.text, lang=concept.native.lang, status="admitted")
                table.setdefault(concept.native.text.casefold(), []).append((concept, native))
        return {form: tuple(rows) for form, rows in table.items()}

    @cached_property
    def bad_forms(self) -> dict[str, Table]:
        """Language -> the forms of it that the glossary advises against (see `auditor.glossary.bad_forms`)."""
        return tables(self)

    def preferred(self, concept: Concept, language: str) -> Term | None:
        """The preferred term of a concept in a language; regional tags (``en-GB``) fall back to their base, all to the
        form for any language (``mul``)."""
        base = language.split("-")[0]
        chosen = [t for t in concept.terms if t.status == "preferred"]
        ranked = [t for t in chosen if t.lang.split("-")[0] == base]
        exact = [t for t in ranked if t.lang == language]
        anywhere = [t for t in chosen if t.lang == ANY_LANGUAGE]
        return next(iter(exact or ranked or anywhere), None)
