"""NU307: values that run against the word that joins them: ``rose from 50 to 40``, ``between 30 and 20``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.figures.amounts_said import Sentence, levelled, sentences
from auditor.reading.values.amounts import Amount

_WHEN = re.compile(r"^(?:in (?:\d{4}|[a-z]{3,9})|last [a-z]{4,9}|a year (?:ago|earlier)|the year before) ")
_WORDS = re.compile(r"[^\W\d_]+")
_CLOCK = 12  # up to it two bare numbers may be hours
_AFTER = 20  # characters behind two values that may say what they are
_SIGNS = ("-", "−", "–")


def against(context: Context) -> Iterator[Hit]:
    """Two values of a change in the wrong order, and ranges that begin with the higher value."""
    for sentence in sentences(context):
        for one, other in pairwise(sentence.amounts):
            told = _told(sentence, one, other)
            if told is not None and _like(sentence, one, other):
                old, new = levelled(one, other)
                low = new.value + new.slack < old.value - old.slack
                high = new.value - new.slack > old.value + old.slack
                if (told[0] == "up" and low) or (told[0] == "down" and high):
                    yield Hit(start=one.start, end=other.end, args={"word": told[1]})


def _told(sentence: Sentence, one: Amount, other: Amount) -> tuple[str, str] | None:
    """The direction from the first value to the second that the words promise, and the word."""
    words, gap = sentence.words, _WHEN.sub("", sentence.gap(one, other) + " ").strip()
    before = _WORDS.findall(sentence.before(one))
    if not before:
        return None
    if gap in words.both and before[-1] in words.between:
        bare = one.unit is None and other.unit is None and max(one.value, other.value) <= _CLOCK
        after = _WORDS.findall(sentence.text[other.end : other.end + _AFTER].lower())
        return None if bare or not words.past.isdisjoint(after) else ("up", before[-1])
    forward = before[-1] in words.source and gap in words.to
    if not forward and not (before[-1] in words.to and gap in words.source):
        return None
    for word in reversed(before):
        if word in words.up | words.down:
            return ("up" if (word in words.up) == forward else "down"), word
    return None


def _like(sentence: Sentence, one: Amount, other: Amount) -> bool:
    """Two amounts of one kind, above zero, that are no ranks and no years."""
    if one.unit != other.unit and None not in (one.unit, other.unit):
        return False
    if "ordinal" in (one.unit, other.unit) or any(sentence.text[a.start - 1] in _SIGNS for a in (one, other)):
        return False
    around = f"{sentence.before(one)} {sentence.gap(one, other)} {sentence.text[other.end : other.end + _AFTER]}"
    return sentence.words.unlike.isdisjoint(_WORDS.findall(around.lower()))


CHECKS: tuple[Check, ...] = (
    Check(
        id="NU307",
        slug="values-against-words",
        title="Two values that run against the word that joins them",
        mqm="accuracy/mistranslation/number",
        severity="minor",
        why="What rose cannot have gone from 50 to 40: a value, their order or the verb was changed on the way.",
        message="“{word}” and the two values do not go together",
        run=against,
        languages=("en", "de", "fr", "es"),
        examples=(
            Example(kind="bad", text="Sales of cork rose from ⟦50 to 40 million euros⟧, the growers said."),
            Example(kind="bad", text="Unemployment fell from ⟦5 percent in 2019 to 7 percent⟧ in the valley."),
            Example(kind="bad", text="The repair costs between ⟦30 and 20 million euros⟧, the council said."),
            Example(kind="bad", text="Die Arbeitslosigkeit sank von ⟦5 auf 7 Prozent⟧, teilte das Amt mit.", lang="de"),
            Example(kind="good", text="Sales rose from 40 to 50 million euros, or to 3 percent from 2 percent."),
            Example(kind="good", text="The town fell from 5th place to 7th, and is open between 9 and 5 on 20 days."),
            Example(kind="good", text="It lived between 66 and 60 million years ago."),
        ),
        sources=("MQM Core, accuracy/mistranslation/number, themqm.org",),
        limits=("Ranks, scores, ratios and values below zero are left alone.",),
    ),
)
