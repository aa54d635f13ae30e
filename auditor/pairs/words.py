"""What a word says of numbers, dates and negation, resolved once a word for each language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal

import msgspec

from auditor.packs import data_path, load_toml
from auditor.reading.values.words import Vocabulary, inverted_int, vocabulary
from auditor.records import Record
from auditor.text.lexicon import LANGUAGES, Lexicon, lexicon

NumberKind = Literal["cardinal", "ordinal", "loose", "magnitude", "roman"]
TURNS, LEANS = 2, 1  # a negator; a word in which a negation may hide
_ENDING = 5
_KNOWN = 2.5  # zipf of a word that a negative prefix may stand before
_APOSTROPHES = str.maketrans("’ʼ‘‑", "'''-")
_MOST = 200_000
_ROMAN = {"I": 1, "V": 5, "X": 10, "І": 1, "Х": 10}  # Latin letters and the Cyrillic ones typed for them


class Words(Record, frozen=True):
    """One language's section of ``data/pairs/words.toml``; its header says what each list holds."""

    cardinals: Mapping[str, tuple[str, ...]]
    ordinals: Mapping[str, tuple[str, ...]]
    loose: Mapping[str, tuple[str, ...]]
    magnitudes: Mapping[str, tuple[str, ...]]
    negators: frozenset[str]
    negative: frozenset[str]
    prefixes: tuple[str, ...]
    determiners: frozenset[str] = frozenset()
    softeners: frozenset[str] = frozenset()
    softened_by: frozenset[str] = frozenset()
    elided: str = ""
    suffixes: tuple[str, ...] = ()
    innocent: frozenset[str] = frozenset()
    months: Mapping[str, tuple[str, ...]] = {}
    weekdays: Mapping[str, tuple[str, ...]] = {}


class Sense(msgspec.Struct, frozen=True, gc=False):
    """What a word may say; months and weekdays count from 1; ``negation`` is 0, ``LEANS`` or ``TURNS``."""

    kind: NumberKind | None = None
    value: float = 0.0
    month: int = 0
    weekday: tuple[int, ...] = ()
    negation: int = 0


class Senses(dict[str, Sense | None]):
    """Lower-case word -> its sense, None for most; filled as words are met."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.vocabulary: Vocabulary = vocabulary(language)
        self._language = language
        self.words = _file()[language]
        self._lexicon: Lexicon = lexicon()
        self._cardinals, self._numbers = _numbers(self.vocabulary, self.words)
        self._months = dict(self.vocabulary.months) | inverted_int(self.words.months)
        self._weekdays = dict(self.vocabulary.weekdays) | inverted_int(self.words.weekdays)

    def __missing__(self, low: str) -> Sense | None:
        if len(self) > _MOST:
            self.clear()
        found = self._resolve(low)
        if found is None and "'" in low and self._language == "en" and low.endswith("'s"):
            found = self._resolve(low[:-2])
        self[low] = found
        return found

    def _resolve(self, low: str) -> Sense | None:
        kind, value = self._number(low)
        month = next((m for part in low.split("-") if (m := _calendar(self._months, part))), 0)
        weekday = tuple(day for part in low.split("-") if (day := _calendar(self._weekdays, part)))
        negation = self._negation(low)
        if not (kind or month or weekday or negation):
            return None
        return Sense(kind, value, month, weekday, negation)

    def _number(self, low: str) -> tuple[NumberKind | None, float]:
        found = _stemmed(self._numbers, low)
        if found:
            return found
        if set(low) <= _ROMAN_LOW and len(low) > 1:
            return "roman", float(_roman(low.upper()))
        head, _, rest = low.partition("-")
        if rest:
            kind, value = self._number(head)
            more, unit = self._number(rest)
            if kind == "cardinal" and more in ("cardinal", "ordinal") and value >= 20 and value % 10 == 0 < unit < 10:
                return more, value + unit
            return ("loose" if kind == "ordinal" else kind), value
        total = _compound(low, self._cardinals)
        return ("cardinal", float(total)) if total else (None, 0.0)

    def _negation(self, low: str) -> int:
        if low in self.words.negators or (self._language == "en" and low.endswith("n't")):
            return TURNS
        if self.words.elided and low.startswith(self.words.elided):
            return TURNS
        if _listed(self.words.negative, low):
            return LEANS
        if _listed(self.words.innocent, low):
            return 0
        for prefix in self.words.prefixes:
            rest = low[len(prefix.rstrip("*")) :].lstrip("-")
            if not low.startswith(prefix.rstrip("*")) or len(rest) < 2:
                continue
            if prefix[-1] == "*" or (len(rest) > 3 and self._lexicon.zipf(rest, self._language) >= _KNOWN):
                return LEANS
        return LEANS if len(low) > _ENDING + 1 and low.endswith(self.words.suffixes) else 0


def _listed(forms: frozenset[str], low: str) -> bool:
    """True when a list has the word, or a stem of it that takes endings."""
    return low in forms or any(low[: len(low) - cut] + "*" in forms for cut in range(min(_ENDING, len(low) - 2) + 1))


_ROMAN_LOW = frozenset("".join(_ROMAN).lower())


@cache
def senses(language: str) -> Senses | None:
    """The senses of a language's words; None where the tables do not know the language."""
    return Senses(language) if language in LANGUAGES else None


