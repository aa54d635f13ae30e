"""Rules about the letters and words of forms; some need the lexicon and the conventions."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

import msgspec

from auditor.glossary.bad_forms import BAD
from auditor.glossary.lint_base import Files, Problem, at
from auditor.glossary.store import Loaded
from auditor.packs.nearest import did_you_mean

_COMMON = {"exact": 6.0, "stem": 5.0, "prefix": 4.5}  # zipf frequency from which a bad form cries wolf
_SHORTEST_PREFIX = 4  # letters
_FOLLOWS = 0.5  # score from which a spelling follows a convention
SCRIPTS = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN", "HEBREW", "ARABIC"})
_SPELLED = ("person", "place")  # types whose names follow conventions of spelling


def _characters(held: Files) -> Iterator[Problem]:
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
        problem = at(loaded, line, "GL109", "not-nfc", "minor", message, "auditor glossary fmt composes it")
        yield msgspec.structs.replace(problem, fixable=True)
    if text != text.strip() or "  " in text or not text.isprintable():
        message = f"{text!a} has blanks at an end, double blanks or invisible characters"
        problem = at(loaded, line, "GL110", "stray-characters", "minor", message, "type it anew")
        yield msgspec.structs.replace(problem, fixable=text.isprintable())
    for word in text.split():
        scripts = _scripts(word)
        if len(scripts) > 1:
            message = f"{word!r} mixes {' and '.join(scripts)} letters"
            yield at(
                loaded, line, "GL111", "mixed-scripts", "major", message, "one of them is a look-alike; type it anew"
            )


def _scripts(word: str) -> list[str]:
    """The scripts of a word whose parts (between hyphens) mix several; empty for a word that mixes none."""
    for part in word.split("-"):
        names = {unicodedata.name(c, "").partition(" ")[0] for c in part if c.isalpha()} & SCRIPTS
        if len(names) > 1:
            return sorted(name.title() for name in names)
    return []


def _common(held: Files) -> Iterator[Problem]:
    """A form that is advised against is not an everyday word for the way it is matched."""
    from auditor.text.lexicon import lexicon

    for loaded, index, _, k, term in held.terms():
        if term.status not in BAD or " " in term.text:
            continue
        if term.match == "prefix" and len(term.text) < _SHORTEST_PREFIX:
            said = f"{term.text!r} begins too many words"
        elif lexicon().zipf(term.text.casefold(), term.lang.split("-")[0]) >= _COMMON[term.match]:
            said = f"{term.text!r} is an everyday word of {term.lang}"
        else:
            continue
        hint = "name the words around it, or match it exactly" if term.match != "exact" else "name the words around it"
        yield at(
            loaded, loaded.lines.term(index, k), "GL119", "too-common", "minor", f"{said} (match {term.match})", hint
        )


def _conventions(held: Files) -> Iterator[Problem]:
    """A form that names a convention is what the convention makes of the native form."""
    from auditor.names import conventions

    for loaded, index, concept, k, term in held.terms():
        native = concept.native
        if native is None or term.convention is None or term.status in BAD or concept.type not in _SPELLED:
            continue
        guesses = conventions(term.text, native.text, native.lang)
        if guesses and not any(term.convention in (g.convention, g.language) and g.score >= _FOLLOWS for g in guesses):
            message = f"{term.text!r} is not how {term.convention} writes {native.text!r}"
            hint = f"by its spelling: {', '.join(dict.fromkeys(g.convention for g in guesses[:3]))}"
            yield at(loaded, loaded.lines.term(index, k), "GL120", "not-its-convention", "minor", message, hint)


def _known_conventions(held: Files) -> Iterator[Problem]:
    """A convention is one that there is."""
    from auditor.names.scheme import known_ids

    for loaded, index, concept, k, term in held.terms():
        if term.convention is not None and term.convention not in known_ids():
            message = f"{concept.id}: no convention {term.convention!r}"
            line, hint = loaded.lines.term(index, k), did_you_mean(term.convention, known_ids())
            yield at(loaded, line, "GL121", "unknown-convention", "minor", message, hint)


RULES: tuple[Callable[[Files], Iterator[Problem]], ...] = (_characters, _common, _conventions, _known_conventions)
