"""Markdown (GFM): a report to paste into a ticket or a mail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from auditor.records import ArticleRecord, Audit
from auditor.report.escape import inline
from auditor.report.escape import markdown as md
from auditor.report.headline import credit_words, drift_words, remarks, verdict
from auditor.report.languages import language_name
from auditor.report.options import DEFAULT, Options
from auditor.report.shown import not_shown
from auditor.report.summary import source_words
from auditor.report.terminal import evidence_words, looked_at, nothing_found, tally_words
from auditor.report.view import Group, View, counts, grouped, is_live
from auditor.report.width import clip_right


def render(audit: Audit, texts: Mapping[str, str], options: Options = DEFAULT) -> str:
    """The table of articles, then each article with its findings."""
    view = View(audit, texts)
    lines = ["# Audit", "", *_overview(view), ""]
    for article in view.subjects:
        lines += [*_article(view, article), ""]
    if audit.failures:
        lines += ["## Not done", ""]
        lines += [f"- {md(f.path)}: {md(f.stage)} failed ({md(f.kind)}): {md(f.message)}" for f in audit.failures]
        lines += [""]
    return "\n".join([*lines, f"{md(audit.tool.name)} {md(audit.tool.version)}, schema {md(audit.schema)}"]) + "\n"


def _overview(view: View) -> Iterator[str]:
    hidden = not_shown(view.audit)
    yield tally_words(f for f in view.audit.findings if is_live(f)) + (f"; {hidden}." if hidden else ".")
    yield ""
    yield "| article | language | translated from | critical | major | minor | drift |"
    yield "|---|---|---|--:|--:|--:|--:|"
    for a in view.subjects:
        table = counts(view.live(a.id))
        drift = "–" if a.drift.score is None else f"{a.drift.score:.0f}"
        cells = [md(view.titles[a.id]), language_name(a.language), md(source_words(a))]
        yield f"| {' | '.join([*cells, *(str(table[s]) for s in ('critical', 'major', 'minor')), drift])} |"


def _article(view: View, article: ArticleRecord) -> Iterator[str]:
    yield f"## {md(view.titles[article.id])}"
    yield ""
    yield f"{language_name(article.language)}, {md(verdict(article))}; {md(credit_words(article))}."
    if told := remarks(view.audit, article.id):
        yield from ("", f"{md('; '.join(told))}.")
    for zone in article.excluded:
        if zone.kind == "notice":
            yield from ("", f"> **Notice:** {md(view.words(article.id, zone.start, zone.end).strip())}")
    groups = grouped(view.live(article.id))
    yield ""
    if groups:
        yield "| place | severity | rule | finding | suggestion |"
        yield "|---|---|---|---|---|"
        yield from (_row(view, g) for g in groups)
    else:
        yield f"{nothing_found(view, article).capitalize()}; looked at {looked_at(view, article)}."
    drift = drift_words(article)
    if drift:
        yield from ("", md(drift))


def _row(view: View, group: Group) -> str:
    f = group.first
    shown = [f"{g.line}:{g.column}" for g in group.findings[:4]] if f.end > f.start else ["whole"]
    place = ", ".join(shown) + (" …" if len(group.findings) > 4 else "")
    message = md(clip_right(inline(f.message), 300)) + (f" ×{len(group.findings)}" if len(group.findings) > 1 else "")
    evidence = "; ".join(md(evidence_words(view, e, f, 160)) for e in f.evidence[:2])
    rule = f"{f.rule} {f.name}" + (" (preview)" if f.preview else "")
    fix = " / ".join(md(clip_right(inline(s.text), 60)) or "delete" for s in f.suggestions[:2])
    return f"| {place} | {f.severity} | {rule} | {message}{f'<br>{evidence}' if evidence else ''} | {fix} |"
