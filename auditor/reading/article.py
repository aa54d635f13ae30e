"""`Reading`: one article as read. Made once, never changed; all spans are in ``Reading.text``.

``text`` is a view of the file (markup taken out, nothing else changed); ``offsets`` leads back to the file as decoded,
``None`` when both are the same. Public records get their file spans when the audit is put together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

import msgspec

from auditor.offsets import LineIndex, OffsetMap
from auditor.records import ClaimKind, Credit, EntityType, Excluded, QuoteKind, Role
from auditor.text.memo import kept
from auditor.text.tokens import Token, between, in_lower
from auditor.text.traits import Traits

Format = Literal["txt", "md", "html", "newsml", "nitf", "ninjs", "rss", "atom", "json-ld", "docx", "xliff", "tmx"]
DeclaredKind = Literal["byline", "credit", "dateline"]
BlockKind = Literal["headline", "subhead", "body", "list", "excluded"]
NoticeKind = Literal["embargo", "correction", "update", "kill"]


class Span(msgspec.Struct, frozen=True, gc=False):
    """A half-open stretch of the text."""

    start: int
    end: int


class Declared(Span, frozen=True, gc=False):
    """A stretch that the file's metadata names byline, credit line or dateline."""

    kind: DeclaredKind


class Translation(msgspec.Struct, frozen=True, kw_only=True):
    """What the markup of a page says of its translation: by which service, from which language (BCP 47), if it says so.

    ``mark`` is what was found; ``site``: it tells the language of the site, which may not be that of its copy.
    """

    service: str
    mark: str
    language: str | None = None
    site: bool = False


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A decoded file, or one article of a file that holds several (a feed).

    ``markup`` lists the stretches of ``original`` that are not in ``text``; ``zones`` (spans of ``text``) are what the
    markup itself declares to be no body text; ``headings`` its headings; ``declared`` who its metadata credits.
    ``units`` are units of translation, in step with those of ``origin``, the id of the article that this one was
    translated from where both stand in one file.
    ``assumed`` is the day of publication where neither metadata nor text tell one.
    ``place`` is where the file lies (absolute); it reaches no result, and is None for a text that is no file.
    """

    id: str
    path: str
    role: Role
    sha256: str
    original: str
    text: str
    offsets: OffsetMap | None = None
    markup: tuple[Span, ...] = ()
    zones: tuple[Excluded, ...] = ()
    headings: tuple[Span, ...] = ()
    format: Format = "txt"
    published: str | None = None
    assumed: str | None = None
    declared_language: str | None = None
    translation: Translation | None = None
    title: str | None = None
    declared: tuple[Declared, ...] = ()
    units: tuple[Span, ...] = ()
    origin: str | None = None
    place: str | None = None

    @property
    def day(self) -> date | None:
        """The day of publication as the article bears it; None without one."""
        try:
            return date.fromisoformat(self.published[:10]) if self.published else None
        except ValueError:
            return None


class Block(msgspec.Struct, frozen=True):
    """A paragraph or line group between blank lines (a list item, a heading...). ``language`` is its own vote."""

    start: int
    end: int
    kind: BlockKind
    language: str | None = None


class Notice(msgspec.Struct, frozen=True):
    """A line to editors: embargo, correction, update, kill."""

    start: int
    end: int
    kind: NoticeKind


class Layout(msgspec.Struct, frozen=True):
    """What stands where: every non-blank character lies in exactly one block."""

    blocks: tuple[Block, ...]
    excluded: tuple[Excluded, ...]
    notices: tuple[Notice, ...] = ()


class Segment(msgspec.Struct, frozen=True):
    """A sentence of body text; ``block`` is the index of its block."""

    start: int
    end: int
    block: int
    language: str | None


class Mention(msgspec.Struct, frozen=True):
    """A name in the text. For persons ``given`` and ``family`` are the parts as written (titles left out of the span).

    ``role`` is the noun or title beside it (``cosmonaut``), ``gender`` what the text says of the person.
    """

    start: int
    end: int
    text: str
    type: EntityType
    segment: int | None = None
    given: str | None = None
    family: str | None = None
    role: str | None = None
    gender: Literal["m", "f"] | None = None


class Abbreviation(msgspec.Struct, frozen=True):
    """An acronym that the article explains: indexes into the mentions."""

    short: int
    long: int


class QuoteMention(msgspec.Struct, frozen=True):
    """Quoted or reported words; the span leaves the marks out. The speaker is as written, with its span."""

    start: int
    end: int
    text: str
    kind: QuoteKind
    segment: int | None = None
    speaker: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    verb: str | None = None
    medium: str | None = None


class Value(msgspec.Struct, frozen=True):
    """A date, time, duration or figure read to a value.

    ``value``: EDTF / ISO 8601 for time (``2023-02-20``, ``XXXX-02-20``, ``2022-12~`` , ``T05:47Z``), a plain decimal
    for figures.
    ``precision``: year month part-of-month day hour minute | exact approximate at-least at-most.
    ``relative`` when only the article's own date can fix it (``Friday night``, ``last month``).
    ``modifier``: before after until since initially ... as said in the text.
    """

    start: int
    end: int
    text: str
    kind: ClaimKind
    value: str
    precision: str
    segment: int | None = None
    unit: str | None = None
    relative: bool = False
    modifier: str | None = None


class Reading(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Everything that was read in one article."""

    source: Source
    language: str
    language_score: float
    layout: Layout
    segments: tuple[Segment, ...]
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    abbreviations: tuple[Abbreviation, ...]
    quotes: tuple[QuoteMention, ...]
    values: tuple[Value, ...]
    credits: tuple[Credit, ...]

    @kept
    def id(self) -> str:
        return self.source.id

    @kept
    def text(self) -> str:
        return self.source.text

    @kept
    def base(self) -> str:
        """The language without its region."""
        return self.language.split("-")[0]

    @kept
    def words(self) -> tuple[str, ...]:
        """The tokens as written."""
        return tuple([token.text for token in self.tokens])

    @kept
    def starts(self) -> list[int]:
        """Where the tokens begin."""
        return [token.start for token in self.tokens]

    @kept
    def lower(self) -> tuple[str, ...]:
        """The tokens in lower case, with plain apostrophes."""
        words = in_lower(self.words)
        return tuple([word.replace("’", "'") for word in words] if "’" in self.text else words)

    @kept
    def vocabulary(self) -> frozenset[str]:
        """The words of the text, as in ``lower``."""
        return frozenset(self.lower)

    @kept
    def characters(self) -> frozenset[str]:
        """The characters of the text."""
        return frozenset(self.text)

    @kept
    def between(self) -> frozenset[str]:
        """The different stretches between the words of the text: few, so that what is sought there is found fast."""
        return between(self.text, self.tokens)

    @kept
    def numerals(self) -> tuple[Token, ...]:
        """The tokens that begin with a digit."""
        return tuple([token for token in self.tokens if token.text[0] in "0123456789"])

    @kept
    def places(self) -> Mapping[str, Sequence[int]]:
        """Word as written -> the indexes of its tokens, in text order."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self.words):
            places[word].append(at)
        return dict(places)

    @kept
    def traits(self) -> Traits:
        """The different words, as written, by what they may be."""
        return Traits(self.places, self.base)

    @kept
    def lines(self) -> LineIndex:
        """Lines of the file as decoded."""
        return LineIndex(self.source.original)

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Span in the file as decoded."""
        return (start, end) if self.source.offsets is None else self.source.offsets.span(start, end)
