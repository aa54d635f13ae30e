"""Names of the target that the source does not have, where a name of the source is missing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from auditor.names import score
from auditor.names.skeleton import skeleton
from auditor.names.sounds import script, sounds
from auditor.packs import data_path, load_toml
from auditor.packs.institutions import institutions
from auditor.packs.places import places
from auditor.pairs.side import Side, Word
from auditor.pairs.words import senses
from auditor.text.lexicon import LANGUAGES, SCALE, lexicon

_SHORTEST = 3
_GAP = 1.1  # zipf: ordinary words of a language are commoner there by more than this
_RARE = 1.6
_GAP_NOUN = 0.4  # German gives nouns a capital, too
_COMMON = 4.4  # zipf of words that are no names, whatever their capital
_STEM = 4
_SAME = 0.03  # score of two forms above which nobody should say that they are two names
_LOOSE = frozenset({"en", "de"})  # their capitals say less
_INFLECTED = frozenset({"ru", "uk", "pl", "cs"})
Span = tuple[int, int]
_ENDS = frozenset(".!?:;…\"“”„«»‘’'(–—-*•|#@/_")


def changed(source: Side, target: Side) -> list[tuple[Span, Span]]:
    """(span in the target, span in the source) of names that stand where the source has another."""
    if source.language not in LANGUAGES or target.language not in LANGUAGES or source.language == target.language:
        return []
    strange = [w for w in _names(target) if not _found(w, target, source)]
    if not strange or _titled(target):
        return []
    lost = [w for w in _names(source, source.language not in _LOOSE) if not _found(w, source, target)]
    return list(zip(_joined(strange), _joined(lost), strict=False)) if lost else []


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
    if low in _given() or place_of(low, language):
        return True
    own, other = _shares(low, language)
    if own >= _COMMON or _derived(low, language):
        return False
    if trusting:
        return True
    return (own < _RARE or own - other < _GAP) if language != "de" else other > 0 and own - other < _GAP_NOUN


def _shares(low: str, language: str) -> tuple[float, float]:
    """Zipf of the word in the language, and in the other language where it is commonest."""
    row = lexicon().row(low)
    index = LANGUAGES.index(language)
    return row[index] / SCALE, max(v for i, v in enumerate(row) if i != index) / SCALE


@cache
def _given() -> frozenset[str]:
    raw = load_toml(data_path("languages", "mentions_given.toml"), dict[str, object])
    return frozenset(str(name).lower() for names in raw.values() if isinstance(names, list) for name in names)


def _found(word: Word, here: Side, there: Side) -> bool:
    """True when the other side has this name in some form."""
    low = base(word.low)
    if low in there.lows:
        return True
    forms = place_of(low, here.language)
    if forms:
        theirs = forms.get(there.language)
        return not theirs or any(_begins(form, there) for form in theirs)
    return _sounds_alike(low, here.language, there)


def _begins(form: str, there: Side) -> bool:
    """True when a word of the other side begins as the form does: endings and derivatives count (German, Germany)."""
    stem = form.split(" ")[-1] if " " in form else form
    stem = stem[: max(_STEM, len(stem) - 3)]
    return any(low.startswith(stem) for low in there.lows)


def _sounds_alike(low: str, language: str, there: Side) -> bool:
    bones = _bones(low, language)
    for other in there.words:
        theirs = other.low
        if len(theirs) < _SHORTEST - 1 or abs(len(theirs) - len(low)) > 6:
            continue
        if theirs[:_STEM] == low[:_STEM]:
            return True
        if other.text[0].isupper() or other.text[0].isdigit():
            mark = _bones(theirs, there.language)
            if mark == bones or (min(len(mark), len(bones)) > 2 and (mark.startswith(bones) or bones.startswith(mark))):
                return True
            if (
                mark[:1] == bones[:1]
                or mark[-2:] == bones[-2:]
                or mark[1:2] == bones[1:2]
                or bones in mark
                or mark in bones
            ):
                value = score(low, theirs, language, there.language)
                if value is None or value >= _SAME:
                    return True
    return False


@lru_cache(maxsize=131072)
def _bones(low: str, language: str) -> str:
    return skeleton(sounds(low, language)) if script(low) else low


@lru_cache(maxsize=131072)
def place_of(low: str, language: str) -> dict[str, tuple[str, ...]]:
    """Language -> lower-case forms of the place that a word names, in any case of the inflected languages."""
    exact, stems = _places(language)
    found = exact.get(low)
    if found is None and language in _INFLECTED:
        for cut in range(4):
            stem = low[: len(low) - cut]
            if len(stem) >= _STEM - 1 and stem in stems:
                return stems[stem]
    return found or {}


@cache
def _places(language: str) -> tuple[dict[str, dict[str, tuple[str, ...]]], dict[str, dict[str, tuple[str, ...]]]]:
    """Places that a language names by one word: by form, and by form without its ending."""
    exact: dict[str, dict[str, tuple[str, ...]]] = {}
    stems: dict[str, dict[str, tuple[str, ...]]] = {}
    for place in places().all:
        forms = {code: tuple(name.lower() for name in names) for code, names in place.names.items()}
        for name in forms.get(language, ()):
            if " " in name:
                continue
            cut = name.rstrip("аеєиіїйоуьюяыaeiouyąęůáéíýě") or name
            for table, key in ((exact, name), (stems, cut if len(cut) >= _STEM - 1 else name)):
                held = table.setdefault(key, {})
                for code, more in forms.items():
                    held[code] = (*held.get(code, ()), *more)
    return exact, stems


@cache
def _stems(language: str) -> frozenset[str]:
    """Beginnings of the names of countries and of words in names of institutions: their derivatives are no names."""
    out = set()
    for place in places().all:
        if place.kind in ("territory", "continent"):
            out |= {name.lower()[:_STEM] for name in place.names.get(language, ()) if len(name) >= _STEM}
    for item in institutions().all:
        for name in item.names.get(language, ()):
            out |= {word.lower()[:6] for word in name.split() if len(word) > 5}
    return frozenset(out)


def _derived(low: str, language: str) -> bool:
    stems = _stems(language)
    return low[:_STEM] in stems or low[:6] in stems


def _joined(words: list[Word]) -> list[tuple[int, int]]:
    """Neighbouring words as one span."""
    spans: list[tuple[int, int]] = []
    for word in words:
        if spans and word.start - spans[-1][1] <= 2:
            spans[-1] = (spans[-1][0], word.end)
        else:
            spans.append((word.start, word.end))
    return spans
