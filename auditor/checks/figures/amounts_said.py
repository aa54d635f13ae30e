"""The amounts of a sentence, and the words of ``data/checks/arithmetic.toml`` that tie them together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import msgspec

from auditor.checks.base import Context
from auditor.packs.load import data_path, load_toml
from auditor.reading.article import Reading, Value
from auditor.reading.values.amounts import Amount, amounts
from auditor.text.memo import once

_SMALL = 1000  # below it a number may share the magnitude word of its neighbour
_NEAR = 60  # characters before the values in which the verb of the change stands
_CLOSED = (".", ",", ";", ")", "\u2013", "\u2014")


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One language of ``arithmetic.toml``; its header says what each list holds."""

    source: frozenset[str] = msgspec.field(name="from")
    to: frozenset[str]
    by: frozenset[str]
    of: frozenset[str]
    aside: frozenset[str]
    including: frozenset[str]
    changes: frozenset[str]
    both: frozenset[str] = msgspec.field(name="and")
    persons: frozenset[str]
    up: frozenset[str]
    down: frozenset[str]
    between: frozenset[str]
    past: frozenset[str]
    unlike: frozenset[str]

    def direct(self, words: Iterable[str]) -> bool:
        """Whether one of the words says in which order two values stand."""
        said = frozenset(words)
        return not (said.isdisjoint(self.up) and said.isdisjoint(self.down) and said.isdisjoint(self.between))


class Sentence:
    """The amounts of a sentence and the words between them."""

    def __init__(self, reading: Reading, segment: int, values: Sequence[Value], words: Words) -> None:
        self.text, self.words = reading.text, words
        self.start, self.end = reading.segments[segment].start, reading.segments[segment].end
        held = _held(reading)
        if segment not in held:
            held[segment] = amounts(reading, segment, values)
        self.amounts = held[segment]

    def gap(self, one: Amount, other: Amount) -> str:
        """The words between two amounts, without commas, brackets and dashes at their edges."""
        return self.text[one.end : other.start].strip(" \u00a0,()\u2013\u2014").lower()

    def before(self, amount: Amount) -> str:
        return self.text[max(self.start, amount.start - _NEAR) : amount.start].rstrip(" \u00a0").lower()

    def closed(self, amount: Amount) -> bool:
        """True where nothing goes on behind the amount."""
        rest = self.text[amount.end : self.end].lstrip(" \u00a0")
        return not rest or rest.startswith(_CLOSED)

    def changes(self, amount: Amount) -> bool:
        """A verb or noun of growing or shrinking stands shortly before the amount."""
        return not self.words.changes.isdisjoint(self.before(amount).split())


@cache
def tables() -> Mapping[str, Words]:
    return load_toml(data_path("checks", "arithmetic.toml"), dict[str, Words])


def sentences(context: Context, *, percent: bool | None = None) -> Iterator[Sentence]:
    """Sentences with two counts at least, or with a percentage; None: with any value and a word of direction."""
    reading = context.reading
    for segment, values in _by_segment(reading).items():
        told = len(values)
        if percent is not None:
            told = sum([value.unit == "%" if percent else value.kind == "count" for value in values])
        words = tables().get((reading.segments[segment].language or reading.language).split("-")[0])
        if words is None or told <= (1 if percent is False else 0):
            continue
        if percent is not None or words.direct(_words(reading, segment)):
            yield Sentence(reading, segment, values, words)


@once
def _held(reading: Reading) -> dict[int, tuple[Amount, ...]]:
    """Segment -> its amounts, as far as one of the checks has asked."""
    return {}


@once
def _by_segment(reading: Reading) -> Mapping[int, Sequence[Value]]:
    """The values of each sentence that has any."""
    found: dict[int, list[Value]] = {}
    for value in reading.values:
        if value.segment is not None:
            found.setdefault(value.segment, []).append(value)
    return found


def _words(reading: Reading, segment: int) -> list[str]:
    stretch = reading.segments[segment]
    return reading.text[stretch.start : stretch.end].lower().split()


def levelled(one: Amount, other: Amount) -> tuple[Amount, Amount]:
    """Both with the magnitude that is written at one of them only: ``from 4.0 to 4.5 million``."""
    return _scaled(one, other), _scaled(other, one)


def _scaled(amount: Amount, like: Amount) -> Amount:
    if amount.scale > 1 or like.scale == 1 or amount.value >= _SMALL:
        return amount
    value, slack = amount.value * like.scale, amount.slack * like.scale
    return msgspec.structs.replace(amount, value=value, slack=slack)
