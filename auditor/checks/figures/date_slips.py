"""DT103: days, months and decades with a mark, preposition or order that English copy never has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import chain

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.figures.date_forms import night_to
from auditor.reading.article import Reading
from auditor.records import Suggestion

_MONTH = r"(January|February|March|April|May|June|July|August|September|October|November|December)"
_WEEKDAY = r"((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_DAY = r"([1-9]|[12]\d|3[01])"
_YEAR = r"((?:19|20)\d\d)"
_GOES_ON = r"(?=[,.;]|$| (?:in|at|on|the|when|by|after|and|before|that|with|to|for)\b)"
# accounts are made up "at March 31", or "as at" any day; figures are down "on January 1986"
_AT = r"(?<!as )at(?! (?:(?:March|December) 31|(?:June|September) 30|31 (?:March|December)|30 (?:June|September))\b)"
_NOT_COMPARED = "".join(
    f"(?<!{word} )" for word in ("up", "down", "rise", "fall", "drop", "gain", "increase", "percent")
)
_WEEKDAYS = {"Mon": "Monday", "Tue": "Tuesday", "Tues": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday",
             "Thur": "Thursday", "Thurs": "Thursday", "Fri": "Friday", "Sat": "Saturday", "Sun": "Sunday"}  # fmt: skip

_Better = Callable[[re.Match[str]], str]
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip
_FULL = tuple(dict.fromkeys(_WEEKDAYS.values()))
_SHORT = tuple(_WEEKDAYS)
_REACH = 24  # characters beside a word in which its slip stands
# words as written, of which each match has one; what stands there; what English writes
_SLIPS: tuple[tuple[tuple[str, ...], re.Pattern[str], _Better], ...] = (
    # on 5.May, on May, 5, the 20 of May, in 5 May, in May 5, in May 5th
    (_MONTHS, re.compile(rf"(?<![\w.,])0?{_DAY}\.{_MONTH}\b"), lambda m: f"{m[2]} {m[1]}"),
    (
        _MONTHS,
        re.compile(rf"\b(on|until|by|since|from) {_MONTH}, {_DAY}(?:st|nd|rd|th)?\b(?![.,:]?\d|[:%])"),
        lambda m: f"{m[1]} {m[2]} {m[3]}",
    ),
    (_MONTHS, re.compile(rf"(?<![\w.,])(?:the )?{_DAY} of {_MONTH}\b"), lambda m: f"{m[2]} {m[1]}"),
    (_MONTHS, re.compile(rf"\b(?:in|{_AT}) {_DAY} {_MONTH}{_GOES_ON}"), lambda m: f"on {m[2]} {m[1]}"),
    (_MONTHS, re.compile(rf"\b(?:in|{_AT}) {_MONTH} {_DAY}{_GOES_ON}"), lambda m: f"on {m[1]} {m[2]}"),
    (
        _MONTHS,
        re.compile(
            rf"\b([Ii])n {_MONTH} {_DAY}(?:st|nd|rd|th)"
            r"(?=[,.;]| (?!grade|place|quarter|centur|floor)"
            r"(?:[a-z\d]|(?!Street|Avenue|[A-Z]\w+(?:ion|y|ss|de)\b)[A-Z]\w{2,20} [a-z]))"
        ),
        lambda m: f"{'O' if m[1] == 'I' else 'o'}n {m[2]} {m[3]}",
    ),
    # May 14/2019
    (_MONTHS, re.compile(rf"\b{_MONTH} {_DAY}/{_YEAR}\b(?!/)"), lambda m: f"{m[1]} {m[2]}, {m[3]}"),
    # May 3rd to 4
    (
        _MONTHS,
        re.compile(rf"\b{_MONTH} {_DAY}(?:st|nd|rd|th) to {_DAY}(?=[,.;]| [a-z])(?! (?:[ap]\.?m|years|people|in)\b)"),
        lambda m: f"{m[1]} {m[2]} to {m[3]}",
    ),
    # at the 5th of May, on May 2022, in Friday, on Tue.
    (
        _MONTHS,
        re.compile(rf"\b(?:at|in) the {_DAY}(?:st|nd|rd|th) of {_MONTH}\b"),
        lambda m: f"on {m[2]} {m[1]}",
    ),
    (_MONTHS, re.compile(rf"{_NOT_COMPARED}\bon {_MONTH},? (?:of )?{_YEAR}{_GOES_ON}"), lambda m: f"in {m[1]} {m[2]}"),
    (_FULL, re.compile(rf"\b(?:in|at) {_WEEKDAY}{_GOES_ON}"), lambda m: f"on {m[1]}"),
    (
        _SHORT,
        re.compile(r"\b(on|last|next|since) (Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.(?= [a-z])"),
        lambda m: f"{m[1]} {_WEEKDAYS[m[2]]}",
    ),
    # the end of 2016 years, On 04.40, the police came
    (
        ("year", "years"),
        re.compile(
            r"\b(in|of|since|until|till|by|from) ((?:19[5-9]|20[0-3])\d)(?<!000) years?\b"
            r"(?! (?:of|ago|old|later|in|imp|be|aft))"
        ),
        lambda m: f"{m[1]} {m[2]}",
    ),
    (
        ("On", "on"),
        re.compile(r"\b([Oo])n 0?(\d|1\d|2[0-3])\.(1[3-9]|[2-5]\d)(?=,)"),
        lambda m: f"{'A' if m[1] == 'O' else 'a'}t {m[2]}:{m[3]}",
    ),
)
# the same, with what each match holds
_RARE: tuple[tuple[str, re.Pattern[str], _Better], ...] = (
    # in 2010s, for the 3-d time
    (
        "0s",
        re.compile(
            r"\b([Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|of) ((?:19|20)\d0s)(?=[,.;]| (?:and|the|by|in|it|he|they|when)\b)"
        ),
        lambda m: f"{m[1]} the {m[2]}",
    ),
    (
        "-d ",
        re.compile(r"(?<=\bthe )(\d{1,2})-d(?= (?:time|place|day|year|round|floor|century|grade|world|of)\b)"),
        lambda m: f"{m[1]}rd",
    ),
)


@cache
def _groups() -> Mapping[tuple[str, ...], re.Pattern[str]]:
    """The words of slips -> what any of their slips is: most dates are none."""
    slips = {words: [p.pattern for own, p, _ in _SLIPS if own == words] for words, _, _ in _SLIPS}
    return {words: re.compile("|".join(patterns)) for words, patterns in slips.items()}


def date_slips(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """``(start, end, better)`` of a text of English, in no order; one stretch may come twice."""
    text, tokens, places = reading.text, reading.tokens, reading.places
    for words, some in _groups().items():
        for at in chain.from_iterable(places[word] for word in words if word in places):
            start, end = max(0, tokens[at].start - _REACH), tokens[at].end + _REACH
            if some.search(text, start, end):
                for _, pattern, better in (slip for slip in _SLIPS if slip[0] == words):
                    for m in pattern.finditer(text, start, end):
                        if m.end() < end or end >= len(text):  # else it may go on behind the reach
                            yield m.start(), m.end(), better(m)
    for needle, pattern, better in _RARE:
        for match in pattern.finditer(text) if needle in text else ():
            yield match.start(), match.end(), better(match)


def worded(context: Context) -> Iterator[Hit]:
    """All of DT103."""
    yield from night_to(context)
    text = context.reading.text
    for start, end, better in dict.fromkeys(date_slips(context.reading)):
        yield Hit(
            start=start,
            end=end,
            args={"words": text[start:end], "better": better},
            suggestions=(Suggestion(text=better),),
        )


CHECKS = (
    Check(
        id="DT103",
        slug="calque-of-date",
        title="A date in the words of another language",
        mqm="accuracy/mistranslation/overly-literal",
        severity="minor",
        why="“In the night to Friday” is German or Russian in English words; readers do not know which night it is.",
        message="“{words}”: in English, “{better}”",
        run=worded,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="Two boats sank off the coast ⟦in the night to Friday⟧, the coast guard said.",
                fixed="Two boats sank off the coast overnight into Friday, the coast guard said.",
            ),
            Example(
                kind="bad",
                text="Two boats sank off the coast ⟦on May, 5⟧ and nobody was hurt.",
                fixed="Two boats sank off the coast on May 5 and nobody was hurt.",
            ),
            Example(
                kind="bad",
                text="Two boats sank off the coast ⟦in Friday⟧ and nobody was hurt.",
                fixed="Two boats sank off the coast on Friday and nobody was hurt.",
            ),
            Example(
                kind="bad",
                text="Two boats sank off the coast at the end ⟦of 2016 years⟧ and nobody was hurt.",
                fixed="Two boats sank off the coast at the end of 2016 and nobody was hurt.",
            ),
            Example(
                kind="bad",
                text="⟦In May 5th⟧ two boats sank off the coast and nobody was hurt.",
                fixed="On May 5 two boats sank off the coast and nobody was hurt.",
            ),
            Example(
                kind="bad",
                text="The games were held on ⟦May 3rd to 4⟧, and nobody was hurt.",
                fixed="The games were held on May 3 to 4, and nobody was hurt.",
            ),
            Example(kind="bad", text="⟦In May 5th⟧ Berg said that two boats had sunk off the coast."),
            Example(kind="bad", text="⟦On 04.40⟧, two boats sank off the coast and nobody was hurt."),
            Example(kind="bad", text="Two boats sank for the ⟦3-d⟧ time off the coast, the coast guard said."),
            Example(kind="good", text="Two boats sank off the coast overnight into Friday, the coast guard said."),
            Example(kind="good", text="In May 2022 they focused on May 5, 2022, in Friday prayers and at Sunday mass."),
        ),
        sources=(
            "The Chicago Manual of Style, 17th ed., 6.38, 9.31-33",
            "Duden, Nacht (“in der Nacht zum Freitag”)",
        ),
    ),
)
