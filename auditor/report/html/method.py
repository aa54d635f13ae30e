"""What the method note says in figures."""

from __future__ import annotations

import msgspec

from auditor.drift.score import Loss, scheme
from auditor.packs.mqm import typology
from auditor.records import Axis, ClaimState, Severity
from auditor.report.view import View


class Method(msgspec.Struct, frozen=True):
    """What the method note says in figures."""

    citation: str
    penalties: dict[Severity, int]
    formula: str
    half: float
    weights: dict[Axis, float]
    states: dict[ClaimState, float]
    losses: dict[Loss, float]
    distance: float
    preview: float
    replicates: int
    confidence: float
    signature: list[tuple[str, str]]


def method(view: View) -> Method:
    """Penalties as shipped, and the signature of the run."""
    mqm = typology()
    signature = [(k, _short(v)) for k, v in sorted(view.audit.signature.items())]
    drift = scheme()
    return Method(
        citation=mqm.citation,
        penalties=mqm.severities,
        formula=drift.formula,
        half=drift.half,
        weights=drift.axes,
        states=drift.claim_states,
        losses=drift.provenance,
        distance=drift.quotes["distance"],
        preview=drift.preview,
        replicates=drift.replicates,
        confidence=drift.confidence,
        signature=signature,
    )


def _short(value: object) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value, order="deterministic").decode()
