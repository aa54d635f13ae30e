"""What a glossary says of a form."""

from __future__ import annotations

from auditor.entities.verdict import Verdict
from auditor.glossary.model import Concept, Glossary, Term

_WRONG = frozenset({"deprecated", "forbidden"})


def judge_term(shown: str, language: str, concept: Concept, glossary: Glossary) -> Verdict | None:
    """The verdict of the glossary's term for the form; None where it has no such form or nothing better.

    A term of the article's language decides before one of another language; a foreign form belongs to every language
    for which the glossary has it.
    """
    base = language.split("-")[0]
    terms = [t for t in concept.terms if _has(t, shown)]
    terms.sort(key=lambda t: t.lang.split("-")[0] != base)
    if not terms:
        return None
    term, preferred = terms[0], glossary.preferred(concept, language)
    own = term.lang.split("-")[0] == base
    habit = term.convention or term.lang.split("-")[0]
    if own and term.status not in _WRONG and term.status != "misspelling":
        return Verdict("preferred" if term.status == "preferred" else "admitted", (habit,))
    if preferred is None or term.status == "untranslatable":
        return None
    right = (preferred.short or preferred.text) if shown == term.short else preferred.text
    if right == shown:
        return Verdict("preferred", (base, habit) if habit != base else (base,))
    if term.status == "misspelling":
        return Verdict("misspelt", words={shown: right}, replacement=right, status=term.status)
    habits = tuple(dict.fromkeys(t.convention or t.lang.split("-")[0] for t in terms))
    status = term.status if term.status in _WRONG else None
    return Verdict("foreign", habits, tuple(h for h in habits if h != base), {shown: right}, right, status=status)


def _has(term: Term, shown: str) -> bool:
    forms = (term.text, term.short)
    if term.case == "any":
        return shown.casefold() in [form.casefold() for form in forms if form]
    return shown in forms
