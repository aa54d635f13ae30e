"""``auditor trace``: the formats of provenance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from auditor.records import ArticleRecord, Audit
from auditor.report.ansi import Paint, painter
from auditor.report.escape import inline
from auditor.report.headline import verdict
from auditor.report.languages import language_name
from auditor.report.options import DEFAULT, Options
from auditor.report.table import Cell, TableFormat, write_table
from auditor.report.trace.rows import HEADS, TraceRow, trace_rows
from auditor.report.view import View, looked_through
from auditor.report.width import cells, clip_right, wrap

FORMATS = ("text", "json", "csv", "md", "prov-json", "graphml", "dot")
_LINES = 6
_EVIDENCE = 3
_NARROW = 50  # columns from which there is room for the kind of a source


def render(audit: Audit, texts: Mapping[str, str], format: str, options: Options = DEFAULT) -> str:
    """The provenance of all subjects in one of `FORMATS`; ends with a line break."""
    if format == "dot":
        from auditor.report.trace.dot import dot

        return dot(audit.provenance)
    if format == "graphml":
        from auditor.report.trace.graphml import graphml

        return graphml(audit.provenance)
    if format == "prov-json":
        from auditor.report.trace.prov_json import prov_json

        return prov_json(audit)
    view = View(audit, texts)
    if format == "text":
        return _text(view, options)
    table: TableFormat = "json" if format == "json" else "csv" if format == "csv" else "md"
    rows = [_cells(view, row) for a in view.subjects for row in trace_rows(view, a)]
    return write_table(HEADS, rows, table, options.width)


def _cells(view: View, row: TraceRow) -> tuple[Cell, ...]:
    lines = tuple(_line_numbers(view, row))
    title = view.title(row.article)
    return title, row.how, row.relation, row.name, row.kind, round(row.score, 2), lines, row.evidence


def _line_numbers(view: View, row: TraceRow) -> list[int]:
    found = (view.line(row.article, start) for start in row.starts)
    return list(dict.fromkeys(n for n in found if n is not None))


def _text(view: View, options: Options) -> str:
    paint = painter(options.color)
    blocks = ["\n".join(_article(view, a, paint, options.width)) for a in view.subjects]
    return "\n\n".join(blocks or [f"no article; {looked_through(view.audit)}"]) + "\n"


def _article(view: View, article: ArticleRecord, paint: Paint, width: int) -> Iterator[str]:
    yield paint(clip_right(inline(article.path), width), "bold")
    yield from (f"  {row}" for row in wrap(f"{language_name(article.language)}; {verdict(article)}", width - 2))
    rows = trace_rows(view, article)
    for how in ("stated", "inferred"):
        own = [r for r in rows if r.how == how]
        first, *rest = wrap(_NOTHING[how] if not own else "", width - 12)
        yield f"  {paint(how, 'rule')}{' ' * (10 - len(how))}{first}".rstrip()
        yield from (" " * 12 + row for row in rest)
        for row in own:
            yield from _row(view, row, paint, width)


_NOTHING = {
    "stated": "no credit, no byline, nobody quoted by name",
    "inferred": "nothing points to a source language or to another article",
}


def _row(view: View, row: TraceRow, paint: Paint, width: int) -> Iterator[str]:
    """``relation  name kind, score, lines``, and under it what an inference rests on."""
    numbers = _line_numbers(view, row)
    places = ", ".join(map(str, numbers[:_LINES])) + (" …" if len(numbers) > _LINES else "")
    at = f"  line{'s' if len(numbers) > 1 else ''} {places}" if numbers else ""
    sure = f", {row.score:.2f}" if row.how == "inferred" else ""
    kind = "" if row.kind == "speaker" or width < _NARROW else f" ({row.kind}{sure})"
    name = clip_right(inline(row.name), max(6, width - 20 - cells(kind) - cells(at)))
    yield f"    {row.relation:<16}{name}{paint(kind, 'dim')}{paint(at, 'dim')}"
    if row.how == "inferred" or row.relation == "quotes":
        limit = _EVIDENCE if row.how == "inferred" else 1
        for text in row.evidence[:limit]:
            yield " " * 20 + paint(clip_right(inline(text), width - 20), "dim")
        if row.how == "inferred" and len(row.evidence) > limit:
            yield " " * 20 + paint(f"and {len(row.evidence) - limit} more", "dim")
