"""Sums that must come out inside one sentence: parts and their whole, a change and its percentage, a share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.figures.amounts_said import Sentence, Words, levelled, sentences
from auditor.reading.values.amounts import Amount

_OPEN = (":", "(", "\u2013", "\u2014")


def _changes(context: Context) -> Iterator[Hit]:
    for sentence in sentences(context, percent=True):
        for three in zip(sentence.amounts, sentence.amounts[1:], sentence.amounts[2:], strict=False):
            roles = _change(sentence, *three)
            if roles is not None:
                share, old, new = roles[0], *levelled(*roles[1:])
                if _comparable(share, old, new) and not (_grown(share, old, new) or _grown(*roles)):
                    shown = (new.value / old.value - 1) * 100
                    yield _hit(three, stated=share.text, result=f"{_shown(abs(shown))} %")


def _change(sentence: Sentence, a: Amount, b: Amount, c: Amount) -> tuple[Amount, Amount, Amount] | None:
    """Percentage, old value and new value, where the words between three amounts say so."""
    words, first, second = sentence.words, sentence.gap(a, b), sentence.gap(b, c)
    if a.unit == "%" and sentence.changes(a) and c.unit != "%":
        if first in words.source and second in words.to:
            return a, b, c
        return (a, c, b) if first in words.to and second in words.source else None
    if c.unit == "%" and second in words.by | {""} and first in words.to and sentence.closed(c):
        start = sentence.before(a).split()
        return (c, a, b) if start and start[-1] in words.source and sentence.changes(a) else None
    return None


def _comparable(share: Amount, one: Amount, other: Amount) -> bool:
    """Exact amounts of one kind beside an exact percentage that is no number of points."""
    if "%" in (one.unit, other.unit) or not (share.exact and one.exact and other.exact):
        return False
    points = share.text.endswith("%") or "point" not in share.text.lower()
    return points and (one.unit == other.unit or None in (one.unit, other.unit))


def _grown(share: Amount, old: Amount, new: Amount) -> bool:
    """True when rounding of the three amounts can explain the percentage."""
    if old.value <= old.slack:
        return True
    low = ((new.value - new.slack) / (old.value + old.slack) - 1) * 100
    high = ((new.value + new.slack) / (old.value - old.slack) - 1) * 100
    spans = ((low, high), (-high, -low))
    return any(_meets(share, *span) for span in spans)


def _shares(context: Context) -> Iterator[Hit]:
    for sentence in sentences(context, percent=True):
        for three in zip(sentence.amounts, sentence.amounts[1:], sentence.amounts[2:], strict=False):
            roles = _share(sentence, *three)
            if roles is not None:
                share, part, whole = roles
                if _comparable(share, part, whole) and 0 < part.value <= whole.value:
                    low = (part.value - _own(part)) / (whole.value + _own(whole)) * 100
                    high = (part.value + _own(part)) / (whole.value - _own(whole)) * 100
                    if not _meets(share, low, high):
                        yield _hit(three, stated=share.text, result=f"{_shown(part.value / whole.value * 100)} %")


def _share(sentence: Sentence, a: Amount, b: Amount, c: Amount) -> tuple[Amount, Amount, Amount] | None:
    """Percentage, part and whole: ``7 of 12 people (58 percent)``, ``58 percent (7 of 12)``."""
    words, first, second = sentence.words, sentence.gap(a, b), sentence.gap(b, c)
    aside = words.aside | {""}
    if not sentence.closed(c):
        return None
    if c.unit == "%" and first in words.of and second in aside and not sentence.text[b.end : c.start].isspace():
        return c, a, b
    opened = "(" in sentence.text[a.end : b.start] or first in words.aside
    return (a, b, c) if a.unit == "%" and opened and first in aside and second in words.of else None


def _own(amount: Amount) -> Decimal:
    """Counts are counted to the last one."""
    return Decimal(0) if amount.whole else amount.slack


def _meets(share: Amount, low: Decimal, high: Decimal) -> bool:
    """Within one unit of the last place of the percentage: some round, some cut."""
    return low - 2 * share.slack <= share.value <= high + 2 * share.slack


def _parts(context: Context) -> Iterator[Hit]:
    for sentence in sentences(context, percent=False):
        for index, whole in enumerate(sentence.amounts):
            parts = _listed(sentence, index)
            if parts and whole.whole:
                total = sum((part.value for part in parts), Decimal(0))
                if total != whole.value:
                    yield _hit((whole, *parts), stated=_shown(whole.value), result=_shown(total))


def _listed(sentence: Sentence, index: int) -> tuple[Amount, ...]:
    """The parts of a whole: a list behind a colon, in brackets or between dashes, or more persons than there are."""
    whole, rest, words = sentence.amounts[index], sentence.amounts[index + 1 :], sentence.words
    if not rest or not _persons(words, (whole, rest[0])):
        return ()
    alone = not any(amount.unit in words.persons for amount in sentence.amounts[:index])
    if sentence.gap(whole, rest[0]) in words.including:
        return rest[:1] if alone and rest[0].whole and rest[0].value > whole.value else ()
    mark = sentence.text[whole.end : rest[0].start].strip(" \u00a0")
    if mark not in _OPEN:
        return ()
    taken = [rest[0]]
    for one, other in pairwise(rest):
        if sentence.gap(one, other) not in words.both | {""}:
            break
        taken.append(other)
    done = len(taken) > 1 and sentence.closed(taken[-1]) and all(part.whole for part in taken)
    return tuple(taken) if done and len(taken) == len(rest) and _persons(words, taken) else ()


def _persons(words: Words, found: Sequence[Amount]) -> bool:
    """All count persons."""
    return all(amount.unit in words.persons for amount in found)


def _hit(found: Sequence[Amount], *, stated: str, result: str) -> Hit:
    return Hit(
        start=min(amount.start for amount in found),
        end=max(amount.end for amount in found),
        args={"stated": stated, "result": result},
    )


def _shown(value: Decimal) -> str:
    """At most one decimal."""
    return format(value.quantize(Decimal("0.1")), "f").removesuffix(".0")


CHECKS: tuple[Check, ...] = (
    Check(
        id="NU302",
        slug="parts-and-whole",
        title="Parts that do not make the whole",
        mqm="accuracy/mistranslation/number",
        severity="minor",
        why="Where all parts of a number stand beside it, they must add up; if they do not, one of them was changed.",
        message="The parts make {result}, the whole is {stated}",
        run=_parts,
        languages=("en", "de", "fr", "es"),
        examples=(
            Example(kind="bad", text="The ferry had picked up ⟦12 people: 7 men and 4 women⟧."),
            Example(kind="bad", text="The landslide killed ⟦12 people, including 15 children⟧, the mayor said."),
            Example(kind="good", text="The ferry had picked up 12 people: 7 men and 5 women."),
            Example(kind="good", text="The landslide killed 12 people, including 5 children, and hurt 30 people."),
        ),
        sources=("MQM Core, accuracy/mistranslation/number, themqm.org",),
    ),
    Check(
        id="NU303",
        slug="change-and-percentage",
        title="A percentage that does not fit the change it describes",
        mqm="accuracy/mistranslation/number",
        severity="minor",
        why="From 40 to 52 is a rise of 30 percent; where the old and the new value stand beside another percentage, "
        "one of the three is wrong.",
        message="“{stated}”, but the two values make {result}",
        run=_changes,
        languages=("en", "de", "fr", "es"),
        examples=(
            Example(
                kind="bad",
                text="The number of ferries rose ⟦from 40 to 52, by 25 percent⟧.".replace("⟦from ", "from ⟦"),
            ),
            Example(kind="bad", text="Sales grew ⟦12 percent to $4.5 million from $3.5 million⟧ a year earlier."),
            Example(kind="good", text="The number of ferries rose from 40 to 52, by 30 percent."),
            Example(kind="good", text="Sales grew 12 percent to $4.5 million from $4 million a year earlier."),
        ),
        sources=("MQM Core, accuracy/mistranslation/number, themqm.org",),
        limits=("Percentages that belong to another period or to a value further away are not compared.",),
    ),
    Check(
        id="NU304",
        slug="share-and-percentage",
        title="A percentage that does not fit the share beside it",
        mqm="accuracy/mistranslation/number",
        severity="minor",
        why="7 of 12 is 58 percent; where a share is told twice, both must agree.",
        message="“{stated}”, but the share is {result}",
        run=_shares,
        languages=("en", "de", "fr", "es"),
        examples=(
            Example(kind="bad", text="The motion was backed by ⟦7 of 12 members (48 percent⟧)."),
            Example(kind="good", text="The motion was backed by 7 of 12 members (58 percent)."),
        ),
        sources=("MQM Core, accuracy/mistranslation/number, themqm.org",),
    ),
)
