"""Forms of institutions and places that the tables list in several languages."""

from __future__ import annotations

from auditor.entities import house
from auditor.entities.local import Form, one_slip
from auditor.entities.people import fits
from auditor.entities.profile import LEAD, Profile
from auditor.entities.standing import is_clear, is_english_body, is_placed, is_sure
from auditor.entities.verdict import Verdict
from auditor.entities.view import Relation
from auditor.packs.institutions import FormHit, Institution, institutions
from auditor.packs.places import Place, places

_STRAY = 2.0  # zipf from which a language may use a word on purpose
_OWNED = 1.5  # zipf by which its own language must have a word more
_ALIEN = 1.0  # zipf by which English must have a word of a name more: lists of other languages hold English copy, too
_ORDINARY = 4.0  # zipf from which a word is one of the language itself
_INFLECTING = frozenset({"pl", "cs", "ru", "uk"})
_CONVERTED = frozenset({"ru", "uk"})
_AT_HOME = frozenset({"de", "it", "nl", "pl", "cs", "sv"})


def judge_institution(form: Form, shown: str, base: str, profile: Profile, item: Institution) -> Verdict:
    """A form of an institution that the table lists.

    Doubtful: its name in its own language, and a name of several words unless the article's language has its own
    beside it (there are many State Councils) or never has one of the words.
    """
    hits = _hits(form.key, item)
    codes = tuple(dict.fromkeys(hit.language for hit in hits))
    if not hits:
        return _unlisted(shown, base, profile, item)
    ranked = _ranked(codes, shown, base, profile)
    if base in codes:
        return _cased(shown, base, ranked, profile, item)
    kind = hits[0].kind
    right = (item.names if kind == "name" else item.acronyms).get(base, item.forms(base))
    if not right or (" " not in shown and not _better(right[0], shown, kind == "name", base, profile)):
        return Verdict("admitted", ranked)
    attested = any(hit.language == base for other in profile.cluster.forms for hit in _hits(other, item))
    # the White House has one name in English copy
    ours = item.language == base and all(profile.lexicon.zipf(word, base) < _ORDINARY for word in shown.split())
    strange = any(profile.lexicon.zipf(word, base) == 0 for word in shown.split())  # RIA Nowosti
    english = "en" in codes and _is_english(shown, base, profile)  # United Nations, in French copy
    state = english and item.language == "en" != base and is_english_body(shown)
    own = item.language in codes and not state
    doubtful = (" " in shown and not (attested or ours or strange or english)) or own
    relation: Relation = "admitted" if doubtful else "foreign"
    return Verdict(relation, ranked, ranked, {shown: right[0]}, right[0], doubtful)


def _is_english(shown: str, base: str, profile: Profile) -> bool:
    """True for a name of several words in English, one of which the article's language hardly has."""
    zipf = profile.lexicon.zipf
    return any(
        zipf(word, "en") >= _ORDINARY and zipf(word, "en") - zipf(word, base) >= _ALIEN for word in shown.split()
    )


def _hits(form: str, item: Institution) -> list[FormHit]:
    return [hit for hit in institutions().by_form(form) if hit.institution.id == item.id]


def _ranked(codes: tuple[str, ...], shown: str, base: str, profile: Profile) -> tuple[str, ...]:
    """The article's language first, then those whose copy has the form, in table order."""
    zipfs = profile.lexicon.zipfs(shown)
    top = max((zipfs.get(c, 0.0) for c in codes), default=0.0)
    return tuple(sorted(codes, key=lambda c: (c != base, zipfs.get(c, 0.0) < top - 1.0, codes.index(c))))


def _better(right: str, shown: str, named: bool, base: str, profile: Profile) -> bool:
    """True when the article's language clearly does not use the foreign form; acronyms need the right one beside."""
    if not named:
        return any(form.casefold() == right.casefold() for form in profile.cluster.forms)
    own = profile.lexicon.zipf(shown, base)
    return profile.lexicon.zipf(right, base) - own >= LEAD or own == 0.0


def _unlisted(shown: str, base: str, profile: Profile, item: Institution) -> Verdict:
    """A form that the table lacks and that no convention makes of the native one: a slip, if it is one letter off."""
    right, native = profile.choice(base).full, item.native
    ordinary = profile.lexicon.known(shown) or base in _INFLECTING or " " in shown
    if ordinary or native is None or item.language not in _CONVERTED or not one_slip(shown, right):
        return Verdict("admitted")
    if fits(shown, native, item.language):
        return Verdict("admitted")
    return Verdict("misspelt", (), (), {shown: right}, right)


def _cased(shown: str, base: str, ranked: tuple[str, ...], profile: Profile, item: Institution) -> Verdict:
    """``Nasa`` where the language's press writes NASA."""
    table = institutions()
    right, titled = table.acronym(item, base), table.title_cased_in(item)
    rule = profile.style.rules.acronyms if profile.style and profile.style.speaks(base) else None
    right = house.acronym(right, rule, item) if right and rule else right
    if right and titled and shown != right and shown.casefold() == right.casefold() and shown == shown.capitalize():
        owners = tuple(code for code in titled if code.split("-")[0] != base)
        return Verdict("casing", owners or ranked, owners, {shown: right}, right)
    preferred = shown in (profile.choice(base).full, profile.choice(base).short)
    return Verdict("preferred" if preferred else "admitted", ranked)


def judge_place(form: Form, shown: str, base: str, profile: Profile, place: Place) -> Verdict:
    """A place by the name that another language has for it.

    Doubtful where the language knows the word, too (clubs), where it is the local name or not the usual one of its
    language, and where it may be another place: names went overseas with Spanish, Portuguese, French and English.
    """
    codes = tuple(hit.language for hit in places().by_form(form.key) if hit.place.id == place.id)
    right = profile.choice(base).full
    ranked = tuple(sorted(codes, key=lambda c: (c != base, codes.index(c))))
    if base in codes or not codes or base not in place.names:
        return Verdict("preferred" if shown == right else "admitted", ranked)
    if shown.isupper():
        return Verdict("admitted", ranked)
    rarer = any(place.names[c][0].casefold() != shown.casefold() for c in codes)
    own = profile.lexicon.zipf(shown, base) if " " not in shown else 0.0
    known = own >= _STRAY or max(profile.lexicon.zipf(shown, c) for c in codes) - own < _OWNED
    doubtful = rarer or known or place.language in (None, *codes) or not _AT_HOME.issuperset(codes)
    relation: Relation = "admitted" if doubtful else "foreign"
    clear = doubtful and is_clear(shown, place, base, profile.lexicon)
    sure = clear and is_sure(shown, place, base, profile.lexicon)
    placed = doubtful and is_placed(shown, place, base, profile.lexicon)
    return Verdict(relation, ranked, ranked, {shown: right}, right, doubtful, clear, sure, placed)
