"""What is doubtful in a glossary: each problem with its place, what to do, and an id of the family GL."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from auditor.errors import GlossaryError
from auditor.glossary.model import Concept, Term
from auditor.glossary.store import BAD, Loaded, contradictions
from auditor.glossary.tags import problem_of_tag
from auditor.glossary.write import canonical
from auditor.packs.load import shown
from auditor.packs.nearest import nearest
from auditor.records import Record, Severity

_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
SCRIPTS = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN", "HEBREW", "ARABIC"})


class Problem(Record, frozen=True):
    """One problem: where it is, which rule says so, and what to do."""

    path: str
    line: int | None
    rule: str
    name: str
    severity: Severity
    message: str
    hint: str | None = None


class _Files:
    """All files, with look-ups over them."""

    def __init__(self, files: Sequence[Loaded]) -> None:
        self.files = files
        self.ids = {c.id for f in files for c in f.file.concept}

    def concepts(self) -> Iterator[tuple[Loaded, int, Concept]]:
        for loaded in self.files:
            for index, concept in enumerate(loaded.file.concept):
                yield loaded, index, concept

    def terms(self) -> Iterator[tuple[Loaded, int, Concept, int, Term]]:
        for loaded, index, concept in self.concepts():
            for k, term in enumerate(concept.terms):
                yield loaded, index, concept, k, term


def lint(files: Sequence[Loaded]) -> tuple[Problem, ...]:
    """All problems of the files together, by file, line and rule."""
    held = _Files(files)
    found = [problem for rule in RULES for problem in rule(held)]
    return tuple(sorted(found, key=lambda p: (p.path, p.line or 0, p.rule, p.message)))


def _contradictions(held: _Files) -> Iterator[Problem]:
    for error in contradictions(held.files):
        yield _from_error(error)


def _from_error(error: GlossaryError) -> Problem:
    message = error.message.split(": ", 1)[-1].removeprefix(f"{error.key}: ")
    rule, name = ("GL101", "duplicate-id") if error.key == "id" else ("GL102", "right-and-wrong")
    return Problem(
        path=error.path, line=error.line, rule=rule, name=name, severity="critical", message=message, hint=error.hint
    )


def _shared_terms(held: _Files) -> Iterator[Problem]:
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
                yield _at(loaded, line, "GL103", "shared-form", "major", message, hint)
        owners[term.text.casefold(), term.lang].append((concept, f"{shown(loaded.path)}:{line}"))


def _preferred(held: _Files) -> Iterator[Problem]:
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
                yield _at(loaded, line, "GL104", "several-preferred", "major", message, "make all but one `admitted`")
            elif not preferred and usable and all(t.status != "untranslatable" for t in terms):
                message = f"{concept.id}: no preferred form in {lang}"
                yield _at(loaded, line, "GL105", "no-preferred", "minor", message, "name the form to use instead")


def _references(held: _Files) -> Iterator[Problem]:
    """``never`` and ``use`` name what is there."""
    for loaded, index, concept in held.concepts():
        for other in concept.never:
            if other == concept.id or other not in held.ids:
                best = nearest(other, held.ids - {concept.id})
                said = "names the concept itself" if other == concept.id else f"names no concept: {other!r}"
                line = loaded.lines.concept(index, "never")
                hint = f"did you mean {best!r}?" if best else None
                yield _at(loaded, line, "GL106", "unknown-never", "major", f"{concept.id}: `never` {said}", hint)
    for loaded, index, concept, k, term in held.terms():
        forms = {t.text for t in concept.terms if t is not term and t.status not in BAD}
        if term.use is not None and term.use not in forms:
            best = nearest(term.use, forms)
            hint = f"did you mean {best!r}?" if best else "name a form of the same concept"
            line = loaded.lines.term(index, k)
            yield _at(loaded, line, "GL107", "unknown-use", "major", f"`use` names no good form: {term.use!r}", hint)


def _tags(held: _Files) -> Iterator[Problem]:
    """Languages are BCP 47 tags."""
    natives = [(f, f.lines.concept(i, "native"), c.native.lang) for f, i, c in held.concepts() if c.native]
    terms = [(f, f.lines.term(i, k), term.lang) for f, i, _, k, term in held.terms()]
    for loaded, line, tag in natives + terms:
        if hint := problem_of_tag(tag):
            message = f"{tag!r} is not a language tag of BCP 47"
            yield _at(loaded, line, "GL108", "bad-language-tag", "major", message, hint)


def _dates(held: _Files) -> Iterator[Problem]:
    """``since`` and ``until`` are days, months or years of ISO 8601, in order."""
    for loaded, index, _, k, term in held.terms():
        line = loaded.lines.term(index, k)
        for value in (term.since, term.until):
            if value is not None and not _DAY.fullmatch(value):
                yield _at(loaded, line, "GL115", "bad-date", "major", f"{value!r} is not a date", "write 2024-03-31")
        if term.since and term.until and term.since > term.until:
            message = f"since {term.since} is after until {term.until}"
            yield _at(loaded, line, "GL116", "dates-reversed", "major", message, "swap them")


def _characters(held: _Files) -> Iterator[Problem]:
    """Forms are in NFC, of one script a word, without invisible characters or blanks at the ends."""
    for loaded, index, concept in held.concepts():
        if concept.native:
            yield from _form(loaded, loaded.lines.concept(index, "native"), concept.native.text)
    for loaded, index, _, k, term in held.terms():
        for text in (term.text, term.short):
            if text is not None:
                yield from _form(loaded, loaded.lines.term(index, k), text)


def _form(loaded: Loaded, line: int | None, text: str) -> Iterator[Problem]:
    if unicodedata.normalize("NFC", text) != text:
        message = f"{text!r} is not in Unicode's composed form (NFC)"
        yield _at(loaded, line, "GL109", "not-nfc", "minor", message, "auditor glossary fmt composes it")
    if text != text.strip() or "  " in text or not text.isprintable():
        message = f"{text!a} has blanks at an end, double blanks or invisible characters"
        yield _at(loaded, line, "GL110", "stray-characters", "minor", message, "type it anew")
    for word in text.split():
        scripts = _scripts(word)
        if len(scripts) > 1:
            message = f"{word!r} mixes {' and '.join(scripts)} letters"
            yield _at(
                loaded, line, "GL111", "mixed-scripts", "major", message, "one of them is a look-alike; type it anew"
            )


def _scripts(word: str) -> list[str]:
    """The scripts of a word whose parts (between hyphens) mix several; empty for a word that mixes none."""
    for part in word.split("-"):
        names = {unicodedata.name(c, "").partition(" ")[0] for c in part if c.isalpha()} & SCRIPTS
        if len(names) > 1:
            return sorted(name.title() for name in names)
    return []


def _repeats(held: _Files) -> Iterator[Problem]:
    """A term stands once; a concept has terms."""
    for loaded, index, concept in held.concepts():
        if not concept.terms:
            line = loaded.lines.concept(index)
            yield _at(
                loaded, line, "GL112", "no-terms", "minor", f"{concept.id}: no terms", "add one, or drop the concept"
            )
        seen: set[tuple[str, str, str]] = set()
        for k, term in enumerate(concept.terms):
            if (term.text, term.lang, term.status) in seen:
                message = f"{term.text!r} ({term.lang}) stands twice in {concept.id!r}"
                yield _at(loaded, loaded.lines.term(index, k), "GL113", "repeated-form", "minor", message, "drop one")
            seen.add((term.text, term.lang, term.status))


def _layout(held: _Files) -> Iterator[Problem]:
    """Files are in canonical form."""
    for loaded in held.files:
        if canonical(loaded.file, loaded.lines) != loaded.text:
            hint = f"auditor glossary fmt {shown(loaded.path)}"
            yield _at(loaded, None, "GL114", "not-canonical", "neutral", "not in canonical order and layout", hint)


def _at(
    loaded: Loaded, line: int | None, rule: str, name: str, severity: Severity, message: str, hint: str | None
) -> Problem:
    return Problem(
        path=shown(loaded.path), line=line, rule=rule, name=name, severity=severity, message=message, hint=hint
    )


RULES: tuple[Callable[[_Files], Iterator[Problem]], ...] = (
    _contradictions,
    _shared_terms,
    _preferred,
    _references,
    _tags,
    _dates,
    _characters,
    _repeats,
    _layout,
)
