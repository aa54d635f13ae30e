"""The audit record: what ``audit.json`` holds, field for field. All records are frozen.

Offsets are half-open, in Unicode code points of the file as decoded; lines and columns count from 1.
Lists are never null; absent values are null, never empty strings. The JSON Schema is generated from these types.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

SCHEMA = "auditor/1"

Severity = Literal["neutral", "minor", "major", "critical"]
Role = Literal["subject", "sibling", "source"]
ZoneKind = Literal[
    "navigation", "consent", "embedded post", "tags", "teaser", "caption", "photo credit", "credit line",
    "dateline", "advertising", "newsletter", "markup", "notice",
]  # fmt: skip
CreditKind = Literal["agency", "outlet", "person", "initials", "photographer"]
CreditRole = Literal["text", "photo", "quoted"]
EntityType = Literal["person", "org", "place", "vehicle", "mission", "other"]
QuoteKind = Literal["direct", "partial", "indirect"]
ClaimKind = Literal["date", "time", "duration", "figure", "money", "count"]
ClaimState = Literal["agrees", "differs in precision", "superseded", "open", "conflict"]
QuoteLinkKind = Literal["same words", "same utterance", "paraphrase"]
NodeKind = Literal["article", "agency", "outlet", "person", "medium", "language"]
EdgeKind = Literal["credits", "translated from", "rewritten from", "quotes", "published on"]
Verdict = Literal["yes", "no", "unclear"]
Axis = Literal["names", "terms", "figures", "dates", "quotes", "provenance", "artifacts"]
AXES: tuple[Axis, ...] = ("names", "terms", "figures", "dates", "quotes", "provenance", "artifacts")
SEVERITIES: tuple[Severity, ...] = ("neutral", "minor", "major", "critical")


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all records."""


class Step(Record, frozen=True):
    """One step of evidence that code can run again: ``rule`` names it, ``before`` became ``after``."""

    rule: str
    before: str
    after: str
    note: str | None = None


class Evidence(Record, frozen=True):
    """Why a finding holds: a sentence for people, and where code can check it.

    ``kind`` is a slug (``lexicon``, ``convention``, ``sibling``, ``glossary``, ``institution``, ``article`` ...).
    ``article``/``start``/``end`` point to the words meant, when they stand in an article.
    """

    kind: str
    text: str
    article: str | None = None
    start: int | None = None
    end: int | None = None
    source: str | None = None
    steps: tuple[Step, ...] = ()


class Suggestion(Record, frozen=True):
    """A replacement for the whole matched span. ``safe`` means that ``--fix`` may apply it."""

    text: str
    safety: Literal["safe", "unsafe"] = "unsafe"


class Place(Record, frozen=True):
    """A span of an article."""

    article: str
    start: int
    end: int


IN_COPY = "comment in the copy"  # who silenced a finding, where the copy itself did


class Suppression(Record, frozen=True):
    """Who silenced a finding and why; ``until`` is an ISO date."""

    reason: str
    by: str | None = None
    until: str | None = None


