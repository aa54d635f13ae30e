"""What is known of one entity before its forms are judged, and how a language should call it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from auditor.entities import facts, house
from auditor.entities.clusters import Cluster
from auditor.entities.people import EXPLAINED, Pivot, Spelling, by_fame, by_likeness, fits, pivot, spellings
from auditor.glossary.model import Concept, Glossary, Term
from auditor.packs.institutions import Institution, institutions
from auditor.packs.own_spellings import own_spellings
from auditor.packs.places import Place, places
from auditor.packs.styles import Style
from auditor.text.casing import in_capitals
from auditor.text.lexicon import Lexicon
from auditor.text.memo import kept

LEAD = 0.6  # zipf by which the lexicon must prefer one form to another
ATTESTED = 1.5
_BEYOND_LATIN = "\u0370"  # first letter of the Greek block, behind which Cyrillic stands
_USUAL = 4  # regular spellings among which copy decides; later ones are those of few


class Choice(msgspec.Struct, frozen=True):
    """What a language should write: in full, the family name (or short form), the given name; who decided."""

    full: str
    short: str
    given: str | None
    decided_by: str


class Profile(msgspec.Struct, frozen=True, dict=True):
    """A cluster with its concept, institution and native form."""

    cluster: Cluster
    concept: Concept | None
    institution: Institution | None
    place: Place | None
    glossary: Glossary | None
    lexicon: Lexicon
    style: Style | None = None

    @kept
    def spellings(self) -> tuple[Spelling, ...]:
        return spellings(self.cluster)

    @kept
    def known_as(self) -> tuple[str, ...]:
        """The spellings that are their bearer's own, whatever conventions make of the name; empty for most."""
        forms = [form for local in self.cluster.locals for form in local.forms]
        return tuple(form.text for form in forms if form.key in own_spellings())

    @kept
    def homes(self) -> frozenset[str]:
        """Native languages that the words beside the name give its bearer; see `said.homes`."""
        return frozenset(home for spelling in self.spellings for home in spelling.homes)

    @property
    def at_home(self) -> bool:
        """Whether the native language is one of these."""
        return self.pivot is not None and self.pivot.language in self.homes

    @kept
    def pivot(self) -> Pivot | None:
        """The native form of a person, or of a name of one word that several languages spell differently."""
        named = self.concept.native if self.concept else None
        if named and self.cluster.type == "person":
            given, _, family = named.text.rpartition(" ")
            return Pivot(family, given or None, named.lang)
        if self.institution or self.place:
            return None
        if self.cluster.type != "person" and len(self.spellings) < 2:
            return self._lone(self.spellings[0].text) if self.spellings else None
        return pivot(self.spellings, self.lexicon.zipf)

    def _lone(self, text: str) -> Pivot | None:
        zipf = self.lexicon.zipf
        return None if " " in text else by_fame(text, zipf) or by_likeness(text, zipf)

    @property
    def native(self) -> str | None:
        if self.concept and self.concept.native:
            return self.concept.native.text
        if self.institution:
            return self.institution.native
        if self.place:
            return self.place.native
        return self.pivot.full if self.pivot and self.pivot.own else None

    def choice(self, language: str) -> Choice:
        """The forms that a language should use."""
        held = self._choices.get(language)
        if held is None:
            base = language.split("-")[0]
            held = self._choices[language] = self._housed(self._choose(base, language), base, language)
        return held

    @kept
    def _choices(self) -> dict[str, Choice]:
        return {}

    def _housed(self, choice: Choice, base: str, language: str) -> Choice:
        """The choice as the house style has it; the glossary's stands, and so does a form that everybody knows."""
        style = self.style
        if style is None or choice.decided_by == "glossary" or not style.speaks(language):
            return choice
        if self.institution and (rule := style.rules.acronyms):
            full, short = (house.acronym(text, rule, self.institution) for text in (choice.full, choice.short))
            return choice if (full, short) == (choice.full, choice.short) else Choice(full, short, None, "style")
        if self.place:
            name = house.place(self.place, style, base)
            return Choice(name, name, None, "style") if name and name != choice.full else choice
        if self.cluster.type == "person" and self.pivot and choice.decided_by != "lexicon":
            found = house.person(self.pivot, style, base)
            if found:
                family, given = found[0], found[1] if choice.given else None
                return Choice(f"{given} {family}" if given else family, family, given, "style")
        return choice

    def _choose(self, base: str, language: str) -> Choice:
        if self.concept and self.glossary and (term := self.glossary.preferred(self.concept, language)):
            return _from_term(term, self.cluster.type == "person")
        if self.institution and (found := _from_institution(self.institution, self.cluster, base)):
            return found
        if self.place and (name := places().preferred(self.place, base)):
            return Choice(name, name, None, "exonyms")
        if self.cluster.type == "person" or self.pivot:
            return self._person(base)
        text, everywhere = commonest(self.cluster)
        return Choice(text, text, None, "siblings" if everywhere else "article")

    def _person(self, base: str) -> Choice:
        short, decided = family_choice(self.spellings, self.pivot, base, self.lexicon)
        given = given_choice(self.spellings, self.pivot, base)
        if given and (given[0] < _BEYOND_LATIN <= short[0]):  # what is left in its script is left so as a whole
            given = given_choice(self.spellings, None, base)
        full = f"{given} {short}" if given else short
        return Choice(full, short, given, decided)


