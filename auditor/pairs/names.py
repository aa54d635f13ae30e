"""Names of the target that the source does not have, where a name of the source is missing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from auditor.names import score
from auditor.names.skeleton import skeleton
from auditor.names.sounds import script, sounds
from auditor.packs.institutions import institutions
from auditor.packs.places import places
from auditor.pairs.side import Side, Word
from auditor.pairs.words import senses
from auditor.text.lexicon import LANGUAGES, SCALE, lexicon

_SHORTEST = 3
_GAP = 1.1  # zipf: ordinary words of a language are commoner there by more than this
_RARE = 1.6
_STEM = 4
_SAME = 0.03  # score of two forms above which nobody should say that they are two names
_ENDS = frozenset(".!?:;…\"“”„«»‘’'(–—-*•|#@/_")


def changed(source: Side, target: Side) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """(span in the target, span in the source) of names that stand where the source has another."""
    if source.language not in LANGUAGES or target.language not in LANGUAGES or source.language == target.language:
        return []
    strange = [w for w in _names(target) if not _found(w, target, source)]
    if not strange:
        return []
    lost = [w for w in _names(source) if not _found(w, source, target)]
    if not lost:
        return []
    return [(span, span_of) for span, span_of in zip(_joined(strange), _joined(lost), strict=False)]


def _names(of: Side) -> Iterable[Word]:
    """Words with a capital that the sentence does not ask for, and that are no ordinary words of the language."""
    text = of.text
    for at, word in enumerate(of.words):
        first = word.text[0]
        if not first.isupper() or len(word.text) < _SHORTEST or word.text.isupper():
            continue
        before = (
            text[: word.start].rstrip()[-1:]
            if word.start < 3 or at == 0
            else text[word.start - 2 : word.start].strip()[-1:]
        )
        if at == 0 or not before or before in _ENDS or any(c.isupper() for c in word.text[2:]):
            continue
        if _name_like(word.low, of.language):
            yield word


@lru_cache(maxsize=131072)
def _name_like(low: str, language: str) -> bool:
    table = senses(language)
    sense = table[low] if table is not None else None
    if sense is not None and (sense.kind or sense.month or sense.weekday):
        return False
    if language == "en" and low.endswith(("'s", "’s")):
        low = low[:-2]
    row = lexicon().row(low)
    index = LANGUAGES.index(language)
    own, other = row[index] / SCALE, max(v for i, v in enumerate(row) if i != index) / SCALE
    if low in _places(language):
        return True
    return not _derived(low, language) and (own < _RARE or own - other < _GAP)


def _found(word: Word, here: Side, there: Side) -> bool:
    """True when the other side has this name in some form."""
    low = word.low
    if low in there.lows:
        return True
    forms = _places(here.language).get(low)
    if forms is not None:
        return any(_begins(form, there) for form in forms.get(there.language, ())) or not forms.get(there.language)
    return _sounds_alike(word, here.language, there)


def _begins(form: str, there: Side) -> bool:
    stem = form[: max(_STEM, len(form) - 3)]
    return any(low.startswith(stem) for low in there.lows)


def _sounds_alike(word: Word, language: str, there: Side) -> bool:
    low = word.low.removesuffix("'s").removesuffix("’s")
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


@cache
def _places(language: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """Single-word names of places in a language -> language -> lower-case forms there."""
    table: dict[str, dict[str, tuple[str, ...]]] = {}
    for place in places().all:
        forms = {code: tuple(name.lower() for name in names) for code, names in place.names.items()}
        for name in forms.get(language, ()):
            if " " not in name:
                held = table.setdefault(name, {})
                for code, more in forms.items():
                    held[code] = (*held.get(code, ()), *more)
    return table


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
