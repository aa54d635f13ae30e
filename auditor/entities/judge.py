"""How each form of an entity stands in a language: the glossary, the tables, the conventions are asked in turn."""

from __future__ import annotations

import msgspec

from auditor.entities.judge_given import judge_given
from auditor.entities.judge_listed import judge_institution, judge_place
from auditor.entities.judge_names import judge_name
from auditor.entities.judge_terms import judge_term
from auditor.entities.local import Form, form_key
from auditor.entities.profile import Profile
from auditor.entities.verdict import Verdict

_CYRILLIC = frozenset({"ru", "uk"})


def judge(form: Form, shown: str, language: str, profile: Profile) -> Verdict:
    """The verdict on a form (``shown`` as it stands in the text) before the article's other names are asked."""
    base = language.split("-")[0]
    if form.repair:
        owners = (form.repair.language,) if form.repair.language else ()
        return Verdict(form.repair.relation, owners, owners, {}, form.repair.text)
    if form_key(shown) != form.key or (_alien_script(shown, base) and not (profile.place and base in _CYRILLIC)):
        return Verdict("admitted")  # a genitive; a name left in its own script, but for towns in Cyrillic copy
    found = _by_tables(form, shown, language, profile)
    if profile.concept and profile.glossary:
        said = judge_term(shown, language, profile.concept, profile.glossary)
        if said:
            conventions = tuple(dict.fromkeys((*found.conventions, *said.conventions)))
            return msgspec.structs.replace(said, conventions=conventions)
    return found


def _by_tables(form: Form, shown: str, language: str, profile: Profile) -> Verdict:
    base = language.split("-")[0]
    if profile.institution:
        return judge_institution(form, shown, base, profile, profile.institution)
    if profile.place:
        return judge_place(form, shown, base, profile, profile.place)
    if profile.known_as:
        return Verdict("preferred" if shown in profile.known_as else "admitted")
    if profile.pivot and (profile.cluster.type == "person" or len(form.words) == 1):
        found = judge_name(form, shown, language, profile, profile.pivot)
        if profile.pivot.given or found.words or found.relation == "foreign":
            return found
        return judge_given(form, shown, base, profile) or found
    alone = judge_given(form, shown, base, profile)
    return alone or Verdict("preferred" if shown == profile.choice(language).full else "admitted")


def _alien_script(shown: str, base: str) -> bool:
    """True for Cyrillic in a Latin-script language's text and the other way round."""
    cyrillic = not shown.isascii() and any("\u0400" <= c <= "\u04ff" for c in shown)
    return cyrillic != (base in _CYRILLIC)
