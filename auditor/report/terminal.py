"""The text format: for each article a head line, its findings with their context, its drift; then the tally."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping

from auditor.records import SEVERITIES, ArticleRecord, Audit, Evidence, Finding
from auditor.report.ansi import Paint, painter
from auditor.report.context import context
from auditor.report.escape import inline
from auditor.report.headline import credit_words, drift_words, reference_words, remarks, verdict
from auditor.report.languages import language_name
from auditor.report.options import DEFAULT, Options
from auditor.report.shown import not_shown
from auditor.report.view import Group, View, counts, grouped, is_live, plural
from auditor.report.width import cells, clip_right, pad, wrap

_BAR = "                │ "
_EVIDENCE = 2
_MATCH = 40
_HEAD = len("    1:1 critical ") + 2
_INDENT = 42
_NARROW = 40


def render(audit: Audit, texts: Mapping[str, str], options: Options = DEFAULT) -> str:
    """Everything about every subject, worst findings first; ends with a line break."""
    view, paint = View(audit, texts), painter(options.color)
    blocks = ["\n".join(_article(view, a, paint, options)) for a in view.subjects]
    blocks += ["\n".join(failure_lines(audit, paint, options.width))] if audit.failures else []
    return "\n\n".join([*blocks, _tally(view, paint, options)]) + "\n"


def failure_lines(audit: Audit, paint: Paint, width: int) -> Iterator[str]:
    """What could not be done; one message for all files that share it."""
    told: dict[tuple[str, str, str], list[str]] = {}
    for f in audit.failures:
        told.setdefault((f.stage, f.kind, f.message), []).append(inline(f.path))
    for (stage, kind, message), paths in told.items():
        yield paint(f"not done ({inline(stage)}, {inline(kind)})", "critical")
        yield from (f"  {row}" for row in wrap(clip_right(inline(message), 600), width - 2))
        more = f" and {len(paths) - 6} more" if len(paths) > 6 else ""
        yield from (f"  {row}" for row in wrap("in " + ", ".join(paths[:6]) + more, width - 2))


def _article(view: View, article: ArticleRecord, paint: Paint, options: Options) -> Iterator[str]:
    yield from _head(view, article, paint, options.width)
    yield from _notices(view, article, paint, options.width)
    told = "; ".join(remarks(view.audit, article.id))
    yield from (paint(f" {row}", "dim") for row in wrap(told, options.width - 1) if told)
    groups = grouped(view.live(article.id))
    if groups:
        yield ""
        widest = max(_HEAD + cells(f"{g.first.rule} {g.first.name}") for g in groups)
        for group in groups:
            yield from _group(view, group, paint, options, min(widest, _INDENT))
    else:
        first, *rest = wrap(f"{nothing_found(view, article)}; looked at {looked_at(view, article)}", options.width - 1)
        yield from (f" {row}" for row in (paint(first, "good"), *rest))
    drift = drift_words(article)
    if drift:
        compared = view.audit.summary.get("references", {}).get(article.id, {}).get("articles")
        drift += f"   ({reference_words(view.audit, article.id, view.labels)})" if compared else ""
        yield from (f" {row}" for row in wrap(drift, options.width - 1))


def _head(view: View, article: ArticleRecord, paint: Paint, width: int) -> Iterator[str]:
    path = inline(view.titles[article.id])
    parts = [f"{language_name(article.language)}, {verdict(article)}", credit_words(article)]
    line = "   ".join([path, *parts])
    if cells(line) <= width:
        yield paint(path, "bold") + line[len(path) :]
        return
    yield paint(path, "bold")
    for part in parts:
        yield from (f"  {row}" for row in wrap(part, width - 2))


def _notices(view: View, article: ArticleRecord, paint: Paint, width: int) -> Iterator[str]:
    for zone in article.excluded:
        if zone.kind == "notice":
            words = inline(view.words(article.id, zone.start, min(zone.end, zone.start + 500))).strip()
            line = view.line(article.id, zone.start)
            yield paint(f" notice{f', line {line}' if line else ''}: ", "critical") + clip_right(words, width - 20)


def _group(view: View, group: Group, paint: Paint, options: Options, indent: int) -> Iterator[str]:
    f = group.first
    place = f"{f.line}:{f.column}" if f.end > f.start else "–"
    tag = " (preview)" if f.preview else ""
    head = f"{place:>7} {f.severity:<8} {f.rule} {f.name}"
    painted = f"{place:>7} {paint(f'{f.severity:<8}', f.severity)} {paint(f.rule, 'rule')} {f.name}"
    indent = max(indent, cells(head) + 2)
    message = _message(group) + tag
    if options.width - indent < _NARROW:
        yield painted
        yield from (_BAR + row for row in wrap(message, options.width - len(_BAR)))
    else:
        rows = wrap(message, options.width - indent)
        yield painted + " " * (indent - cells(head)) + rows[0]
        yield from (" " * indent + row for row in rows[1:])
    yield from _detail(view, group, paint, options)


def _message(group: Group) -> str:
    """The message; with its count, and the words it is about where it does not name them."""
    f, times = group.first, f" ×{len(group.findings)}" if len(group.findings) > 1 else ""
    message, match = clip_right(inline(f.message), 400), inline(f.match)
    if times and match and f"“{match}”" in message:
        return message.replace(f"“{match}”", f"“{match}”{times}", 1)
    if times and match and f'"{match}"' in message:
        return message.replace(f'"{match}"', f'"{match}"{times}', 1)
    return message + times


def _detail(view: View, group: Group, paint: Paint, options: Options) -> Iterator[str]:
    """Context, evidence and suggestion under a finding."""
    f = group.first
    room = options.width - len(_BAR)
    named = " " not in f.match and inline(f.match) in inline(f.message)
    if f.end > f.start and f.article in view.texts and (options.verbose or _serious(f) or not named):
        text, carets = context(view.lines(f.article), f.start, f.end, room)
        yield _BAR + text
        yield _BAR + paint(carets, f.severity)
    fresh = [e for e in f.evidence if e.text not in f.message]
    shown = f.evidence if options.verbose else fresh[: _EVIDENCE if _serious(f) else 1]
    rows = [evidence_words(view, e, f, room) for e in shown]
    fix = "suggest: " + " | ".join(clip_right(inline(s.text) or "delete", _MATCH) for s in f.suggestions[:3])
    fix = clip_right(fix, room)
    if f.suggestions:
        last = rows.pop() if rows else ""
        if cells(last) + cells(fix) + 3 > room and last:
            yield from (_BAR + row for row in [*rows, last])
            rows, last = [], ""
        yield from (_BAR + row for row in rows)
        yield _BAR + pad(last, room - cells(fix)) + paint(fix, "fix")
    else:
        yield from (_BAR + row for row in rows)


def evidence_words(view: View, evidence: Evidence, finding: Finding, width: int = 10_000) -> str:
    """One piece of evidence in at most ``width`` cells, with the place it points to when that is not the finding's."""
    text, place = inline(evidence.text), ""
    if points_away(view, evidence, finding) and evidence.article is not None and evidence.start is not None:
        label = inline(view.label(evidence.article))
        known = evidence.article == finding.article or label in text
        line = view.line(evidence.article, evidence.start)
        parts = [*([] if known else [label]), *([f"line {line}"] if line else [])]
        place = f" ({', '.join(parts)})" if parts else ""
    return clip_right(text, max(1, width - cells(place))) + place


