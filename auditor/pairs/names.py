"""Names of the target that the source does not have, where a name of the source is missing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from auditor.names import keys, score
from auditor.names.given import given_names
from auditor.packs import data_path, load_toml
from auditor.pairs.places import country, derived, place_of, stems_of
from auditor.pairs.side import Side, Word
from auditor.pairs.words import senses
from auditor.text.lexicon import LANGUAGES, SCALE, lexicon

_FOURTH = 3
_SHORTEST = 3
_DEMONYM = 6
_LONG = 600  # words; longer stretches were not aligned
_GAP = 1.0  # zipf: ordinary words of a language are commoner there by more than this
_RARE = 2.2
_GAP_NOUN = 0.7  # German gives nouns a capital, too
_COMPOUND = 8  # letters; longer words that no list has are compounds
_COMMONEST = 5.0  # the same where few other words have capitals
_COMMON = 4.4  # zipf of words that are no names, whatever their capital
_STEM = 4
_SAME = 0.03  # score of two forms above which nobody should say that they are two names
_LOOSE = frozenset({"en", "de"})  # their capitals say less
Span = tuple[int, int]
_ENDS = frozenset(".!?:;…\"“”„«»‘’'(–—-*•|#@/_")


def changed(source: Side, target: Side) -> list[tuple[Span, Span | None]]:
    """Names that the source does not have, with the source's name that is missing, None where there is none."""
    if source.language not in LANGUAGES or target.language not in LANGUAGES or source.language == target.language:
        return []
    if len(source.words) + len(target.words) > _LONG:
        return []
    strange = [w for w in _names(target, target.language not in _LOOSE) if not _found(w, target, source)]
    if not strange or _titled(target):
        return []
    lost = [w for w in _names(source, source.language not in _LOOSE) if not _found(w, source, target)]
    lost = lost or [w for w in source.words if _demonym_lost(w, source.language, target)]
    gone = _joined(lost)
    spans = sorted(_joined(strange), key=lambda span: (_known(target.text[span[0] : span[1]]), span))
    if gone:
        return list(zip(spans, gone, strict=False))
    if any(word.text.isupper() and len(word.text) > 1 for word in source.words):
        return []
    return [(span, None) for span in _joined([w for w in strange if _added(w, source, target)])]


def _added(word: Word, source: Side, target: Side) -> bool:
    """True for a name that is surely one: a place of which nothing reminds, a given name, a word that no list has."""
    low = base(word.low)
    forms = place_of(low, target.language)
    if forms:
        starts = {form[:_SHORTEST] for form in forms.get(source.language, ())}
        near = any(other[:_SHORTEST] in starts or other[-_STEM:] == low[-_STEM:] for other in source.lows)
        return bool(starts) and not near
    own, _ = _shares(low, target.language)
    return "-" not in low and target.language != "de" and (low in _given() or own < _RARE) and own < _COMMON


def _known(name: str) -> float:
    """How common the words of a name are in any language; what is rare is surer a name."""
    return max(max(lexicon().row(word)) / SCALE for word in name.split())


def _demonym_lost(word: Word, language: str, there: Side) -> bool:
    """True for an adjective of a country that the other side does not name at all."""
    if len(word.text) < _DEMONYM or word.text[0].isupper():
        return False
    forms = country(word.low, language).get(there.language, ())
    return bool(forms) and not any(_begins(form, there) for form in forms)


def _titled(of: Side) -> bool:
    """True for a headline in which every word has a capital."""
    long = [word for word in of.words if len(word.text) > 3]
    return sum(word.text[0].isupper() for word in long) * 10 > len(long) * 7 and len(long) > 3


def _names(of: Side, trusting: bool = False) -> Iterator[Word]:
    """Words with a capital that the sentence does not ask for, and that are no ordinary words of the language.

    ``trusting``: a capital inside the sentence is enough, unless the word is very common.
    """
    text, words = of.text, of.words
    determiners = _determiners(of.language)
    for at, word in enumerate(words):
        if not at or not word.text[0].isupper() or len(word.text) < _SHORTEST or word.text[1:] != word.text[1:].lower():
            continue
        if not _ENDS.isdisjoint(text[words[at - 1].end : word.start]):
            continue
        if determiners and words[at - 1].low in determiners:
            continue
        if _name_like(base(word.low), of.language, trusting):
            yield word


def base(low: str) -> str:
    """The word without the ending of the English genitive."""
    return low.removesuffix("'s") if low.endswith("'s") else low


@cache
def _determiners(language: str) -> frozenset[str]:
    table = senses(language)
    return table.words.determiners if table else frozenset()


