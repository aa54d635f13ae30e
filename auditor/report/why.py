"""Why the findings at a place hold: their evidence step by step, and what would silence each."""

from __future__ import annotations

import difflib
import shlex
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from auditor.errors import UsageError
from auditor.records import ArticleRecord, Audit, Entity, EntityMention, Evidence, Finding, Step
from auditor.report.context import context
from auditor.report.escape import inline
from auditor.report.languages import convention_name
from auditor.report.languages import decided as who_decided
from auditor.report.terminal import evidence_words
from auditor.report.view import View, severity_key
from auditor.report.width import fold

_NEAR = 5


def render_why(
    audit: Audit,
    texts: Mapping[str, str],
    path: str,
    line: int,
    column: int | None = None,
    *,
    file: str | None = None,
    width: int = 100,
) -> str:
    """The findings on a line, or at one place of it; what names stand there; else the nearest findings.

    ``file`` is the path as it is seen from the working folder, for the commands that are advised.

    Raises UsageError where the audit holds no such file or the file no such line.
    """
    view = View(audit, texts)
    articles = find_articles(view, path)
    lines = view.lines(articles[0].id)
    if not 1 <= line <= len(lines):
        raise UsageError(f"{inline(path)}: no line {line}", f"the file has {len(lines)} lines")
    low, high = lines.span(line)
    start, end = (low, high) if column is None else (low + column - 1, low + column)
    all_of_them = [f for a in articles for f in view.findings.get(a.id, ())]
    here = sorted((f for f in all_of_them if _touches(f, start, end)), key=severity_key)
    seen = inline(file or articles[0].path)
    blocks = ["\n".join(_lines(view, f, seen, width)) for f in here] or [_nothing(all_of_them, seen, line)]
    names = [name for a in articles for name in _names(view, a, start, end)]
    blocks += ["\n".join(["Names here", *names])] if names else []
    return fold("\n\n".join(blocks), width) + "\n"


def find_articles(view: View, path: str) -> list[ArticleRecord]:
    """The articles of the file meant by a path, an id, or the end of a path: one, or the items of a feed.

    Raises `UsageError` naming the nearest.
    """
    wanted = path.replace("\\", "/").removeprefix("./")
    for match in (
        lambda a: wanted in (a.path, a.id),
        lambda a: wanted.endswith("/" + a.path) or a.path.endswith("/" + wanted),
        lambda a: a.path.rsplit("/", 1)[-1] == wanted.rsplit("/", 1)[-1],
        lambda a: view.label(a.id) == wanted.removesuffix(".txt"),
    ):
        found = [a for a in view.audit.articles if match(a)]
        if len({a.path for a in found}) == 1:
            return found
        if found:
            raise UsageError(f"{inline(path)}: several articles end so", ", ".join(inline(a.path) for a in found[:5]))
    near = difflib.get_close_matches(wanted, [a.path for a in view.audit.articles], 1, 0.4)
    raise UsageError(f"{inline(path)}: not in the audit", f"did you mean {inline(near[0])}?" if near else None)


def _touches(finding: Finding, start: int, end: int) -> bool:
    return finding.start < max(end, start + 1) and finding.end > start and finding.end > finding.start


def _lines(view: View, f: Finding, path: str, width: int) -> Iterator[str]:
    state = " (preview: never moves the exit code)" if f.preview else ""
    yield f"{path}:{f.line}:{f.column}  {f.severity} {f.rule} {f.name}{state}"
    yield f"  {inline(f.message)}"
    yield f"  error type (MQM): {f.mqm}"
    text, carets = context(view.lines(f.article), f.start, f.end, width - 4)
    yield from (f"  │ {text}", f"  │ {carets}")
    if f.evidence:
        yield "  Evidence"
        for number, e in enumerate(f.evidence, 1):
            yield from _evidence(view, number, e, f)
    if f.counterpart:
        c = f.counterpart
        words = inline(view.words(c.article, c.start, c.end))
        yield f"  Beside it: {inline(view.label(c.article))}, line {view.line(c.article, c.start) or '?'}: {words}"
    yield "  What would silence it"
    yield from (f"    - {way}" for way in _ways(f, path))


def _evidence(view: View, number: int, e: Evidence, f: Finding) -> Iterator[str]:
    source = f" [{inline(e.source)}]" if e.source else ""
    yield f"    {number}. {e.kind}: {evidence_words(view, e, f)}{source}"
    for rule, steps in groupby(e.steps, key=lambda step: step.rule):
        yield f"         {inline(rule)}: {'  '.join(map(_step, steps))}"


def _step(step: Step) -> str:
    note = f" ({inline(step.note)})" if step.note else ""
    return f"{inline(step.before) or '∅'} → {inline(step.after) or '∅'}{note}"


def _ways(f: Finding, path: str) -> Iterator[str]:
    if f.suppressed:
        until = f" until {f.suppressed.until}" if f.suppressed.until else ""
        yield f"it is suppressed{until}: {inline(f.suppressed.reason)}"
    if f.baseline:
        yield "it is in the baseline"
    for s in f.suggestions[:3]:
        yield f"write “{inline(s.text)}” instead" if s.text else "delete the words"
    if f.rule.startswith(("NM", "TM", "TA")) and f.match:
        yield f"if “{inline(f.match)}” is right here: admit it in the glossary (`auditor glossary add`)"
    if not f.suppressed:
        place = shlex.quote(f"{path}:{f.line}:{f.column}")
        yield f'if it is no fault: `auditor suppress {place} --rule {f.rule} --reason "..."`'
    yield f"leave the check out: `--ignore {f.rule}`"


def _nothing(findings: Sequence[Finding], path: str, line: int) -> str:
    near = sorted(findings, key=lambda f: (abs(f.line - line), f.start, f.id))[:_NEAR]
    rows = [f"  {f.line}:{f.column}  {f.severity} {f.rule} {inline(f.message)}" for f in near]
    head = f"{path}:{line}  no finding here"
    return "\n".join([head, *(["The nearest are"] if rows else []), *rows])


def _names(view: View, article: ArticleRecord, start: int, end: int) -> Iterator[str]:
    found = [
        (m.start, m.end, entity_id, m)
        for entity_id, mentions in view.joins.mentions_in[article.id].items()
        for m in mentions
        if m.start < end and m.end > start
    ]
    for *_, entity_id, mention in sorted(found, key=lambda f: f[:3]):
        yield f"  - {_name(view.joins.entities[entity_id], mention)}"


def _name(entity: Entity, mention: EntityMention) -> str:
    spelt = ", ".join(convention_name(c) for c in mention.conventions[:3])
    native = f", native form {inline(entity.native)}" if entity.native else ""
    how = f" (spelling: {spelt})" if spelt else ""
    decided = f"preferred {inline(entity.preferred)}, {inline(who_decided(entity.decided_by))}"
    return f"“{inline(mention.text)}”{how}: {entity.type}, {decided}{native}"
