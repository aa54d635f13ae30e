"""What the template of an article's page is given."""

from __future__ import annotations

import re

import msgspec

from auditor.entities.wording import is_rtl
from auditor.records import ArticleRecord, Excluded, Finding, Quote, Severity, SourceClue, Story
from auditor.report.headline import distinct_clues, reference_words, remarks, verdict
from auditor.report.html.claims import ClaimRow, claim_rows
from auditor.report.html.first import first
from auditor.report.html.gauges import Arc, Bar, arc, bars, total
from auditor.report.html.links import Links
from auditor.report.html.matrix import Matrix, matrix
from auditor.report.html.provenance import Drawing, EdgeRow, drawing, edge_rows
from auditor.report.html.quotes import Pair, pairs, unpaired
from auditor.report.html.terms import TermRow, terms
from auditor.report.html.text import Row, rows
from auditor.report.html.timeline import Timeline, timeline
from auditor.report.html.words import WordTable, word_tables
from auditor.report.languages import language_name
from auditor.report.view import Group, View, counts, is_live
from auditor.report.width import clip_right

_BLANK = re.compile(r"\n[ \t]{0,20}\n|\r\n[ \t]{0,20}\r\n")


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
    before: dict[str, list[str]]
    reference: str
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
    words: list[WordTable]
    out: list[Excluded]
    drawing: Drawing | None
    alone: list[ClaimRow]
    edges: list[EdgeRow]
    silenced: list[Finding]


def article_page(view: View, links: Links, article: ArticleRecord, spans: set[tuple[int, int]]) -> ArticlePage:
    """Everything about one subject."""
    live, id_ = view.live(article.id), article.id
    story = view.story_of.get(id_)
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
        first=first(view, live, 3),
        clues=list(source.evidence) if source else [],
        chips=distinct_clues(article),
        notices=[view.words(id_, z.start, z.end).strip() for z in article.excluded if z.kind == "notice"],
        remarks=remarks(view.audit, id_),
        siblings=[view.articles[s] for s in view.siblings(id_)],
        story=story,
        before={s.id: list(s.members[:12]) for s in view.audit.stories if story and s.id in story.follows},
        reference=reference_words(view.audit, id_, view.labels),
        arc=arc(article.drift),
        bars=[*bars(article.drift), total(article.drift)],
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
        words=word_tables(view, links, story.id, here=id_) if story else [],
        out=sorted(article.excluded, key=lambda z: (z.start, z.end)),
        drawing=drawing(view, links, id_),
        edges=edge_rows(view, links, id_),
        silenced=[f for f in view.findings.get(id_, ()) if not is_live(f)],
    )


def _lede(view: View, article: ArticleRecord) -> str:
    """The first words of the body, to know the article by."""
    text = view.texts.get(article.id, "")
    at = 0
    for zone in sorted(article.excluded, key=lambda z: z.start):
        if text[at : zone.start].strip():
            break
        at = max(at, zone.end)
    paragraph = _BLANK.split(text[at : at + 400].strip(), maxsplit=1)[0]
    return clip_right(" ".join(paragraph.split()), 150)


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
