"""Whether an article reads like a translation, and from which language: log likelihood ratios added up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import exp

from auditor.checks.base import Check, Hit
from auditor.entities.view import EntityView
from auditor.provenance.source_clues import Clue, clues
from auditor.reading.article import Reading
from auditor.records import SourceClue, SourceLanguage, Translated, Verdict
from auditor.text.lexicon import Lexicon

_REPEATED = 0.25  # what the second clue of a kind counts; the third counts a quarter of that, and so on
_PRIOR = -2.5  # log odds that copy is a translation from any one language, before any clue
_YES = 0.9
_NO = 0.1
_SHORT = 60  # words; below, only the heaviest clues speak


def infer(
    reading: Reading, view: EntityView, hits: Sequence[tuple[Check, Hit]], lexicon: Lexicon
) -> tuple[Translated, SourceLanguage | None]:
    """The verdict and, where one language stands out, that language with its evidence, strongest first.

    Scores are probabilities under the model. ``source_language`` is given with the verdict ``yes`` only.
    """
    found = [clue for clue in clues(reading, view, hits) if _foreign(clue, reading.language)]
    totals = score(found)
    words = sum(1 for _ in reading.tokens)
    if not totals:
        return Translated(verdict="unclear", score=round(_logistic(_PRIOR), 3)), None
    code, best = max(totals.items(), key=lambda item: (item[1], item[0]))
    rest = max((value for other, value in totals.items() if other != code), default=0.0)
    odds = best + _PRIOR
    probability = _logistic(odds)
    if words < _SHORT:
        probability = min(probability, 0.8)
    verdict: Verdict = "yes" if probability >= _YES else "unclear"
    translated = Translated(verdict=verdict, score=round(probability, 3))
    if verdict != "yes":
        return translated, None
    share = exp(best) / sum(exp(value) for value in totals.values())
    if best - rest < 0.7:
        return translated, None
    return translated, SourceLanguage(code=code, score=round(probability * share, 3), evidence=_evidence(found, code))


def score(found: Sequence[Clue]) -> dict[str, float]:
    """Language -> summed nats; clues for several languages count in full for each of them."""
    seen: Counter[str] = Counter()
    totals: dict[str, float] = {}
    for clue in sorted(found, key=lambda c: (-c.weight, c.start, c.end)):
        worth = clue.weight * _REPEATED ** seen[clue.kind]
        seen[clue.kind] += 1
        for place, code in enumerate(clue.languages):
            totals[code] = totals.get(code, 0.0) + worth * (1.0 if place == 0 else 0.85)
    return totals


def _foreign(clue: Clue, language: str) -> bool:
    return language.split("-")[0] not in clue.languages


def _evidence(found: Sequence[Clue], code: str) -> tuple[SourceClue, ...]:
    """The clues for the language, strongest first."""
    speaking = sorted((c for c in found if code in c.languages), key=lambda c: (-c.weight, c.start, c.end))
    return tuple(SourceClue(text=c.text, start=c.start, end=c.end, points_to=code, why=c.why) for c in speaking)


def _logistic(odds: float) -> float:
    return 1 / (1 + exp(-odds)) if odds > -700 else 0.0