def points_away(view: View, evidence: Evidence, finding: Finding) -> bool:
    """True where the evidence lies in a known article, away from the finding."""
    e, f = evidence, finding
    if e.article is None or e.start is None or e.article not in view.articles:
        return False
    return e.article != f.article or e.start >= f.end or (e.end or e.start + 1) <= f.start


def nothing_found(view: View, article: ArticleRecord) -> str:
    """``nothing found``, with how much is not shown or silenced."""
    hidden = [words] if (words := not_shown(view.audit, article.id)) else []
    hidden += silenced_words(view.findings.get(article.id, ()))
    return f"nothing found to show ({', '.join(hidden)})" if hidden else "nothing found"


def looked_at(view: View, article: ArticleRecord) -> str:
    """What a clean run has seen: words, names, quotes, dates and figures, siblings."""
    joins, own = view.joins, article.id
    names, quotes, claims = (len(table[own]) for table in (joins.mentions_in, joins.quotes_in, joins.claims_in))
    parts = [plural(article.drift.words, "word"), plural(names, "name"), plural(quotes, "quote")]
    parts += [
        "1 date or figure" if claims == 1 else f"{claims:,} dates and figures",
        plural(len(view.siblings(own)), "sibling"),
    ]
    return ", ".join(parts)


def tally_words(findings: Iterable[Finding]) -> str:
    """``1 critical, 0 major, 9 minor``, and notes where there are some."""
    table = counts(findings)
    words = ", ".join(f"{table[s]} {s}" for s in reversed(SEVERITIES) if s != "neutral")
    return words + (f", {plural(table['neutral'], 'note')}" if table["neutral"] else "")


def silenced_words(findings: Iterable[Finding]) -> list[str]:
    """``2 suppressed``, ``65 in the baseline``: of each what there is; what is both counts as suppressed."""
    quiet = ["suppressed" if f.suppressed else "in the baseline" for f in findings if f.suppressed or f.baseline]
    return [f"{quiet.count(how)} {how}" for how in ("suppressed", "in the baseline") if how in quiet]


def _tally(view: View, paint: Paint, options: Options) -> str:
    ours = {a.id for a in view.subjects}
    findings = [f for f in view.audit.findings if f.article in ours]
    live = [f for f in findings if is_live(f)]
    parts = [tally_words(live), *silenced_words(findings)]
    parts += [hidden] if (hidden := not_shown(view.audit)) else []
    parts += [plural(len(view.audit.failures), "failure")] if view.audit.failures else []
    if not view.subjects:
        parts = ["no article was audited", *parts[1:]]
    told, ways = "\n".join(f" {row}" for row in wrap(" · ".join(parts), options.width - 1)), ""
    if live:
        worst = grouped(live)[0].first
        path = shlex.quote(inline(options.path(view.articles[worst.article])))
        ways = f"auditor why {path}:{worst.line} · auditor rule {worst.rule}"
    apart = "\n " if cells(told) + cells(ways) + 3 > options.width else " · "
    return paint(told, "bold") + (apart + ways if ways else "")


def _serious(finding: Finding) -> bool:
    return finding.severity in ("major", "critical")
