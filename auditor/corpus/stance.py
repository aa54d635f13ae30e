"""How a stretch of text stands to what it says: denied or not, as a fact or a possibility, on whose word.

The words are those of ``data/languages/stance.toml``, of the reporting tables, and the negators of
``data/pairs/words.toml``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Literal

import msgspec

from auditor.corpus.concepts import concepts, is_speech
from auditor.packs.load import data_path, load_toml
from auditor.pairs.words import LEANS, TURNS, Senses, plain, senses
from auditor.reading.article import Span
from auditor.reading.mentions.words import name_words
from auditor.reading.quotes.words import words as reporting_words
from auditor.text.tokens import Token

Kind = Literal["possible", "able", "managed", "hedge", "attributed", "speaks"]
_TAIL, _NEAR = 8, 3  # words of a tail that names the source; words between a verb of saying and "that"


class StanceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language of ``stance.toml``; its header says what each list holds."""

    possible: tuple[str, ...]
    able: tuple[str, ...]
    managed: tuple[str, ...]
    hedge: tuple[str, ...]
    says: tuple[str, ...]
    only: frozenset[str]
    nearly: frozenset[str]
    until: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    ever: frozenset[str] = frozenset()
    superlatives: frozenset[str] = frozenset()


class Stance(msgspec.Struct, frozen=True):
    """The cue words found (spans in the text, first of each kind), None where there is none.

    ``leaning``: a word in which a negation may hide (without, refuse, un-...). ``speaks``: the event is itself one of
    saying or wanting (announce, promise, expect), so that somebody stands for what is told.
    """

    negated: Span | None = None
    leaning: bool = False
    possible: Span | None = None
    able: Span | None = None
    managed: Span | None = None
    hedge: Span | None = None
    attributed: Span | None = None
    speaks: Span | None = None

    @property
    def doubt(self) -> Span | None:
        """What makes it less than a plain statement."""
        return self.possible or self.hedge or self.able

    @property
    def level(self) -> int:
        """2 where it may be so or not, 1 where it may be so or somebody can, 0 for a plain statement."""
        return 2 if self.possible or self.hedge else 1 if self.able and not self.negated else 0


@cache
def _file() -> Mapping[str, StanceWords]:
    return load_toml(data_path("languages", "stance.toml"), dict[str, StanceWords])


@cache
def _phrases(language: str) -> Mapping[str, tuple[tuple[tuple[str, ...], Kind], ...]]:
    """First word -> the phrases that begin with it, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Kind]]] = defaultdict(list)
    said, held = reporting_words(language), _file().get(language)
    rows: list[tuple[Kind, Iterable[str]]] = [("attributed", said.attribution), ("speaks", said.verbs)]
    if held is not None:
        rows += [("speaks", held.says)]
        rows += [("possible", held.possible), ("able", held.able), ("managed", held.managed), ("hedge", held.hedge)]
    for kind, phrases in rows:
        for phrase in sorted(phrases):
            words = tuple(phrase.split())
            found[words[0]].append((words, kind))
    return {first: tuple(sorted(held, key=lambda row: -len(row[0]))) for first, held in found.items()}


def stance(
    text: str, tokens: Sequence[Token], start: int, end: int, language: str, without: Sequence[Span] = ()
) -> Stance:
    """The stance of ``start:end`` of a text; what lies in the spans ``without`` (quotations, dates) does not count."""
    first = bisect_left(tokens, start, key=lambda t: t.start)
    last = bisect_left(tokens, end, key=lambda t: t.start)
    near = [s for s in without if s.start < end and s.end > start]
    row = [t for t in tokens[first:last] if not any(s.start <= t.start < s.end for s in near)]
    if not row:
        return Stance()
    low = [plain(t.text) for t in row]
    found: dict[Kind, Span] = {}
    phrases = _phrases(language)
    for i, word in enumerate(low):
        for words, kind in phrases.get(word, ()):
            if kind not in found and tuple(low[i : i + len(words)]) == words:
                found[kind] = Span(row[i].start, row[i + len(words) - 1].end)
        if "speaks" not in found and any(map(is_speech, concepts(word, language))):
            found["speaks"] = Span(row[i].start, row[i].end)
    if "speaks" in found and "attributed" not in found and (frame := _frame(text, row, low, language)):
        found["attributed"] = frame
    known = senses(language)
    negated, leaning = _negation(row, low, known, language) if known is not None else (None, False)
    return Stance(negated, leaning, **found)


def _frame(text: str, row: Sequence[Token], low: Sequence[str], language: str) -> Span | None:
    """A verb of saying that carries the sentence: before "that", or in a tail behind a comma (", the police said").

    Behind "and" it carries only what follows: "the minister came and said that" tells as a fact that he came.
    """
    said, held = reporting_words(language), _file().get(language)
    verbs = said.verbs.union(held.says if held else ())
    joining = name_words(language).conjunctions
    commas = [i for i in range(1, len(row)) if "," in text[row[i - 1].end : row[i].start]]
    for i, word in enumerate(low):
        if word not in verbs or (i and low[i - 1] in joining):
            continue
        tail = commas and commas[-1] <= i and len(row) - commas[-1] <= _TAIL
        if tail or word in said.bare or not said.that.isdisjoint(low[i + 1 : i + 1 + _NEAR]):
            return Span(row[i].start, row[i].end)
    return None


def _negation(row: Sequence[Token], low: Sequence[str], known: Senses, language: str) -> tuple[Span | None, bool]:
    """The first word that turns the sentence, and whether another may.

    "Not only" denies nothing, nor does a negator behind "until", nor a "never" that means "ever"; "almost none" is no
    plain denial.
    """
    held = _file()[language]
    leaning, negated, until, highest = False, None, False, False
    for i, word in enumerate(low):
        sense = known[word]
        until = until or word in held.until
        highest = highest or word in held.superlatives
        if sense is None or word.partition("'")[0] in held.particles or (highest and word in held.ever):
            continue
        denies = sense.negation == TURNS and not until and not (i + 1 < len(low) and low[i + 1] in held.only)
        if denies and not (i and low[i - 1] in held.nearly):
            negated = negated or Span(row[i].start, row[i].end)
        leaning = leaning or sense.negation == LEANS or (denies and negated is None)
    return negated, leaning


def modality_changed(a: Stance, b: Stance, *, one_language: bool) -> bool:
    """One of the two leaves open what the other says; "can" against "may" counts in one language only."""
    low, high = sorted((a, b), key=lambda s: s.level)
    if high.level == low.level or (low.level and not one_language):
        return False
    return high.level == 2 or not low.managed


def negation_turned(a: Stance, b: Stance) -> bool:
    """One of the two denies, and the other has no word in which its negation may hide."""
    affirmed = b if a.negated else a
    return bool(a.negated) != bool(b.negated) and not affirmed.leaning
