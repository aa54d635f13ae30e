"""DT107: days that are named by their number alone, as East Asian copy does (``on the 5th``, ``today (21st)``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.spans import Spans
from auditor.reading.article import Reading
from auditor.reading.values.words import vocabulary

_NUMBER = r"(?:3[01]|[12]?\d)(?:st|nd|rd|th)"
_DAY = re.compile(
    rf"(?<![\w-])(?:[Oo]n|[Uu]ntil|[Ss]ince|[Ff]rom|[Bb]y|of) the {_NUMBER}"
    r"(?=[,.;)]| (?:that|at|in|and|to|for|when|after|as|with|local|by|through|it|he|she|they|the)\b)"
)
_BRACKETED = re.compile(
    rf"(?<![\w-])(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|day|night|morning|afternoon|evening|[A-Z][a-z]{{2,5}}day)"
    rf" \((?:the )?{_NUMBER}\)"
)
_IN_BRACKETS = re.compile(rf" \((?:the )?{_NUMBER}\)")
_NUMBERED = re.compile(rf" the {_NUMBER}")
_OTHERWISE = re.compile(r"\b(?:birdie|bogey|par-\d|holes?|fairway|innings?|floors?|anniversary|centur(?:y|ies))\b")
_AFTER = re.compile(rf"(?:,? (?:and|to|or) (?:the )?{_NUMBER})? of (?!th(?:e|is)\b|last|next|each|every)")
_FEWEST = 2  # one such day alone is found in native copy
_FAR = 600  # characters in which a month named before tells which day is meant


def bare(context: Context) -> Iterator[Hit]:
    """Days in numbers that no month stands near; all of an article, or none where there is but one."""
    text = context.reading.text
    found = [(m.start(), m.end()) for m in _BRACKETED.finditer(text)] if _IN_BRACKETS.search(text) else []
    if _NUMBERED.search(text) and not _OTHERWISE.search(text):
        named = Spans((at - _FAR + 1, at + _FAR) for at in _months(context.reading))
        days = [(m.start(), m.end()) for m in _DAY.finditer(text) if not _AFTER.match(text, m.end())]
        days = [(start, end) for start, end in days if not named.hits(start, start + 1)]
        found += days if len(days) + len(found) >= _FEWEST else []
    bodies = Spans((block.start, block.end) for block in context.reading.layout.blocks if block.kind == "body")
    for start, end in sorted(found):
        if bodies.hits(start, start + 1):
            yield Hit(start=start, end=end, args={"words": text[start:end]}, weight=1.0)


def _months(reading: Reading) -> list[int]:
    """Where months are named with a capital."""
    months = vocabulary("en").months
    return [t.start for t in reading.tokens if t.text[0].isupper() and t.text.lower().rstrip(".") in months]


CHECKS: tuple[Check, ...] = (
    Check(
        id="DT107",
        slug="day-without-month",
        title="A day named by its number alone",
        mqm="locale-conventions/date-format",
        severity="minor",
        why="Korean, Japanese and Chinese copy names a day of the current month by its number. English news copy names "
        "the weekday, or the month with the day; a reader who comes later cannot tell which day is meant.",
        message="“{words}”: English copy names the weekday, or the month as well",
        run=bare,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The actor will not appear, his agency said ⟦yesterday (11th)⟧ in the city of Busan.",
            ),
            Example(kind="good", text="It rained on the 5th. The fair opens on the 8th of June and ends on the 10th."),
            Example(kind="good", text="He made a birdie on the 9th, a bogey on the 12th, and another on the 15th."),
        ),
        sources=("The Associated Press Stylebook, dates; time element",),
    ),
)
