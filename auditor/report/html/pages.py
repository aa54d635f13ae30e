"""What the templates are given: one record for an article's page, one for the index."""

from __future__ import annotations

from collections import Counter, defaultdict

import msgspec

from auditor.drift.score import scheme
from auditor.packs.mqm import typology
from auditor.records import ArticleRecord, Axis, Excluded, Finding, Quote, Severity, SourceClue, Story
from auditor.report.headline import distinct_clues, remarks, verdict
from auditor.report.html.claims import ClaimRow, claim_rows
from auditor.report.html.gauges import Arc, Bar, arc, bars
from auditor.report.html.links import Links
from auditor.report.html.matrix import COLUMNS, FormsRow, Matrix, forms, matrix
from auditor.report.html.provenance import Drawing, EdgeRow, drawing, edge_rows
from auditor.report.html.quotes import Pair, pairs, unpaired
from auditor.report.html.terms import TermRow, terms
from auditor.report.html.text import Row, rows
from auditor.report.html.timeline import Timeline, timeline
from auditor.report.languages import is_rtl, language_name
from auditor.report.view import Group, View, counts, is_live, severity_key
from auditor.report.width import clip_right

_FIRST = 8
_ROWS = 2000
_TIMELINES = 20


class ArticlePage(msgspec.Struct, frozen=True):
    """All of one article's page."""

    article: ArticleRecord
    label: str
    lede: str
    language: str
    source: str | None
    rtl: bool
    verdict: str
    counts: dict[Severity, int]
    first: list[Group]
    clues: list[SourceClue]
    chips: list[SourceClue]
    notices: list[str]
    remarks: tuple[str, ...]
    siblings: list[ArticleRecord]
    story: Story | None
    arc: Arc
    bars: list[Bar]
    rows: list[Row]
    whole: list[Finding]
    same: dict[str, Finding]
    rules: list[tuple[str, str]]
    previews: int
    names: Matrix
    pairs: list[Pair]
    quotes: list[Quote]
    times: Timeline
    claims: list[ClaimRow]
    terms: list[TermRow]
    out: list[Excluded]
    drawing: Drawing | None
    alone: list[ClaimRow]
    edges: list[EdgeRow]
    silenced: list[Finding]


class IndexRow(msgspec.Struct, frozen=True):
    """One article in the table of the index."""

    article: ArticleRecord
    language: str
    source: str | None
    counts: dict[Severity, int]
    bars: list[Bar]
    story: Story | None


class RuleRow(msgspec.Struct, frozen=True):
    """How often a rule fired, and in how many articles."""

    rule: str
    name: str
    severity: Severity
    count: int
    articles: int
    preview: bool


class IndexPage(msgspec.Struct, frozen=True):
    """All of the index."""

    rows: list[IndexRow]
    left_out: int
    counts: dict[Severity, int]
    silenced: int
    first: list[Group]
    stories: list[Story]
    times: dict[str, Timeline]
    alone: list[Story]
    names: Matrix | None
    forms: list[FormsRow]
    forms_left: int
    rules: list[RuleRow]
    pairs: list[Pair]
    drawing: Drawing | None
    words: int


class Method(msgspec.Struct, frozen=True):
    """What the method note says in figures."""

    citation: str
    penalties: dict[Severity, int]
    formula: str
    half: float
    weights: dict[Axis, float]
    signature: list[tuple[str, str]]


def article_page(view: View, links: Links, article: ArticleRecord, spans: set[tuple[int, int]]) -> ArticlePage:
    """Everything about one subject."""
    live, id_ = view.live(article.id), article.id
    claims, alone = claim_rows(view, links, id_)
    source = article.source_language
    text = rows(view, links, article, spans)
    beside = {f.id for row in text for f in row.findings}
    return ArticlePage(
        article=article,
        label=view.label(id_),
        lede=_lede(view, article),
        language=language_name(article.language),
        source=language_name(source.code) if source else None,
        rtl=is_rtl(article.language),
        verdict=verdict(article).partition(" (")[0],
        counts=counts(live),
        first=_first(view, live, 3),
        clues=list(source.evidence) if source else [],
        chips=distinct_clues(article),
        notices=[view.words(id_, z.start, z.end).strip() for z in article.excluded if z.kind == "notice"],
        remarks=remarks(view.audit, id_),
        siblings=[view.articles[s] for s in view.siblings(id_)],
        story=view.story_of.get(id_),
        arc=arc(article.drift),
        bars=bars(article.drift),
        rows=text,
        whole=[f for f in live if f.id not in beside],
        same=_same(live),
        rules=sorted({(f.rule, f.name) for f in live}),
        previews=sum(f.preview for f in live),
        names=matrix(view, links, [id_, *view.siblings(id_)], here=id_),
        pairs=pairs(view, links, id_),
        quotes=unpaired(view, id_),
        times=timeline(view, links, [id_, *view.siblings(id_)], here=id_),
        claims=claims,
        alone=alone,
        terms=terms(view, id_),
        out=sorted(article.excluded, key=lambda z: (z.start, z.end)),
        drawing=drawing(view, links, id_),
        edges=edge_rows(view, links, id_),
        silenced=[f for f in view.findings.get(id_, ()) if not is_live(f)],
    )


