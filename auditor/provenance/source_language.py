"""Whether an article reads like a translation, and from which language, with the evidence (`checks.source_odds`)."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.checks.base import Check, Hit
from auditor.checks.phrases.source_odds import Sign, borne_out, odds, settings
from auditor.entities.view import EntityView
from auditor.entities.wording import language_name
from auditor.provenance.source_clues import Clue, clues
from auditor.reading.article import Reading
from auditor.records import SourceClue, SourceLanguage, Translated, Verdict
from auditor.text.source_places import naming
from auditor.text.source_style import telling

_SHOWN = 3  # places and turns of phrase that evidence lists


def infer(
    reading: Reading, view: EntityView, hits: Sequence[tuple[Check, Hit]]
) -> tuple[Translated, SourceLanguage | None]:
    """The verdict and, where one language stands out, that language with its evidence, strongest first.

    Scores are probabilities under the model. A language is only given with the verdict ``yes``; short texts without
    heavy clues get ``unclear``.
    """
    s = settings()
    found = [clue for clue in clues(reading, view, hits) if reading.language.split("-")[0] not in clue.languages]
    told = signs(found)
    judged = odds(reading, told)
    code, share = judged.likeliest
    named = share >= s.named
    sure = judged.translated >= (s.yes if named else s.unnamed) and (not named or borne_out(reading, told, code))
    verdict: Verdict = "yes" if sure else "unclear"
    if judged.styled and judged.translated <= s.no:
        verdict = "no"
    translated = Translated(verdict=verdict, score=round(judged.translated, 3))
    if verdict != "yes" or not named:
        return translated, None
    evidence = _evidence(found, code)
    if len(evidence) < _SHOWN:
        evidence = (*evidence, *_places(reading, code), *_turns(reading, code))
    return translated, SourceLanguage(code=code, score=round(judged.translated * share, 3), evidence=evidence)


def signs(found: Sequence[Clue]) -> list[Sign]:
    """The clues as signs, the weightiest first."""
    return [Sign(c.kind, c.languages, c.weight) for c in sorted(found, key=lambda c: (-c.weight, c.start, c.end))]


def _evidence(found: Sequence[Clue], code: str) -> tuple[SourceClue, ...]:
    """The clues for the language, strongest first."""
    speaking = sorted((c for c in found if code in c.languages), key=lambda c: (-c.weight, c.start, c.end))
    return tuple(SourceClue(text=c.text, start=c.start, end=c.end, points_to=code, why=c.why) for c in speaking)


def _places(reading: Reading, code: str) -> tuple[SourceClue, ...]:
    """The first words of the text that name places or people of the language."""
    why = f"Names of places and people where {language_name(code)} is spoken (say from which language, not whether)"
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
