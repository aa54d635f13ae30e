"""The native form behind the spellings of a person, and which spellings a language writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from auditor.entities import facts
from auditor.entities.clusters import Cluster
from auditor.entities.local import Form
from auditor.entities.said import ABROAD
from auditor.names.given import lookup
from auditor.names.types import NativeGuess

EXPLAINED = 0.6  # score from which a convention may have written a form
_PLAUSIBLE = 0.6
_AT_HOME = 0.5  # plausibility of a native form of the language that the text gives a person
_SURE = 0.8
UNSEEN, SEEN = 0.5, 1.4  # zipf in English of a spelling that its copy never has, and of one that it has
_HEADS = 4
_RENOWNED = 2.1  # zipf in English of a name that every reader knows
_COMMON = 3.9  # zipf of a native form that must be meant, whatever it ends like
_LIKELY, _ATTESTED = 0.7, 1.5  # plausibility and zipf of a native form that may be meant
_LATIN_SLAVIC = ("pl", "cs")
_ASKED = 8  # spellings, and native forms, that are weighed against one another
_SELDOM = 2.3  # zipf in English of given names that are seldom those of somebody from elsewhere
_TOLD_BY_GIVEN = frozenset({"be", "hy", "ka"})  # native languages whose given names are those of no other
_NATIVE_SCRIPTS = frozenset({"ru", "uk"})


class Spelling(msgspec.Struct, frozen=True):
    """A spelling of a family name (or of a single-word name): how often, where, beside which given names.

    ``homes``: the native languages that the words beside it give its bearer (`said.homes`).
    """

    text: str
    count: int
    articles: tuple[str, ...]
    languages: tuple[str, ...]
    givens: tuple[str, ...]
    homes: tuple[str, ...] = ()


class Pivot(msgspec.Struct, frozen=True):
    """The native form: family name, given name if known, their language.

    Not ``own``: the form is one by which the spellings can be told apart, but the name may be of another language.
    """

    family: str
    given: str | None
    language: str
    own: bool = True

    @property
    def full(self) -> str:
        return f"{self.given} {self.family}" if self.given else self.family


def family_of(form: Form) -> str | None:
    """The family name as written in a form of a person; the word itself for a single word."""
    if len(form.words) == 1:
        return form.text
    return form.family


def spellings(cluster: Cluster) -> tuple[Spelling, ...]:
    """Spellings of the family name over the cluster, sound ones only, by text."""
    rows: dict[str, list[tuple[int, str, str, str | None, frozenset[str]]]] = {}
    for local in cluster.locals:
        for form in local.forms:
            family = family_of(form)
            if family and (form.repair is None or form.repair.relation == "fused"):
                rows.setdefault(family, []).append(
                    (len(form.mentions), local.article, local.base, form.given, form.homes)
                )
    return tuple(
        Spelling(
            text,
            sum(row[0] for row in found),
            tuple(sorted({row[1] for row in found})),
            tuple(sorted({row[2] for row in found})),
            tuple(sorted({row[3] for row in found if row[3]})),
            tuple(sorted({home for row in found for home in row[4]})),
        )
        for text, found in sorted(rows.items())
    )


def pivot(found: Sequence[Spelling], zipf: Callable[[str, str], float]) -> Pivot | None:
    """The native form that explains the spellings best together, or None where nothing says that there is one.

    What says so is a native or given name, several spellings, or a name of which English copy has another spelling;
    ``zipf`` tells how often a language has a word.
    """
    native = [s for s in found if set(s.languages) <= _NATIVE_SCRIPTS and not s.text.isascii()]
    if native:
        best = max(native, key=lambda s: (s.count, s.text))
        given = next((g for g in best.givens), None)
        return Pivot(best.text, given, best.languages[0])
    givens = tuple(dict.fromkeys(given.split()[0] for s in found for given in s.givens))
    spoken = frozenset(name.language for given in givens for name in lookup(given))
    said = frozenset(home for s in found for home in s.homes)
    if said == {ABROAD}:
        return None
    spoken = (spoken & said) or (said - {ABROAD}) or spoken
    alone = found[0].text if len(found) == 1 else None
    if alone and not spoken:
        return by_fame(alone, zipf)
    told = len(spoken) == 1 and spoken <= _TOLD_BY_GIVEN
    others = said - {ABROAD} or (spoken if told else frozenset())
    sure = told or spoken <= said or any(zipf(given, "en") < _SELDOM and lookup(given) for given in givens)
    if spoken == {"be"}:
        spoken |= {"ru"}
    family = _family(found, spoken, others, _AT_HOME if sure else _PLAUSIBLE)
    if family is None:
        return by_fame(alone, zipf) if alone else None
    return Pivot(family.native, _given(givens, family.native_lang), family.native_lang)


def by_fame(text: str, zipf: Callable[[str, str], float]) -> Pivot | None:
    """``Kasparow``, which English copy never has, beside Kasparov, which it has."""
    if zipf(text, "en") > UNSEEN:
        return None
    least = least_fame(text, zipf)
    for guess in facts.natives(text)[:_HEADS]:
        usual = facts.romanize(guess.native, guess.native_lang, "en")
        known = guess.plausibility >= _SURE or guess.attested >= _COMMON
        if known and any(zipf(form, "en") >= least for form in usual):
            return Pivot(guess.native, None, guess.native_lang, own=False)
    return None


def least_fame(text: str, zipf: Callable[[str, str], float]) -> float:
    """The zipf from which English copy must have another spelling for ``text`` to be a foreign one.

    A word that Polish or Czech copy has may be a name from there, unless every reader knows the other bearer.
    """
    return _RENOWNED if _latin_slavic(text, zipf) else SEEN


def by_likeness(text: str, zipf: Callable[[str, str], float]) -> Pivot | None:
    """``Pawljutschenko``: a word that only Russian or Ukrainian copy has; other names must say that it is meant."""
    if zipf(text, "en") > UNSEEN or _latin_slavic(text, zipf):
        return None
    for guess in facts.natives(text)[:1]:
        if guess.plausibility >= _LIKELY and guess.attested >= _ATTESTED:
            return Pivot(guess.native, None, guess.native_lang, own=False)
    return None


def _latin_slavic(text: str, zipf: Callable[[str, str], float]) -> bool:
    return any(zipf(text, code) > UNSEEN for code in _LATIN_SLAVIC)


def _family(
    found: Sequence[Spelling], spoken: frozenset[str], others: frozenset[str], least: float
) -> NativeGuess | None:
    """The likeliest native family name; ``spoken`` are the languages whose given names stand beside it.

    ``others`` are asked as well, besides Russian and Ukrainian.
    """
    single = sorted((s for s in found if " " not in s.text), key=lambda s: (-len(s.articles), -s.count, s.text))
    words = [s.text for s in single[:_ASKED]]
    guesses: dict[tuple[str, str], NativeGuess] = {}
    for text in words:
        for guess in _natives(text, others):
            key = (guess.native, guess.native_lang)
            held = guesses.get(key)
            if (not spoken or guess.native_lang in spoken) and (held is None or guess.plausibility > held.plausibility):
                guesses[key] = guess
    if not guesses:
        return None
    likely = sorted(guesses, key=lambda n: (-guesses[n].plausibility, n[1], n[0]))[:_ASKED]
    shared = {key: _explained(words, *key) if len(words) > 1 else 0 for key in likely}
    best = min(likely, key=lambda n: (-shared[n], -guesses[n].plausibility, n[1], n[0]))
    return guesses[best] if guesses[best].plausibility >= (least if spoken else _SURE) else None


def _natives(text: str, others: frozenset[str]) -> list[NativeGuess]:
    found = list(facts.natives(text)[:_HEADS])
    for language in sorted(others - _NATIVE_SCRIPTS):
        found += facts.natives_in(text, language)[:_HEADS]
    return found


def _explained(words: Sequence[str], native: str, language: str) -> int:
    """How many of the spellings some convention makes of the native form."""
    return sum(facts.explains(word, native, language, EXPLAINED) for word in words)


def _given(givens: Sequence[str], language: str) -> str | None:
    for given in givens:
        for name in lookup(given):
            if name.language == language:
                return name.native
    return None


def fits(form: str, native: str, native_lang: str) -> Mapping[str, float]:
    """Language -> how well its convention explains a spelling of a native form; only those that do."""
    return facts.explaining(form, native, native_lang, EXPLAINED)
