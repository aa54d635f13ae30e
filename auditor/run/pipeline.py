"""The audit from end to end: read, resolve names, group, link, check, trace, score.

One direction; every step makes new records and edits none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

import msgspec

from auditor import __version__
from auditor.checks.base import Check, Context, LinkedClaim, LinkedQuote
from auditor.checks.catalogue import catalogue
from auditor.checks.engine import Outcome, settled
from auditor.checks.engine import run as run_checks
from auditor.corpus.anchors import ArticleAnchors, anchors
from auditor.corpus.claims import Match, link_claims
from auditor.corpus.claims import records as claim_records
from auditor.corpus.items import ClaimItem, QuoteItem, claim_items, quote_items
from auditor.corpus.quotes import link_quotes
from auditor.corpus.stories import Grouping, group
from auditor.drift.score import Compared, score
from auditor.entities.build import build
from auditor.entities.view import EntitySet
from auditor.glossary.model import Glossary
from auditor.provenance.graph import Speaker, graph, source_named
from auditor.provenance.source_language import infer
from auditor.reading.article import Reading, Source
from auditor.reading.read import read
from auditor.records import (
    SCHEMA,
    ArticleRecord,
    Audit,
    Drift,
    Failure,
    Finding,
    QuoteLink,
    SourceLanguage,
    Tool,
    Translated,
)
from auditor.run import coverage, publish
from auditor.run.runner import run_shards
from auditor.run.settings import Settings
from auditor.run.signature import signature
from auditor.text.lexicon import Lexicon, lexicon

Progress = Callable[[str, int, int], None]
Links = TypeVar("Links", tuple[LinkedQuote, ...], tuple[LinkedClaim, ...])
SIBLINGS = 12  # relatives that a check may look at


class Result(msgspec.Struct, frozen=True):
    """The record, and the articles as decoded (id -> text), which reports need to show words in their place."""

    audit: Audit
    texts: dict[str, str]


class Linked(msgspec.Struct, frozen=True):
    """Article id -> what links its quotes and claims to other articles."""

    quotes: Mapping[str, tuple[LinkedQuote, ...]]
    claims: Mapping[str, tuple[LinkedClaim, ...]]


class Corpus(msgspec.Struct, frozen=True, kw_only=True):
    """All that is known of the articles before they are checked."""

    readings: Mapping[str, Reading]
    entities: EntitySet
    grouping: Grouping
    quotes: tuple[QuoteItem, ...]
    claims: tuple[ClaimItem, ...]
    quote_links: tuple[QuoteLink, ...]
    claim_links: tuple[Match, ...]
    linked: Linked
    lexicon: Lexicon
    glossary: Glossary | None


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """One article with the verdicts on it; ``remarks`` say how far it could be audited."""

    reading: Reading
    outcome: Outcome
    translated: Translated
    source_language: SourceLanguage | None
    remarks: tuple[str, ...]


def run(
    sources: Sequence[Source],
    settings: Settings,
    *,
    progress: Progress | None = None,
    failures: Sequence[Failure] = (),
) -> Result:
    """Audit the sources together. ``progress(stage, done, total)`` is called as work goes on."""
    tell = progress or (lambda stage, done, total: None)
    glossary = _glossary(settings)
    corpus = _corpus(_unique(sources), settings, glossary, tell)
    checks = tuple(c for c in catalogue() if _wanted(c, settings))
    subjects = [r for r in corpus.readings.values() if r.source.role == "subject"]
    judged = []
    for done, reading in enumerate(subjects, 1):
        judged.append(_judge(reading, corpus, checks, settings))
        tell("check", done, len(subjects))
    audit = _assemble(corpus, judged, settings, failures)
    return Result(audit, {r.id: r.source.original for r in corpus.readings.values()})


def _wanted(check: Check, settings: Settings) -> bool:
    return settings.wants(check.id, check.slug) and (settings.preview or check.status != "preview")


def _glossary(settings: Settings) -> Glossary | None:
    if settings.no_glossary or not settings.glossary:
        return None
    from auditor.glossary.store import load

    return load(settings.glossary, settings.as_of)


def _unique(sources: Sequence[Source]) -> list[Source]:
    """In order of path and id, whatever order they came in."""
    return sorted(sources, key=lambda s: (s.path, s.id))


def _corpus(sources: Sequence[Source], settings: Settings, glossary: Glossary | None, tell: Progress) -> Corpus:
    words = lexicon()
    readings: dict[str, Reading] = {}
    for done, reading in enumerate(run_shards(partial(_read, settings.lang), sources, settings.jobs), 1):
        readings[reading.id] = reading
        tell("read", done, len(sources))
    twins = _twins(sources)
    firsts = {i: r for i, r in readings.items() if i not in twins}
    entities = _with_twins(build(tuple(firsts.values()), glossary), twins)
    told = {i: r for i, r in firsts.items() if r.source.role != "source"}  # a source is no sibling of its translation
    held = {i: anchors(r, entities.view(i), words) for i, r in told.items()} if len(told) > 1 else {}
    grouping = group(tuple(held.values()) or tuple(map(_lonely, told)), entities).with_twins(twins)
    quotes = tuple(q for i, r in readings.items() for q in quote_items(r, entities.view(i), held.get(i), words))
    claims = tuple(c for i, r in readings.items() for c in claim_items(r, entities.view(i), held.get(i)))
    near = {i: others for i, others in grouping.relatives.items() if i in held}
    quote_links = link_quotes(quotes, near)
    claim_links = link_claims(claims, near, grouping.story_of)
    return Corpus(
        readings=readings,
        entities=entities,
        grouping=grouping,
        quotes=quotes,
        claims=claims,
        quote_links=quote_links,
        claim_links=claim_links,
        linked=Linked(_shared(_linked_quotes(quotes, quote_links), twins), _shared(_linked_claims(claim_links), twins)),
        lexicon=words,
        glossary=glossary,
    )


def _twins(sources: Sequence[Source]) -> dict[str, str]:
    """Articles whose text stands in the run before: id -> id of the first. What is compared is compared once."""
    first: dict[str, str] = {}
    return {s.id: first[s.sha256] for s in sources if first.setdefault(s.sha256, s.id) != s.id}


def _with_twins(entities: EntitySet, twins: Mapping[str, str]) -> EntitySet:
    views = {**entities.views, **{twin: entities.view(first) for twin, first in twins.items()}}
    return msgspec.structs.replace(entities, views=views)


def _shared(linked: dict[str, Links], twins: Mapping[str, str]) -> dict[str, Links]:
    return linked | {twin: linked[first] for twin, first in twins.items() if first in linked}


def _read(language: str | None, source: Source) -> Reading:
    return read(source, lexicon(), language)


def _lonely(article: str) -> ArticleAnchors:
    from auditor.corpus.anchors import NOTHING

    return ArticleAnchors(article, NOTHING, (), {})


def _judge(reading: Reading, corpus: Corpus, checks: Sequence[Check], settings: Settings) -> Judged:
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
    )
    outcome = run_checks(checks, context)
    translated, source = infer(reading, view, outcome.fired, corpus.lexicon)
    original = corpus.readings.get(dict(settings.pairs).get(reading.id, ""))
    if original is not None:
        from auditor import pairs  # only a declared source needs it

        against = [(c, h) for c, h in pairs.audit(reading, original) if _wanted(c, settings)]
        outcome = Outcome(settled([*outcome.fired, *against]), outcome.failures)
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
        remarks=coverage.remarks(reading, checks),
    )


def _linked_quotes(items: Sequence[QuoteItem], links: Sequence[QuoteLink]) -> dict[str, tuple[LinkedQuote, ...]]:
    by_id = {q.id: q for q in items} if links else {}
    found: dict[str, list[LinkedQuote]] = defaultdict(list)
    for link in links:
        for here, there in ((by_id[link.a], by_id[link.b]), (by_id[link.b], by_id[link.a])):
            linked = LinkedQuote(here.quote, there.quote, there.article, link.chrf, link.kind, link.changed)
            found[here.article].append(linked)
    return {article: tuple(linked) for article, linked in found.items()}


def _linked_claims(matches: Sequence[Match]) -> dict[str, tuple[LinkedClaim, ...]]:
    found: dict[str, list[LinkedClaim]] = defaultdict(list)
    for match in matches:
        for here, there in ((match.a, match.b), (match.b, match.a)):
            if here.article != there.article:
                found[here.article].append(LinkedClaim(here.value, there.value, there.article, match.state))
    return {article: tuple(linked) for article, linked in found.items()}


def _assemble(corpus: Corpus, judged: Sequence[Judged], settings: Settings, failures: Sequence[Failure]) -> Audit:
    library = publish.Library(corpus.readings)
    names = {e.id: e.preferred for e in corpus.entities.entities}
    findings = {j.reading.id: tuple(publish.findings(j.reading, j.outcome.fired, library)) for j in judged}
    verdicts = {j.reading.id: j for j in judged}
    articles = tuple(_article(r, verdicts.get(i), findings.get(i, ()), corpus) for i, r in corpus.readings.items())
    quotes = tuple(publish.quotes(corpus.quotes, library, names))
    every = tuple(f for i in corpus.readings for f in findings.get(i, ()))
    failed = (*failures, *(f for j in judged for f in j.outcome.failures))
    return Audit(
        schema=SCHEMA,
        tool=Tool(name="auditor", version=__version__),
        signature=signature(settings, corpus.glossary),
        articles=articles,
        entities=publish.entities(corpus.entities, library),
        quotes=quotes,
        quote_links=corpus.quote_links,
        claims=tuple(publish.claims(corpus.claims, library, names)),
        claim_links=claim_records(corpus.claim_links),
        stories=corpus.grouping.stories,
        provenance=graph(articles, quotes, _speakers(corpus)),
        findings=every,
        failures=failed,
        summary=_summary(articles, every, failed, corpus, judged),
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
        drift=score(findings, _compared(reading, corpus)) if judged else Drift(score=None, axes={}, words=0),
    )


def _compared(reading: Reading, corpus: Corpus) -> Compared:
    claims = corpus.linked.claims.get(reading.id, ())
    view = corpus.entities.view(reading.id)
    return Compared(
        words=len(reading.tokens),
        segments=len(reading.segments),
        mentions=len(view.mentions),
        terms=len(view.entities) if corpus.grouping.relatives.get(reading.id) else 0,
        credits=len(reading.credits),
        quote_chrf=tuple(q.chrf for q in corpus.linked.quotes.get(reading.id, ())),
        date_states=tuple(c.state for c in claims if c.here.kind == "date"),
        figure_states=tuple(c.state for c in claims if c.here.kind != "date"),
    )


def _summary(
    articles: Sequence[ArticleRecord],
    findings: Sequence[Finding],
    failures: Sequence[Failure],
    corpus: Corpus,
    judged: Sequence[Judged],
) -> dict[str, Any]:
    """Counts; ``remarks`` (article id -> what is to be said of its language), ``notes`` (these and more, as lines)."""
    said = {j.reading.id: j.remarks for j in judged if j.remarks}
    subjects = {j.reading.id: j.reading for j in judged}
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
        "failures": len(failures),
        "notes": [f"same text: {', '.join(paths)}" for paths in digests.values() if len(paths) > 1]
        + [f"{r.source.path}: no text" for r in corpus.readings.values() if not r.tokens]
        + coverage.notes(subjects, said),
        "remarks": {id_: list(words) for id_, words in said.items()},
    }
