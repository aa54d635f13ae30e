"""Whether two spellings can be one name."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from auditor.names.align import distance
from auditor.names.given import lookup
from auditor.names.natives import natives
from auditor.names.parts import parts
from auditor.names.sounds import sounds
from auditor.names.types import Kind, NameMatch
from auditor.records import Step

_READERS = ("en", "de", "fr", "es", "pl", "cs", "nl")
_STEEP = 1.6
_NEAR = 1.6
_PLAUSIBLE = 0.4


@lru_cache(maxsize=65536)
def compare(a: str, b: str, lang_a: str | None = None, lang_b: str | None = None) -> NameMatch:
    """Can ``a`` and ``b`` be one name? Languages are those of the texts they stand in, None when unknown."""
    reason = _unreadable(a) or _unreadable(b)
    if reason:
        return NameMatch(a, b, lang_a, lang_b, None, "undecided", reason=reason)
    if a == b:
        return NameMatch(a, b, lang_a, lang_b, 1.0, "same", evidence=(Step(rule="equal", before=a, after=b),))
    score, kind, steps = _people(a, b, lang_a, lang_b)
    native = None
    if score >= 0.5 and kind != "counterpart":
        native = _meeting(a, b)
    return NameMatch(a, b, lang_a, lang_b, round(score, 4), kind, native, None, steps)


def score(a: str, b: str, lang_a: str | None = None, lang_b: str | None = None) -> float | None:
    """The score of ``compare``."""
    return compare(a, b, lang_a, lang_b).score


def replay(match: NameMatch) -> bool:
    """True when the comparison, run again, gives the same steps and score."""
    again = compare(match.a, match.b, match.lang_a, match.lang_b)
    return again.evidence == match.evidence and again.score == match.score


def _unreadable(form: str) -> str | None:
    for letter in form:
        if letter.isalpha() and not (
            "A" <= letter <= "ɏ" or "Ḁ" <= letter <= "ỿ" or "Ѐ" <= letter <= "ӿ" or "ʰ" <= letter <= "˿"
        ):
            return f"no reading for {letter!r} (U+{ord(letter):04X})"
    return None if any(letter.isalpha() for letter in form) else "no letters"


def _people(a: str, b: str, lang_a: str | None, lang_b: str | None) -> tuple[float, Kind, tuple[Step, ...]]:
    if _numbers(a) != _numbers(b):
        return 0.0, "different", (Step(rule="numbers", before=a, after=b),)
    left, right = parts(a), parts(b)
    steps: list[Step] = []
    family, step = _word(" ".join(left.family), " ".join(right.family), lang_a, lang_b)
    steps.append(step)
    total, kind = family, _kind(family)
    if left.given and right.given:
        given, relation, step = _given(left.given[0], right.given[0], lang_a, lang_b)
        steps.append(step)
        total = min(total, given)
        kind = relation if relation == "counterpart" and family > 0.5 else _kind(total)
    elif left.given or right.given:
        total *= 0.9
        kind = _kind(total)
    return total, kind, tuple(steps)


def _numbers(form: str) -> list[str]:
    return re.findall(r"\d+", form)


def _kind(score: float) -> Kind:
    return "same" if score > 0.98 else "variant" if score >= 0.5 else "look-alike" if score >= 0.2 else "different"


def _given(a: str, b: str, lang_a: str | None, lang_b: str | None) -> tuple[float, Kind, Step]:
    if len(a.strip(".")) == 1 or len(b.strip(".")) == 1:
        same = a[0].lower() == b[0].lower()
        return (0.9 if same else 0.02), ("variant" if same else "different"), Step(rule="initial", before=a, after=b)
    left, right = lookup(a), lookup(b)
    shared = [name.native for name in left if name in right]
    if shared:
        return 0.97, "variant", Step(rule="given-name table", before=a, after=b, note=shared[0])
    if {name.group for name in left} & {name.group for name in right}:
        return 0.6, "counterpart", Step(rule="counterpart", before=a, after=b)
    value, step = _word(a, b, lang_a, lang_b)
    return value, _kind(value), step


def _word(a: str, b: str, lang_a: str | None, lang_b: str | None) -> tuple[float, Step]:
    left, right = _readings(a.lower(), lang_a), _readings(b.lower(), lang_b)
    cost, one, other = min((distance(x, y), x, y) for x in left for y in right)
    value = math.exp(-_STEEP * cost)
    if 0 < cost <= _NEAR:
        native = _meeting(a, b)
        if native:
            return max(value, 0.95), Step(rule="native form", before=a, after=b, note=native)
    return value, Step(rule="readings", before=one, after=other, note=f"{a} ~ {b}: {cost:.2f}")


def _readings(word: str, language: str | None) -> tuple[str, ...]:
    readers: tuple[str | None, ...] = (language, None) if language else (None, *_READERS)
    return tuple(dict.fromkeys(sounds(word, reader) for reader in readers))


def _meeting(a: str, b: str) -> str | None:
    left = {guess.native: guess.plausibility for guess in natives(a) if guess.plausibility >= _PLAUSIBLE}
    found = [guess for guess in natives(b) if guess.native in left and guess.plausibility >= _PLAUSIBLE]
    shared = [(left[guess.native] + guess.plausibility, guess.native) for guess in found]
    return max(shared)[1] if shared else None
