"""Which spellings of a block are worth comparing: work grows with the spellings, not with their square."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from auditor.entities import facts
from auditor.names.sounds import script

_FULL = 24  # spellings of a block that are all compared with one another
_WINDOW = 4  # in a bigger block: with so many neighbours in the order of each way to sound them
_SPELT_OUT = frozenset({"Latn", "Cyrl", "Grek"})  # scripts that write all vowels and sounds of a given name

Pair = tuple[str, str]


def pairs(block: Iterable[str]) -> Iterator[Pair]:
    """Pairs of spellings of a block (all of one number of words) that may be one name, in a fixed order."""
    texts = sorted(block)
    found = (pair for part in _parts(texts) for pair in (_all(part) if len(part) <= _FULL else _near(part)))
    for a, b in dict.fromkeys(found):
        if not _given_apart(a, b):
            yield a, b


def _parts(texts: Sequence[str]) -> list[Sequence[str]]:
    """An overfull block of names of several words is divided by the keys of the first; initials go where they fit."""
    if len(texts) <= _FULL or " " not in texts[0]:
        return [texts]
    table: dict[str, list[str]] = {}
    for text in sorted(texts, key=lambda text: _brief(text.split()[0])):
        keys = facts.given_keys(text.split()[0])
        brief = _brief(text.split()[0])
        fitting = [key for key in table if key.startswith(tuple(keys))] if brief else ()
        for key in {*keys, *fitting}:
            table.setdefault(key, []).append(text)
    return [sorted(table[key]) for key in sorted(table)]


def _all(texts: Sequence[str]) -> Iterator[Pair]:
    return ((text, other) for i, text in enumerate(texts) for other in texts[:i])


def _near(texts: Sequence[str]) -> Iterator[Pair]:
    """Each spelling with its neighbours in the order of sounds, once for each way to sound its last word."""
    order = sorted((codes, text) for text in texts for codes in facts.codes(text))
    for i, (_, text) in enumerate(order):
        for _, other in order[max(0, i - _WINDOW) : i]:
            if other != text:
                yield (text, other) if text > other else (other, text)


def _given_apart(a: str, b: str) -> bool:
    """True when the first words of two names of several words are no spellings of one given name."""
    one, other = a.split(), b.split()
    if len(one) == 1 or one[0] == other[0] or _brief(one[0]) or _brief(other[0]):
        return False
    written = script(one[0])
    if written != script(other[0]) or written not in _SPELT_OUT:
        return False
    return facts.given_keys(one[0]).isdisjoint(facts.given_keys(other[0]))


def _brief(word: str) -> bool:
    return "." in word or len(word) == 1
