"""The table that ends ``auditor audit``: one row an article."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.records import ArticleRecord, Audit
from auditor.report.ansi import painter
from auditor.report.escape import inline
from auditor.report.headline import clue_words
from auditor.report.languages import language_name
from auditor.report.options import DEFAULT, Options
from auditor.report.shown import not_shown
from auditor.report.terminal import failure_lines, silenced_words, tally_words
from auditor.report.view import View, counts, is_live, plural
from auditor.report.width import cells, clip_right, fold, pad

_HEADS = ("article", "language", "translated from", "critical", "major", "minor", "drift", "story")
_RIGHT = {3, 4, 5, 6, 7}


def render(audit: Audit, texts: Mapping[str, str], options: Options = DEFAULT) -> str:
    """Article, language, source language, findings by severity, drift, story; failures; the tally."""
    view, paint = View(audit, texts), painter(options.color)
    rows = [_row(view, a) for a in view.subjects]
    widths = _widths([_HEADS, *rows], options.width)
    lines = [paint(_line(_HEADS, widths), "bold"), "  ".join("─" * w for w in widths)]
    for row in rows:
        line = _line(row, widths)
        worst = next((name for at, name in ((3, "critical"), (4, "major")) if row[at] != "·"), None)
        lines.append(paint(line, worst) if worst == "critical" else line)
    lines += ["", *failure_lines(audit, paint, options.width)] if audit.failures else []
    live = [f for f in audit.findings if is_live(f)]
    parts = [plural(len(rows), "article"), plural(len(audit.stories), "story"), tally_words(live)]
    parts += silenced_words(audit.findings)
    parts += [hidden] if (hidden := not_shown(audit)) else []
    lines += ["", fold(" · ".join(parts), options.width)]
    return "\n".join(lines) + "\n"


def _row(view: View, article: ArticleRecord) -> tuple[str, ...]:
    table = counts(view.live(article.id))
    story = view.story_of.get(article.id)
    return (
        inline(view.titles[article.id]),
        language_name(article.language),
        source_words(article),
        *(str(table[s]) if table[s] else "·" for s in ("critical", "major", "minor")),
        "–" if article.drift.score is None else f"{article.drift.score:.0f}",
        str(view.story_number[story.id]) if story else "–",
    )


def source_words(article: ArticleRecord) -> str:
    """The source language with its strongest clues, or what is known instead."""
    if article.translated.verdict == "no":
        return "– (original)"
    if article.source_language is None:
        return "unclear"
    clues = ", ".join(clue_words(article, 2))
    maybe = "" if article.translated.verdict == "yes" else "?"
    return language_name(article.source_language.code) + maybe + (f" ({clues})" if clues else "")


def _widths(rows: list[tuple[str, ...]], total: int) -> list[int]:
    """Column widths; the first and third give way where the terminal is narrow."""
    widths = [max(cells(row[i]) for row in rows) for i in range(len(_HEADS))]
    for column, least in ((2, 16), (0, 16), (2, 8), (0, 8)):
        over = sum(widths) + 2 * (len(widths) - 1) - total
        if over > 0:
            widths[column] = max(min(least, widths[column]), widths[column] - over)
    return widths


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    return "  ".join(
        pad(clip_right(cell, width), width, right=i in _RIGHT)
        for i, (cell, width) in enumerate(zip(row, widths, strict=True))
    ).rstrip()
