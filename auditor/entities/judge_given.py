"""Given names that are spelt as another language spells them, beside whatever family name."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from auditor.entities import facts
from auditor.entities.local import Form
from auditor.entities.owners import conventions, owners, replaced
from auditor.entities.people import EXPLAINED, UNSEEN, fits
from auditor.entities.profile import Profile
from auditor.entities.said import ABROAD
from auditor.entities.verdict import Verdict
from auditor.names.given import lookup
from auditor.packs.renderings import public_families
from auditor.packs.surname_signs import customary
from auditor.reading.mentions.words import is_common_given

_FAMOUS, _FAR = 3.5, 1.0  # zipf of a family name that everybody knows, and by which a given name is rarer
_COMMON = 1.5  # zipf by which a given name must be commoner than one that copy never has
_USED = 2.3  # zipf from which English copy has a given name in this spelling, too
_NATIVE = frozenset({"be", "bg", "hy", "ka", "mk", "ru", "uk"})
_BEARERS = frozenset({"cs", "hr", "sk", "sl"})  # who bear such given names themselves (Julija, Sergej)


def by_given(verdict: Verdict, form: Form, shown: str, family: str, base: str, profile: Profile) -> Verdict:
    """A sound family name after a given name that others write so (``Wadim Repin``): the article's names may tell."""
    native = profile.pivot
    words = given_words(form, base, profile)
    if not words or native is None or native.given is None:
        return verdict
    wrong, right = next(iter(words.items()))
    if is_common_given(wrong) and not (profile.homes or profile.at_home or _has_no_namesake(family, base, profile)):
        return verdict
    if base == "en" and customary(wrong, right, profile.homes | {native.language}):
        return verdict
    scores = fits(wrong, native.given, native.language)
    changed = msgspec.structs.replace(
        verdict,
        owners=owners(scores, conventions(scores, base), base),
        words=words,
        replacement=replaced(shown, words),
    )
    if _strange(wrong, right, family, base, profile):
        return msgspec.structs.replace(changed, relation="foreign")
    return msgspec.structs.replace(changed, doubtful=True)


def _strange(wrong: str, right: str, family: str, base: str, profile: Profile) -> bool:
    """True for a given name that copy of the language does not have, or not beside so well known a family name."""
    zipf = profile.lexicon.zipf
    lead = zipf(right, base) - zipf(wrong, base)
    if zipf(wrong, base) < _USED and ((profile.at_home and lead >= _FAR) or _renowned(family, base, profile)):
        return True
    if zipf(wrong, base) <= UNSEEN and lead >= _COMMON:
        return True
    only = _foreign_only(wrong, base, profile)
    return (bool(only) and _borne_by_nobody(wrong, only)) or (zipf(family, base) >= _FAMOUS and lead >= _FAR)


def _renowned(family: str, base: str, profile: Profile) -> bool:
    """True for a family name of the news in a regular English spelling; another one is its bearer's own choice."""
    native = profile.pivot
    if base != "en" or native is None:
        return False
    regular = facts.romanize(native.family, native.language, base)
    return family in regular and not public_families().isdisjoint(regular)


def _has_no_namesake(family: str, base: str, profile: Profile) -> bool:
    """True for a family name so well known that whoever has it is the one of the news: ``Wladimir Putin``."""
    return profile.lexicon.zipf(family, base) >= _FAMOUS and _renowned(family, base, profile)


def unseen_given(form: Form, base: str, profile: Profile) -> bool:
    """True for a given name of the native language in a spelling that copy never has (``Siergiej``)."""
    native = profile.pivot
    if native is None or not form.given:
        return False
    first = form.given.split()[0]
    if profile.lexicon.zipf(first, base) > UNSEEN:
        return False
    own = [name.native for name in lookup(first) if name.language == native.language]
    return bool(own) and not any(base in fits(first, name, native.language) for name in own)


def given_words(form: Form, base: str, profile: Profile) -> dict[str, str]:
    """The given name, where it too is spelt as the article's language would not."""
    native, given = profile.pivot, form.given
    if native is None or native.given is None or not given:
        return {}
    first = given.split()[0]
    scores = fits(first, native.given, native.language)
    chosen = profile.choice(base).given
    if not scores or scores.get(base, 0.0) >= EXPLAINED or not chosen:
        return {}
    return {first: chosen.split()[0]}


def judge_given(form: Form, shown: str, base: str, profile: Profile) -> Verdict | None:
    """The verdict on a name of which only the given name can be traced back (``Serguéi Kud-Sverchkov``), or None.

    Its spelling must be one that copy never has, and none that the language makes of any native name.
    """
    first = form.given.split()[0] if form.given else ""
    if base != "en" or profile.cluster.type != "person" or not first or profile.homes == {ABROAD}:
        return None
    found = _foreign_only(first, base, profile)
    if not found or not (profile.homes or (_borne_by_nobody(first, found) and _likely(form))):
        return None
    native, language = min(found, key=lambda name: (name[1] not in profile.homes, name[1] != "ru", name))
    scores = found[native, language]
    right = facts.given_forms(native, language, base)
    whose = owners(scores, conventions(scores, base), base)
    if not whose or not right or customary(first, right[0], profile.homes | {language}):
        return None
    words = {first: right[0]}
    return Verdict("foreign", whose, whose, words, replaced(shown, words))


def _foreign_only(first: str, base: str, profile: Profile) -> dict[tuple[str, str], Mapping[str, float]]:
    """Native name and language -> who writes it so, where copy never has the spelling and ``base`` makes it of none."""
    if profile.lexicon.zipf(first, base) > UNSEEN:
        return {}
    found = {(name.native, name.language): fits(first, name.native, name.language) for name in lookup(first)}
    strange = all(language in _NATIVE and base not in scores for (_, language), scores in found.items())
    return found if strange else {}


def _borne_by_nobody(first: str, found: Mapping[tuple[str, str], Mapping[str, float]]) -> bool:
    """False for a name that people bear where it is spelt so (Radosław)."""
    return not is_common_given(first) and _BEARERS.isdisjoint(code for scores in found.values() for code in scores)


def _likely(form: Form) -> bool:
    """True for a family name that may be native, or that has accents as well."""
    family = (form.family or "").split("-")[-1]
    return not family.isascii() or bool(facts.natives(family))