def index_page(view: View, links: Links) -> IndexPage:
    """Everything about the corpus."""
    ours = {a.id for a in view.subjects}
    findings = [f for f in view.audit.findings if f.article in ours]
    live = [f for f in findings if is_live(f)]
    few = len(view.subjects) <= COLUMNS
    stories = [s for s in view.audit.stories if len(s.members) > 1]
    varied, left = ([], 0) if few else forms(view, links, limit=200)
    return IndexPage(
        rows=[_index_row(view, a) for a in view.subjects[:_ROWS]],
        left_out=max(0, len(view.subjects) - _ROWS),
        counts=counts(live),
        silenced=len(findings) - len(live),
        first=_first(view, live),
        stories=stories,
        times={s.id: timeline(view, links, s.members, here=None) for s in stories[:_TIMELINES]},
        alone=[s for s in view.audit.stories if len(s.members) == 1],
        names=matrix(view, links, [a.id for a in view.subjects], here=None, limit=60) if few else None,
        forms=varied,
        forms_left=left,
        rules=_rules(live),
        pairs=pairs(view, links, None, limit=20),
        drawing=drawing(view, links),
        words=sum(a.drift.words for a in view.subjects),
    )


def method(view: View) -> Method:
    """Penalties as shipped, and the signature of the run."""
    mqm = typology()
    signature = [(k, _short(v)) for k, v in sorted(view.audit.signature.items())]
    drift = scheme()
    return Method(mqm.citation, mqm.severities, drift.formula, drift.half, drift.axes, signature)


def _short(value: object) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value, order="deterministic").decode()


def _lede(view: View, article: ArticleRecord) -> str:
    """The first words of the body, to know the article by."""
    text = view.texts.get(article.id, "")
    at = 0
    for zone in sorted(article.excluded, key=lambda z: z.start):
        if text[at : zone.start].strip():
            break
        at = max(at, zone.end)
    return clip_right(" ".join(text[at : at + 400].split()), 150)


def _same(live: list[Finding]) -> dict[str, Finding]:
    """Finding -> the earlier one that says the same of the same words."""
    first: dict[tuple[str, str, str], Finding] = {}
    out: dict[str, Finding] = {}
    for f in live:
        key = (f.rule, f.match, f.message)
        if f.end > f.start and key in first:
            out[f.id] = first[key]
        first.setdefault(key, f)
    return out


def _index_row(view: View, article: ArticleRecord) -> IndexRow:
    source = article.source_language
    name = language_name(source.code) if source and article.translated.verdict != "no" else None
    return IndexRow(article, language_name(article.language), name, counts(view.live(article.id)), bars(article.drift),
                    view.story_of.get(article.id))  # fmt: skip


def _first(view: View, live: list[Finding], limit: int = _FIRST) -> list[Group]:
    """The worst findings, each kind of fault in turn, those of stable checks before those in preview."""
    order = {a.id: n for n, a in enumerate(view.subjects)}
    ranked = sorted(live, key=lambda f: (severity_key(f)[0], f.preview, order[f.article], f.start, f.id))
    told: dict[tuple[str, ...], list[Finding]] = defaultdict(list)
    for f in ranked:
        if f.severity != "neutral":
            told[f.severity, f.article, f.rule, f.message].append(f)
    turn: Counter[tuple[str, str]] = Counter()
    groups: list[tuple[int, int, Group]] = []
    for found in told.values():  # one of each rule before the second of any
        turn[found[0].severity, found[0].rule] += 1
        groups.append((severity_key(found[0])[0], turn[found[0].severity, found[0].rule], Group(tuple(found))))
    return [group for *_, group in sorted(groups, key=lambda g: g[:2])[:limit]]


def _rules(live: list[Finding]) -> list[RuleRow]:
    table: dict[str, list[Finding]] = defaultdict(list)
    for f in live:
        table[f.rule].append(f)
    out = []
    for rule, found in table.items():
        severity = Counter(f.severity for f in sorted(found, key=severity_key)).most_common(1)[0][0]
        out.append(
            RuleRow(rule, found[0].name, severity, len(found), len({f.article for f in found}), found[0].preview)
        )
    return sorted(out, key=lambda r: (-r.count, r.rule))
