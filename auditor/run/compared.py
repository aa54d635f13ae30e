"""What the drift of an article is measured against, and how much of it could be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from auditor.checks.base import LinkedQuote
from auditor.drift.score import Compared, Loss
from auditor.reading.article import Reading
from auditor.records import Axis, Translated
from auditor.run.prepare import Corpus

_TIMES = ("date", "time")


class Reference(msgspec.Struct, frozen=True):
    """``source``: the declared text that was translated; ``siblings``: the story's other articles; else ``none``."""

    kind: str
    articles: tuple[str, ...]

    def plain(self) -> dict[str, Any]:
        """As the summary holds it."""
        return {"kind": self.kind, "articles": list(self.articles)}


def reference(article: str, corpus: Corpus) -> Reference:
    """What the article is compared with."""
    source = corpus.pairs.get(article)
    if source is not None and source in corpus.readings:
        return Reference("source", (source,))
    siblings = tuple(corpus.grouping.relatives.get(article, ()))
    return Reference("siblings", siblings) if siblings else Reference("none", ())


def compared(reading: Reading, translated: Translated, corpus: Corpus) -> Compared:
    """The counts and link states of one article."""
    claims, quotes = corpus.linked.claims.get(reading.id, ()), corpus.linked.quotes.get(reading.id, ())
    measured = reference(reading.id, corpus)
    original = corpus.readings[measured.articles[0]] if measured.kind == "source" else None
    named = _makers(original) if original else frozenset()
    losses = [*_losses(quotes), *_origin(reading, translated, original)]
    losses += ["credit"] * len(named - _makers(reading))
    return Compared(
        words=len(reading.tokens),
        segments=len(reading.segments),
        mentions=len(corpus.entities.view(reading.id).mentions),
        terms=_shared_things(reading, corpus),
        attributions=len(reading.credits) + len(quotes) + len(named) + ("origin" in losses),
        quote_chrf=tuple(q.chrf for q in quotes if q.one_language),
        date_states=tuple(c.state for c in claims if c.here.kind in _TIMES),
        figure_states=tuple(c.state for c in claims if c.here.kind not in _TIMES),
        losses=tuple(losses),
        sourced=_values(reading) if original else {},
    )


def _values(reading: Reading) -> Mapping[Axis, int]:
    """The values that were looked for in the source."""
    dates = sum(v.kind in _TIMES for v in reading.values)
    return {"dates": dates, "figures": len(reading.values) - dates}


def _shared_things(reading: Reading, corpus: Corpus) -> int:
    """Things and bodies (no people, no places) that this article and another of its story name."""
    known = corpus.entities.view(reading.id).entities
    things = {i for i, e in known.items() if e.type not in ("person", "place")}
    others = corpus.grouping.relatives.get(reading.id, ())
    return len(things & {i for other in others for i in corpus.entities.view(other).entities})


def _makers(reading: Reading) -> frozenset[str]:
    """The agencies and outlets that the article names, in its credits or as told something."""
    return frozenset(c.name for c in reading.credits if c.kind in ("agency", "outlet") and c.role != "photo")


def _origin(reading: Reading, translated: Translated, original: Reading | None) -> tuple[Loss, ...]:
    """A text that reads like a translation, names no maker, and whose source is not declared."""
    silent = not any(c.role == "text" for c in reading.credits)
    return ("origin",) if translated.verdict == "yes" and silent and original is None else ()


def _losses(quotes: Sequence[LinkedQuote]) -> Iterator[Loss]:
    """Who speaks and where, as far as a sibling tells it of the same utterance and this article does not."""
    told: dict[tuple[int, int], set[Loss]] = {}
    for link in quotes:
        lost = told.setdefault((link.here.start, link.here.end), set())
        if link.there.medium and not link.here.medium:
            lost.add("medium")
        if link.there.speaker and not link.here.speaker:
            lost.add("speaker")
    for _, lost in sorted(told.items()):
        yield from sorted(lost)
