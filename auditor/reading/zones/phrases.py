"""The wording of page chrome and agency furniture, from ``data/zones/<language>.toml``, all languages in one index.

The layout is made before the language is known, so every language's wording is tried at once: one dictionary look-up a
word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from operator import itemgetter
from pathlib import Path

import msgspec

from auditor.packs import data_path, load_toml, load_tsv
from auditor.reading.article import NoticeKind
from auditor.reading.lines import phrase
from auditor.reading.zones.frames import Frames, frames
from auditor.records import Record, ZoneKind
from auditor.text.tokens import places_of

MAX_START = 8  # words of the longest opening that is looked up
_STAMP = 6  # letters of words such as updated, which no other line of a date and a time has


class DateWords(Record, frozen=True):
    """``around``: words that stand beside a date; ``months``, ``days``: names of languages without a calendar."""

    around: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    days: tuple[str, ...] = ()


class Wording(Record, frozen=True):
    """One language's file."""

    schema: int
    language: str
    whole: dict[ZoneKind, tuple[str, ...]] = msgspec.field(default_factory=dict)
    start: dict[ZoneKind, tuple[str, ...]] = msgspec.field(default_factory=dict)
    label: dict[ZoneKind, tuple[str, ...]] = msgspec.field(default_factory=dict)
    inside: dict[ZoneKind, dict[str, float]] = msgspec.field(default_factory=dict)
    notice: dict[NoticeKind, tuple[str, ...]] = msgspec.field(default_factory=dict)
    dates: DateWords = DateWords()
    speech: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()


class Weighted(msgspec.Struct, frozen=True):
    """A phrase that weighs for a kind wherever it stands; it is looked up by its longest word, at index ``anchor``."""

    words: tuple[str, ...]
    anchor: int
    kind: ZoneKind
    weight: float


class Phrases(msgspec.Struct, frozen=True):
    """Every language's wording, keyed by the words of the phrase; ``firsts`` begin one that a line begins with.

    ``stamps``: words that say that a date is the page's own; ``calls``: verbs that begin a call upon the reader.
    ``languages``: wordings that one language alone has.
    """

    whole: dict[tuple[str, ...], ZoneKind]
    start: dict[tuple[str, ...], ZoneKind]
    label: dict[tuple[str, ...], ZoneKind]
    inside: dict[str, tuple[Weighted, ...]]
    anchors: frozenset[str]
    notice: dict[tuple[str, ...], NoticeKind]
    firsts: frozenset[str]
    months: frozenset[str]
    date_words: frozenset[str]
    stamps: frozenset[str]
    speech: frozenset[str]
    calls: frozenset[str]
    frames: Frames
    languages: dict[tuple[str, ...], str]

    def labelled(self, words: tuple[str, ...]) -> ZoneKind | None:
        """Kind of a line that has these words before its colon."""
        return self.label.get(words) or self.frames.labelled(words)

    def framed(self, words: tuple[str, ...], *, short: bool) -> ZoneKind | None:
        """Kind of a line without quotation marks that a frame covers or opens; ``short``: it is no sentence."""
        words = numbered(words)
        return self.frames.entire(words) or self.frames.opening(words, short=short)

    def entire(self, words: tuple[str, ...]) -> ZoneKind | None:
        """Kind of a line that consists of these words; a run of numbers stands as ``0`` in the table."""
        if not self.may_begin(words):
            return None
        return self.whole.get(words) or self.whole.get(numbered(words))

    def may_begin(self, words: tuple[str, ...]) -> bool:
        """False for most lines: none of the wordings, whole ones, openings and notices, begins with the first word."""
        return bool(words) and _first(words) in self.firsts

    def opening(self, words: tuple[str, ...]) -> ZoneKind | None:
        """Kind of a line that begins with these words."""
        if not self.may_begin(words):
            return None
        words = numbered(words[: MAX_START + 2])
        for size in range(1, min(len(words), MAX_START) + 1):
            kind = self.start.get(words[:size])
            if kind:
                return kind
        return None

    def language(self, words: tuple[str, ...]) -> str | None:
        """The language of a line of furniture, by its longest wording; None where several have it or none."""
        words = numbered(words)
        sizes = (len(words), *range(min(len(words), MAX_START), 0, -1))
        return next((self.languages[words[:size]] for size in sizes if words[:size] in self.languages), None)

    def weights(self, words: tuple[str, ...]) -> dict[ZoneKind, float]:
        """Kind -> sum of the weights of its phrases among the words; each phrase counts once."""
        sums: dict[ZoneKind, float] = {}
        if self.anchors.isdisjoint(words):
            return sums
        seen: set[tuple[str, ...]] = set()
        for at in places_of(self.anchors, words):
            for entry in self.inside[words[at]]:
                start = at - entry.anchor
                if start >= 0 and words[start : start + len(entry.words)] == entry.words and entry.words not in seen:
                    seen.add(entry.words)
                    sums[entry.kind] = sums.get(entry.kind, 0.0) + entry.weight
        return sums


