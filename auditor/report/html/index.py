"""What the template of the index is given."""

from __future__ import annotations

from collections import Counter, defaultdict

import msgspec

from auditor.records import ArticleRecord, Finding, Severity, Story
from auditor.report.html.first import first
from auditor.report.html.gauges import Bar, bars, total
from auditor.report.html.links import Links
from auditor.report.html.matrix import COLUMNS, FormsRow, Matrix, forms, matrix
from auditor.report.html.provenance import Drawing, drawing
from auditor.report.html.quotes import Pair, pairs
from auditor.report.html.timeline import Timeline, timeline
from auditor.report.html.words import WordTable, word_tables
from auditor.report.languages import language_name
from auditor.report.view import Group, View, counts, is_live, severity_key

_ROWS = 2000
_TIMELINES = 20


class IndexRow(msgspec.Struct, frozen=True):
    """One article in the table of the index."""

    article: ArticleRecord
    language: str
    source: str | None
    counts: dict[Severity, int]
    total: Bar
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
    things: dict[str, list[WordTable]]
    alone: list[Story]
    names: Matrix | None
    forms: list[FormsRow]
    forms_left: int
    rules: list[RuleRow]
    pairs: list[Pair]
    drawing: Drawing | None
    words: int


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
        first=first(view, live),
        stories=stories,
        times={s.id: timeline(view, links, s.members, here=None) for s in stories[:_TIMELINES]},
        things={s.id: word_tables(view, links, s.id, here=None) for s in stories[:_TIMELINES]},
        alone=[s for s in view.audit.stories if len(s.members) == 1],
        names=matrix(view, links, [a.id for a in view.subjects], here=None, limit=60) if few else None,
        forms=varied,
        forms_left=left,
        rules=_rules(live),
        pairs=pairs(view, links, None, limit=20),
        drawing=drawing(view, links),
        words=sum(a.drift.words for a in view.subjects),
    )


def _index_row(view: View, article: ArticleRecord) -> IndexRow:
    source = article.source_language
    name = language_name(source.code) if source and article.translated.verdict != "no" else None
    return IndexRow(
        article=article,
        language=language_name(article.language),
        source=name,
        counts=counts(view.live(article.id)),
        total=total(article.drift),
        bars=bars(article.drift),
        story=view.story_of.get(article.id),
    )


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
