"""Damaged names: what a form would be without the damage.

Three kinds: a word of another language stuck to a name (``fused``), a compound name of which one half was translated
(``half-translated``), and a slip of the keyboard in a name that stands right elsewhere (``misspelt``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from auditor.entities import facts
from auditor.entities.local import Form, Local, Repair, deletions, form_key
from auditor.packs.institutions import institutions
from auditor.text.fusion import split
from auditor.text.lexicon import LANGUAGES, Lexicon
from auditor.text.memo import kept

_MIN_FUSED = 6
_MIN_SLIP = 6
_EVERYDAY = 4.6
_BESIDE = 16  # characters before or behind a word that a copy of the article has, too
_OWNED = 1.0  # zipf by which a word must be commoner in its own language
_INFLECTING = frozenset({"pl", "cs", "ru", "uk"})


class Names:
    """The words of all names of the corpus, with the articles that have each; a word's forms are kept too."""

    def __init__(
        self, locals_: Iterable[Local], extra: Iterable[str] = (), articles: Mapping[str, str] | None = None
    ) -> None:
        self.articles = articles or {}
        self._confirmed: dict[str, bool] = {}
        self.where: dict[str, set[str]] = {}
        self.counts: dict[tuple[str, str], int] = {}
        self.texts: dict[str, str] = {}
        self.full: dict[tuple[str, str], tuple[int, str]] = {}
        self.phrases: set[str] = set(extra)
        for local in locals_:
            for form in local.forms:
                self.phrases.add(form.key)
                if form.given and len(form.words) > 1:
                    key, named = (local.article, form.words[-1]), (min(form.mentions, default=0), form.given)
                    self.full[key] = min(self.full.get(key, named), named)
                for word, shown in zip(form.words, form.text.split(), strict=False):
                    self.where.setdefault(word, set()).add(local.article)
                    self.counts[local.article, word] = self.counts.get((local.article, word), 0) + len(form.mentions)
                    self.texts.setdefault(word, shown)
        for phrase in extra:
            for word, shown in zip(form_key(phrase).split(), phrase.split(), strict=False):
                self.where.setdefault(word, set())
                self.texts.setdefault(word, shown)

    def bears(self, article: str, word: str) -> bool:
        """Is a word a name on its own, or the family name of somebody in the article?"""
        return word in self.phrases or (article, word) in self.full

    def confirmed(self, word: str, shown: str) -> bool:
        """True when two articles have the word that are no copies of each other: nothing beside it is the same."""
        if word not in self._confirmed:
            beside = set[tuple[str, str]]()
            where = self.where.get(word, set())
            for article in where if len(where) > 1 else ():
                before, _, behind = self.articles.get(article, article).partition(shown)
                beside.add((before[-_BESIDE:], behind[:_BESIDE]))
            pairs = combinations(sorted(beside), 2)
            self._confirmed[word] = any(one[0] != other[0] and one[1] != other[1] for one, other in pairs)
        return self._confirmed[word]

    @kept
    def neighbours(self) -> Mapping[str, tuple[str, ...]]:
        """What is left of a word without one letter -> the words; two words one slip apart share such a key."""
        first: dict[str, str] = {}
        shared: dict[str, set[str]] = {}  # hardly ever any
        for word in self.where:
            if len(word) >= _MIN_SLIP - 1 and word.isalpha():
                for key in deletions(word):
                    if (other := first.setdefault(key, word)) != word:
                        shared.setdefault(key, {other}).add(word)
        return {key: tuple(sorted(words)) for key, words in shared.items()}

    def known_but(self, word: str) -> Callable[[str], bool]:
        """Is a text a word of a name, other than ``word`` itself?"""
        return lambda text: (key := form_key(text)) != word and key in self.where


def repairs(
    locals_: Sequence[Local], lexicon: Lexicon, extra: Sequence[str] = (), texts: Mapping[str, str] | None = None
) -> dict[tuple[str, str], Repair]:
    """Article and form -> what it should read. ``extra`` are forms that a glossary has; ``texts``: of the articles."""
    names = Names(locals_, extra, texts)
    found: dict[tuple[str, str], Repair] = {}
    for local in locals_:
        for form in local.forms:
            repair = (
                _half(form, local, lexicon) or _fused(form, local, names, lexicon) or _slip(form, local, names, lexicon)
            )
            if repair:
                found[local.article, form.key] = repair
    return found


