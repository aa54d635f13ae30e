"""Spellings of names that stand in another script at home."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from auditor.entities import facts
from auditor.entities.local import Form
from auditor.entities.people import EXPLAINED, UNSEEN, Pivot, fits, least_fame
from auditor.entities.profile import LEAD, Profile, targets
from auditor.entities.verdict import Verdict
from auditor.entities.view import Relation
from auditor.names.given import lookup
from auditor.packs.renderings import public_families
from auditor.text.lexicon import LANGUAGES

_NEAR = 0.05  # a convention this much better than the article's own makes a form doubtful
_RARER = 0.15  # what standards and languages of little news copy lose
_KNOWN = 2.0  # zipf from which the language's own copy has a form
_FAMOUS, _FAR = 3.5, 1.0  # zipf of a form that everybody knows, and by which another is rarer
_COMMON_GIVEN = 2.5  # zipf by which a given name must be commoner than one that copy never has
_USED = 2.3  # zipf from which English copy has a given name in this spelling, too
_ORDER = {code: place for place, code in enumerate(LANGUAGES)}
_LATIN_SLAVIC = frozenset({"pl", "cs"})
_MARKS = frozenset("čćďěľĺňńřŕšśťůžźżđąęłó")


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
    own = scores.get(base, 0.0)
    owners = _owners(scores, conventions, base)
    if own >= EXPLAINED:
        best = max((_likely(scores, code) for code in owners), default=0.0)
        verdict = Verdict(relation, conventions, owners)
        return _doubtful(verdict, form, shown, family, best - own, base, profile, native)
    words = {family: choice.short}
    if not owners or family == choice.short or _accepted(family, choice.short, base, profile):
        return Verdict("admitted", conventions)
    words |= _given_words(form, base, profile)
    if not _evident(family, owners, form, base, profile):
        if native.own or profile.lexicon.zipf(family, base) > UNSEEN:
            return Verdict("admitted", conventions)
        return Verdict("admitted", conventions, owners, words, _replace(shown, words), doubtful=True)
    return Verdict("foreign", tuple(c for c in conventions if c != base), owners, words, _replace(shown, words))


def _doubtful(
    verdict: Verdict, form: Form, shown: str, family: str, lead: float, base: str, profile: Profile, native: Pivot
) -> Verdict:
    """Mark a form that the language may write, but that others rather do, with what it would rather be.

    ``lead`` is by how much the others' convention fits better.
    """
    choice = profile.choice(base)
    right = choice.short if choice.short != family else facts.romanize(native.family, native.language, base)[0]
    settled = choice.short == family and choice.decided_by in ("glossary", "lexicon")
    if lead < _NEAR or right == family or settled:
        return _by_given(msgspec.structs.replace(verdict, owners=()), form, shown, family, base, profile, native)
    words = {family: right}
    return msgspec.structs.replace(verdict, words=words, replacement=_replace(shown, words), doubtful=True)


def _by_given(
    verdict: Verdict, form: Form, shown: str, family: str, base: str, profile: Profile, native: Pivot
) -> Verdict:
    """A sound family name after a given name that others write so (``Wadim Repin``): the article's names may tell."""
    words = _given_words(form, base, profile)
    if not words or native.given is None:
        return verdict
    wrong, right = next(iter(words.items()))
    scores = fits(wrong, native.given, native.language)
    owners = _owners(scores, _conventions(scores, base), base)
    changed = msgspec.structs.replace(verdict, owners=owners, words=words, replacement=_replace(shown, words))
    if _strange(wrong, right, family, base, profile):
        return msgspec.structs.replace(changed, relation="foreign")
    return msgspec.structs.replace(changed, doubtful=True)


def _strange(wrong: str, right: str, family: str, base: str, profile: Profile) -> bool:
    """True for a given name that copy of the language does not have, or not beside so well known a family name."""
    zipf = profile.lexicon.zipf
    lead = zipf(right, base) - zipf(wrong, base)
    unseen = zipf(wrong, base) <= UNSEEN and lead >= _COMMON_GIVEN
    renowned = zipf(wrong, base) < _USED and _renowned(family, base, profile)
    return unseen or renowned or (zipf(family, base) >= _FAMOUS and lead >= _FAR)


def _renowned(family: str, base: str, profile: Profile) -> bool:
    """True for a family name of the news in a regular English spelling; another one is its bearer's own choice."""
    native = profile.pivot
    if base != "en" or native is None or family not in public_families():
        return False
    return family in facts.romanize(native.family, native.language, base)


