"""Dates that contradict themselves, that a reader cannot place, or that follow another language's custom."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.figures.date_forms import dotted, impossible, mixed_styles
from auditor.checks.figures.date_tense import past_and_future, tells_plan
from auditor.reading.article import Reading, Value
from auditor.records import Evidence

_SMALL_HOURS = range(6)
_BESIDE = 12  # characters between the night and a time told with it
_MOST = 50  # nights that are looked at; a news article has far fewer
_WINDOW = 30  # values around a night in which its time is sought


def _ambiguous_night(context: Context) -> Iterator[Hit]:
    reading = context.reading
    nights = [
        i for i, value in enumerate(reading.values) if value.unit == "night" and value.value.startswith("XXXX-WXX-")
    ]
    for index in nights[:_MOST]:
        night = reading.values[index]
        time = _small_hour(reading, index)
        if time is None or _settled(reading, index):
            continue
        planned = any(tells_plan(reading, value) for value in (night, time))
        beside = min(abs(time.start - night.end), abs(night.start - time.end)) <= _BESIDE
        if not planned and not beside:
            continue
        clue = Evidence(
            kind="article", text=f"the time is {time.text}", article=reading.id, start=time.start, end=time.end
        )
        yield Hit(
            start=night.start,
            end=night.end,
            args={"night": night.text, "time": time.text},
            evidence=(clue,),
            severity="major" if planned else "minor",
        )


def _near(reading: Reading, index: int) -> range:
    """Indexes of the values around one."""
    return range(max(0, index - _WINDOW), min(len(reading.values), index + _WINDOW))


def _small_hour(reading: Reading, index: int) -> Value | None:
    """A time after midnight in the same or the next sentence of the paragraph that no day of its own fixes."""
    night = reading.values[index]
    for k in _near(reading, index):
        value = reading.values[k]
        if value.kind != "time" or value.segment is None or night.segment is None:
            continue
        here = night.segment <= value.segment <= night.segment + 1 and _block(reading, value) == _block(reading, night)
        if here and int(value.value[1:3]) % 24 in _SMALL_HOURS and not _dated(reading, k):
            return value
    return None


def _dated(reading: Reading, index: int) -> bool:
    """True when a day stands right beside the time (``on Sunday at 2:01 a.m.``)."""
    time = reading.values[index]
    for value in reading.values[max(0, index - 2) : index + 3]:
        if value.kind != "date" or value.segment != time.segment or value.precision != "day" or value.unit == "night":
            continue
        between = reading.text[min(value.end, time.end) : max(value.start, time.start)]
        if len(between) <= 24 and between.count(" ") <= 3 and " and " not in between:
            return True
    return False


def _settled(reading: Reading, index: int) -> bool:
    """True when the article names the day after as well (``early on Saturday``), or the night by both its days."""
    night = reading.values[index]
    following = f"-WXX-{int(night.value[-1]) % 7 + 1}"
    if reading.text[night.end : night.end + 4] == " to ":
        return True
    near = (reading.values[k] for k in _near(reading, index))
    return any(value.relative and value.value.endswith(following) and _early(reading, value) for value in near)


def _early(reading: Reading, value: Value) -> bool:
    return value.unit == "morning" or "early" in reading.text[max(0, value.start - 12) : value.start].lower()


def _block(reading: Reading, value: Value) -> int | None:
    return None if value.segment is None else reading.segments[value.segment].block


CHECKS: tuple[Check, ...] = (
    Check(
        id="DT101",
        slug="ambiguous-night",
        title="A night that may be either of two",
        mqm="accuracy/mistranslation/date-time",
        severity="major",
        why="German and Russian name a night by the morning it ends in (“in der Nacht zum Freitag”), English by the "
        "evening it begins with. Beside a time after midnight, “Friday night” leaves the reader a day early or late.",
        message="“{night}” with {time}: the night that ends or the night that begins on that day? Name the date.",
        run=_ambiguous_night,
        languages=("en",),
        limits=(
            "A story in the past tense is left alone unless the time stands beside the night: English says “Friday "
            "night” of the small hours of Saturday too.",
        ),
        examples=(
            Example(
                kind="bad",
                text="The ferry is to leave the port on ⟦Monday night⟧. It casts off at 2:15 a.m. and arrives in Oslo "
                "on Tuesday at 5 p.m.",
            ),
            Example(
                kind="good",
                text="The ferry is to leave the port on Monday night. It casts off at 11:15 p.m. and arrives in Oslo "
                "on Tuesday at 5 p.m.",
            ),
            Example(
                kind="good",
                text="The ferry left the port on Monday night. The alarm was raised at 2:15 a.m. on Tuesday.",
            ),
            Example(
                kind="good",
                text="Two men were hurt in a bar on Monday night. Police were called to the harbour at about 2:15 a.m.",
            ),
        ),
        sources=("Duden, Nacht (“in der Nacht zum Freitag”)", "Unicode CLDR 47, day periods of en and de"),
        status="stable",
    ),
    Check(
        id="DT102",
        slug="past-and-future",
        title="One date told as past and as future",
        mqm="accuracy/mistranslation/date-time",
        severity="major",
        why="A plan that is told as done, or the reverse, is a fault of tense that changes the fact; machine "
        "translation makes it where the source uses a present tense or an infinitive for the future.",
        message="“{words}” tells {date} as {tense}; “{other}” tells it as {other_tense}",
        run=past_and_future,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The tanker Aurora will sail to Lisbon on May 20, the harbour office said.\n\nAccording to "
                "the harbour office, the tanker Aurora ⟦finished the return voyage⟧ to Lisbon on May 20 without cargo.",
            ),
            Example(
                kind="good",
                text="The tanker Aurora will sail to Lisbon on May 20, the harbour office said.\n\nThe tanker Aurora "
                "was originally scheduled to sail to Lisbon on May 20 with cargo.",
            ),
        ),
        sources=("Quirk et al., A Comprehensive Grammar of the English Language (1985), 4.41-48",),
        status="stable",
    ),
    Check(
        id="DT104",
        slug="mixed-date-styles",
        title="One month written in two ways",
        mqm="style/inconsistent-style",
        severity="neutral",
        why="A month that is short in one date and written out in another shows copy from two hands.",
        message="“{here}”, but “{there}” before",
        run=mixed_styles,
        languages=("en",),
        examples=(
            Example(kind="bad", text="The fair opens on Feb. 3 and lasts a week. The mayor speaks on ⟦February 5⟧."),
            Example(kind="good", text="The fair opens on February 3 and lasts a week. The mayor speaks on February 5."),
        ),
        sources=("The Associated Press Stylebook, months",),
    ),
    Check(
        id="DT105",
        slug="impossible-date",
        title="A day that does not exist or is another weekday",
        mqm="accuracy/mistranslation/date-time",
        severity="major",
        why="A date that cannot be is a slip or a misread number; readers plan by it.",
        message="“{date}”: {problem}",
        run=impossible,
        examples=(
            Example(kind="bad", text="The contract ends on ⟦February 30⟧, the company said."),
            Example(kind="bad", text="The council met on ⟦Friday, March 1, 2023⟧, to vote on the plan."),
            Example(kind="good", text="The council met on Wednesday, March 1, 2023, to vote on the plan."),
        ),
        sources=("ISO 8601-1:2019, 4.2 (Gregorian calendar)",),
    ),
    Check(
        id="DT106",
        slug="dotted-date",
        title="A date in figures as other languages write it",
        mqm="locale-conventions/date-format",
        severity="minor",
        why="“3.1.2022” is a German or Slavic way to write a date, “Thursday (3/1/2022)” an Indonesian one, "
        "“Thursday (3)” a Brazilian one; readers cannot tell day from month.",
        message="“{match}”: in English, {better}",
        run=dotted,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The ticket expires on ⟦3.1.2022⟧ at the latest.",
                fixed="The ticket expires on January 3, 2022 at the latest.",
            ),
            Example(kind="bad", text="The ticket office opens on ⟦3. October⟧ in the old town."),
            Example(kind="bad", text="The ticket office closed on ⟦14.05.⟧ in the old town."),
            Example(
                kind="bad",
                text="The ticket office closed on ⟦24/02/2022⟧ in the old town.",
                fixed="The ticket office closed on February 24, 2022 in the old town.",
            ),
            Example(
                kind="bad",
                text="The old ferry sank on ⟦9.V.1945⟧ in the harbour.",
                fixed="The old ferry sank on May 9, 1945 in the harbour.",
            ),
            Example(
                kind="bad", text="The coach told reporters in the hall on Thursday ⟦(5/12/2022)⟧ that he would stay."
            ),
            Example(kind="bad", text="The coach told reporters in the hall on Thursday ⟦(12)⟧ that he would stay."),
            Example(
                kind="good",
                text="The ticket expires on January 3, 2022; the manual is version 3.1.2022b of 12/24/2022.",
            ),
        ),
        sources=("Unicode CLDR 47, date formats of en, de, ru",),
    ),
)
