"""The file of a house style, as data: what a house rules, and where it says so."""

from __future__ import annotations

from typing import Literal

import msgspec

from auditor.records import Record

Cited = str | tuple[str, ...]


class Reference(Record, frozen=True):
    """Where a rule stands: ``edition`` is an edition or a date, ``section`` the entry or chapter."""

    publisher: str
    title: str
    section: str | None = None
    edition: str | None = None
    url: str | None = None

    def __str__(self) -> str:
        return self.entry if self.publisher in self.title else f"{self.publisher}, {self.entry}"

    @property
    def entry(self) -> str:
        """Title, section and edition."""
        title = f"{self.title}, {self.section}" if self.section else self.title
        return f"{title} ({self.edition})" if self.edition else title


class Ruled(Record, frozen=True, kw_only=True):
    """What every rule has: the keys of the references that back it, and what it leaves free."""

    source: Cited = ()
    note: str | None = None


class Percent(Ruled, frozen=True, kw_only=True):
    """``write``: what follows the figures, with its leading blank (``%``, `` %``, `` per cent``)."""

    write: str


class Dates(Ruled, frozen=True, kw_only=True):
    """A day of the calendar in running text. ``short``: months as written before or after a day, all others in full.

    ``ordinal``: July 5th. ``comma``: between day and year; None where the house does not say.
    """

    order: Literal["day-month", "month-day"]
    short: tuple[str, ...] = ()
    ordinal: bool = False
    comma: bool | None = None


class Times(Ruled, frozen=True, kw_only=True):
    """The time of day. ``separator`` between hours and minutes; ``am`` as after the figures, with its blank."""

    clock: Literal[12, 24] = 12
    separator: Literal[":", "."] | None = None
    am: str | None = None
    drop_zeros: bool = False


class Numbers(Ruled, frozen=True, kw_only=True):
    """``words_to``: the highest number in words. ``figures_for``: what is always counted in figures."""

    words_to: Literal[9, 10, 12]
    figures_for: tuple[Literal["durations"], ...] = ()


class Thousands(Ruled, frozen=True, kw_only=True):
    """``separator`` between groups of three, in numbers of ``digits`` or more."""

    separator: Literal[",", ".", " "]
    digits: Literal[4, 5]


class Millions(Ruled, frozen=True, kw_only=True):
    """What follows the figures of a sum of money, with its leading blank: (million, billion, trillion)."""

    money: tuple[str, str, str]


class Currency(Ruled, frozen=True, kw_only=True):
    """Signs that the house writes out: sign -> plural noun."""

    words: dict[str, str]


class Quotes(Ruled, frozen=True, kw_only=True):
    """The outer marks of a quotation."""

    outer: Literal["double", "single", "guillemets"]


class Spelling(Ruled, frozen=True, kw_only=True):
    """``suffix``: of verbs that take either. ``variety``: of words that Britain and America spell differently."""

    suffix: Literal["ise", "ize"] | None = None
    variety: Literal["en-GB", "en-US"] | None = None


class Titles(Ruled, frozen=True, kw_only=True):
    """``courtesy`` titles (Mr, Ms) before a name: never, outside quotations. ``capital``: offices before a name."""

    courtesy: Literal["never"] | None = None
    capital: bool | None = None


class Acronyms(Ruled, frozen=True, kw_only=True):
    """Acronyms that are read as words: Nasa or NASA. ``forms`` are written as they stand here."""

    write: Literal["initial", "capitals"]
    forms: tuple[str, ...] = ()


class Letters(Record, frozen=True):
    """``native`` is written ``to`` between ``after`` and ``before``, as in the files of conventions."""

    native: str
    to: str
    after: str | None = None
    before: str | None = None


class Romanization(Ruled, frozen=True, kw_only=True):
    """How the house departs from the press convention for names of a language. ``given``: native name -> form."""

    rules: tuple[Letters, ...] = ()
    given: dict[str, str] = msgspec.field(default_factory=dict)


class Word(Ruled, frozen=True, kw_only=True):
    """``use`` stands for any of ``instead_of``, unless part of one of the phrases ``keep`` (chicken Kiev)."""

    use: str
    instead_of: tuple[str, ...]
    keep: tuple[str, ...] = ()
    kind: Literal["place", "term"] = "term"


class StyleFile(Record, frozen=True, kw_only=True):
    """One house style as its file holds it; a topic that is absent is left free.

    ``languages`` (BCP 47) is the copy that it speaks of. ``extend`` names a style or a file whose rules hold where this
    one has none; ``without`` are topics of it that are left free again.
    """

    schema: Literal[1] = 1
    title: str | None = None
    languages: tuple[str, ...] = ()
    extend: str | None = None
    without: tuple[str, ...] = ()
    sources: dict[str, Reference] = msgspec.field(default_factory=dict)
    percent: Percent | None = None
    dates: Dates | None = None
    times: Times | None = None
    numbers: Numbers | None = None
    thousands: Thousands | None = None
    millions: Millions | None = None
    currency: Currency | None = None
    quotes: Quotes | None = None
    spelling: Spelling | None = None
    titles: Titles | None = None
    acronyms: Acronyms | None = None
    romanization: dict[str, Romanization] = msgspec.field(default_factory=dict)
    words: tuple[Word, ...] = ()


SINGLE = (
    "percent", "dates", "times", "numbers", "thousands", "millions", "currency", "quotes", "spelling", "titles",
    "acronyms",
)  # fmt: skip
TOPICS = (*SINGLE, "romanization", "words")
