"""Spellings of names that stand in another script at home."""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache

import msgspec

from auditor.entities import facts
from auditor.entities.judge_given import by_given, given_words, unseen_given
from auditor.entities.local import Form
from auditor.entities.owners import conventions as conventions_of
from auditor.entities.owners import likely, replaced
from auditor.entities.owners import owners as owners_of
from auditor.entities.people import EXPLAINED, UNSEEN, Pivot, fits, least_fame
from auditor.entities.profile import LEAD, Profile, targets
from auditor.entities.verdict import Verdict
from auditor.entities.view import Relation
from auditor.names.given import lookup
from auditor.packs.public_persons import givens
from auditor.packs.renderings import public_families
from auditor.reading.mention_words import is_common_given

_NEAR = 0.05  # a convention this much better than the article's own makes a form doubtful
_KNOWN = 2.0  # zipf from which the language's own copy has a form
_FAMOUS, _FAR = 3.5, 1.0  # zipf of a form that everybody knows, and by which another is rarer
_SELDOM = 2.3  # the same of one that the language itself makes of a native one (Ihor)
_HEARD = 1.4  # zipf from which Polish or Czech copy has a family name
_BORNE = 2.0  # zipf of a given name that others of Latin letters bear as well (Andrej)
_FAMILIAR = 3.1  # zipf in Polish or Czech from which people there bear a given name as well (Bohdan)
_TIE = 0.12  # plausibility within which two native forms are as likely
_LATIN_SLAVIC = frozenset({"pl", "cs"})
_CYRILLIC_SLAVIC = frozenset({"be", "bg", "mk", "ru", "sr", "uk"})
_NEIGHBOURS = frozenset({"be", "uk"})
_ROMANCE = frozenset({"es", "fr", "pt"})  # of whose marks (ó) Slavic names in Latin letters have some as well
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
    owners = owners_of(scores, conventions, base)
    if own >= EXPLAINED:
        best = max((likely(scores, code) for code in owners), default=0.0)
        verdict = Verdict(relation, conventions, owners)
        return _doubtful(verdict, form, shown, family, best - own, base, profile, native)
    words = {family: choice.short}
    if not owners or family == choice.short or _accepted(family, choice.short, base, profile):
        return _by_both(conventions, owners, form, shown, family, base, profile)
    words |= given_words(form, base, profile)
    if not _evident(family, owners, form, base, profile):
        if native.own or profile.lexicon.zipf(family, base) > UNSEEN:
            return _by_both(conventions, owners, form, shown, family, base, profile)
        return Verdict("admitted", conventions, owners, words, replaced(shown, words), doubtful=True)
    return Verdict("foreign", tuple(c for c in conventions if c != base), owners, words, replaced(shown, words))


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
    rare = all(profile.lexicon.zipf(word, base) <= _BORNE for word in found.words)
    rare = rare and (profile.at_home or _abroad_unknown(family, profile))
    native = profile.pivot
    if not (found.doubtful or found.relation == "foreign") or not (both and rare and native):
        return found
    words = {**found.words, family: facts.romanize(native.family, native.language, base)[0]}
    return Verdict("foreign", conventions, both, words, replaced(shown, words))


def _abroad_unknown(family: str, profile: Profile) -> bool:
    """True for a family name that no language of Latin letters has to speak of, and Polish and Czech not at all."""
    found = {code: zipf for code, zipf in profile.lexicon.zipfs(family).items() if code not in ("ru", "uk")}
    return _LATIN_SLAVIC.isdisjoint(found) and max(found.values(), default=0.0) <= _BORNE


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


