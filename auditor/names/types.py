"""What the names core answers with. Scores and plausibilities are in [0, 1]; languages are BCP 47 codes."""

from __future__ import annotations

from typing import Literal

import msgspec

from auditor.records import Step

Kind = Literal["same", "variant", "counterpart", "look-alike", "different", "undecided"]


class Bond(msgspec.Struct, frozen=True, gc=False):
    """How one word can stand for another: the cost, the rule that gave it, and what the rule saw on each side."""

    cost: float
    rule: str
    before: str
    after: str


class NameMatch(msgspec.Struct, frozen=True, gc=False):
    """Whether two spellings can be one name.

    ``score`` reads as a probability, None when the comparer abstains (``reason`` says why). ``native`` is the native
    form where both spellings met. ``evidence`` can be run again by ``replay``.
    """

    a: str
    b: str
    lang_a: str | None
    lang_b: str | None
    score: float | None
    kind: Kind
    native: str | None = None
    reason: str | None = None
    evidence: tuple[Step, ...] = ()


class ConventionGuess(msgspec.Struct, frozen=True):
    """A convention that may have produced a spelling. ``language`` is its target (for a standard, its id)."""

    convention: str
    language: str
    score: float
    native: str | None = None


class NativeGuess(msgspec.Struct, frozen=True, gc=False):
    """A native form that a Latin spelling may stand for, and the languages that write it so."""

    native: str
    native_lang: str
    conventions: tuple[str, ...]
    plausibility: float
    attested: float = 0.0


class Foreign(msgspec.Struct, frozen=True):
    """A spelling that ``language`` would not use: whose it is, the native form, and what ``language`` writes."""

    form: str
    language: str
    native: str
    native_lang: str
    conventions: tuple[str, ...]
    regular: tuple[str, ...]
    confidence: float


class NameParts(msgspec.Struct, frozen=True, gc=False):
    """A person's name in parts, as written. ``family`` holds particles that belong to it (``van der Bellen``)."""

    given: tuple[str, ...] = ()
    middle: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    family_first: bool = False
