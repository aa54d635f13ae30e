"""How each form of an entity stands in a language: preferred, admitted, foreign, damaged."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from auditor.entities import facts
from auditor.entities.local import Form, form_key, one_slip
from auditor.entities.people import EXPLAINED, fits
from auditor.entities.profile import LEAD, Profile, targets
from auditor.entities.view import Relation
from auditor.packs.institutions import institutions
from auditor.packs.places import places
from auditor.text.lexicon import LANGUAGES

_NEAR = 0.05  # a convention this much better than the article's own makes a form doubtful
_SHARES = {1: 2.5, 2: 1.6, 3: 1.0}
_DAMAGE = 3.5
_RARER = 0.15
_ORDER = {code: place for place, code in enumerate(LANGUAGES)}
_CASING = 0.6
_STRAY = 2.0  # zipf from which a language may use a word on purpose
_COMMON = 3.0  # zipf from which a word is an everyday one
_INFLECTING = frozenset({"pl", "cs", "ru", "uk"})
_LATIN_SLAVIC = frozenset({"pl", "cs"})
_MARKS = frozenset("čćďěľĺňńřŕšśťůžźżđąęłó")
_CONVERTED = frozenset({"ru", "uk"})


class Verdict(msgspec.Struct, frozen=True):
    """A form in an article language. ``owners`` are the languages whose habit a faulty form is, likeliest first.

    ``doubtful``: the language may write so, but ``owners`` rather do; other names of the article decide.
    ``words`` maps each faulty word of the form to what should stand there.
    """

    relation: Relation
    conventions: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    words: Mapping[str, str] = {}
    replacement: str | None = None
    doubtful: bool = False

    @property
    def weight(self) -> float:
        """Nats that a faulty form is worth for the language that it betrays."""
        if self.relation in ("fused", "half-translated"):
            return _DAMAGE
        if self.relation == "casing":
            return _CASING
        return _SHARES.get(len(self.owners), 0.5) if self.owners else 0.0


def judge(form: Form, shown: str, language: str, profile: Profile) -> Verdict:
    """The verdict on a form (``shown`` as it stands in the text) before the article's other names are asked."""
    base = language.split("-")[0]
    if form.repair:
        owners = (form.repair.language,) if form.repair.language else ()
        return Verdict(form.repair.relation, owners, owners, {}, form.repair.text)
    if form_key(shown) != form.key or _alien_script(shown, base):
        return Verdict("admitted")  # a genitive; a name left in its own script
    if profile.institution:
        return _institution(form, shown, base, profile)
    if profile.place:
        return _place(form, shown, base, profile)
    if profile.pivot and (profile.cluster.type == "person" or len(form.words) == 1):
        return _name(form, shown, language, base, profile)
    return Verdict("preferred" if shown == profile.choice(language).full else "admitted")


def _alien_script(shown: str, base: str) -> bool:
    """True for Cyrillic in a Latin-script language's text and the other way round."""
    cyrillic = any("\u0400" <= c <= "\u04ff" for c in shown)
    return cyrillic != (base in _CONVERTED)


def _institution(form: Form, shown: str, base: str, profile: Profile) -> Verdict:
    item = profile.institution
    assert item is not None
    hits = [hit for hit in institutions().by_form(form.key) if hit.institution.id == item.id]
    codes = tuple(dict.fromkeys(hit.language for hit in hits))
    zipfs = profile.lexicon.zipfs(shown)
    top = max((zipfs.get(c, 0.0) for c in codes), default=0.0)
    ranked = tuple(sorted(codes, key=lambda c: (c != base, zipfs.get(c, 0.0) < top - 1.0, codes.index(c))))
    if not hits:
        return _unlisted(form, shown, base, profile)
    if base in codes:
        return _cased(shown, base, ranked, profile)
    names = item.forms(base)
    kind = hits[0].kind
    right = (item.names if kind == "name" else item.acronyms).get(base, names)
    if not right or not _better(right[0], shown, kind == "name", base, profile):
        return Verdict("admitted", ranked)
    return Verdict("foreign", ranked, ranked, {shown: right[0]}, right[0])


def _place(form: Form, shown: str, base: str, profile: Profile) -> Verdict:
    """A place by the name that another language has for it.

    Doubtful where the language knows the word, too (clubs, other places), and where it is the local name.
    """
    place = profile.place
    assert place is not None
    codes = tuple(hit.language for hit in places().by_form(form.key) if hit.place.id == place.id)
    right = profile.choice(base).full
    ranked = tuple(sorted(codes, key=lambda c: (c != base, codes.index(c))))
    if base in codes or not codes or base not in place.names:
        return Verdict("preferred" if shown == right else "admitted", ranked)
    words = {shown: right}
    own = profile.lexicon.zipf(shown, base) if " " not in shown else 0.0
    theirs = max(profile.lexicon.zipf(shown, c) for c in codes)
    doubtful = own >= _STRAY or theirs - own < 1.5 or place.language in (None, *codes)
    relation: Relation = "admitted" if doubtful else "foreign"
    return Verdict(relation, ranked, ranked, words, right, doubtful)