def _half(form: Form, local: Local, lexicon: Lexicon) -> Repair | None:
    """``Weißes House``: every word is of one institution's name, in the article's language or in another.

    Words that both languages have prove nothing (Bank is German too).
    """
    if not 2 <= len(form.words) <= 6 or local.type == "person":
        return None
    table = institutions()
    words = [w for word in form.text.split() for w in word.replace("-", " ").split()]
    for hit in table.half_translated(words, local.language):
        base = local.base
        name = hit.institution.names.get(base)
        mine = all(lexicon.zipf(w, base) - lexicon.zipf(w, hit.language) >= _OWNED for w in hit.own)
        theirs = all(lexicon.zipf(w, hit.language) - lexicon.zipf(w, base) >= _OWNED for w in hit.foreign)
        if name and mine and theirs and not _whole(words, base, hit.language, lexicon) and not table.by_form(form.text):
            return Repair("half-translated", name[0], hit.language, 0.9, " ".join(hit.foreign), hit.institution.id)
    return None


def _whole(words: Sequence[str], base: str, other: str, lexicon: Lexicon) -> bool:
    """True when a third language has all the words: the name is whole, and that language's."""
    return any(
        min(lexicon.zipf(word, code) for word in words) >= _EVERYDAY for code in LANGUAGES if code not in (base, other)
    )


def _fused(form: Form, local: Local, names: Names, lexicon: Lexicon) -> Repair | None:
    """``O'Briensechs``: one word is a name and a word of another language."""
    shown = form.text.split()
    for index, word in enumerate(shown):
        if len(word) < _MIN_FUSED or lexicon.known(word) or not word[0].isupper():
            continue
        if names.confirmed(form_key(word), word):
            continue
        fusion = split(word, names.known_but(form_key(word)), local.language, lexicon)
        if fusion is None or fusion.foreign is None or fusion.kind not in ("name+word", "word+name"):
            continue
        name = next(p for p in fusion.parts if p.kind == "name")
        stuck = next(p for p in fusion.parts if p.kind == "word")
        text = " ".join([*shown[:index], name.text, *shown[index + 1 :]])
        return Repair("fused", text, fusion.foreign, fusion.confidence, stuck.text)
    return None


def _slip(form: Form, local: Local, names: Names, lexicon: Lexicon) -> Repair | None:
    """``Gazprm``: one word is one slip away from a word that the article or its siblings have more often."""
    shown = form.text.split()
    for index, word in enumerate(form.words):
        if len(word) < _MIN_SLIP or not word.isalpha() or lexicon.known(word) or names.confirmed(word, shown[index]):
            continue
        near = {other for key in deletions(word) for other in names.neighbours.get(key, ()) if other != word}
        for other in sorted(near, key=lambda w: (-len(names.where[w]), w)):
            rest = " ".join([*form.words[:index], other, *form.words[index + 1 :]])
            family = index == len(form.words) - 1  # with another given name, or without one
            if rest not in names.phrases and not (family and names.bears(local.article, other)):
                continue
            if not _outnumbered(word, other, local.article, names) and not _introduced(form, word, other, local, names):
                continue
            if not _inner(word, other, local.base):
                continue
            right = names.texts[other]
            sure = facts.near_miss(right, shown[index])
            beside = names.counts.get((local.article, other), 0) > names.counts[local.article, word]
            if sure is not None and (sure > facts.WEAK or beside):
                text = " ".join([*shown[:index], right, *shown[index + 1 :]])
                return Repair("misspelt", text, None, sure, shown[index], right)
    return None


def _outnumbered(suspect: str, right: str, article: str, names: Names) -> bool:
    """True when the right word is commoner in the article, or stands in other articles."""
    here = names.counts.get((article, right), 0)
    return here > names.counts[article, suspect] or bool(names.where[right] - {article}) or not names.where[right]


def _introduced(form: Form, suspect: str, right: str, local: Local, names: Names) -> bool:
    """True when the right word is the family name of somebody named in full before, and no rarer."""
    first, given = names.full.get((local.article, right), (-1, ""))
    own = form.given is None or form.given == given
    equal = names.counts.get((local.article, right), 0) >= names.counts[local.article, suspect]
    return own and equal and 0 <= first < min(form.mentions, default=0)


def _inner(suspect: str, right: str, language: str) -> bool:
    """True when the two differ before the ending, where inflection cannot be the cause."""
    tail = 3 if language in _INFLECTING else 2
    return (suspect[-1] == right[-1] and suspect[:-tail] != right[:-tail]) or suspect[-tail:] == right[-tail:]
