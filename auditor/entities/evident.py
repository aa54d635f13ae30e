"""When a spelling is surely that of a native name, and not a name of people whose language has Latin letters."""

from __future__ import annotations

from collections.abc import Set

from auditor.entities import facts
from auditor.entities.judge_given import given_words, unseen_given
from auditor.entities.local import Form
from auditor.entities.people import UNSEEN, fits, least_fame
from auditor.entities.profile import Profile
from auditor.names.given import lookup
from auditor.packs.public_persons import by_family
from auditor.packs.renderings import public_families
from auditor.packs.surname_signs import surname_signs, western
from auditor.reading.mentions.words import is_common_given

_FAMOUS, _FAR = 3.5, 1.0  # zipf of a form that everybody knows, and by which another is rarer
_SELDOM = 2.3  # the same of one that the language itself makes of a native one (Ihor)
_HEARD = 1.4  # zipf from which Polish or Czech copy has a family name
BORNE = 2.0  # zipf of a given name that others of Latin letters bear as well (Andrej)
_FAMILIAR = 3.1  # zipf in Polish or Czech from which people there bear a given name as well (Bohdan)
_TIE = 0.12  # plausibility within which two native forms are as likely
_LATIN_SLAVIC = frozenset({"pl", "cs"})
_CYRILLIC_SLAVIC = frozenset({"be", "bg", "mk", "ru", "sr", "uk"})
_NEIGHBOURS = frozenset({"be", "uk"})
_ROMANCE = frozenset({"es", "fr", "pt"})  # of whose marks (ó) Slavic names in Latin letters have some as well


def evident(family: str, owners: tuple[str, ...], form: Form, base: str, profile: Profile) -> bool:
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
    marked = _marked(family) and not set(owners) <= _ROMANCE
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
    public = right in public_families() or first in by_family().get(right, ())
    known = often >= _HEARD and often > theirs
    if public or not (known or western(family)):
        return False
    return all(map(is_common_given, given_words(form, base, profile)))


def _meant(family: str, form: Form, base: str, profile: Profile) -> bool:
    """True for a name that the news know, after a given name that is foreign, too, or seldom of anybody else.

    ``Sergej Šojgu``, ``Ihor Kłymenko``. And for one with a mark of Czech or the like and an ending that only names from
    further east have, after a given name from there (``Michail Černyšov``).
    """
    native, zipf = profile.pivot, profile.lexicon.zipf
    if native is None or native.given is None or not form.given or zipf(family, base) > UNSEEN:
        return False
    first, foreign = form.given.split()[0], given_words(form, base, profile)
    if _marked(family) and _is_eastern(family) and not is_common_given(first):
        return True
    seldom = zipf(first, base) <= (BORNE if foreign else _SELDOM)
    return seldom and profile.choice(base).short in public_families()


def _marked(family: str) -> bool:
    return not set(surname_signs().marks).isdisjoint(family.casefold())


def _is_eastern(family: str) -> bool:
    return family.casefold().endswith(surname_signs().eastern)


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


def abroad_unknown(family: str, profile: Profile) -> bool:
    """True for a family name that no language of Latin letters has to speak of, and Polish and Czech not at all.

    One with their marks (Košir) may be of their neighbours, whose copy is not known here.
    """
    if _marked(family) and not _is_eastern(family):
        return False
    found = {code: zipf for code, zipf in profile.lexicon.zipfs(family).items() if code not in ("ru", "uk")}
    return _LATIN_SLAVIC.isdisjoint(found) and max(found.values(), default=0.0) <= BORNE