@cache
def _file() -> Mapping[str, Words]:
    shape = msgspec.defstruct(
        "WordsFile", [("schema", int), *((code, Words) for code in LANGUAGES)], frozen=True, forbid_unknown_fields=True
    )
    loaded = load_toml(data_path("pairs", "words.toml"), shape)
    return {code: getattr(loaded, code) for code in LANGUAGES}


def plain(word: str) -> str:
    """The key of a word: lower case, plain apostrophe."""
    low = word.lower()
    return low if low.isascii() else low.translate(_APOSTROPHES)


def _numbers(vocabulary: Vocabulary, words: Words) -> tuple[dict[str, int], dict[str, tuple[NumberKind, float]]]:
    """Cardinals for compounds, and all number words with their kind; what is surer overrules what is looser."""
    table: dict[str, tuple[NumberKind, float]] = {}
    kinds: tuple[tuple[NumberKind, Mapping[str, Iterable[str]]], ...] = (
        ("loose", words.loose),
        ("ordinal", words.ordinals),
        ("cardinal", words.cardinals),
    )
    for kind, forms in kinds:
        table |= {form: (kind, float(key)) for key, several in forms.items() for form in several}
    table |= {plain(form): ("cardinal", float(value)) for form, value in vocabulary.words.items()}
    table |= {
        plain(form): ("magnitude", float(factor)) for form, factor in vocabulary.magnitudes.items() if len(form) > 1
    }
    table |= {form: ("magnitude", float(key)) for key, several in words.magnitudes.items() for form in several}
    parts = {form: int(value) for form, (kind, value) in table.items() if kind == "cardinal" and len(form) > 2}
    parts |= {form: int(value) for form, (kind, value) in table.items() if kind == "magnitude" and value in (100, 1000)}
    return parts | dict(vocabulary.numbers.compound), table


def _stemmed(table: Mapping[str, tuple[NumberKind, float]], low: str) -> tuple[NumberKind, float] | None:
    """The entry of a word, or of its longest stem that takes endings."""
    found = table.get(low) or table.get(low + "*")
    if found is None:
        for cut in range(1, min(_ENDING, len(low) - 2) + 1):
            found = table.get(low[:-cut] + "*")
            if found:
                break
    return found


def _calendar(table: Mapping[str, int], low: str) -> int:
    """The month or weekday of a word; stems take any ending (``Freitagabend``)."""
    found = table.get(low, 0)
    return found or next(
        (table[low[: len(low) - cut] + "*"] for cut in range(len(low) - 3) if low[: len(low) - cut] + "*" in table), 0
    )


def _compound(low: str, parts: Mapping[str, int]) -> int | None:
    """The value of a number written as one word (``dreihundertzwanzig``); None where it is no such word."""
    total, group, at, pieces = 0, 0, 0, 0
    while at < len(low):
        size = next((s for s in range(min(14, len(low) - at), 2, -1) if low[at : at + s] in parts), 0)
        if not size:
            joiner = next((j for j in ("und", "en", "ën", "a", "och", "e") if pieces and low.startswith(j, at)), None)
            if joiner is None or at + len(joiner) == len(low):
                return None
            at += len(joiner)
            continue
        value = parts[low[at : at + size]]
        if value == 1000:
            total, group = total + max(group, 1) * 1000, 0
        elif value == 100:
            group = max(group, 1) * 100
        else:
            group += value
        at, pieces = at + size, pieces + 1
    return total + group if pieces > 1 else None


def _roman(word: str) -> int:
    """The value of a Roman numeral of I, V and X."""
    values = [_ROMAN[letter] for letter in word]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
