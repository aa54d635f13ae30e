"""The audit record from the corpus and the verdicts on its articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec

from auditor import __version__
from auditor.checks.engine import Outcome
from auditor.corpus.claims import records as claim_records
from auditor.corpus.terms import term_items
from auditor.drift.score import score
from auditor.gate.silence import Silence
from auditor.provenance.graph import Speaker, graph, source_named
from auditor.provenance.kinship import kinships
from auditor.provenance.originals import originals
from auditor.provenance.source_clues import said_by
from auditor.reading.article import Reading
from auditor.records import (
    SCHEMA,
    ArticleRecord,
    Audit,
    Drift,
    Failure,
    Finding,
    SourceLanguage,
    Tool,
    Translated,
)
from auditor.run import coverage, publish
from auditor.run.compared import compared, reference
from auditor.run.prepare import Corpus
from auditor.run.settings import Settings
from auditor.run.signature import signature


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """One article with the verdicts on it; ``remarks`` say how far it could be audited."""

    reading: Reading
    outcome: Outcome
    translated: Translated
    source_language: SourceLanguage | None
    remarks: tuple[str, ...]


def assemble(
    corpus: Corpus, judged: Sequence[Judged], settings: Settings, silence: Silence, failures: Sequence[Failure]
) -> Audit:
    """Everything in canonical order, spans led back to the files.

    ``summary.references`` says for each subject what its drift is measured against: ``{kind, articles}``.
    """
    library = publish.Library(corpus.readings)
    names = {e.id: e.preferred for e in corpus.entities.entities}
    findings = {
        j.reading.id: silence.mark(j.reading.source, publish.findings(j.reading, j.outcome.fired, library))
        for j in judged
    }
    verdicts = {j.reading.id: j for j in judged}
    articles = tuple(_article(r, verdicts.get(i), findings.get(i, ()), corpus) for i, r in corpus.readings.items())
    quotes = tuple(publish.quotes(corpus.quotes, library, names))
    every = tuple(f for i in corpus.readings for f in findings.get(i, ()))
    failed = (*failures, *(f for j in judged for f in j.outcome.failures))
    things = term_items(corpus.grouping.stories, corpus.readings, corpus.entities, corpus.glossary)
    kin = kinships(corpus.readings, corpus.grouping.relatives, findings, quotes, corpus.quote_links)
    entities = publish.entities(corpus.entities, library)
    made = originals(articles, entities, corpus.grouping.stories)
    said = {i: said_by(r) for i, r in corpus.readings.items()}
    return Audit(
        schema=SCHEMA,
        tool=Tool(name="auditor", version=__version__),
        signature=signature(settings, corpus.glossary, corpus.rulings, silence),
        articles=articles,
        entities=entities,
        quotes=quotes,
        quote_links=corpus.quote_links,
        claims=tuple(publish.claims(corpus.claims, library, names)),
        claim_links=claim_records(corpus.claim_links),
        stories=corpus.grouping.stories,
        provenance=graph(articles, quotes, _speakers(corpus), kin, dict(settings.pairs), made, said),
        terms=tuple(publish.terms(things, library, findings)),
        findings=every,
        failures=failed,
        summary=_summary(articles, every, failed, corpus, judged, silence)
        | {"references": {j.reading.id: reference(j.reading.id, corpus).plain() for j in judged}},
    )


def _speakers(corpus: Corpus) -> dict[str, Speaker]:
    """Quote id -> the person, agency or outlet that speaks, where the text tells."""
    known = {e.id: e for e in corpus.entities.entities}
    found: dict[str, Speaker] = {}
    for item in corpus.quotes:
        entity = known.get(item.speaker or "")
        source = source_named(entity.preferred if entity else item.quote.speaker or "")
        if source:
            found[item.id] = source
        elif entity and entity.type == "person":
            found[item.id] = ("person", entity.preferred)
    return found


def _article(reading: Reading, judged: Judged | None, findings: Sequence[Finding], corpus: Corpus) -> ArticleRecord:
    source = reading.source
    nothing = Drift(score=None, axes={}, words=0)
    return ArticleRecord(
        id=source.id,
        path=source.path,
        role=source.role,
        sha256=source.sha256,
        published=source.published,
        language=reading.language,
        language_score=round(reading.language_score, 4),
        translated=judged.translated if judged else Translated(verdict="unclear", score=0.0),
        source_language=publish.source_language(reading, judged.source_language) if judged else None,
        credits=publish.credits(reading),
        excluded=publish.excluded(reading),
        drift=(score(findings, compared(reading, judged.translated, corpus), source.sha256) if judged else nothing),
    )


def _summary(
    articles: Sequence[ArticleRecord],
    findings: Sequence[Finding],
    failures: Sequence[Failure],
    corpus: Corpus,
    judged: Sequence[Judged],
    silence: Silence,
) -> dict[str, Any]:
    """Counts; ``remarks`` (article id -> what is to be said of its language), ``notes`` (these and more, as lines)."""
    said = {j.reading.id: j.remarks for j in judged if j.remarks}
    subjects = {j.reading.id: j.reading for j in judged}
    sources = {i: r.source for i, r in corpus.readings.items()}
    severities = Counter(f.severity for f in findings)
    digests: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        digests[article.sha256].append(article.path)
    return {
        "articles": len(articles),
        "words": sum(len(r.tokens) for r in corpus.readings.values()),
        "stories": len(corpus.grouping.stories),
        "entities": len(corpus.entities.entities),
        "findings": {s: severities.get(s, 0) for s in ("critical", "major", "minor", "neutral")},
        "rules": dict(sorted(Counter(f.rule for f in findings).items())),
        "silenced": silence.summary(sources, findings),
        "failures": len(failures),
        "notes": [f"same text: {', '.join(paths)}" for paths in digests.values() if len(paths) > 1]
        + [f"{r.source.path}: no text" for r in corpus.readings.values() if not r.tokens]
        + coverage.notes(subjects, said)
        + silence.notes(sources, findings),
        "remarks": {id_: list(words) for id_, words in said.items()},
    }
