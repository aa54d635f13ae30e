"""sacrebleu's metrics on pairs of sentences or quotes. Each figure is the mean of both directions."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

import msgspec

from auditor.packs.installed import installed


class Similarity(msgspec.Struct, frozen=True):
    """chrF2 and BLEU from 0 to 100 (higher is closer); TER in percent (lower is closer)."""

    chrf: float
    ter: float
    bleu: float


@cache
def _metrics() -> tuple[Any, Any, Any]:
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    return CHRF(), TER(), BLEU(effective_order=True)


@lru_cache(maxsize=10_000)
def _chrf(a: str, b: str) -> float:
    return float(_metrics()[0].sentence_score(a, [b]).score)


def chrf(a: str, b: str) -> float:
    """chrF2 of two strings, both directions averaged."""
    return round((_chrf(a, b) + _chrf(b, a)) / 2, 2)


def similarity(a: str, b: str) -> Similarity:
    """All three metrics of two strings, both directions averaged."""
    _, ter, bleu = _metrics()
    return Similarity(
        chrf(a, b),
        round((ter.sentence_score(a, [b]).score + ter.sentence_score(b, [a]).score) / 2, 2),
        round((bleu.sentence_score(a, [b]).score + bleu.sentence_score(b, [a]).score) / 2, 2),
    )


@cache
def signatures() -> dict[str, str]:
    """sacrebleu's signature of each metric, without loading it before it is needed."""
    tag = f"version:{installed('sacrebleu')}"
    return {
        "chrF2": f"nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no|{tag}|directions:mean",
        "TER": f"nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|asian:no|{tag}|directions:mean",
        "BLEU": f"nrefs:1|case:mixed|eff:yes|tok:13a|smooth:exp|{tag}|directions:mean",
    }