def _better(right: str, shown: str, named: bool, base: str, profile: Profile) -> bool:
    """True when the article's language clearly does not use the foreign form; acronyms need the right one beside."""
    if not named:
        return any(form.casefold() == right.casefold() for form in profile.cluster.forms)
    if " " in shown:
        return any(profile.lexicon.zipf(word, base) < _COMMON for word in shown.split() if len(word) > 2)
    own = profile.lexicon.zipf(shown, base)
    return profile.lexicon.zipf(right, base) - own >= LEAD or own == 0.0


def _unlisted(form: Form, shown: str, base: str, profile: Profile) -> Verdict:
    """A form that the table lacks and that no convention makes of the native one: a slip, if it is one letter off."""
    item, right = profile.institution, profile.choice(base).full
    known = profile.lexicon.known(shown) or base in _INFLECTING or " " in shown or not item or not item.native
    if known or not item or not item.native or item.language not in _CONVERTED or not one_slip(shown, right):
        return Verdict("admitted")
    if fits(shown, item.native, item.language):
        return Verdict("admitted")
    return Verdict("misspelt", (), (), {shown: right}, right)


def _cased(shown: str, base: str, ranked: tuple[str, ...], profile: Profile) -> Verdict:
    """``Nasa`` where the language's press writes NASA."""
    item, table = profile.institution, institutions()
    assert item is not None
    right = table.acronym(item, base)
    spoken = right and table.title_cased_in(item)
    if right and spoken and shown != right and shown.casefold() == right.casefold() and shown == shown.capitalize():
        owners = tuple(code for code in table.title_cased_in(item) if code.split("-")[0] != base)
        return Verdict("casing", owners or ranked, owners, {shown: right}, right)
    preferred = shown in (profile.choice(base).full, profile.choice(base).short)
    return Verdict("preferred" if preferred else "admitted", ranked)


def _name(form: Form, shown: str, language: str, base: str, profile: Profile) -> Verdict:
    native = profile.pivot
    assert native is not None
    family = _family_shown(form, shown)
    scores = fits(family, native.family, native.language)
    conventions = _conventions(scores, base)
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
        return _doubtful(Verdict(relation, conventions, owners), shown, family, own, best, base, profile)
    words = {family: choice.short}
    if not owners or family == choice.short or _accepted(family, choice.short, base, profile):
        return Verdict("admitted", conventions)
    words |= _given_words(form, base, profile)
    if not _evident(family, owners, form, base, profile):
        return Verdict("admitted", conventions)
    return Verdict("foreign", tuple(c for c in conventions if c != base), owners, words, _replace(shown, words))


def _doubtful(
    verdict: Verdict, shown: str, family: str, own: float, best: float, base: str, profile: Profile
) -> Verdict:
    """Mark a form that the language may write, but that others rather do, with what it would rather be."""
    native = profile.pivot
    assert native is not None
    choice = profile.choice(base)
    right = choice.short if choice.short != family else facts.romanize(native.family, native.language, base)[0]
    settled = choice.short == family and choice.decided_by in ("glossary", "lexicon")
    if best - own < _NEAR or right == family or settled:
        return msgspec.structs.replace(verdict, owners=())
    words = {family: right}
    return msgspec.structs.replace(verdict, words=words, replacement=_replace(shown, words), doubtful=True)


def _unexplained(relation: Relation, shown: str, family: str, base: str, profile: Profile) -> Verdict:
    """A spelling that no convention makes: doubtful where there is a regular one, and the article's names may tell."""
    right = profile.choice(base).short
    if family == right or not family.isascii() or _accepted(family, right, base, profile):
        return Verdict(relation)
    words = {family: right}
    return Verdict(relation, words=words, replacement=_replace(shown, words), doubtful=True)


def _family_shown(form: Form, shown: str) -> str:
    if len(form.words) == 1 or not form.family:
        return shown
    return " ".join(shown.split()[-len(form.family.split()) :])


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
    return own >= 2.0 and profile.lexicon.zipf(right, base) - own < LEAD


def _evident(family: str, owners: tuple[str, ...], form: Form, base: str, profile: Profile) -> bool:
    """True when the name is surely of the native language: the tables say so, or another article's spelling does.

    A spelling that only Latin-script Slavic languages have may be a name of theirs; a given name that none of the
    languages in question makes of the native one (Peter) is a sign of a bearer from elsewhere.
    """
    if profile.choice(base).decided_by in ("glossary", "siblings") and len(profile.spellings) > 1:
        return True
    homely = set(owners) <= _LATIN_SLAVIC or not _MARKS.isdisjoint(family.casefold())
    if homely or not _given_agrees(form, owners, base, profile):
        return False
    return facts.foreign(family, base, form.given) is not None


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