@lru_cache(maxsize=131072)
def _name_like(low: str, language: str, trusting: bool) -> bool:
    table = senses(language)
    sense = table[low] if table is not None else None
    if sense is not None and (sense.kind or sense.month or sense.weekday):
        return False
    if low in _given() or (trusting and low[:-1] in _given()) or place_of(low, language):
        return True
    own, other = _shares(low, language)
    if trusting:
        return own < _COMMON
    if own >= (_COMMON if language == "de" else _COMMONEST) or derived(low, language):
        return False
    if language == "de":
        return (not own and len(low) <= _COMPOUND) or (other > 0 and own - other < _GAP_NOUN)
    return own < _RARE or own - other < _GAP


def _shares(low: str, language: str) -> tuple[float, float]:
    """Zipf of the word in the language, and in the fourth other: names are much the same in all of them."""
    row = lexicon().row(low)
    index = LANGUAGES.index(language)
    others = sorted((value for i, value in enumerate(row) if i != index), reverse=True)
    return row[index] / SCALE, others[_FOURTH] / SCALE


@cache
def _given() -> frozenset[str]:
    raw = load_toml(data_path("languages", "mentions_given.toml"), dict[str, object])
    latin = {str(name).lower() for names in raw.values() if isinstance(names, list) for name in names}
    return frozenset(latin | {name.native.lower() for name in given_names()})


def _found(word: Word, here: Side, there: Side) -> bool:
    """True when the other side has this name in some form."""
    low = base(word.low)
    if low in there.lows:
        return True
    forms = place_of(low, here.language)
    if forms:
        theirs = forms.get(there.language)
        if not theirs or any(_begins(form, there) for form in theirs):
            return True
    return _sounds_alike(low, here.language, there)


def _begins(form: str, there: Side) -> bool:
    """True when a word of the other side has the form's stem: endings and derivatives count (German, Germany)."""
    name = form.split(" ")[-1] if " " in form else form
    for variant in stems_of(name):
        stem = variant[: max(_STEM, len(variant) - 3)] if len(variant) > _STEM + 1 else variant[:_SHORTEST]
        if any(low.startswith(stem) for low in there.lows) or (len(stem) > _STEM and stem in there.text.lower()):
            return True
    return False


def _sounds_alike(low: str, language: str, there: Side) -> bool:
    """True when a word of the other side may be the same name: its beginning, its consonants or its score say so."""
    mine = _folded(low)
    stem = mine[: max(_STEM, len(mine) - 2)]
    if len(mine) >= _SHORTEST and (stem in _text(there) or mine[: len(mine) - 1] in {_folded(w) for w in there.lows}):
        return True
    keyed = keys(low, language)
    for other in there.words:
        theirs = other.low
        if not other.text[0].isupper():
            if len(theirs) > _STEM and abs(len(theirs) - len(low)) < _STEM and keyed & _long(theirs, there.language):
                return True
            continue
        if len(theirs) < 2:
            continue
        if _near(mine, _folded(theirs)) or _keys_meet(keyed, keys(theirs, there.language)):
            return True
        value = score(low, theirs, language, there.language)
        if value is None or value >= _SAME:
            return True
    return False


@lru_cache(maxsize=131072)
def _long(low: str, language: str) -> frozenset[str]:
    """Keys of a word that say enough: those of three consonants and more, case endings kept and left out."""
    found = {key for form in (low, low[:-1], low[:-2]) if len(form) > _STEM for key in keys(form, language)}
    return frozenset(key for key in found if len(key) >= _SHORTEST)


def _near(a: str, b: str) -> bool:
    """True for words that differ by a short ending."""
    size = min(len(a), len(b))
    return (
        size >= _SHORTEST
        and abs(len(a) - len(b)) <= _STEM
        and a[: max(_SHORTEST, size - 1)] == b[: max(_SHORTEST, size - 1)]
    )


def _keys_meet(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """True when two readings share their consonants, case endings aside."""
    for a in mine:
        for b in theirs:
            size = min(len(a), len(b))
            if (a == b and size > 1) or (size > 2 and a[:size] == b[:size] and abs(len(a) - len(b)) <= 2):
                return True
            if size > 3 and a[: size - 1] == b[: size - 1]:
                return True
    return False


@lru_cache(maxsize=131072)
def _folded(low: str) -> str:
    """The word without diacritics."""
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


def _text(of: Side) -> str:
    return _folded(of.text.lower())


def _joined(words: list[Word]) -> list[tuple[int, int]]:
    """Neighbouring words as one span."""
    spans: list[tuple[int, int]] = []
    for word in words:
        if spans and word.start - spans[-1][1] <= 2:
            spans[-1] = (spans[-1][0], word.end)
        else:
            spans.append((word.start, word.end))
    return spans
