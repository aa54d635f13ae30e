"""What a keeper does to concepts: edit, remove, deprecate, merge, split. Pure: a desk in, changed concepts out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from auditor.errors import UsageError
from auditor.glossary.edit import Changes, Desk, union
from auditor.glossary.model import Concept, Status, Term
from auditor.packs.nearest import did_you_mean

replaced = msgspec.structs.replace


def edit_concept(desk: Desk, id: str, fields: Mapping[str, Any]) -> Changes:
    """The concept with other fields; with another ``id``, ``never`` of its look-alikes follows."""
    old = desk.get(id)
    new = msgspec.structs.replace(old, **fields)
    if new.id == id:
        return {id: new}
    if new.id in desk.concepts:
        raise UsageError(f"there is a concept {new.id!r}", f"to join them: auditor glossary merge {new.id} {id}")
    return {**_referring(desk, id, new.id), id: new}


def edit_term(desk: Desk, id: str, text: str, lang: str | None, fields: Mapping[str, Any]) -> Changes:
    """The concept with one term changed; a term that becomes preferred takes the place of the one that was."""
    concept = desk.get(id)
    at = find_term(concept, text, lang)
    new = replaced(concept.terms[at], **fields)
    terms = list(concept.terms)
    terms[at] = new
    if new.status == "preferred":
        terms = [admitted(t, new.lang) if k != at else t for k, t in enumerate(terms)]
    if new.text != text:
        terms = [replaced(t, use=new.text) if t.use == text else t for t in terms]
    return {id: replaced(concept, terms=tuple(terms))}


def admitted(term: Term, lang: str) -> Term:
    """A preferred term of the language as an admitted one; others as they are."""
    return replaced(term, status="admitted") if term.status == "preferred" and term.lang == lang else term


def advise_against(
    desk: Desk, id: str, text: str, lang: str | None, status: Status, use: str | None, note: str | None
) -> Changes:
    """The concept with a term marked so; ``use`` must be a good form of the same concept."""
    concept = desk.get(id)
    term = concept.terms[find_term(concept, text, lang)]
    good = [t.text for t in concept.terms if t is not term and t.status in ("preferred", "admitted")]
    if use is not None and use not in good:
        raise UsageError(f"--use: {use!r} is no good form of {id!r}", did_you_mean(use, good) if good else None)
    fields = {"status": status} | {k: v for k, v in (("use", use), ("note", note)) if v is not None}
    return edit_term(desk, id, text, term.lang, fields)


def remove(desk: Desk, id: str, text: str | None, lang: str | None) -> Changes:
    """Without a ``text`` the whole concept goes, and with it what refers to it; else one term of it."""
    concept = desk.get(id)
    if text is None:
        return {**_referring(desk, id, None), id: None}
    at = find_term(concept, text, lang)
    return {id: replaced(concept, terms=(*concept.terms[:at], *concept.terms[at + 1 :]))}


def merge(desk: Desk, into: str, other: str) -> Changes:
    """``into`` with all that ``other`` has; what was preferred there is admitted where ``into`` prefers another form.

    Raises `UsageError` where the two are kept apart by ``never`` or are of different types.
    """
    kept, gone = desk.get(into), desk.get(other)
    if kept.id == gone.id:
        raise UsageError(f"{into!r} cannot be merged with itself", "name two concepts")
    if gone.id in kept.never or kept.id in gone.never:
        hint = f"if that is past: auditor glossary edit {into} --never ''"
        raise UsageError(f"`never` keeps {into!r} and {other!r} apart", hint)
    if kept.type != gone.type:
        hint = f"auditor glossary edit {other} --type {kept.type}"
        raise UsageError(f"{into!r} is of type {kept.type}, {other!r} of type {gone.type}", hint)
    chosen = {t.lang for t in kept.terms if t.status == "preferred"}
    have = {(t.text, t.lang) for t in kept.terms}
    more = [t for t in gone.terms if (t.text, t.lang) not in have]
    new = replaced(
        kept,
        native=kept.native or gone.native,
        terms=(*kept.terms, *(admitted(t, t.lang) if t.lang in chosen else t for t in more)),
        never=union(kept.never, gone.never),
        refs=union(kept.refs, gone.refs),
        note="; ".join(dict.fromkeys(n for n in (kept.note, gone.note) if n)) or None,
        examples=(*kept.examples, *(x for x in gone.examples if x not in kept.examples)),
    )
    return {**_referring(desk, other, into), into: new, other: None}


def split(desk: Desk, id: str, new_id: str, texts: Sequence[str]) -> Changes:
    """Two concepts out of one: the terms of these texts (in all languages) go to ``new_id``; ``never`` parts the two.

    Where a language is left without a preferred form, its first admitted form or candidate becomes it.
    """
    old = desk.get(id)
    if new_id in desk.concepts:
        raise UsageError(f"there is a concept {new_id!r}", "choose another id")
    for text in texts:
        find_term(old, text, None, several=True)
    gone = [t for t in old.terms if t.text in texts]
    kept = [t for t in old.terms if t.text not in texts]
    if not kept:
        raise UsageError("nothing would be left", f"to rename: auditor glossary edit {id} --id {new_id}")
    rest = replaced(old, terms=_with_preferred(kept), never=union(old.never, (new_id,)))
    new = Concept(id=new_id, type=old.type, terms=_with_preferred(gone), never=(id,))
    return {id: rest, new_id: new}


def _with_preferred(terms: Sequence[Term]) -> tuple[Term, ...]:
    """The terms, with one preferred in each language that has a form to prefer; `use` only where it is still named."""
    texts = {t.text for t in terms}
    terms = [t if t.use is None or t.use in texts else replaced(t, use=None) for t in terms]
    done = {t.lang for t in terms if t.status in ("preferred", "untranslatable")}
    found: list[Term] = []
    for term in terms:
        if term.lang not in done and term.status in ("admitted", "candidate"):
            done.add(term.lang)
            term = replaced(term, status="preferred")
        found.append(term)
    return tuple(found)


def find_term(concept: Concept, text: str, lang: str | None, *, several: bool = False) -> int:
    """Index of the term of this text (and language); raises `UsageError` where there is none, or more than one."""
    found = [k for k, t in enumerate(concept.terms) if t.text == text and lang in (None, t.lang)]
    if not found:
        texts = list(dict.fromkeys(t.text for t in concept.terms))
        raise UsageError(f"{concept.id!r} has no form {text!r}" + (f" in {lang}" if lang else ""), _advice(text, texts))
    if len(found) > 1 and not several:
        langs = ", ".join(concept.terms[k].lang for k in found)
        raise UsageError(f"{concept.id!r} has {text!r} in several languages: {langs}", "say which: --lang TAG")
    return found[0]


def _advice(text: str, texts: list[str]) -> str | None:
    return did_you_mean(text, texts) if texts else None


def _referring(desk: Desk, old: str, new: str | None) -> dict[str, Concept | None]:
    """The concepts whose ``never`` names ``old``, with ``new`` in its place."""

    def renamed(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(i for i in ((new if x == old else x) for x in ids) if i is not None))

    return {c.id: replaced(c, never=renamed(c.never)) for c in desk.concepts.values() if old in c.never}