def _from_term(term: Term, person: bool) -> Choice:
    given, _, family = term.text.rpartition(" ")
    short = term.short or (family if person else term.text)
    return Choice(term.text, short, given or None if person else None, "glossary")


def _from_institution(item: Institution, cluster: Cluster, base: str) -> Choice | None:
    """The long name where the corpus uses one, else the acronym as the language's press writes it."""
    table = institutions()
    acronym = table.acronym(item, base)
    names = item.names.get(base, ())
    spoken = {hit.kind for form in cluster.forms for hit in table.by_form(form) if hit.institution.id == item.id}
    if acronym and ("name" not in spoken or not names):
        return Choice(acronym, acronym, None, "institutions")
    return Choice(names[0], acronym or names[0], None, "institutions") if names else None


def commonest(cluster: Cluster) -> tuple[str, bool]:
    """The fullest form as most articles write it, and whether several articles have it."""
    forms = [(f, x.article) for x in cluster.locals for f in x.forms if not f.repair]
    forms = forms or [(f, x.article) for x in cluster.locals for f in x.forms]
    if len(forms) == 1:
        return forms[0][0].text, False
    longest = max(len(f.words) for f, _ in forms)
    articles: dict[str, set[str]] = {}
    counts: Counter[str] = Counter()
    for form, article in forms:
        if len(form.words) == longest:
            articles.setdefault(form.text, set()).add(article)
            counts[form.text] += len(form.mentions)
    text = min(counts, key=lambda t: (in_capitals(t, counts), -len(articles[t]), -counts[t], t))
    return text, len(articles[text]) > 1


def family_choice(found: Sequence[Spelling], native: Pivot | None, base: str, lexicon: Lexicon) -> tuple[str, str]:
    """The spelling of a family name (or single word) that a language should use, and who decided."""
    regular = (
        facts.romanize(native.family, native.language, base) if native and base in targets(native.language) else ()
    )
    texts = dict.fromkeys([*(s.text for s in found), *regular])
    if chosen := attested(texts, base, lexicon):
        return chosen, "lexicon"
    scores = {s.text: _fit(s.text, native, base) for s in found}
    explained = native is not None and any(fits(s.text, native.family, native.language) for s in found)
    sound = [s for s in found if scores[s.text] >= EXPLAINED] or ([] if regular and explained else list(found))
    if sound:
        loud = {s.text for s in sound if s.text.isupper() and len(s.text) > 1}
        best = min(sound, key=lambda s: (s.text in loud, -scores[s.text], -len(s.articles), -s.count, s.text))
        return best.text, "siblings" if len({a for s in found for a in s.articles}) > 1 else "article"
    if regular:
        return _usual(regular, base, lexicon), "convention"
    return (min(found, key=lambda s: (-s.count, s.text)).text if found else ""), "article"


def attested(texts: Iterable[str], base: str, lexicon: Lexicon) -> str | None:
    """The one of several spellings that a language's own copy clearly prefers."""
    texts = list(texts)
    if len(texts) < 2:
        return None
    ranked = sorted(((lexicon.zipf(t, base), t) for t in texts), reverse=True)
    if ranked[0][0] < ATTESTED or ranked[0][0] - ranked[1][0] < LEAD:
        return None
    return ranked[0][1]


def _usual(regular: Sequence[str], base: str, lexicon: Lexicon) -> str:
    """Of the first regular spellings the one that copy has most, where it has any at all, else the first."""
    best = max(regular[:_USUAL], key=lambda text: lexicon.zipf(text, base))
    return best if lexicon.zipf(best, base) >= ATTESTED else regular[0]


def given_choice(found: Sequence[Spelling], native: Pivot | None, base: str) -> str | None:
    """The given name as the better articles write it, in full."""
    counts: Counter[str] = Counter()
    for spelling in found:
        for given in spelling.givens:
            counts[given] += len(spelling.articles)
    if not counts:
        return None
    if native is None or native.given is None or base not in targets(native.language):
        return min(counts, key=lambda g: (in_capitals(f"{g} ", (f"{o} " for o in counts)), -counts[g], g))
    scores = {g: fits(g.split()[0], native.given, native.language).get(base, 0.0) for g in counts}
    sound = [g for g in counts if scores[g] >= EXPLAINED]
    if sound:
        return min(sound, key=lambda g: (-counts[g], -scores[g], g))
    return (facts.given_forms(native.given, native.language, base) or (None,))[0]


def _fit(text: str, native: Pivot | None, base: str) -> float:
    if native is None:
        return 1.0
    if base not in targets(native.language):
        return 1.0
    return fits(text, native.family, native.language).get(base, 0.0)


@lru_cache(maxsize=8)
def targets(native_lang: str) -> frozenset[str]:
    """Languages of which we know how they write names of this language."""
    from auditor.names.scheme import schemes

    return frozenset(s.target for s in schemes(native_lang) if s.file.kind == "press")
