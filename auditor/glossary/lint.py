"""What is doubtful in a glossary: each problem with its place, what to do, and an id of the family GL."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

import msgspec

from auditor.errors import GlossaryError
from auditor.glossary.bad_forms import BAD
from auditor.glossary.lint_base import Files, Problem, at
from auditor.glossary.lint_words import RULES as WORD_RULES
from auditor.glossary.model import Concept, Term
from auditor.glossary.store import Loaded, contradictions
from auditor.glossary.tags import mended_tag, problem_of_tag
from auditor.glossary.write import canonical
from auditor.packs.load import shown
from auditor.packs.nearest import nearest

DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def lint(files: Sequence[Loaded], as_of: str | None = None) -> tuple[Problem, ...]:
    """All problems of the files together, by file, line and rule; dates are past where they lie before ``as_of``."""
    held = Files(files, as_of)
    found = [problem for rule in (*RULES, *WORD_RULES) for problem in rule(held)]
    return tuple(sorted(found, key=lambda p: (p.path, p.line or 0, p.rule, p.message)))


def _contradictions(held: Files) -> Iterator[Problem]:
    for error in contradictions(held.files):
        yield _from_error(error)


def _from_error(error: GlossaryError) -> Problem:
    message = error.message.split(": ", 1)[-1].removeprefix(f"{error.key}: ")
    rule, name = ("GL101", "duplicate-id") if error.key == "id" else ("GL102", "right-and-wrong")
    return Problem(
        path=error.path, line=error.line, rule=rule, name=name, severity="critical", message=message, hint=error.hint
    )


def _shared_terms(held: Files) -> Iterator[Problem]:
    """One good form for two concepts, which ``never`` does not tell apart."""
    owners: dict[tuple[str, str], list[tuple[Concept, str]]] = defaultdict(list)
    for loaded, index, concept, k, term in held.terms():
        if term.status in BAD:
            continue
        line = loaded.lines.term(index, k)
        for other, place in owners[term.text.casefold(), term.lang]:
            if other.id != concept.id and other.id not in concept.never and concept.id not in other.never:
                message = f"{term.text!r} ({term.lang}) is also a form of {other.id!r} ({place})"
                hint = f"join the concepts, or put {other.id!r} into `never`"
                yield at(loaded, line, "GL103", "shared-form", "major", message, hint)
        owners[term.text.casefold(), term.lang].append((concept, f"{shown(loaded.path)}:{line}"))


def _preferred(held: Files) -> Iterator[Problem]:
    """Each language of a concept has one preferred form."""
    for loaded, index, concept in held.concepts():
        by_lang: dict[str, list[Term]] = defaultdict(list)
        for term in concept.terms:
            by_lang[term.lang].append(term)
        for lang, terms in sorted(by_lang.items()):
            preferred = [t.text for t in terms if t.status == "preferred"]
            usable = [t for t in terms if t.status in ("admitted", *BAD)]
            line = loaded.lines.concept(index, "terms")
            if len(preferred) > 1:
                message = f"{concept.id}: {len(preferred)} preferred forms in {lang}: {', '.join(preferred)}"
                yield at(loaded, line, "GL104", "several-preferred", "major", message, "make all but one `admitted`")
            elif not preferred and usable and not _settled(concept, lang):
                message = f"{concept.id}: no preferred form in {lang}"
                yield at(loaded, line, "GL105", "no-preferred", "minor", message, "name the form to use instead")


def _settled(concept: Concept, lang: str) -> bool:
    """Whether a language needs no preferred form of its own: its base language has one, or the name stays as it is."""
    return any(
        (t.lang == lang and t.status == "untranslatable") or (t.lang == lang.split("-")[0] and t.status == "preferred")
        for t in concept.terms
    )


def _references(held: Files) -> Iterator[Problem]:
    """``never`` and ``use`` name what is there."""
    for loaded, index, concept in held.concepts():
        for other in concept.never:
            if other == concept.id or other not in held.ids:
                best = nearest(other, held.ids - {concept.id})
                said = "names the concept itself" if other == concept.id else f"names no concept: {other!r}"
                line = loaded.lines.concept(index, "never")
                hint = f"did you mean {best!r}?" if best else None
                problem = at(loaded, line, "GL106", "unknown-never", "major", f"{concept.id}: `never` {said}", hint)
                yield msgspec.structs.replace(problem, fixable=other == concept.id)
    for loaded, index, concept, k, term in held.terms():
        forms = {t.text for t in concept.terms if t is not term and t.status not in BAD}
        if _circular(concept, term):
            message = f"`use` leads in a circle: {term.text!r} -> {term.use!r}"
            line = loaded.lines.term(index, k)
            yield at(loaded, line, "GL117", "circular-use", "major", message, "name the form to write in the end")
        elif term.use is not None and term.use not in forms:
            best = nearest(term.use, forms)
            hint = f"did you mean {best!r}?" if best else "name a form of the same concept"
            line = loaded.lines.term(index, k)
            yield at(loaded, line, "GL107", "unknown-use", "major", f"`use` names no good form: {term.use!r}", hint)


def _circular(concept: Concept, term: Term) -> bool:
    """Whether following ``use`` from form to form comes back to the term."""
    uses = {t.text: t.use for t in concept.terms if t.use is not None}
    at, seen = term.use, set[str]()
    while at is not None and at not in seen:
        if at == term.text:
            return True
        seen.add(at)
        at = uses.get(at)
    return False


def _tags(held: Files) -> Iterator[Problem]:
    """Languages are BCP 47 tags."""
    natives = [(f, f.lines.concept(i, "native"), c.native.lang) for f, i, c in held.concepts() if c.native]
    terms = [(f, f.lines.term(i, k), term.lang) for f, i, _, k, term in held.terms()]
    for loaded, line, tag in natives + terms:
        if hint := problem_of_tag(tag):
            message = f"{tag!r} is not a language tag of BCP 47"
            problem = at(loaded, line, "GL108", "bad-language-tag", "major", message, hint)
            yield msgspec.structs.replace(problem, fixable=mended_tag(tag) is not None)


def _dates(held: Files) -> Iterator[Problem]:
    """``since`` and ``until`` are days, months or years of ISO 8601, in order."""
    for loaded, index, _, k, term in held.terms():
        line = loaded.lines.term(index, k)
        for value in (term.since, term.until):
            if value is not None and not DAY.fullmatch(value):
                yield at(loaded, line, "GL115", "bad-date", "major", f"{value!r} is not a date", "write 2024-03-31")
        if term.since and term.until and term.since > term.until:
            message = f"since {term.since} is after until {term.until}"
            problem = at(loaded, line, "GL116", "dates-reversed", "major", message, "swap them")
            yield msgspec.structs.replace(problem, fixable=True)
        elif held.as_of and term.until and DAY.fullmatch(term.until) and term.until < held.as_of[: len(term.until)]:
            message = f"{term.text!r} held until {term.until}, which is past"
            yield at(loaded, line, "GL118", "past-date", "minor", message, "drop it, or mark it `deprecated`")


def _repeats(held: Files) -> Iterator[Problem]:
    """A term stands once; a concept has terms."""
    for loaded, index, concept in held.concepts():
        if not concept.terms:
            line = loaded.lines.concept(index)
            yield at(
                loaded, line, "GL112", "no-terms", "minor", f"{concept.id}: no terms", "add one, or drop the concept"
            )
        seen: set[tuple[str, str, str]] = set()
        for k, term in enumerate(concept.terms):
            if (term.text, term.lang, term.status) in seen:
                message = f"{term.text!r} ({term.lang}) stands twice in {concept.id!r}"
                problem = at(
                    loaded, loaded.lines.term(index, k), "GL113", "repeated-form", "minor", message, "drop one"
                )
                yield msgspec.structs.replace(problem, fixable=term in concept.terms[:k])
            seen.add((term.text, term.lang, term.status))


def _layout(held: Files) -> Iterator[Problem]:
    """Files are in canonical form."""
    for loaded in held.files:
        if canonical(loaded.file, loaded.lines) != loaded.text:
            hint = f"auditor glossary fmt {shown(loaded.path)}"
            problem = at(loaded, None, "GL114", "not-canonical", "neutral", "not in canonical order and layout", hint)
            yield msgspec.structs.replace(problem, fixable=True)


RULES: tuple[Callable[[Files], Iterator[Problem]], ...] = (
    _contradictions,
    _shared_terms,
    _preferred,
    _references,
    _tags,
    _dates,
    _repeats,
    _layout,
)
