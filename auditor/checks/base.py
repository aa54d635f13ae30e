"""What a check is, what it sees, and what it yields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Literal

import msgspec

from auditor.records import ClaimState, Evidence, Place, QuoteLinkKind, Severity, Suggestion

if TYPE_CHECKING:
    from auditor.entities.view import EntityView
    from auditor.glossary.model import Glossary
    from auditor.packs.styles import Style
    from auditor.reading.article import QuoteMention, Reading, Span, Value
    from auditor.text.lexicon import Lexicon

Scope = Literal["article", "story"]
Status = Literal["preview", "stable", "retired"]
Shift = Literal["negation", "modality", "attribution"]


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """A text that proves a check.

    ``bad``: the check fires exactly once, on the words between ``⟦`` and ``⟧``; ``fixed`` (when given) is
    what the text is after the first suggestion, and it wakes no check. ``good``: no check fires. ``limit``: a known
    failure (strict).
    ``siblings`` are texts to compare with, ``glossary`` is the text of a glossary file, ``style`` the name of a style.
    """

    text: str
    kind: Literal["bad", "good", "limit"]
    fixed: str | None = None
    siblings: tuple[str, ...] = ()
    lang: str = "en"
    glossary: str | None = None
    style: str | None = None


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One place where a check fires; spans are in ``Reading.text``. ``args`` fill the check's message template.

    ``points_to`` is the language that the fault betrays, with its weight in nats (log likelihood ratio) for the guess
    of the source language.
    """

    start: int
    end: int
    args: Mapping[str, str] = {}
    suggestions: tuple[Suggestion, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    counterpart: Place | None = None
    severity: Severity | None = None
    points_to: str | None = None
    weight: float = 0.0


class LinkedQuote(msgspec.Struct, frozen=True):
    """A quote of this article and the same utterance in a sibling (``article``); chrF2 from 0 to 100.

    ``one_language``: whether the wording can be compared. ``speakers``: here and there, where they are two people.
    """

    here: QuoteMention
    there: QuoteMention
    article: str
    chrf: float
    kind: QuoteLinkKind
    changed: tuple[str, ...]
    one_language: bool = True
    speakers: tuple[str, str] | None = None
    shifts: tuple[Shift, ...] = ()


class LinkedStatement(msgspec.Struct, frozen=True):
    """A sentence of this article and its counterpart in a sibling, and in what they differ (``cue``: by which word)."""

    shift: Shift
    here: Span
    there: Span
    cue: Span | None
    cue_there: Span | None
    article: str
    text_there: str
    one_language: bool


class LinkedClaim(msgspec.Struct, frozen=True):
    """A value of this article and one of a sibling about the same thing."""

    here: Value
    there: Value
    article: str
    state: ClaimState


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What a check sees: the article, what the corpus knows of its names, its siblings and what links to them."""

    reading: Reading
    entities: EntityView
    siblings: tuple[Reading, ...]
    lexicon: Lexicon
    glossary: Glossary | None
    quotes: tuple[LinkedQuote, ...] = ()
    claims: tuple[LinkedClaim, ...] = ()
    statements: tuple[LinkedStatement, ...] = ()
    style: Style | None = None


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that yields findings, with everything that its page says.

    ``id`` is never reused; ``slug`` names the fault so that "allow <slug>" reads well; ``languages`` are the article
    languages it speaks (empty: all). How often it fires on clean copy is counted by ``tools/false_alarms.py`` and kept
    in a table (`auditor.checks.measured`). It is run only on texts that have one of its ``characters``, where it names
    any. One that ``spoils`` marks damaged words, or a passage of another language, of which no other check can judge.
    """

    id: str
    slug: str
    title: str
    mqm: str
    severity: Severity
    why: str
    message: str
    run: Callable[[Context], Iterable[Hit]]
    examples: tuple[Example, ...]
    sources: tuple[str, ...]
    status: Status = "preview"
    scope: Scope = "article"
    languages: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    characters: frozenset[str] = frozenset()
    spoils: bool = False