class Finding(Record, frozen=True):
    """One fault at one place. A finding about a whole article has ``start == end == 0``."""

    id: str
    fingerprint: str
    rule: str
    name: str
    preview: bool
    severity: Severity
    mqm: str
    article: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    match: str
    message: str
    suggestions: tuple[Suggestion, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    counterpart: Place | None = None
    suppressed: Suppression | None = None
    baseline: bool = False


class Translated(Record, frozen=True):
    """Whether the article reads like a translation; ``score`` in [0, 1]."""

    verdict: Verdict
    score: float


class SourceClue(Record, frozen=True):
    """One piece of evidence for the source language; ``points_to`` is a BCP 47 code."""

    text: str
    start: int
    end: int
    points_to: str
    why: str


class SourceLanguage(Record, frozen=True):
    """The language the article was probably translated from; strongest clue first."""

    code: str
    score: float
    evidence: tuple[SourceClue, ...]


class Credit(Record, frozen=True):
    """Who is named as the maker of copy or picture; ``name`` is canonical (``dpa``), ``text`` as printed."""

    name: str
    kind: CreditKind
    role: CreditRole
    text: str
    start: int
    end: int


class Excluded(Record, frozen=True):
    """A stretch that is not body text: reported, and left out of the audit."""

    start: int
    end: int
    kind: ZoneKind


class AxisScore(Record, frozen=True):
    """Drift on one axis, 0 to 100; null where nothing could be compared."""

    score: float | None
    compared: int
    interval: tuple[float, float] | None


class Drift(Record, frozen=True):
    """Drift of one article: the total with its interval, and its axes; ``compared``: things compared on all of them."""

    score: float | None
    axes: dict[str, AxisScore]
    words: int
    compared: int = 0
    interval: tuple[float, float] | None = None


class ArticleRecord(Record, frozen=True):
    """One article of the audit. ``id`` is derived from ``path``; ``path`` is relative, with forward slashes."""

    id: str
    path: str
    role: Role
    sha256: str
    published: str | None
    language: str
    language_score: float
    translated: Translated
    source_language: SourceLanguage | None
    credits: tuple[Credit, ...]
    excluded: tuple[Excluded, ...]
    drift: Drift


class EntityMention(Record, frozen=True):
    """One mention of an entity; ``conventions`` likeliest first, language codes or ids of standards."""

    article: str
    start: int
    end: int
    text: str
    language: str
    conventions: tuple[str, ...] = ()


class Entity(Record, frozen=True):
    """Who or what mentions refer to. ``decided_by`` says where the preferred form comes from."""

    id: str
    type: EntityType
    preferred: str
    native: str | None
    concept: str | None
    decided_by: str
    mentions: tuple[EntityMention, ...]


class Quote(Record, frozen=True):
    """Words put into somebody's mouth. Text and span leave the marks out."""

    id: str
    article: str
    start: int
    end: int
    text: str
    speaker: str | None
    verb: str | None
    medium: str | None
    kind: QuoteKind


class QuoteLink(Record, frozen=True):
    """Two quotes of one utterance; chrF2 and BLEU 0 to 100 (higher is closer), TER in percent (lower is closer)."""

    a: str
    b: str
    chrf: float
    ter: float
    bleu: float
    kind: QuoteLinkKind
    changed: tuple[str, ...] = ()


class Claim(Record, frozen=True):
    """A date, time, duration or figure. ``value`` is ISO 8601 / EDTF for time, a decimal for figures."""

    id: str
    article: str
    start: int
    end: int
    kind: ClaimKind
    subject: str | None
    value: str
    precision: str


class ClaimLink(Record, frozen=True):
    """How two claims about one thing stand to each other."""

    a: str
    b: str
    state: ClaimState


class Story(Record, frozen=True):
    """Articles on one event; ``follows`` names earlier stories on the same matter."""

    id: str
    members: tuple[str, ...]
    follows: tuple[str, ...]
    score: float
    evidence: tuple[str, ...]


class TermUse(Record, frozen=True):
    """One word for the thing in one article: ``word`` in English, ``text`` as first printed, ``places`` its spans.

    ``beside``: names that the word stands next to (``the Lumma ferry``); ``concept``: the glossary's, with the form
    that it prefers; ``findings``: ids of findings on one of the places.
    """

    article: str
    word: str
    text: str
    places: tuple[tuple[int, int], ...]
    beside: tuple[str, ...] = ()
    concept: str | None = None
    preferred: str | None = None
    findings: tuple[str, ...] = ()


class TermVariation(Record, frozen=True):
    """A kind of thing that the articles of a story call by different words; ``majority``: the word of most articles."""

    id: str
    story: str
    thing: str
    majority: str | None
    uses: tuple[TermUse, ...]


class Node(Record, frozen=True):
    """A node of the provenance graph."""

    id: str
    kind: NodeKind
    name: str


class Edge(Record, frozen=True, rename={"source": "from", "target": "to"}):
    """An edge of the provenance graph; ``stated`` when the article says so, else inferred."""

    source: str
    target: str
    kind: EdgeKind
    stated: bool
    score: float
    evidence: tuple[str, ...]


class Provenance(Record, frozen=True):
    """Where the copy came from."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()


class Failure(Record, frozen=True):
    """Something that could not be done; the rest went on. ``stage`` is where, ``kind`` a slug."""

    path: str
    stage: str
    kind: str
    message: str


class Tool(Record, frozen=True):
    """The program that wrote the record."""

    name: str
    version: str


class Audit(Record, frozen=True):
    """The whole of an audit: what ``audit.json`` holds."""

    schema: str
    tool: Tool
    signature: dict[str, Any]
    articles: tuple[ArticleRecord, ...]
    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]
    quote_links: tuple[QuoteLink, ...]
    claims: tuple[Claim, ...]
    claim_links: tuple[ClaimLink, ...]
    stories: tuple[Story, ...]
    provenance: Provenance
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    summary: dict[str, Any]
    terms: tuple[TermVariation, ...] = ()