def _unexplained(relation: Relation, shown: str, family: str, base: str, profile: Profile) -> Verdict:
    """A spelling that no convention makes: doubtful where there is a regular one, and the article's names may tell."""
    right = profile.choice(base).short
    if family == right or not family.isascii() or _accepted(family, right, base, profile):
        return Verdict(relation)
    words = {family: right}
    return Verdict(relation, words=words, replacement=_replace(shown, words), doubtful=True)


def family_shown(form: Form, shown: str) -> str:
    """The family name in a spelling of a person."""
    if len(form.words) == 1 or not form.family:
        return shown
    return " ".join(shown.split()[-len(form.family.split()) :])


@lru_cache(maxsize=10_000)
def _written_by(text: str, native: str, language: str, base: str) -> tuple[str, ...]:
    return _conventions(fits(text, native, language), base)


def _conventions(scores: Mapping[str, float], base: str) -> tuple[str, ...]:
    """Who writes the form so, likeliest first; among equals the article's own language, then big ones first."""
    return tuple(sorted(scores, key=lambda c: (-_likely(scores, c), c != base, _ORDER.get(c, len(_ORDER)), c)))


def _likely(scores: Mapping[str, float], code: str) -> float:
    """The score; standards and languages of little news copy come after the press of the big languages."""
    return scores[code] if code in _ORDER else scores[code] - _RARER


def _owners(scores: Mapping[str, float], conventions: tuple[str, ...], base: str) -> tuple[str, ...]:
    """The languages to which a form points: those, other than the article's, that most usually write it so."""
    others = [code for code in conventions if code != base]
    best = max((_likely(scores, code) for code in others), default=0.0)
    return tuple(code for code in others if _likely(scores, code) == best)


def _accepted(family: str, right: str, base: str, profile: Profile) -> bool:
    """True when the language's own copy has the form about as often as the regular one."""
    own = profile.lexicon.zipf(family, base)
    return own >= _KNOWN and profile.lexicon.zipf(right, base) - own < LEAD


def _evident(family: str, owners: tuple[str, ...], form: Form, base: str, profile: Profile) -> bool:
    """True when the name is surely of the native language: the tables say so, or another article's spelling does.

    A spelling that only Latin-script Slavic languages have may be a name of theirs; a given name that none of the
    languages in question makes of the native one (Peter) is a sign of a bearer from elsewhere.
    """
    if profile.choice(base).decided_by in ("glossary", "siblings") and len(profile.spellings) > 1:
        return True
    if _unseen_given(form, base, profile):
        return True
    homely = set(owners) <= _LATIN_SLAVIC or not _MARKS.isdisjoint(family.casefold())
    if homely or not _given_agrees(form, owners, base, profile):
        return False
    if _famous(family, base, profile):
        return True
    return facts.foreign(family, base, form.given) is not None


def _unseen_given(form: Form, base: str, profile: Profile) -> bool:
    """True for a given name of the native language in a spelling that copy never has (``Siergiej``)."""
    native = profile.pivot
    if native is None or not form.given:
        return False
    first = form.given.split()[0]
    return profile.lexicon.zipf(first, base) <= UNSEEN and any(n.language == native.language for n in lookup(first))


def _famous(family: str, base: str, profile: Profile) -> bool:
    """True when the language's own copy has the right form, and this one far less (fr Poutine, Putin) or never."""
    choice, zipf = profile.choice(base), profile.lexicon.zipf
    right, own = zipf(choice.short, base), zipf(family, base)
    if own <= UNSEEN and right >= least_fame(family, zipf):
        return choice.decided_by in ("lexicon", "convention")
    return choice.decided_by == "lexicon" and right >= _FAMOUS and right - own >= _FAR


def _given_agrees(form: Form, owners: tuple[str, ...], base: str, profile: Profile) -> bool:
    native = profile.pivot
    if native is None or native.given is None or not form.given:
        return True
    scores = fits(form.given.split()[0], native.given, native.language)
    return base in scores or any(owner in scores for owner in owners)


def _given_words(form: Form, base: str, profile: Profile) -> dict[str, str]:
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


def _replace(shown: str, words: Mapping[str, str]) -> str:
    text = shown
    for wrong, right in words.items():
        text = text.replace(wrong, right, 1)
    return text
