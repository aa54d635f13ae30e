"""An audit measured against a reference annotation: how much was found, how much of it was right."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from auditor.records import Audit
from auditor.run.gold import Gold, read_gold, read_texts
from auditor.run.measure import Index, Tally
from auditor.run.measure_article import article
from auditor.run.measure_links import entities_with, entity, links, stories_right

__all__ = ["Scores", "as_json", "as_text", "evaluate", "read_gold", "read_texts"]


class Scores(msgspec.Struct, frozen=True, kw_only=True):
    """The figures (name -> value, in order), and by title the rows behind those that are not perfect."""

    figures: dict[str, str | int | float | bool]
    details: dict[str, tuple[str, ...]]


def evaluate(audit: Audit, gold: Gold | Path, texts: Mapping[str, str] | Path) -> Scores:
    """Measure ``audit``; articles are joined by file name.

    ``gold`` is the annotation or its file, ``texts`` maps file names to texts or is the folder that has them.
    """
    gold = read_gold(gold) if isinstance(gold, Path) else gold
    texts = read_texts(gold, [texts]) if isinstance(texts, Path) else texts
    index, tally = Index(audit), Tally()
    for reference in gold.articles:
        article(reference, texts[reference.file], index, tally)
    for name in gold.names:
        entity(name, index, tally)
    for a, b in gold.distinct:
        if entities_with(index, a) & entities_with(index, b):
            tally.hit["merged"] += 1
            tally.row("merged wrongly", a, b)
    links(gold, index, tally)
    return Scores(
        figures=_figures(tally, stories_right(gold, index, tally)),
        details={title: tuple(rows) for title, rows in tally.rows.items()},
    )


def _figures(tally: Tally, right: bool) -> dict[str, str | int | float | bool]:
    hit = tally.hit
    judged = max(1, hit["right"] + hit["unlisted"])
    return {
        "must": tally.ratio("must"),
        "suggestion_wrong_on_must": hit["wrong fix"],
        "should": tally.ratio("should"),
        "precision": round(hit["right"] / judged, 3),
        "right": hit["right"],
        "neutral": hit["neutral"],
        "unlisted": hit["unlisted"],
        "severity_agrees": hit["severity"],
        "body_excluded": hit["body excluded"],
        "entities_together": tally.ratio("together"),
        "preferred_right": tally.ratio("preferred"),
        "convention_named": tally.ratio("convention"),
        "merged_wrongly": hit["merged"],
        "source_language": tally.ratio("source language"),
        "agencies_missing": hit["agencies missing"],
        "agencies_extra": hit["agencies extra"],
        "quotes_paired": tally.ratio("quotes"),
        "dates_right": tally.ratio("dates"),
        "stories_right": right,
    }


def as_json(scores: Scores) -> str:
    """The figures on one line."""
    return msgspec.json.encode(scores.figures).decode() + "\n"


def as_text(scores: Scores) -> str:
    """The figures, one a line, then the rows behind them."""
    lines = [f"{name:<26} {value}" for name, value in scores.figures.items()]
    for title, rows in sorted(scores.details.items()):
        lines += [f"-- {title}", *(f"   {row}" for row in rows)]
    return "\n".join(lines) + "\n"
