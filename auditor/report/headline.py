"""What is said of an article in one line: language, verdict of translation, credits, drift."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.records import AXES, ArticleRecord, Audit, Credit, SourceClue
from auditor.report.escape import inline
from auditor.report.languages import language_name
from auditor.report.width import clip_right

_CLUES = 3


def distinct_clues(article: ArticleRecord) -> list[SourceClue]:
    """The clues for the source language, strongest first; none that says again what a stronger one says."""
    kept: list[SourceClue] = []
    for clue in article.source_language.evidence if article.source_language else ():
        words = set(clue.text.split())
        if not any(k.points_to == clue.points_to and _nested(words, set(k.text.split())) for k in kept):
            kept.append(clue)
    return kept


def _nested(a: set[str], b: set[str]) -> bool:
    return a <= b or b <= a


def clue_words(article: ArticleRecord, limit: int = _CLUES) -> list[str]:
    """The strongest clues for the source language."""
    return [clip_right(inline(c.text), 30) for c in distinct_clues(article)[:limit]]


def verdict(article: ArticleRecord) -> str:
    """Whether the article reads like a translation, from which language, and the strongest clues."""
    source = article.source_language
    if article.translated.verdict == "no":
        return "reads like an original"
    clues = ", ".join(clue_words(article))
    if article.translated.verdict == "yes":
        origin = f" from {language_name(source.code)}" if source else ", from which language is unclear"
        return f"reads like a translation{origin}" + (f" ({clues})" if clues else "")
    if source:
        return f"may be a translation from {language_name(source.code)}" + (f" ({clues})" if clues else "")
    return "translated or not: unclear"


def remarks(audit: Audit, article: str) -> tuple[str, ...]:
    """How far the article could be audited: checks that speak its language, paragraphs in another one."""
    return tuple(inline(words) for words in audit.summary.get("remarks", {}).get(article, ()))


def credit_words(article: ArticleRecord) -> str:
    """Who is credited; what a reader would look for in vain."""
    if not article.credits:
        dated = article.published or any(z.kind == "dateline" for z in article.excluded)
        return "no byline, no agency credit" if dated else "no byline, no dateline, no agency credit"
    shown = dict.fromkeys(_credit(c) for c in article.credits)
    return "credits " + ", ".join(list(shown)[:6]) + (" …" if len(shown) > 6 else "")


def drift_words(article: ArticleRecord) -> str | None:
    """``Drift 41   names 62 · quotes 38``; None where nothing could be compared."""
    axes = [(a, article.drift.axes[a].score) for a in AXES if a in article.drift.axes]
    known = sorted(((a, s) for a, s in axes if s is not None), key=lambda p: (-p[1], AXES.index(p[0])))
    if article.drift.score is None and not known:
        return None
    total = "–" if article.drift.score is None else f"{article.drift.score:.0f}"
    return f"Drift {total}   " + " · ".join(f"{a} {s:.0f}" for a, s in known)


def reference_words(audit: Audit, article: str, labels: Mapping[str, str]) -> str:
    """What the drift of an article is measured against: ``against 001, 002``; names by ``labels``."""
    told = audit.summary.get("references", {}).get(article, {})
    names = [inline(labels.get(a, a)) for a in told.get("articles", ())]
    if told.get("kind") == "source":
        return f"against its source {names[0]}"
    if names:
        return f"against {', '.join(names[:6])}" + (f" and {len(names) - 6} more" if len(names) > 6 else "")
    return "by the text alone, nothing to compare it with"


def _credit(credit: Credit) -> str:
    name = inline(credit.name)
    return f"{name} ({credit.role})" if credit.role != "text" else name
