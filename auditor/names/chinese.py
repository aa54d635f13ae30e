"""Chinese names as their bearers spell them (Chow Yun-fat) beside their Mandarin readings (Zhou Runfa).

A reading of ``data/variants/chinese.tsv``: each syllable of both sides may be the same character. Several characters
share a spelling, so that such a match is never sure.
"""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from auditor.names.rough import is_han
from auditor.packs import data_path, load_tsv
from auditor.records import Step

_COLUMNS = ("native", "use", "pinyin", "wade_giles", "cantonese", "also")
_OTHERS = frozenset({"ko", "ja", "vi"})
_NONE: frozenset[str] = frozenset()
_MOST_WORDS = 3
_FULL = {1: 0.65, 2: 0.8}  # scores by the syllables of the given name
_FAMILY = 0.55  # a family name alone
_EITHER = 0.45  # ... that is a Mandarin one as well, of another character

Syllables = dict[str, frozenset[str]]


class Spellings(msgspec.Struct, frozen=True, eq=False):
    """Syllable in lower case -> the characters that it may be, of family and of given names: in Pinyin, in any way."""

    family: Syllables
    families: Syllables
    given: Syllables
    givens: Syllables
    shapes: dict[str, str]


class Split(msgspec.Struct, frozen=True):
    """A name cut into its family name and the syllables of its given name; ``joined``: written in one word."""

    family: str
    given: tuple[str, ...]
    joined: bool


@cache
def spellings() -> Spellings:
    """The table."""
    found: tuple[dict[str, set[str]], ...] = ({}, {}, {}, {})
    shapes: dict[str, str] = {}
    simplified: dict[str, str] = {}
    for row in load_tsv(data_path("variants", "chinese.tsv"), _COLUMNS):
        head = row["native"][0]
        shapes[head] = head
        simplified |= dict.fromkeys(row["native"][2:], head)
        mandarin = [form for form in row["pinyin"].split("/") if form]
        every = mandarin + [form for name in _COLUMNS[3:] for form in row[name].split("/") if form]
        for at in (0, 2) if row["use"] == "both" else (0,) if row["use"] == "family" else (2,):
            for forms, table in ((mandarin, found[at]), (every, found[at + 1])):
                for form in forms:
                    table.setdefault(form, set()).add(head)
    family, families, given, givens = ({form: frozenset(heads) for form, heads in table.items()} for table in found)
    return Spellings(family, families, given, givens, simplified | shapes)


def same_characters(a: str, b: str, lang_a: str | None, lang_b: str | None) -> tuple[float, Step] | None:
    """The score of two forms that may be one Chinese name in Mandarin and in another reading, and the step that says
    so; None elsewhere.
    """
    if lang_a in _OTHERS or lang_b in _OTHERS:
        return None
    left = _splits(a)
    right = _splits(b) if left else ()
    best = max(
        (found for one in left for other in right for found in (_met(one, other), _met(other, one)) if found),
        default=None,
    )
    if best is None:
        return None
    return best[0], Step(rule="Chinese reading", before=a, after=b, note=" ".join(best[1]))


@lru_cache(maxsize=32768)
def _splits(form: str) -> tuple[Split, ...]:
    """Each way to cut a form into family name and syllables; empty where its family name is no Chinese one."""
    table = spellings()
    if not form.isascii():
        known = 1 <= len(form) <= _MOST_WORDS and all(letter in table.shapes for letter in form)
        return (Split(form[0], tuple(form[1:]), True),) if known and is_han(form[0]) else ()
    words = form.lower().split()
    if not 1 <= len(words) <= _MOST_WORDS:
        return ()
    found = []
    for family, given in ((words[0], words[1:]), (words[-1], words[:-1])):
        if family in table.families:
            parts = [part for word in given for part in word.split("-")]
            whole = len(parts) == 1 and len(given) == 1
            found += [Split(family, cut, whole) for cut in (_cuts(parts[0]) if whole else (tuple(parts),))]
    return tuple(found)


def _cuts(word: str) -> tuple[tuple[str, ...], ...]:
    """A given name in one word as one syllable or as two."""
    syllables = spellings().givens
    found = [(word[:at], word[at:]) for at in range(1, len(word))]
    return (*((word,) for _ in range(word in syllables)), *(cut for cut in found if all(s in syllables for s in cut)))


def _met(mandarin: Split, other: Split) -> tuple[float, tuple[str, ...]] | None:
    """The score where ``mandarin`` is wholly Mandarin (Pinyin or characters) and ``other`` may be of the same
    characters, and these ("/" between those that are possible).
    """
    table, size = spellings(), len(mandarin.given)
    if size != len(other.given) or size > max(_FULL) or (size and other.joined and _in_pinyin(other)):
        return None
    shared = [_chars(mandarin.family, table.family) & _chars(other.family, table.families)]
    for one, two in zip(mandarin.given, other.given, strict=True):
        shared.append(_chars(one, table.given) & _chars(two, table.givens))
    if not all(shared):
        return None
    score = _FULL[size] if size else _EITHER if other.family in table.family else _FAMILY
    return score, tuple("/".join(sorted(chars)) for chars in shared)


def in_pinyin(name: str) -> bool:
    """Whether a name of two words, family name first, may be a Mandarin one in Pinyin."""
    family = name.lower().split()[0]
    return any(split.family == family and _in_pinyin(split) for split in _splits(name))


def _in_pinyin(name: Split) -> bool:
    """Whether a name may be a Mandarin one itself, which differs from another Mandarin one by its spelling."""
    table = spellings()
    return name.family in table.family and all(syllable in table.given for syllable in name.given)


def _chars(written: str, table: Syllables) -> frozenset[str]:
    """The characters that a syllable may be; a character is itself."""
    own = spellings().shapes.get(written)
    return frozenset((own,)) if own else table.get(written, _NONE)
