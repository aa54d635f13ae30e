"""Whether an article reads like a translation, and from which language: log likelihood ratios added up.

Style says how likely a translation is at all and, for the languages it was trained on, from which one; clues (names,
residue, calques, agencies) say both, for any language; what the text is about only helps to tell languages apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, log

from auditor.checks.base import Check, Hit
from auditor.entities.view import EntityView
from auditor.entities.wording import language_name
from auditor.packs import data_path, load_toml
from auditor.provenance.source_clues import Clue, clues
from auditor.provenance.source_places import languages, naming, topics
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


@cache
def settings() -> Settings:
    return load_toml(data_path("style", "verdict.toml"), Settings)


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
    about = {code: count / (count + s.topic_half) for code, count in topics(reading.tokens).items()}
    scores = _scores(totals, style, about)
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


def _body(reading: Reading) -> str:
    parts = [reading.text[block.start : block.end] for block in reading.layout.blocks if block.kind != "excluded"]
    return "\n\n".join(parts)


def _scores(totals: Mapping[str, float], style: Style | None, about: Mapping[str, float]) -> dict[str, float]:
    """Language -> log of its share in the style (blended with an even one) plus the nats of its clues."""
    s = settings()
    codes = sorted({*languages(), *totals})
    shares = _shares(style, codes, about) if style else dict.fromkeys(codes, 1 / len(codes))
    return {c: log(s.style_nats * shares[c] + (1 - s.style_nats) / len(codes)) + totals.get(c, 0.0) for c in codes}


def _shares(style: Style, codes: Sequence[str], about: Mapping[str, float]) -> dict[str, float]:
    """The share that style gives to each language.

    The model must call copy from a language that it never saw by one that it knows. So an unknown language gets an even
    share as far as the text is about its places rather than those of a known one.
    """
    known = {code: p for code, p in style.probabilities.items() if code != NATIVE}
    total = sum(known.values()) or 1.0
    rival = max(about.get(code, 0.0) for code in known)
    return {c: known[c] / total if c in known else max(0.0, about.get(c, 0.0) - rival) / len(known) for c in codes}


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


def _evidence(found: Sequence[Clue], code: str) -> tuple[SourceClue, ...]:
    """The clues for the language, strongest first."""
    speaking = sorted((c for c in found if code in c.languages), key=lambda c: (-c.weight, c.start, c.end))
    return tuple(SourceClue(text=c.text, start=c.start, end=c.end, points_to=code, why=c.why) for c in speaking)


def _places(reading: Reading, code: str) -> tuple[SourceClue, ...]:
    """The first words of the text that name places or people of the language."""
    why = f"What the text is about: {language_name(code)} is spoken there (says from which language, not whether)"
    found = naming(reading.tokens, code)[:_SHOWN]
    return tuple(SourceClue(text=t.text, start=t.start, end=t.end, points_to=code, why=why) for t in found)


def _turns(reading: Reading, code: str) -> tuple[SourceClue, ...]:
    """The turns of phrase by which the style model knows the language."""
    why = f"Turn of phrase more common in translations from {language_name(code)} than in native copy (style model)"
    spans = [(block.start, block.end) for block in reading.layout.blocks if block.kind != "excluded"]
    return tuple(
        SourceClue(text=reading.text[t.start : t.end], start=t.start, end=t.end, points_to=code, why=why)
        for t in telling(reading.text, spans, code, _SHOWN)
    )
