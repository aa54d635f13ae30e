"""Calls and labels of pages that stand in many wordings because they were translated."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from auditor.reading.article import Source
from auditor.reading.lines import make_line
from auditor.reading.zones.find import layout
from auditor.reading.zones.frames import Place, frames
from auditor.reading.zones.own import own_kind
from auditor.reading.zones.phrases import phrases


def kind(text: str) -> str | None:
    return own_kind(make_line(text, 0, len(text), 0), phrases())


@pytest.mark.parametrize(
    "line",
    [
        "The reportage goes on under the picture",
        "Remainder of the text after the announcement",
        "Read further beneath the map",
        "Others also liked",
        "The redaction advises you",
        "Tip of the editorial team",
        "This note is accessible only to paying subscribers.",
        "Remaining 71% of the text",
        "The material is being supplemented",
        "Additional details will be added",
        "Look also on the subject",
        "These texts might also interest you",
        "Like our Facebook fan page!",
        "Add us also on Google News",
        "If you do not want to miss anything, join us",
        "Register for free and keep reading",
        "Order a trial subscription",
        "Forward this story by e-mail",
        "Note: The post was created with the help of AI",
        "Tap here to see the map",
        "Previously on this topic: The ferry is full",
        "Photo series: The old bridge",
    ],
)
def test_frames(line: str) -> None:
    assert kind(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "“Order a trial subscription,” the mayor said",
        "The story continues to shock the town.",
        "The matter is under the control of the council",
        "On the topic: I am no artist, but I draw.",
        "All the news about the ferry was bad.",
        "Follow the river for two miles, then turn left at the mill.",
        "Support the council gets from the state is small.",
        "In the picture: five films",
        "Summary",
        "What you need to know",
        "Read the letter aloud",
    ],
)
def test_the_text_stays(line: str) -> None:
    assert kind(line) is None


def test_no_frame_is_empty() -> None:
    shipped = frames()
    every = {
        id(f): f
        for t in (shipped.whole, shipped.start, shipped.call, shipped.label)
        for opened in t.values()
        for f in opened.frames
    }
    assert all(0 not in frame.ends(("x",)) for frame in every.values())


PROSE = [
    "The city council voted on Monday evening to close the old river bridge for repairs until next summer.",
    "Traffic will be led over the small ferry and through the villages, the mayor told reporters.",
    "The works will cost four million euros, half of which comes from the state.",
    "Opponents of the plan want to collect signatures against it and to bring the matter before the court.",
]


def excluded(*rows: str) -> list[str]:
    text = "\n\n".join(rows)
    found = layout(Source(id="a", path="a", role="subject", sha256="", original=text, text=text)).excluded
    return [text[zone.start : zone.end] for zone in found]


def test_a_line_that_speaks_to_the_reader_where_nobody_does() -> None:
    call = "Get the latest news of the town on your phone"
    assert excluded(*PROSE[:2], call, *PROSE[2:]) == [call]
    assert excluded(*PROSE[:2], call, *PROSE[2:], "What you can do with your car, we do not know, but I do.") == []
    assert excluded(*PROSE[:2], "What you can see on the bridge", *PROSE[2:]) == []


@pytest.mark.parametrize("label", ["Advertisement", "PUBLICITY", "VIDEO."])
def test_a_label_before_the_first_word(label: str) -> None:
    assert excluded(*PROSE[:2], f"{label} {PROSE[2]}", PROSE[3]) == [label]


def test_a_word_that_begins_a_sentence_is_no_label() -> None:
    assert excluded(*PROSE, "Publicity for the ferry was paid by the town, and the mayor says that it was good.") == []
    assert excluded(*PROSE, "VIDEO games are sold on the ferry, the mayor told reporters in the town hall.") == []


def test_a_line_of_furniture_beside_others() -> None:
    assert excluded(PROSE[0], "Advertisement", PROSE[1], "Now on the front page", *PROSE[2:]) == [
        "Advertisement",
        "Now on the front page",
    ]
    assert excluded(PROSE[0], "Now on the front page", *PROSE[1:]) == []


def test_times_of_a_ticker() -> None:
    assert excluded(PROSE[0], "12:47", PROSE[1], "12:15", *PROSE[2:]) == ["12:47", "12:15"]
    assert excluded(PROSE[0], "12:47", *PROSE[1:]) == []


def test_a_frame_is_tried_wherever_it_may_stand() -> None:
    shipped = frames()
    for table in (shipped.whole, shipped.start, shipped.call, shipped.label):
        for first, opened in table.items():
            for frame in opened.frames:
                words = next(tuple(row) for row in _rows(frame.places) if row and row[0] == first)
                assert frame in opened.covering(words)
                assert frame in opened.leading((*words, "x"))


def _rows(places: tuple[Place, ...]) -> Iterator[list[str]]:
    """Some wordings of a frame: each form of its first places with one of the others."""
    for at, place in enumerate(places):
        rest = [word for other in places[at + 1 :] if 0 not in other.sizes for word in sorted(other.forms)[0]]
        yield from ([*form, *rest] for form in sorted(place.forms))
        if 0 not in place.sizes:
            return