def _first(words: tuple[str, ...]) -> str:
    return "0" if words[0].isdigit() else words[0]


def numbered(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with each run of numbers as one ``0``."""
    if not any(map(str.isdigit, map(itemgetter(0), words))):
        return words
    kinds = ["0" if word.isdigit() else word for word in words]
    return tuple(word for i, word in enumerate(kinds) if word != "0" or i == 0 or kinds[i - 1] != "0")


@cache
def phrases() -> Phrases:
    """The index over all shipped files."""
    files = sorted(data_path("zones").glob("[a-z][a-z].toml"))
    return _index([load_toml(Path(file), Wording) for file in files])


def _index(packs: list[Wording]) -> Phrases:
    inside: defaultdict[str, list[Weighted]] = defaultdict(list)
    for pack in packs:
        for kind, weighted in pack.inside.items():
            for text, weight in weighted.items():
                words = phrase(text)
                anchor = max(range(len(words)), key=lambda i: len(words[i]))
                inside[words[anchor]].append(Weighted(words, anchor, kind, weight))
    months, days = _calendar()
    months |= {word for pack in packs for word in pack.dates.months}
    days |= {word for pack in packs for word in pack.dates.days}
    wordings = [t for pack in packs for table in (pack.whole, pack.start, pack.notice) for t in table.values()]
    around = {word for pack in packs for text in pack.dates.around for word in phrase(text)}
    return Phrases(
        whole={phrase(t): kind for pack in packs for kind, texts in pack.whole.items() for t in texts},
        start={phrase(t): kind for pack in packs for kind, texts in pack.start.items() for t in texts},
        label={phrase(t): kind for pack in packs for kind, texts in pack.label.items() for t in texts},
        inside={word: tuple(found) for word, found in inside.items()},
        anchors=frozenset(inside),
        notice={phrase(t): kind for pack in packs for kind, texts in pack.notice.items() for t in texts},
        firsts=frozenset(_first(words) for texts in wordings for words in map(phrase, texts)),
        months=frozenset(months),
        date_words=frozenset(months | days | around),
        stamps=frozenset(word for word in around if len(word) >= _STAMP),
        speech=frozenset(word for pack in packs for word in pack.speech),
        calls=frozenset(word for pack in packs for word in pack.calls),
        frames=frames(),
        languages=_languages(packs),
    )


def _languages(packs: Iterable[Wording]) -> dict[tuple[str, ...], str]:
    """Wording -> the one language that has it."""
    found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for pack in packs:
        for table in (pack.whole, pack.start, pack.label):
            for texts in table.values():
                for text in texts:
                    found[phrase(text)].add(pack.language)
    return {words: next(iter(codes)) for words, codes in found.items() if len(codes) == 1}


def _calendar() -> tuple[set[str], set[str]]:
    """Names of months and of weekdays in every language."""
    months: set[str] = set()
    days: set[str] = set()
    for row in load_tsv(data_path("languages", "calendar_cldr.tsv"), ("language", "kind", "number", "form")):
        (months if row["kind"].startswith("month") else days).update(phrase(row["form"]))
    return months, days
