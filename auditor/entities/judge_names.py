"""Spellings of names that stand in another script at home."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from auditor.entities import facts
from auditor.entities.evident import BORNE, abroad_unknown, evident
from auditor.entities.judge_given import by_given, given_words
from auditor.entities.local import Form
from auditor.entities.owners import conventions as conventions_of
from auditor.entities.owners import likely, replaced
from auditor.entities.owners import owners as owners_of
from auditor.entities.people import EXPLAINED, UNSEEN, Pivot, fits
from auditor.entities.profile import LEAD, Profile, targets
from auditor.entities.verdict import Verdict
from auditor.entities.view import Relation
from auditor.names.given import lookup
from auditor.packs.renderings import public_families
from auditor.packs.surname_signs import customary, customary_beside

_NEAR = 0.05  # a convention this much better than the article's own makes a form doubtful
_KNOWN = 2.0  # zipf from which the language's own copy has a form


def judge_name(form: Form, shown: str, language: str, profile: Profile, native: Pivot) -> Verdict:
    """A spelling of a native name: one that the language makes of it, or whose it is."""
    base = language.split("-")[0]
    family = family_shown(form, shown)
    scores = fits(family, native.family, native.language)
    conventions = _written_by(family, native.family, native.language, base)
    choice = profile.choice(language)
    relation: Relation = "preferred" if shown in (choice.full, choice.short) else "admitted"
    if base not in targets(native.language):
        return Verdict(relation, conventions)
    if not scores:
        return _unexplained(relation, shown, family, base, profile)
    if base == "en" and family in public_families():  # some house writes it so (Zelenskiy)
        found = by_given(Verdict(relation, conventions), form, shown, family, base, profile)
        return found if family not in found.words else Verdict(relation, conventions)
    own = scores.get(base, 0.0)
    owners = owners_of(scores, conventions, base)
    if own >= EXPLAINED:
        best = max((likely(scores, code) for code in owners), default=0.0)
        verdict = Verdict(relation, conventions, owners)
        return _doubtful(verdict, form, shown, family, best - own, base, profile, native)
    words = {family: choice.short}
    own_way = base == "en" and _own_way(family, choice.short, profile, native.language)
    if not owners or own_way or family == choice.short or _accepted(family, choice.short, base, profile):
        return _by_both(conventions, owners, form, shown, family, base, profile)
    words |= given_words(form, base, profile)
    if not evident(family, owners, form, base, profile):
        if native.own or profile.lexicon.zipf(family, base) > UNSEEN:
            return _by_both(conventions, owners, form, shown, family, base, profile)
        return Verdict("admitted", conventions, owners, words, replaced(shown, words), doubtful=True)
    return Verdict("foreign", tuple(c for c in conventions if c != base), owners, words, replaced(shown, words))


def _own_way(family: str, right: str, profile: Profile, language: str) -> bool:
    """Whether the family name is in its bearer's own letters, by itself or beside such a given name."""
    if customary(family, right, profile.homes | {language}):
        return True
    givens = {given.split()[0] for spelling in profile.spellings for given in spelling.givens}
    theirs = frozenset(
        name.language
        for given in givens
        for name in lookup(given)
        if any(
            customary(given, regular, frozenset({name.language}))
            for regular in facts.given_forms(name.native, name.language, "en")[:1]
        )
    )
    return customary_beside(family, right, theirs)


def _by_both(
    conventions: tuple[str, ...],
    owners: tuple[str, ...],
    form: Form,
    shown: str,
    family: str,
    base: str,
    profile: Profile,
) -> Verdict:
    """``Pjotr Dubrow``: an American's family name too, but the language that writes Pjotr makes it of a native one."""
    found = by_given(Verdict("admitted", conventions), form, shown, family, base, profile)
    both = tuple(code for code in found.owners if code in owners)
    rare = all(profile.lexicon.zipf(word, base) <= BORNE for word in found.words)
    rare = rare and (profile.at_home or abroad_unknown(family, profile))
    native = profile.pivot
    if not (found.doubtful or found.relation == "foreign") or not (both and rare and native):
        return found
    words = {**found.words, family: facts.romanize(native.family, native.language, base)[0]}
    return Verdict("foreign", conventions, both, words, replaced(shown, words))


def _doubtful(
    verdict: Verdict, form: Form, shown: str, family: str, lead: float, base: str, profile: Profile, native: Pivot
) -> Verdict:
    """Mark a form that the language may write, but that others rather do, with what it would rather be.

    ``lead`` is by how much the others' convention fits better.
    """
    found = by_given(verdict, form, shown, family, base, profile)
    if found.relation == "foreign":
        return found
    choice = profile.choice(base)
    right = choice.short if choice.short != family else facts.romanize(native.family, native.language, base)[0]
    settled = choice.short == family and choice.decided_by in ("glossary", "lexicon")
    if lead < _NEAR or right == family or settled:
        return msgspec.structs.replace(found, owners=found.owners if found.words else ())
    words = {family: right}
    sure = profile.at_home and choice.decided_by == "lexicon" and profile.lexicon.zipf(family, base) <= UNSEEN
    relation: Relation = "foreign" if sure and verdict.owners else verdict.relation
    return msgspec.structs.replace(
        verdict, relation=relation, words=words, replacement=replaced(shown, words), doubtful=not sure
    )


def _unexplained(relation: Relation, shown: str, family: str, base: str, profile: Profile) -> Verdict:
    """A spelling that no convention makes: doubtful where there is a regular one, and the article's names may tell."""
    right = profile.choice(base).short
    if family == right or not family.isascii() or _accepted(family, right, base, profile):
        return Verdict(relation)
    words = {family: right}
    return Verdict(relation, words=words, replacement=replaced(shown, words), doubtful=True)


def family_shown(form: Form, shown: str) -> str:
    """The family name in a spelling of a person."""
    if len(form.words) == 1 or not form.family:
        return shown
    return " ".join(shown.split()[-len(form.family.split()) :])


@lru_cache(maxsize=10_000)
def _written_by(text: str, native: str, language: str, base: str) -> tuple[str, ...]:
    return conventions_of(fits(text, native, language), base)


def _accepted(family: str, right: str, base: str, profile: Profile) -> bool:
    """True when the language's own copy has the form about as often as the regular one."""
    own = profile.lexicon.zipf(family, base)
    return own >= _KNOWN and profile.lexicon.zipf(right, base) - own < LEAD