def _evident(family: str, owners: tuple[str, ...], form: Form, base: str, profile: Profile) -> bool:
    """True when the name is surely of the native language: the tables say so, or another article's spelling does.

    A spelling that only Latin-script Slavic languages have may be a name of theirs; a given name that none of the
    languages in question makes of the native one (Peter) is a sign of a bearer from elsewhere.
    """
    if profile.choice(base).decided_by in ("glossary", "siblings") and len(profile.spellings) > 1:
        return True
    if unseen_given(form, base, profile):
        return True
    if (told := _told_by_home(family, base, profile)) is not None:
        return told
    if profile.at_home and profile.lexicon.zipf(family, base) <= UNSEEN:
        return not _regular(family, base, profile)
    marked = not _MARKS.isdisjoint(family.casefold()) and not set(owners) <= _ROMANCE
    homely = marked or set(owners) <= _LATIN_SLAVIC
    if not _given_agrees(form, owners, base, profile) or _borne_abroad(family, owners, form, base, profile):
        return False
    if homely:
        return _meant(family, form, base, profile)
    if _famous(family, base, profile):
        return True
    return facts.foreign(family, base, form.given) is not None


def _told_by_home(family: str, base: str, profile: Profile) -> bool | None:
    """Whether the given name, which tells where the bearer is from, makes the family name a foreign spelling.

    It does where the language makes it of nothing there (``Dmytro Hončarenko``); it does not where it makes it of a
    name there, and what others make it of is no known one (``Siarhei Tsikhanouski``). Else None.
    """
    told = _from_there(profile)
    readings = {facts.regular(family, home, base) for home in told}
    if "name" in readings and not _attested(family, told, profile):
        return False
    return True if readings == {""} and profile.lexicon.zipf(family, base) <= UNSEEN else None


def _attested(family: str, homes: Set[str], profile: Profile) -> bool:
    """True where the native form that is taken for the name is of one of the languages, and its copy has it."""
    native = profile.pivot
    if native is None or native.language not in homes:
        return False
    return any(g.native == native.family and g.attested for g in facts.natives_in(family, native.language))


def _from_there(profile: Profile) -> frozenset[str]:
    """Ukrainian or Belarusian, where a given name tells that the bearer is from there (Dmytro, Aliaksandr)."""
    firsts = {given.split()[0] for spelling in profile.spellings for given in spelling.givens}
    telling = [first for first in sorted(firsts) if not _borne_elsewhere(first, profile)]
    told = [frozenset(name.language for name in lookup(first)) for first in telling]
    return next((languages for languages in told if languages and languages <= _NEIGHBOURS), frozenset())


def _borne_elsewhere(first: str, profile: Profile) -> bool:
    return is_common_given(first) or any(profile.lexicon.zipf(first, code) >= _FAMILIAR for code in _LATIN_SLAVIC)


def _borne_abroad(family: str, owners: tuple[str, ...], form: Form, base: str, profile: Profile) -> bool:
    """True for a name of Poles, Czechs or their neighbours (Grabowski, Horák) that the news know of nobody else."""
    if base != "en" or profile.pivot is None or profile.pivot.language not in _CYRILLIC_SLAVIC:
        return False
    zipf = profile.lexicon.zipf
    often = max(zipf(family, code) for code in _LATIN_SLAVIC)
    theirs = max((zipf(family, code) for code in owners if code not in _LATIN_SLAVIC), default=0.0)
    right, first = profile.choice(base).short, form.given.split()[0] if form.given else ""
    public = right in public_families() or first in givens().get(right, ())
    if often < _HEARD or often <= theirs or public:
        return False
    return all(map(is_common_given, given_words(form, base, profile)))


def _meant(family: str, form: Form, base: str, profile: Profile) -> bool:
    """True for a name that the news know, after a given name that is foreign, too, or seldom of anybody else.

    ``Sergej Šojgu``, ``Ihor Kłymenko``.
    """
    native, zipf = profile.pivot, profile.lexicon.zipf
    if native is None or native.given is None or not form.given or zipf(family, base) > UNSEEN:
        return False
    foreign = given_words(form, base, profile)
    seldom = zipf(form.given.split()[0], base) <= (_BORNE if foreign else _SELDOM)
    return seldom and profile.choice(base).short in public_families()


def _regular(family: str, base: str, profile: Profile) -> bool:
    """True where some native form of a language that the bearer may speak is as likely, and written so."""
    found = [guess for home in sorted(profile.homes) for guess in facts.natives_in(family, home)]
    best = max((guess.plausibility for guess in found), default=0.0)
    return any(base in fits(family, g.native, g.native_lang) for g in found if g.plausibility >= best - _TIE)


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
