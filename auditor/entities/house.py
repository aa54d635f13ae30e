"""What a house style makes of the form that a language would use: acronyms, places, romanized names."""

from __future__ import annotations

from auditor.entities.people import Pivot
from auditor.names.given import of_native
from auditor.packs.institutions import Institution, institutions
from auditor.packs.places import Place
from auditor.packs.style_file import Acronyms, Letters
from auditor.packs.styles import Style


def acronym(text: str, rule: Acronyms, item: Institution) -> str:
    """The acronym of an institution as the house cases it; a form of another kind stays."""
    exact = {form.casefold(): form for form in rule.forms}
    if text.casefold() in exact:
        return exact[text.casefold()]
    hits = institutions().by_form(text)
    if not item.spoken or not any(hit.kind == "acronym" and hit.institution.id == item.id for hit in hits):
        return text
    return text.capitalize() if rule.write == "initial" else text.upper()


def place(item: Place, style: Style, base: str) -> str | None:
    """The name that the house has for a place, None where it does not say."""
    names = set(item.names.get(base, ()))
    for word in style.rules.words:
        if word.kind == "place" and not names.isdisjoint((word.use, *word.instead_of)):
            return word.use
    return None


def person(native: Pivot, style: Style, base: str) -> tuple[str, str | None] | None:
    """Family and given name as the house romanizes them; None where it has no rule for the language."""
    rule = style.rules.romanization.get(native.language)
    if rule is None:
        return None
    from auditor.names.romanize import housed

    family = housed(native.family, native.language, base, rule.rules)
    if family is None:
        return None
    if not native.given:
        return family, native.given
    given = rule.given.get(native.given)
    return family, given or _given(native.given, native.language, base, rule.rules)


def _given(native: str, language: str, base: str, rules: tuple[Letters, ...]) -> str | None:
    """A given name as the house's rules change it, as far as it is written so; else its habitual form (Alexander)."""
    from auditor.names.romanize import housed

    own, known = housed(native, language, base, rules), of_native(native.lower(), language)
    forms = known.listed(base) if known else ()
    changed = own != housed(native, language, base, ())
    return own if not forms or (changed and own in forms) else forms[0]
