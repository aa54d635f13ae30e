"""The forms of English verbs and nouns: made from the base, told from a form, and brought into line with another's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from auditor.packs import data_path, load_tsv
from auditor.text.lexicon import lexicon
from auditor.text.word_classes import word_classes

Tag = str
"""Of the Penn Treebank: ``VB``, ``VBZ``, ``VBD``, ``VBN``, ``VBG``."""
_VOWELS = frozenset("aeiou")
_ENDINGS = {"s": ("",), "es": ("",), "ies": ("y",), "ed": ("", "e"), "ied": ("y",), "ing": ("", "e"), "ying": ("ie",)}
_BASES = frozenset({"VB", "NV"})
_SHORT = 2  # letters of a word that is no base of a regular verb
_RARER = 1.0  # zipf that a base may be rarer than another one of the same form
_ONES, _MANY = frozenset({"NN", "NM", "NV"}), frozenset({"NNS", "NZ"})


@cache
def _irregular() -> Mapping[str, Mapping[Tag, tuple[str, ...]]]:
    """Base -> the forms that are not made by rule."""
    rows = load_tsv(data_path("languages", "english_verbs.tsv"), ("base", "present", "past", "participle"))
    columns = {"VBZ": "present", "VBD": "past", "VBN": "participle"}
    return {r["base"]: {tag: tuple(r[c].split("|")) for tag, c in columns.items() if r[c]} for r in rows}


@cache
def _bases() -> Mapping[str, frozenset[str]]:
    """Irregular form -> the verbs that have it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for base, forms in _irregular().items():
        for form in (form for row in forms.values() for form in row):
            found[form].add(base)
    return {form: frozenset(bases) for form, bases in found.items()}


@lru_cache(maxsize=20_000)
def verb_forms(base: str) -> Mapping[Tag, tuple[str, ...]]:
    """The forms of a word as an English verb: -s, -ed, -ing, or as the table of verbs says."""
    own = _irregular().get(base, {})
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    past = own.get("VBD", ("",))[0]
    doubled = stem + stem[-1] if _doubles(base) or past == base + base[-1] + "ed" else stem
    regular = base[:-1] + "ied" if _in_y(base) else base + "d" if base.endswith("ee") else doubled + "ed"
    gerund = base[:-2] + "ying" if base.endswith("ie") else (base if base.endswith("ee") else doubled) + "ing"
    made = {"VB": (base,), "VBZ": (plural(base),), "VBD": (regular,), "VBN": (regular,), "VBG": (gerund,)}
    return {**made, **own}


def plural(word: str) -> str:
    """The word with the -s of a plural, or of the third person."""
    if _in_y(word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def inflections(word: str) -> frozenset[str]:
    """The forms that a word may have as an English verb or noun."""
    return frozenset(form for row in verb_forms(word).values() for form in row)


@lru_cache(maxsize=20_000)
def verb_readings(form: str) -> frozenset[tuple[str, Tag]]:
    """Bases and tags of the verbs that a word in lower case may be a form of; none where no table knows the verb."""
    bases = {base for base in _candidates(form) if _is_verb(base)}
    best = max((lexicon().zipf(base, "en") for base in bases), default=0.0)
    common = (base for base in bases if base in _irregular() or lexicon().zipf(base, "en") >= best - _RARER)
    return frozenset((base, tag) for base in common for tag, row in verb_forms(base).items() if form in row)


def _candidates(form: str) -> Iterator[str]:
    """Words that the form may be made from; of irregular ones no others than the table has."""
    yield form
    if form in _bases():
        yield from _bases()[form]
        return
    for ending, heads in _ENDINGS.items():
        stem = form.removesuffix(ending)
        if len(stem) > 1 and stem != form:
            yield from (stem + head for head in heads)
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def _is_verb(base: str) -> bool:
    """True where the table of verbs has it, or that of parts of speech tells it or its past from other words."""
    tags = word_classes()
    known = tags.get(base) in _BASES or (len(base) > _SHORT and tags.get(verb_forms(base)["VBD"][0]) == "ED")
    return known or base in _irregular()


def is_plural(word: str) -> bool:
    """True for a noun in the plural; nothing is known of a word that may be another part of speech."""
    return word_classes().get(word) in _MANY


def is_singular(word: str) -> bool:
    """True for a noun in the singular; nothing is known of a word that may be another part of speech."""
    return word_classes().get(word) in _ONES


def _in_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in _VOWELS


def _doubles(word: str) -> bool:
    """The last consonant is doubled: one syllable, consonant, vowel, consonant (``stop``), never w, x or y."""
    if len(word) < 3 or word[-1] in "wxyaeiou" or word[-2] not in _VOWELS or word[-3] in _VOWELS:
        return False
    return sum(letter in _VOWELS for letter in word) == 1
