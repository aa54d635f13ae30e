"""Whether an article reads like a translation, and from which language: log likelihood ratios added up.

Style says how likely a translation is at all and, for the languages it was trained on, from which one; clues (names,
residue, calques, agencies) say both, for any language; what the text is about only helps to tell languages apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from math import exp, log

from auditor.checks.base import Check, Hit
from auditor.entities.view import EntityView
from auditor.entities.wording import language_name
from auditor.packs import data_path, load_toml
from auditor.provenance.source_clues import Clue, clues
from auditor.provenance.source_style import NATIVE, Style, judge, telling
from auditor.reading.article import Reading
from auditor.records import Record, SourceClue, SourceLanguage, Translated, Verdict
from auditor.text.lexicon import Lexicon

_SHOWN = 3  # places and turns of phrase that evidence lists


class Settings(Record, frozen=True):
    """Priors and thresholds of the verdict: ``data/style/verdict.toml`` says what each means."""

    schema: int
    prior: float
    repeated: float
    alternative: float
    style_share: float
    style_nats: float
    topic_nats: float
    topic_swing: float
    topic_half: float
    yes: float
    unnamed: float
    no: float
    named: float


class Topics(Record, frozen=True):
    """Language -> lower-case English words for the places where it is spoken."""

    schema: int
    lower: tuple[str, ...]
    words: dict[str, tuple[str, ...]]


@cache
def settings() -> Settings:
    return load_toml(data_path("style", "verdict.toml"), Settings)


@cache
def _topic_file() -> Topics:
    return load_toml(data_path("languages", "source_topics.toml"), Topics)


@cache
def _lower() -> frozenset[str]:
    return frozenset(_topic_file().lower)


@cache
def _topics() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for code, words in _topic_file().words.items():
        for word in words:
            table.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in table.items()}


def infer(
    reading: Reading, view: EntityView, hits: Sequence[tuple[Check, Hit]], lexicon: Lexicon
) -> tuple[Translated, SourceLanguage | None]:
    """The verdict and, where one language stands out, that language with its evidence, strongest first.

    Scores are probabilities under the model. A language is only given with the verdict ``yes``; short texts without
    heavy clues get ``unclear``.
    """
    s = settings()
    found = [clue for clue in clues(reading, view, hits) if reading.language.split("-")[0] not in clue.languages]
    totals = score(found)
    style = judge(_body(reading)) if reading.language.split("-")[0] == "en" else None
    about = {code: count / (count + s.topic_half) for code, count in topics(reading).items()}
    scores = _scores(totals, style)
    probability = _translated(scores, style, about)
    code, share = _likeliest(scores, about)
    named = share >= s.named
    verdict: Verdict = "yes" if probability >= (s.yes if named else s.unnamed) else "unclear"
    if style and probability <= s.no:
        verdict = "no"
    translated = Translated(verdict=verdict, score=round(probability, 3))
    if verdict != "yes" or not named:
        return translated, None
    evidence = _evidence(found, code)
    if len(evidence) < _SHOWN:
        evidence = (*evidence, *_places(reading, code), *_turns(reading, code))
    return translated, SourceLanguage(code=code, score=round(probability * share, 3), evidence=evidence)


def score(found: Sequence[Clue]) -> dict[str, float]:
    """Language -> summed nats; a clue for several languages counts for each, a repeated kind of clue ever less."""
    seen: Counter[str] = Counter()
    totals: dict[str, float] = {}
    for clue in sorted(found, key=lambda c: (-c.weight, c.start, c.end)):
        worth = clue.weight * settings().repeated ** seen[clue.kind]
        seen[clue.kind] += 1
        for place, code in enumerate(clue.languages):
            totals[code] = totals.get(code, 0.0) + worth * (settings().alternative if place else 1.0)
    return totals


def topics(reading: Reading) -> dict[str, int]:
    """Language -> how many words of the text name its places and people."""
    found = Counter[str]()
    for token in reading.tokens:
        for code in _about(token.text):
            found[code] += 1
    return dict(found)


@lru_cache(100_000)
def _about(word: str) -> tuple[str, ...]:
    """The languages whose places or people a word names; without a capital only currencies and the like do."""
    low = word.lower().removesuffix("'s").removesuffix("’s")
    return _topics().get(low, ()) if word[0].isupper() or low in _lower() else ()


def _body(reading: Reading) -> str:
    parts = [reading.text[block.start : block.end] for block in reading.layout.blocks if block.kind != "excluded"]
    return "\n\n".join(parts)


def _scores(totals: Mapping[str, float], style: Style | None) -> dict[str, float]:
    """Language -> log of its share in the style (blended with an even one) plus the nats of its clues."""
    s = settings()
    codes = sorted({*_all_languages(), *totals})
    known = {code: p for code, p in style.probabilities.items() if code != NATIVE} if style else {}
    total = sum(known.values()) or 1.0
    even = s.style_nats if not style else 0.0
    blend = {c: s.style_nats * known.get(c, 0.0) / total + (1 - s.style_nats + even) / len(codes) for c in codes}
    return {code: log(blend[code]) + totals.get(code, 0.0) for code in codes}


def _translated(scores: Mapping[str, float], style: Style | None, about: Mapping[str, float]) -> float:
    """Probability that the text is a translation: any language of the scores, against native copy."""
    s = settings()
    odds = s.prior + _log_sum({c: v + s.topic_swing * (2 * about.get(c, 0.0) - 1) for c, v in scores.items()})
    if style:
        native = min(max(style.probabilities[NATIVE], 1e-4), 1 - 1e-4)
        odds += s.style_share * (log((1 - native) / native) - log(len(style.probabilities) - 1))
    return 1 / (1 + exp(-odds))


def _likeliest(scores: Mapping[str, float], about: Mapping[str, float]) -> tuple[str, float]:
    """The likeliest language, given that the text is a translation, and its probability."""
    named = {code: value + settings().topic_nats * about.get(code, 0.0) for code, value in scores.items()}
    code = max(named, key=lambda c: (named[c], c))
    return code, exp(named[code] - _log_sum(named))


def _log_sum(values: Mapping[str, float]) -> float:
    top = max(values.values())
    return top + log(sum(exp(values[key] - top) for key in sorted(values)))


@cache
def _all_languages() -> tuple[str, ...]:
    return tuple(sorted({code for codes in _topics().values() for code in codes}))


def _evidence(found: Sequence[Clue], code: str) -> tuple[SourceClue, ...]:
    """The clues for the language, strongest first."""
    speaking = sorted((c for c in found if code in c.languages), key=lambda c: (-c.weight, c.start, c.end))
    return tuple(SourceClue(text=c.text, start=c.start, end=c.end, points_to=code, why=c.why) for c in speaking)


def _places(reading: Reading, code: str) -> tuple[SourceClue, ...]:
    """The first words of the text that name places or people of the language."""
    why = f"What the text is about: {language_name(code)} is spoken there (says from which language, not whether)"
    found: dict[str, SourceClue] = {}
    for token in reading.tokens:
        if code in _about(token.text):
            clue = SourceClue(text=token.text, start=token.start, end=token.end, points_to=code, why=why)
            found.setdefault(token.text.lower(), clue)
    return tuple(found.values())[:_SHOWN]


def _turns(reading: Reading, code: str) -> tuple[SourceClue, ...]:
    """The turns of phrase by which the style model knows the language."""
    why = f"Turn of phrase more common in translations from {language_name(code)} than in native copy (style model)"
    spans = [(block.start, block.end) for block in reading.layout.blocks if block.kind != "excluded"]
    return tuple(
        SourceClue(text=reading.text[t.start : t.end], start=t.start, end=t.end, points_to=code, why=why)
        for t in telling(reading.text, spans, code, _SHOWN)
    )
