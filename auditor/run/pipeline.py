"""The audit from end to end: read, resolve names, group, link, check, trace, score.

One direction; every step makes new records and edits none.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from auditor.checks.base import Check, Context
from auditor.checks.catalogue import catalogue
from auditor.checks.engine import Outcome
from auditor.checks.engine import run as run_checks
from auditor.checks.settle import settled
from auditor.gate.silence import Silence
from auditor.gate.silence import load as load_silence
from auditor.glossary.model import Glossary
from auditor.packs import styles
from auditor.provenance.source_language import infer
from auditor.reading.article import Reading, Source
from auditor.records import Audit, Failure, SourceLanguage, Translated
from auditor.run import coverage
from auditor.run.assemble import Judged, assemble
from auditor.run.prepare import Corpus, Progress, prepare
from auditor.run.settings import Settings

if TYPE_CHECKING:
    from auditor.glossary.decisions import Decision

SIBLINGS = 12  # relatives that a check may look at


class Result(msgspec.Struct, frozen=True):
    """The record, and the articles as decoded (id -> text), which reports need to show words in their place."""

    audit: Audit
    texts: dict[str, str]


def run(
    sources: Sequence[Source],
    settings: Settings,
    *,
    progress: Progress | None = None,
    failures: Sequence[Failure] = (),
) -> Result:
    """Audit the sources together. ``progress(stage, done, total)`` is called as work goes on."""
    tell = progress or (lambda stage, done, total: None)
    glossary = _glossary(settings, sources)
    corpus = prepare(sources, settings, glossary, tell, _decisions(settings))
    subjects = [r for r in corpus.readings.values() if r.source.role == "subject"]
    silence = load_silence(
        settings.suppressions, settings.baseline, inline=settings.inline_suppressions, as_of=settings.as_of
    )
    judged = []
    checks: dict[Settings, tuple[Check, ...]] = {}
    for done, reading in enumerate(subjects, 1):
        own = settings.at(reading.source)
        if own not in checks:
            chosen = own.select or own.ignore or not own.preview
            checks[own] = tuple(c for c in catalogue() if own.runs(c)) if chosen else catalogue()
        judged.append(_judge(reading, corpus, checks[own], own, silence))
        tell("check", done, len(subjects))
    audit = assemble(corpus, judged, settings, silence, failures)
    return Result(audit, {r.id: r.source.original for r in corpus.readings.values()})


def _glossary(settings: Settings, sources: Sequence[Source]) -> Glossary | None:
    """The part of the glossaries that these texts can have to do with."""
    if settings.no_glossary or not settings.glossary:
        return None
    from auditor.glossary.compiled import near

    return near(settings.glossary, (source.text for source in sources), settings.as_of)


def _decisions(settings: Settings) -> tuple[Decision, ...]:
    """What people ruled on pairs of names, kept beside the glossaries."""
    if settings.no_glossary or not settings.glossary:
        return ()
    from auditor.glossary.decisions import beside, load

    return load(beside(map(Path, settings.glossary)))


def _judge(reading: Reading, corpus: Corpus, checks: Sequence[Check], settings: Settings, silence: Silence) -> Judged:
    view = corpus.entities.view(reading.id)
    relatives = corpus.grouping.relatives.get(reading.id, ())[:SIBLINGS]
    context = Context(
        reading=reading,
        entities=view,
        siblings=tuple(corpus.readings[i] for i in relatives),
        lexicon=corpus.lexicon,
        glossary=corpus.glossary,
        quotes=corpus.linked.quotes.get(reading.id, ()),
        claims=corpus.linked.claims.get(reading.id, ()),
        statements=corpus.linked.statements.get(reading.id, ()),
        style=styles.load(settings.style) if settings.style else None,
    )
    outcome = run_checks(checks, context)
    translated, source = infer(reading, view, outcome.fired)
    original = corpus.readings.get(corpus.pairs.get(reading.id, ""))
    if original is not None:
        outcome = _against(reading, original, outcome, settings)
    declared = settings.from_lang or (original.language if original else None)
    if declared:
        clues = source.evidence if source and source.code == declared else ()
        translated = Translated(verdict="yes", score=1.0)
        source = SourceLanguage(code=declared, score=1.0, evidence=clues)
    return Judged(
        reading=reading,
        outcome=outcome,
        translated=translated,
        source_language=source,
        remarks=(*coverage.remarks(reading, checks), *silence.remarks(reading.source)),
    )


def _against(reading: Reading, original: Reading, outcome: Outcome, settings: Settings) -> Outcome:
    """The outcome with what the declared source tells; a comparison that crashes is reported like a check."""
    from auditor import pairs  # only a declared source needs it

    try:
        found = [(check, hit) for check, hit in pairs.audit(reading, original) if settings.runs(check)]
    except Exception as exc:  # as for a faulty check, the audit goes on
        text = f"the comparison with the source stopped on this article: {type(exc).__name__}: {exc}"
        failed = Failure(path=reading.source.path, stage="check", kind="AU900", message=text)
        return Outcome(outcome.fired, (*outcome.failures, failed))
    return Outcome(settled([*outcome.fired, *found], reading.text), outcome.failures)
