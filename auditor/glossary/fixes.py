"""What ``auditor glossary lint --fix`` mends: only what cannot change the meaning of an entry."""

from __future__ import annotations

from collections import Counter

import msgspec

from auditor.glossary.edit import Changes, Desk
from auditor.glossary.model import Concept, Native, Term
from auditor.glossary.tags import mended_tag, problem_of_tag


def fixes(desk: Desk) -> Changes:
    """The concepts that can be mended, mended; those of an id that stands twice are left alone."""
    times = Counter(c.id for f in desk.files for c in f.file.concept)
    mended = {c.id: fixed(c) for c in desk.concepts.values() if times[c.id] == 1}
    return {id: c for id, c in mended.items() if c != desk.concepts[id]}


def fixed(concept: Concept) -> Concept:
    """The concept without stray blanks, wrong tags, reversed dates, repeated terms and references to itself."""
    terms = tuple(dict.fromkeys(_term(t) for t in concept.terms))
    native = concept.native and Native(text=_text(concept.native.text), lang=_tag(concept.native.lang))
    never = tuple(i for i in concept.never if i != concept.id)
    return msgspec.structs.replace(concept, terms=terms, native=native, never=never)


def _term(term: Term) -> Term:
    since, until = term.since, term.until
    if since and until and since > until:
        since, until = until, since
    short = term.short and _text(term.short)
    return msgspec.structs.replace(
        term, text=_text(term.text), lang=_tag(term.lang), short=short, since=since, until=until
    )


def _text(text: str) -> str:
    """Without blanks at the ends and double blanks; a form with invisible characters is left to people."""
    return " ".join(text.split()) if text.isprintable() else text


def _tag(tag: str) -> str:
    return (mended_tag(tag) or tag) if problem_of_tag(tag) else tag
